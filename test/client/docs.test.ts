/** The lines of docs/client.md, run as they stand there. */
import * as kanon from '../../src/client/client.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { fences, readDoc } from '../docs/markdown.ts';
import { furnish, startApp } from '../setup/app.ts';

const AsyncFunction = (async () => {}).constructor as new (
  ...code: string[]
) => (...values: unknown[]) => Promise<void>;

test('the first lines of the page put a report in and get its receipt, and the next ask before they confirm', async () => {
  const app = await startApp();
  try {
    await furnish(app);
    const [school, password] = ['990001' as SchoolNumber, 'ein-Satz-zum-Ausprobieren'];
    await app.app
      .get(Accounts)
      .create(app.admin, [
        { name: 'seite', role: 'reporter', office: 'Erfundene Schule', schools: [school], password },
      ]);

    const [lines, asking] = fences(await readDoc('docs/client.md'));
    const code = `${lines?.text}\nreport.cells[0].consultations *= 30;\n${asking?.text}`
      .replace(/^import (\{.*\}) from 'kanon\/client';/, 'const $1 = client;')
      .replace('https://kanon.example', app.url)
      .replace('123456', school);
    const { counts } = JSON.parse(await readDoc('docs/example-counts.json')) as { counts: object };
    const said: string[] = [];
    const asked: string[][] = [];
    await new AsyncFunction('client', 'account', 'password', 'counts', 'console', 'askTheWorker', code)(
      kanon,
      'seite',
      password,
      { scheme: 'but-counselling/1', policy: 1, counts },
      { log: (line: string) => said.push(line) },
      (questions: string[]) => asked.push(questions) > 0,
    );
    expect(asked).toEqual([[expect.stringContaining('ungewöhnlich viele Beratungen'), expect.any(String)]]);
    expect(said).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)]);
  } finally {
    await app.close();
  }
});
