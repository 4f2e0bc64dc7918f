/** What `kanon log entries`, `entry`, `statistics`, `checkpoint` and `bundle` say, in both languages. */
import type { Language } from '../../foundation/language.ts';

const de = {
  use: 'So geht es: kanon log entries [Filter], kanon log entry KENNUNG, kanon log cases, kanon log statistics --from MONAT --to MONAT, kanon log checkpoint, kanon log bundle --from ZEITPUNKT --to ZEITPUNKT --out DATEI; jeweils mit --account NAME.',
  head: ['Zeit', 'Rolle', 'Dienststelle', 'Was', 'Wo', 'Ergebnis', 'Gegenstand'],
  none: 'Kein Eintrag passt.',
  caseHead: ['Zeit', 'Dienststelle', 'Gesuchtes Konto', 'Anlass', 'Ergebnis'],
  noCases: 'Niemand hat nach den Einträgen eines Kontos gesucht.',
  more: (cursor: string) => `Weiter geht es mit --cursor ${cursor}`,
  notLimit: '--limit ist eine ganze Zahl von 1 bis 1000.',
  notId: (option: string) => `${option} ist eine Kennung, wie kanon log entries --json sie nennt.`,
  notMoment: (option: string) => `${option} ist ein Zeitpunkt mit Zone wie 2026-11-05T08:00:00+01:00.`,
  notMonths: '--from und --to sind Monate wie 2026-09.',
  needsOut: '--out nennt die neue Datei für das Paket.',
  outThere: 'Die Datei für das Paket gibt es schon; bitte einen anderen Namen wählen. Gelesen wurde nichts.',
  bundleIn: (file: string) => `Das Paket liegt in ${file}; kanon verify prüft es.`,
};

export type LogWords = typeof de;

const en: LogWords = {
  use: 'Use kanon log entries [filters], kanon log entry ID, kanon log cases, kanon log statistics --from MONTH --to MONTH, kanon log checkpoint, kanon log bundle --from MOMENT --to MOMENT --out FILE; each with --account NAME.',
  head: ['Time', 'Role', 'Office', 'Act', 'Where', 'Decision', 'Object'],
  none: 'No entry fits.',
  caseHead: ['Time', 'Office', 'Account looked for', 'Case', 'Decision'],
  noCases: 'Nobody looked for the entries of one account.',
  more: (cursor) => `Go on with --cursor ${cursor}`,
  notLimit: '--limit is a whole number from 1 to 1000.',
  notId: (option) => `${option} is an id as kanon log entries --json names it.`,
  notMoment: (option) => `${option} is a moment with its zone such as 2026-11-05T08:00:00+01:00.`,
  notMonths: '--from and --to are months such as 2026-09.',
  needsOut: '--out names the new file for the bundle.',
  outThere: 'The file for the bundle exists already; please choose another name. Nothing was read.',
  bundleIn: (file) => `The bundle is in ${file}; kanon verify checks it.`,
};

export const LOG_WORDS: Readonly<Record<Language, LogWords>> = { de, en };
