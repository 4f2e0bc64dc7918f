/** Who administers from the command line, as the access log will name them. */
import { userInfo } from 'node:os';
import { administratorOf, operatorIn } from '../../src/cli/commands/administrator.ts';
import { Usage } from '../../src/cli/terminal/usage.ts';
import { deskIn } from '../../src/cli/words/words.ts';

describe('who administers from the command line', () => {
  const { SUDO_USER: before } = process.env;
  afterEach(() => {
    if (before === undefined) delete process.env['SUDO_USER'];
    else process.env['SUDO_USER'] = before;
  });

  test('is the login of the machine, also the one before sudo, and whom --operator names', () => {
    delete process.env['SUDO_USER'];
    const login = `login=${userInfo().username}`;
    expect(administratorOf('05', undefined)).toMatchObject({ role: 'admin', operator: login });
    process.env['SUDO_USER'] = 'kanon';
    expect(administratorOf('05', 'A. Beispiel sudo=x')).toMatchObject({
      operator: `${login} sudo=kanon by="A. Beispiel sudo=x"`,
    });
    process.env['SUDO_USER'] = 'two\nlines';
    expect(administratorOf('05', undefined).operator).toBe(login);
  });

  test.each(['', 'a\nb', 'a\u2028b', 'x'.repeat(121), '\ud800'])('is not named by %j', (text) => {
    expect(() => operatorIn(text, deskIn('de'))).toThrow(Usage);
  });
});
