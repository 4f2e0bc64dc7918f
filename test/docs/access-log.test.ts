/** The walk of docs/access-log.md: an auditor's commands run against a service, and find what the page says. */
import { copyFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Accounts } from '../../src/identity/accounts.ts';
import { formatSignerKey } from '../../src/merkle/keys.ts';
import { ownerOf } from '../access/house.ts';
import { startWitnessed, vkeyOf, witnessNamed } from '../audit/witness-scene.ts';
import { withApp } from '../setup/factors.ts';
import { between, pathOf, readDoc } from './markdown.ts';
import { answersOf, type Stop, stopsOf, walk } from './walk.ts';

const WITNESS = witnessNamed('witness.example');
const LOGIN = { account: 'revision', password: 'erfundenes kennwort 4711' };

/** Counts grow with every run. */
const counted = (text: string): unknown =>
  answersOf(
    text
      .replace(/\d+(?= (entries|erased|places)\b)/g, 'N')
      .replace(/(?<=\b(places?|to|verified:) )\d+(?![\d-])/g, 'N'),
  );

describe('the page for auditors', () => {
  let stops: Stop[];
  let said: string[];

  beforeAll(async () => {
    stops = stopsOf(between(await readDoc('docs/access-log.md'), '<!-- walk', '<!-- /walk -->'));
    const kanon = await startWitnessed([WITNESS], { KANON_PUBLIC_URL: 'https://kanon.example' });
    try {
      const owner = await ownerOf(kanon);
      await kanon.app
        .get(Accounts)
        .create(kanon.admin, [{ name: LOGIN.account, role: 'auditor', office: 'Revision', ...LOGIN }]);
      const app = await withApp(kanon, LOGIN);
      for (let time = 0; time < 3; time++) await kanon.grow();
      const [tree] = await owner.rows<{ key: string }>(`SELECT verifier_key AS key FROM log_tree`);
      await owner.end();
      said = await walk(stops, { KANON_URL: kanon.url }, async (folder) => {
        for (const file of ['dist/kanon-verify.mjs', 'CHANGELOG.md'])
          await copyFile(pathOf(file), join(folder, basename(file)));
        const files = {
          'login.json': JSON.stringify({ ...LOGIN, code: await app.code() }),
          'log.vkey': `${tree!.key}\n`,
          'witness.key': `${formatSignerKey(WITNESS)}\n`,
          'witness.vkey': `${vkeyOf(WITNESS)}\n`,
        };
        for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
      });
    } finally {
      await kanon.close();
    }
  }, 60_000);

  test('shows what the commands answer, but for times and counts', () => {
    expect(said.map(counted)).toEqual(stops.map(({ shown }) => counted(shown)));
  });

  test('goes from the key to the witness, and shows a failure of each kind', () => {
    const all = stops.map(({ commands }) => commands).join('\n');
    for (const station of [
      'sha256sum',
      'checkpoint',
      'bundle?',
      '--kept',
      'entries/',
      'kanon witness',
      '--witness-key',
    ])
      expect(all).toContain(station);
    expect(said.join('\n').match(/exit code \d+/g)).toEqual(['exit code 1', 'exit code 6']);
  });
});
