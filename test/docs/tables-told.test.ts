/** What the drafts on privacy say of tables: all of them are told, and what goes by itself goes so in the program. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asSuperuser } from '../../src/embedded/postgres.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { between, pathOf, readDoc, rowsOfTable } from './markdown.ts';

/** What each table that holds something of staff is called in the two drafts that list the data of staff. */
const IN_GERMAN: Readonly<Record<string, RegExp>> = {
  access_entry: /Protokoll/,
  account: /Kontoname/,
  account_code: /Einmalcode|Code, der nur einmal gilt/,
  account_link: /verknüpft/,
  account_school: /Schulen/,
  account_totp: /Geheimnis (der|Ihrer) App, versiegelt/,
  approval: /Anträge/,
  benefit_body: /für welche Träger/,
  device_grant: /Geräte und Programme|Melden Sie ein Gerät/,
  draft_key: /Schlüssel (der|Ihrer) Entwürfe/,
  factor_tries: /falsche[r]? Codes/,
  host_notice: /Login der Maschine/,
  log_hold: /Sperre/,
  log_hold_word: /bestätigte, ablehnte oder aufhob/,
  log_reopening: /Protokoll/,
  outbox: /Mails/,
  outcome: /Bewilligungen/,
  participation: /Teilnahme/,
  participation_change: /Teilnahme/,
  passkey: /Passkeys/,
  period: /wieder öffneten?/,
  period_school: /Schule/,
  program: /Programme, für die es antwortet|Melden Sie ein Gerät oder ein Programm an/,
  program_key: /Programme, für die es antwortet|von einem Programm auch der öffentliche Schlüssel/,
  recovery_code: /Wiederherstellungscodes/,
  report: /Meldung/,
  report_hand: /(abgaben oder lasen)/,
  report_return: /zurückgab/,
  reminder: /Erinnerungen/,
  reservation: /Bedenken/,
  session: /Sitzungen/,
  sign_in_try: /Anmeldeversuche/,
};

const namesIn = (cell = ''): string[] => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name = '']) => name);
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Each statement that deletes, from the word on, of the whole program; `${table}` stands for each of the list before it. */
function deletions(): { table: string; text: string }[] {
  const files = readdirSync(pathOf('src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(pathOf('src'), file), 'utf8');
    return [...text.matchAll(/DELETE FROM (\w+|\$\{table\})([^`;]*)/g)].flatMap(
      ([, table = '', rest = '']) => {
        if (table !== '${table}') return [{ table, text: rest }];
        const list = /\[([^\]]*)\]\.map\(\(table\)/.exec(text)?.[1] ?? '';
        return [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => ({ table: name, text: rest }));
      },
    );
  });
}

let database: FreshDatabase;
let stored: string[];
/** Tables that a function of the database, or a role of the service, deletes from. */
let byFunction: string[];
let byRight: string[];
let told: string[][];
let retention: string[][];
beforeAll(async () => {
  database = await freshDatabase();
  const ask = async (text: string): Promise<string[]> =>
    asSuperuser(database.superUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(text);
      return rows.map(({ name }) => name);
    });
  stored = await ask(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
  );
  byFunction = await ask(
    `SELECT (regexp_matches(prosrc, 'DELETE FROM (\\w+)', 'g'))[1] AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
  );
  byRight = await ask(
    `SELECT DISTINCT table_name AS name FROM information_schema.role_table_grants
     WHERE table_schema = 'public' AND privilege_type = 'DELETE' AND grantee LIKE 'kanon\\_%' AND grantee <> 'kanon_owner'`,
  );
  const text = await readDoc('docs/data-protection.md');
  told = rowsOfTable(between(text, '<!-- tables -->', '<!-- /tables -->'));
  retention = rowsOfTable(between(text, '<!-- retention -->', '<!-- /retention -->'));
});
afterAll(() => database.drop());

test('every table of the database has a row in "What is in it", and no row names one that there is not', () => {
  expect(stored.length).toBeGreaterThan(40);
  expect(sorted(told.flatMap(([, , , tables]) => namesIn(tables)))).toEqual(sorted(stored));
});

test('what the drafts in German say of staff leaves out no table that holds something of them', async () => {
  const ofStaff = sorted(
    told.filter(([, whom]) => whom?.includes('staff')).flatMap(([, , , tables]) => namesIn(tables)),
  );
  expect(ofStaff).toEqual(Object.keys(IN_GERMAN).sort());
  for (const draft of ['privacy-notice', 'processing-record']) {
    const words = (await readDoc(`docs/${draft}.md`))
      .split('## Summary in English')[0]!
      .replaceAll(/\s+/g, ' ');
    for (const table of ofStaff)
      expect([draft, table, IN_GERMAN[table]!.test(words)]).toEqual([draft, table, true]);
  }
});

/** How the rows of a table go, by the table of retention; the figure without brackets stands in the program. */
const how = (table: string): { kept: string; goes: string } => {
  const rows = retention.filter(([what]) => namesIn(what).includes(table));
  if (rows.length !== 1) throw new Error(`${table} has ${rows.length} rows in the table of retention`);
  return { kept: rows[0]![2]!, goes: rows[0]![3]! };
};

test('what is told to go by itself or with an act is what the program deletes, and nothing else', () => {
  const deleted = sorted([...deletions().map(({ table }) => table), ...byFunction]);
  expect(deleted).toEqual(
    sorted(
      retention
        .filter(([, , , goes]) => /^(by itself|with an act)/.test(goes!))
        .flatMap(([what]) => namesIn(what)),
    ),
  );
  // Nor may it delete anything else.
  expect(byRight.filter((table) => !deleted.includes(table))).toEqual([]);
  expect(byRight.length).toBeGreaterThan(10);
});

test('what goes once its time is over goes by itself, after the days that the program has', () => {
  const over = deletions().filter(({ text }) => /\b(at|[a-z]+_at) < now\(\)/.test(text));
  // Entries go by the retention of the log, and their places in the line by the sequencer.
  expect(sorted([...over.map(({ table }) => table), 'access_entry', 'log_pending'])).toEqual(
    sorted(
      retention.filter(([, , , goes]) => goes!.startsWith('by itself')).flatMap(([what]) => namesIn(what)),
    ),
  );
  const days = over.flatMap(({ table, text }) => {
    const figure = /interval '(\d+ days)'/.exec(text)?.[1];
    return figure === undefined ? [] : [[table, figure]];
  });
  expect(days.map(([table]) => table).sort()).toEqual(['approval', 'host_notice', 'outbox', 'session']);
  for (const [table, figure] of days) expect([table, how(table!).kept]).toEqual([table, figure]);
});

test('the drafts in German give the same days', async () => {
  for (const draft of ['dpia', 'privacy-notice', 'processing-record']) {
    const words = (await readDoc(`docs/${draft}.md`)).replaceAll(/\s+/g, ' ');
    const figure = (pattern: RegExp): string | undefined => {
      const found = pattern.exec(words)?.[1];
      return found && `${found} days`;
    };
    expect([draft, figure(/Sitzungen (\d+) Tage nach ihrem Ende/)]).toEqual([draft, how('session').kept]);
    expect([draft, figure(/Hinweise (?:des Betriebs )?nach (\d+) Tagen/)]).toEqual([
      draft,
      how('approval').kept,
    ]);
    expect(how('host_notice').kept).toBe(how('approval').kept);
    // What has no job yet is told nowhere to go by itself, and what goes is told nowhere to stay.
    expect(words).not.toMatch(/Sitzungen[^.;]*noch ohne Löschlauf/);
    expect(words).not.toMatch(/Sitzungen: \[/);
  }
});
