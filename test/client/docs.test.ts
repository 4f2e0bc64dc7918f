/** The lines of docs/client.md, run as they stand there. */
import * as kanon from '../../src/client/client.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { fences, readDoc } from '../docs/markdown.ts';
import { furnish, startApp } from '../setup/app.ts';

const AsyncFunction = (async () => {}).constructor as new (
  ...code: string[]
) => (...values: unknown[]) => Promise<void>;

test('the first lines of the page put a report in and get its receipt', async () => {
  const app = await startApp();
  try {
    await furnish(app);
    const [school, password] = ['990001' as SchoolNumber, 'ein-Satz-zum-Ausprobieren'];
    await app.app
      .get(Accounts)
      .create(app.admin, [
        { name: 'seite', role: 'reporter', office: 'Erfundene Schule', schools: [school], password },
      ]);

    const [lines] = fences(await readDoc('docs/client.md'));
    const code = (lines?.text ?? '')
      .replace(/^import (\{.*\}) from 'kanon\/client';/, 'const $1 = client;')
      .replace('https://kanon.example', app.url)
      .replace('123456', school);
    const { counts } = JSON.parse(await readDoc('docs/example-counts.json')) as { counts: object };
    const said: string[] = [];
    await new AsyncFunction('client', 'account', 'password', 'counts', 'console', code)(
      kanon,
      'seite',
      password,
      { scheme: 'but-counselling/1', policy: 1, counts },
      { log: (line: string) => said.push(line) },
    );
    expect(said).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)]);
  } finally {
    await app.close();
  }
});
