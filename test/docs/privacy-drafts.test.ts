/** The privacy drafts beside the program: whatever can be compared is, so that no sentence says what is not so. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { storedForm } from '../../src/access/entry-fields.ts';
import { ROLES } from '../../src/access/actor.ts';
import { RIGHTS } from '../../src/access/rights.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { TOKEN_LIFE } from '../../src/identity/token.ts';
import { passwordFaults } from '../../src/identity/password-rules.ts';
import { NEWEST_POLICY } from '../../src/rules/policy.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { between, pathOf, readDoc, rowsOfTable } from './markdown.ts';

const DRAFTS = ['dpia', 'processing-record', 'privacy-notice', 'roles-and-contracts', 'data-protection'];
const texts = new Map<string, string>();
/** The words of a draft without line breaks. */
const words = (name: string): string => texts.get(name)!.replaceAll(/\s+/g, ' ');
beforeAll(async () => {
  for (const name of DRAFTS) texts.set(name, await readDoc(`docs/${name}.md`));
});

test('every field of an entry of the access log is listed, and no other', () => {
  const listed = rowsOfTable(between(texts.get('processing-record')!, '<!-- entry -->', '<!-- /entry -->'));
  const fields = Object.keys(
    storedForm({
      id: '',
      at: new Date(0),
      tenant: '05',
      actor: undefined,
      action: 'log.read',
      place: {},
      purpose: undefined,
      decision: 'allowed',
      rules: [],
    }),
  );
  expect(listed.map(([field = '']) => field.replaceAll('`', '')).sort()).toEqual(fields.sort());
  expect(listed.filter(([, what = '']) => what.length < 4)).toEqual([]);
});

/** Characters of the shortest password that is taken, alone or beside a second factor. */
async function shortest(alone: boolean): Promise<number> {
  const good = 'vq7xk2mz9rwt4bhjpd';
  for (let length = 1; length <= good.length; length += 1)
    if ((await passwordFaults(good.slice(0, length), [], alone)).length === 0) return length;
  throw new Error('no password is taken');
}

test('figures are those of the program: months of retention, k, minutes of a token, benefits, schools behind a number, password', async () => {
  const { logMonths } = readSettings({});
  const numbers: Readonly<Record<string, number>> = { drei: 3, fünf: 5, sieben: 7 };
  const said = (name: string, pattern: RegExp): number[] =>
    [...words(name).matchAll(pattern)].map(
      ([, figure = '']) => numbers[figure.toLowerCase()] ?? Number(figure),
    );
  const cases: [name: string, pattern: RegExp, is: number][] = [
    ['dpia', /Zugriffsprotokoll: (\d+) Monate/g, logMonths],
    ['processing-record', /Protokoll (\d+) Monate/g, logMonths],
    ['privacy-notice', /Einträge des Protokolls: \[(\d+) Monate\]/g, logMonths],
    ['privacy-notice', /Entries are kept for \[(\d+) months\]/g, logMonths],
    ['data-protection', /\| access log \(Zugriffsprotokoll\)[^|]*\|[^|]*\| (\d+) months/g, logMonths],
    ['dpia', /\bk = (\d+)/g, NEWEST_POLICY.k],
    ['processing-record', /Gruppen von mindestens (\S+) verschiedenen Kindern/g, NEWEST_POLICY.k],
    ['dpia', /Token von (\d+) Minuten/g, TOKEN_LIFE / 60],
    ['data-protection', /tokens of (\d+) minutes/g, TOKEN_LIFE / 60],
    ['dpia', /Passwörter ab (\d+) Zeichen/g, await shortest(true)],
    ['dpia', /neben einem zweiten Faktor ab (\d+)/g, await shortest(false)],
    ['dpia', /(Sieben) Leistungen/g, BUT_COUNSELLING_1.benefits.length],
    ['dpia', /steht für mindestens (\S+) Stellen/g, NEWEST_POLICY.minimumSchools],
  ];
  for (const [name, pattern, is] of cases)
    expect([name, String(pattern), new Set(said(name, pattern))]).toEqual([
      name,
      String(pattern),
      new Set([is]),
    ]);
});

test('what erases itself is told alike everywhere: entries of the log and mails do, reports and accounts do not', () => {
  // The acts of erasing that stand in the log; a third one has to be told in the drafts.
  const acts = Object.keys(RIGHTS).filter((act) => /erase|delete|retention/.test(act));
  expect(acts.sort()).toEqual(['account.erase-names', 'log.erase']);
  expect(words('data-protection')).toContain('Of a closed account name and mailbox go by themselves.');
  expect(words('privacy-notice')).toContain('Name und Postfach eines geschlossenen Kontos nach 30 Tagen');
  expect(words('processing-record')).toContain('Name und Postfach 30 Tage danach von selbst gelöscht');
  expect(words('dpia')).toContain('Name und Postfach geschlossener Konten gehen von selbst');
  expect(words('data-protection')).toContain(
    'Reports, accounts and what belongs to them are not deleted by themselves: the job for them does not exist yet.',
  );
  expect(words('dpia')).toMatch(/Zugriffsprotokoll: 12 Monate oder wie eingestellt, dann von selbst/);
  expect(words('dpia')).toMatch(/Löschlauf für Meldungen und Konten: noch nicht gebaut/);
  expect(words('processing-record')).toMatch(/Protokoll 12 Monate oder wie eingestellt, dann von selbst/);
  expect(words('privacy-notice')).toMatch(/dann löscht das Programm sie von selbst/);
  expect(words('privacy-notice')).toMatch(/Mails, sobald sie verschickt sind/);
  expect(words('processing-record')).toMatch(/Mails nach dem Versand/);
  expect(words('privacy-notice')).toMatch(/Alles Weitere löscht kein Programm von selbst/);
  for (const name of DRAFTS) {
    const unbuilt =
      words(name).match(/[^.|]*(noch nicht gebaut|noch ohne Löschlauf|does not exist yet)[^.|]*/g) ?? [];
    for (const sentence of unbuilt)
      expect([name, sentence, /Protokoll(?! )|Hash-Baum|tree/.test(sentence)]).toEqual([
        name,
        sentence,
        false,
      ]);
  }
});

test('that entries are kept longer is asked for by one and confirmed by another, as the rights have it', () => {
  expect(Object.keys(RIGHTS['log.hold'].reach)).toEqual(['protection-officer']);
  expect(Object.keys(RIGHTS['log.confirm-hold'].reach)).toEqual(['auditor']);
  expect(words('privacy-notice')).toMatch(
    /Die Datenschutzbeauftragten können verlangen, .*höchstens zwölf Monate: Über 14 Tage hinaus gilt das nur, wenn die Revision zustimmt/,
  );
  expect(words('privacy-notice')).not.toMatch(/können Einträge eines Zeitraums länger sperren/);
});

test('who reads the log, and that figures of it are off, is as the rights and settings have it', () => {
  const readers = (act: keyof typeof RIGHTS): string[] => Object.keys(RIGHTS[act].reach);
  for (const act of ['log.read', 'log.entry', 'log.bundle', 'log.statistics'] as const)
    expect([act, readers(act)]).toEqual([act, ['auditor']]);
  expect(words('dpia')).toContain('nur die Revision liest es');
  expect(words('privacy-notice')).toContain('Das Protokoll liest nur, wer die Rolle Revision hat');
  expect(readSettings({}).logStatistics).toBe(false);
  expect(readSettings({ KANON_LOG_STATISTICS: 'agreed' }).logStatistics).toBe(true);
  expect(words('dpia')).toContain('aus, bis `KANON_LOG_STATISTICS=agreed` gesetzt ist');
  expect(words('privacy-notice')).toMatch(
    /Zählen kann es Zugriffe nur je Stelle und Tag, nur ab fünf Konten/,
  );
  for (const name of DRAFTS) expect(words(name)).not.toMatch(/keine Auswertung ist eingebaut/);
});

test('who receives figures and certificates is as the rights have it', () => {
  const [, receivers = ''] = /Empfänger \(d\) \| (Freigaben:[^|]*)\|/.exec(words('processing-record')) ?? [];
  const names: Readonly<Record<string, string>> = {
    district: 'Bezirksregierung',
    state: 'Ministerium',
    'disclosure-officer': 'Statistikstelle',
    reporter: 'Meldende',
    coordinator: 'Koordination',
    auditor: 'Revision',
    'protection-officer': 'Datenschutzbeauftragte',
  };
  const [figures = '', certificates = ''] = receivers.split('Zertifikate:');
  const told = (text: string): string[] => Object.keys(names).filter((role) => text.includes(names[role]!));
  const may = (...acts: (keyof typeof RIGHTS)[]): string[] =>
    ROLES.filter((role) => acts.some((act) => role in RIGHTS[act].reach));
  expect(told(figures).sort()).toEqual(may('summary.read').sort());
  expect(told(certificates.split(';')[0]!).sort()).toEqual(may('certificate.read').sort());
  expect(figures).toContain('Träger (`provider`) keine');
});

test('every file, role and setting that a draft names exists', async () => {
  const settings = await readDoc('src/foundation/settings.ts');
  const migrations = await readdir(pathOf('migrations'));
  expect(migrations.length).toBeGreaterThan(10);
  for (const name of DRAFTS) {
    const text = texts.get(name)!;
    for (const [, file = ''] of text.matchAll(/`((?:src|migrations|docs|test)\/[\w./-]+)`/g))
      expect([name, file, existsSync(pathOf(file))]).toEqual([name, file, true]);
    for (const [setting] of text.matchAll(/KANON_[A-Z_]+/g))
      expect([name, setting, settings.includes(`'${setting}'`)]).toEqual([name, setting, true]);
    for (const [, role = ''] of text.matchAll(/Rolle `([a-z-]+)`/g))
      expect([name, role, (ROLES as readonly string[]).includes(role)]).toEqual([name, role, true]);
  }
});
