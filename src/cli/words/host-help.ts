/** What the help says of commands beside the database: periods, accounts, the access log, the surroundings. */
import type { InBoth } from '../../foundation/language.ts';
import { ACT_HELP } from './act-help.ts';
import { PLAN_HELP } from './plan-words.ts';
import { REPORT_ALL_HELP } from './report-all-words.ts';

export const HOST_HELP = {
  ...ACT_HELP,
  ...PLAN_HELP,
  ...REPORT_ALL_HELP,
  accountWhat: {
    de: 'list, me, requests, notices, invite, change, reset, forget-factor, close, approve, refuse oder withdraw, über den Dienst und mit --account; sonst der Name des Kontos, das neben der Datenbank entsteht',
    en: 'list, me, requests, notices, invite, change, reset, forget-factor, close, approve, refuse or withdraw, through the service and with --account; else the name of the account that is made beside the database',
  },
  accountWhich: {
    de: 'Name des Kontos, um das es geht; bei approve, refuse und withdraw die Kennung des Antrags; bei invite ohne --role eine Liste: CSV mit den Spalten name, role, office; dazu region, schools, mailbox, from, to, same_person_as, address (nur für den Brief)',
    en: 'name of the account that it is about; of approve, refuse and withdraw the id of the request; of invite without --role a list: CSV with the columns name, role, office; beside them region, schools, mailbox, from, to, same_person_as, address (for the letter alone)',
  },
  onHost: {
    de: 'approve oder recover am Rechner des Dienstes, solange weniger als zwei verwalten',
    en: 'approve or recover at the host of the service, while fewer than two administer',
  },
  hostReason: {
    de: 'warum der Rechner für die zweite Person steht; Verwaltung, Revision und Datenschutz lesen es',
    en: 'why the host stands for the second person; administrators, auditors and protection officers read it',
  },
  hostFactor: {
    de: 'bei recover: nimmt den verlorenen zweiten Faktor weg, nicht das Passwort',
    en: 'of recover: takes the lost second factor away, not the password',
  },
  stateOfAccount: { de: 'bei list: nur diese', en: 'of list: these alone' },
  mailbox: { de: 'Dienstpostfach, keine Person', en: 'office mailbox, not a person' },
  coverFrom: { de: 'erster Tag einer Vertretung', en: 'first day of a cover' },
  coverTo: { de: 'letzter Tag einer Vertretung', en: 'last day of a cover' },
  letters: {
    de: 'neue Datei für die Briefe (PDF): eine Seite je Person, mit Adresse und Code',
    en: 'new file for the letters (PDF): one page a person, with address and code',
  },
  dryRunInvitations: {
    de: 'prüft die Liste nur; kein Konto entsteht',
    en: 'only checks the list; no account is made',
  },
  role: { de: 'Rolle des Kontos', en: 'role of the account' },
  office: { de: 'Dienststelle, keine Person', en: 'office, not a person' },
  samePersonAs: {
    de: 'ein anderes Konto desselben Menschen; ohne Angabe gilt es als ein weiterer Mensch',
    en: 'another account of the same human; without it, another human is meant',
  },
  accountOfImport: {
    de: 'Konto der Administration: dann geht die Liste über den Dienst (höchstens 4 MiB), sonst in die Datenbank daneben',
    en: 'account of an administrator: then the list goes over the service (4 MiB at most), else into the database beside it',
  },
  operator: {
    de: 'wer das tut, für das Zugriffsprotokoll; der Login der Maschine steht ohnehin darin',
    en: 'who does this, for the access log; the login of the machine stands there in any case',
  },
  opens: {
    de: 'erster Tag für Meldungen; sonst der erste des Zeitraums',
    en: 'first day for reports; else that of the period',
  },
  closes: {
    de: 'letzter Tag; sonst sechs Wochen nach dem Ende',
    en: 'last day; else six weeks after the end',
  },
  log: {
    de: 'wie weit das Zugriffsprotokoll signiert ist (status); zeigt Einträge, Nachweise und Pakete (entries, entry, statistics, checkpoint, bundle; Revision); wer nach einem Konto gesucht hat (cases; Datenschutz); bittet um ein neues, wo das alte nicht mehr signiert werden darf (reopen, zwei Personen); hält Einträge über ihre Frist hinaus (hold: ask, list, confirm, decline, lift; Datenschutz und Revision)',
    en: 'how far the access log is signed (status); shows entries, proofs and bundles (entries, entry, statistics, checkpoint, bundle; auditor); who looked for one account (cases; protection officer); asks for a new one where the old may not be signed any more (reopen, two persons); keeps entries beyond their retention (hold: ask, list, confirm, decline, lift; protection officer and auditor)',
  },
  logWhat: {
    de: 'status neben der Datenbank, entries, entry, cases, statistics, checkpoint, bundle, reopen oder hold',
    en: 'status, beside the database, entries, entry, cases, statistics, checkpoint, bundle, reopen or hold',
  },
  logHow: {
    de: 'bei entry die Kennung; bei hold: ask, list, oder confirm, decline oder lift mit der Kennung',
    en: 'of entry the id; of hold: ask, list, or confirm, decline or lift with the id',
  },
  holdFirst: { de: 'Tag oder Zeitpunkt der ersten Einträge', en: 'day or moment of the first entries' },
  holdBefore: { de: 'Tag oder Zeitpunkt nach den letzten', en: 'day or moment after the last ones' },
  keepUntil: {
    de: 'bis dahin aufbewahren, höchstens zwölf Monate',
    en: 'keep until then, at most twelve months',
  },
  program: {
    de: 'Programme, die sich mit einem eigenen Schlüssel zeigen: anlegen (add), Schlüssel wechseln (key), schließen (close), zeigen (list); neben der Datenbank',
    en: 'programs that show themselves by a key of their own: add, key, close, list; beside the database',
  },
  programWhat: { de: 'list, add, key oder close', en: 'list, add, key or close' },
  programName: { de: 'Name des Programms', en: 'name of the program' },
  programOwner: {
    de: 'Konto der Person, die für das Programm einsteht; wird es geschlossen, endet das Programm',
    en: 'account of the person who answers for the program; where it is closed, the program ends',
  },
  programUntil: { de: 'letzter Tag, höchstens zwei Jahre hin', en: 'last day, at most two years ahead' },
  programKey: {
    de: 'Datei mit dem öffentlichen Schlüssel (JWK oder PEM)',
    en: 'file with the public key (JWK or PEM)',
  },
  programRemove: {
    de: 'Kennung eines Schlüssels, der nicht mehr gilt',
    en: 'id of a key that counts no more',
  },
  keys: {
    de: 'zeigt die Schlüssel des Dienstes (list), macht den nächsten (rotate) oder zieht einen zurück, dem niemand mehr glauben soll (retire); neben der Datenbank',
    en: 'shows the keys of the service (list), makes the next one (rotate), or retires one that nobody is to believe any more (retire); beside the database',
  },
  keysWhat: { de: 'list, rotate oder retire', en: 'list, rotate or retire' },
  keysOf: {
    de: 'tokens, receipts, certificates oder seals; bei retire dazu die Kennung',
    en: 'tokens, receipts, certificates or seals; of retire the id as well',
  },
  doctor: {
    de: 'prüft Datenbank, Ordner und Uhr, auf die sich der Dienst verlässt',
    en: 'checks the database, folders and clock that the service relies on',
  },
} as const satisfies Readonly<Record<string, InBoth>>;
