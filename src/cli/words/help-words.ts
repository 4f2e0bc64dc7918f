/** What `kanon help` says in both languages, line beside line. */
import type { Language } from '../../foundation/language.ts';
import { FIGURES_HELP } from './figures-help.ts';
import { HOST_HELP } from './host-help.ts';
import { YEAR_HELP } from './year-help.ts';

const HELP = {
  ...HOST_HELP,
  ...YEAR_HELP,
  ...FIGURES_HELP,
  about: {
    de: 'Kanon sammelt Zahlen zur BuT-Beratung und schützt sie vor dem Speichern. Ohne Befehl startet der Dienst.',
    en: 'Kanon collects figures on BuT counselling and protects them before they are stored. Without a command it starts the service.',
  },
  command: { de: '[Befehl]', en: '[command]' },
  // Commands
  tally: {
    de: 'zählt eine Strichliste (Zeilen Kind;Leistung): Zahlen je Leistung und je Gruppe von Leistungen',
    en: 'counts a tally sheet (lines child,benefit): numbers per benefit and per union of benefits',
  },
  anonymise: {
    de: 'macht aus Strichliste oder Zählung die Meldung, in der kleine Zahlen geschützt sind; nichts verlässt das Gerät',
    en: 'makes of a tally sheet or counts the report that protects small numbers; nothing leaves the device',
  },
  report: {
    de: 'schützt auf dem Gerät, zeigt, was gemeldet wird, gibt es ab und bewahrt die Quittung auf',
    en: 'protects on the device, shows what will be reported, hands it in and keeps the receipt',
  },
  status: {
    de: 'wer gemeldet hat und wer fehlt (--region), oder was aus den eigenen Meldungen wurde (--school)',
    en: 'who has reported and who is missing (--region), or what became of the own reports (--school)',
  },
  factor: {
    de: 'zweiter Faktor des eigenen Kontos: anzeigen (list), Authenticator-App einrichten (totp) oder entfernen (remove), neue Wiederherstellungscodes (recovery)',
    en: 'second factor of the own account: show it (list), set up an authenticator app (totp) or remove it (remove), new recovery codes (recovery)',
  },
  factorWhat: { de: 'list, totp, recovery oder remove', en: 'list, totp, recovery or remove' },
  verify: {
    de: 'prüft eine Quittung und sagt, was im Zugriffsprotokoll stehen muss',
    en: 'verifies a receipt and tells what the access log must show',
  },
  verifyRelease: {
    de: 'prüft, ob eine veröffentlichte Tabelle die bescheinigte ist und der Nachweis ihres Schutzes stimmt',
    en: 'verifies that a published table is the one certified, and that the proof of its protection holds',
  },
  verifyBundle: {
    de: 'prüft ohne Netz und Datenbank ein Paket des Zugriffsprotokolls oder einen Eintrag mit Nachweis',
    en: 'verifies a bundle of the access log, or an entry with its proof, without network and database',
  },
  protect: {
    de: 'schützt eine eigene Tabelle: verbirgt, was zu viel verriete, und prüft, dass sich nichts zurückrechnen lässt',
    en: 'protects a table of your own: hides what would tell too much, and proves that nothing can be calculated back',
  },
  import: {
    de: 'liest eine Liste ein (CSV): regions, schools oder participation; mehr sagt kanon import help',
    en: 'imports a list (CSV): regions, schools or participation; kanon import help tells more',
  },
  dryRunImport: {
    de: 'prüft die Liste nur; gespeichert wird nichts',
    en: 'only checks the list; nothing is stored',
  },
  closesMissing: {
    de: 'schließt mit diesem Tag, was die Liste nicht mehr nennt',
    en: 'closes on this day what the list no longer names',
  },
  force: { de: 'auch wenn das mehr als ein Fünftel wäre', en: 'even where that is more than a fifth' },
  makeAccount: {
    de: 'sieht nach Konten, lädt ein, ändert, setzt zurück, schließt und genehmigt, über den Dienst; legt neben der Datenbank das erste Konto an und zeigt einmal sein Passwort',
    en: 'looks after accounts: invites, changes, resets, closes and approves, through the service; makes the first account beside the database and shows its password once',
  },
  changeParticipation: {
    de: 'ändert, ob und wie eine Schule an einem laufenden Zeitraum teilnimmt, mit Grund',
    en: 'changes whether and how a school takes part in a running period, with its reason',
  },
  kind: {
    de: 'FUNDED: gefördert, OTHER: anders finanziert, VACANT: Stelle nicht besetzt, NONE: nimmt nicht teil',
    en: 'FUNDED: by the programme, OTHER: paid otherwise, VACANT: post vacant, NONE: takes no part',
  },
  reason: { de: 'Grund der Änderung', en: 'why it changes' },
  migrate: {
    de: 'bringt als Eigentümer die Tabellen auf den neuesten Stand und endet',
    en: 'brings the tables up to date as their owner, and ends',
  },
  rehearse: {
    de: 'spielt einen ganzen Zeitraum mit den echten Listen und erfundenen Zahlen durch, misst die Zeit und wirft alles weg',
    en: 'a whole period on the real lists with invented counts, timed, then thrown away',
  },
  help: { de: 'diese Hilfe, oder die zu einem Befehl', en: 'this help, or that of a command' },

  // Arguments and options
  input: { de: 'Datei; - liest die Standardeingabe', en: 'file; - reads standard input' },
  inputReport: {
    de: 'Strichliste, Zählung oder fertige Meldung; - liest die Standardeingabe',
    en: 'tally sheet, counts or a ready report; - reads standard input',
  },
  out: { de: 'schreibt die Zählung in diese Datei', en: 'writes the counts to this file' },
  schemeOfSheet: {
    de: 'Schema der Strichliste, etwa NAME/1; sonst das, das sie in einer Zeile # Schema: NAME/1 nennt, oder das einzige, das zu ihren Leistungen passt',
    en: 'scheme of the tally sheet, such as NAME/1; else the one that it names in a line # Scheme: NAME/1, or the only one that knows its benefits',
  },
  schemeOfPeriod: {
    de: 'Schema des Zeitraums, etwa NAME/1; sonst das einzige dieser Länge, das gilt',
    en: 'scheme of the period, such as NAME/1; else the only one of its length that is in force',
  },
  schemeOfRehearsal: {
    de: 'Schema, nach dem gezählt wird, etwa NAME/1; sonst das der Vorführung',
    en: 'scheme that is counted under, such as NAME/1; else that of the demo',
  },
  policy: {
    de: 'Nummer der Schutzregel des Zeitraums; sonst die der Zählung oder die neueste',
    en: 'number of the policy of the period; else that of the counts, or the newest',
  },
  table: {
    de: 'CSV mit einer Zeile je innerem Feld; - liest die Standardeingabe',
    en: 'CSV with one line an inner cell; - reads standard input',
  },
  hierarchy: {
    de: 'Spalten einer Dimension, gröbste zuerst, mit Komma dazwischen; auch mehrmals. Namen mit Komma in Anführungszeichen',
    en: 'columns of one dimension, coarsest first, with commas; may be repeated. Names with a comma in quotation marks',
  },
  dimensions: {
    de: 'Spalten ohne Stufen, mit Komma dazwischen; auch mehrmals',
    en: 'columns without levels, with commas; may be repeated',
  },
  totals: {
    de: 'Angabe, die eine Summe ist: wird geprüft und weggelassen; auch mehrmals',
    en: 'code that is a sum: it is checked and left out; may be repeated',
  },
  notATotal: {
    de: 'Angabe, die keine Summe ist, auch wenn sie so aussieht; auch mehrmals',
    en: 'code that is no sum, though it looks like one; may be repeated',
  },
  contributors: {
    de: 'Spalte mit den Beitragenden; dann hat ein Feld eine Zeile je Beitragendem',
    en: 'column of contributors; then a cell has a line for each of them',
  },
  minimumContributors: {
    de: 'mit weniger Beitragenden ist ein Feld geheim; sonst 3',
    en: 'a cell with fewer contributors is secret; else 3',
  },
  dominance: {
    de: 'n,Prozent: geheim, wo die n größten Beitragenden mehr als diesen Teil ausmachen',
    en: 'n,percent: secret where the n largest contributors make up more than that share',
  },
  weight: {
    de: 'Spalte mit dem, was Verbergen kostet; nur öffentliche Zahlen',
    en: 'column of what hiding costs; public figures only',
  },
  maxMib: { de: 'größte Datei in MiB; sonst 64', en: 'largest file in MiB; else 64' },
  value: { de: 'Spalte mit den Werten; sonst freq', en: 'column of the values; else freq' },
  k: { de: 'was darunter liegt, ist geheim; sonst 5', en: 'what is below is secret; else 5' },
  zeros: { de: 'ob Nullen geheim sind; sonst published', en: 'whether zeros are secret; else published' },
  attacker: {
    de: 'was man von einem geheimen Feld ohnehin weiß; sonst ge1, bei geschützten Nullen ge0',
    en: 'what is known of a hidden cell anyway; else ge1, and ge0 where zeros are protected',
  },
  objective: {
    de: 'möglichst wenige Felder oder eine kleine Summe verbergen; sonst count',
    en: 'hide few cells, or a small sum of them; else count',
  },
  effort: {
    de: 'schnell oder mit weniger geheimen Feldern; sonst thorough',
    en: 'fast, or with fewer hidden cells; else thorough',
  },
  width: {
    de: 'wie weit die Grenzen jedes geheimen Feldes auseinanderliegen müssen; sonst 1',
    en: 'how far apart the bounds of each hidden cell must lie; else 1',
  },
  outTable: {
    de: 'schreibt die geschützte Tabelle in diese Datei, sonst auf die Standardausgabe',
    en: 'writes the protected table to this file, else to standard output',
  },
  outCertificate: {
    de: 'schreibt den Beweis in diese Datei',
    en: 'writes the proof to this file',
  },
  school: { de: 'amtliche Schulnummer', en: 'official school number' },
  period: { de: 'Zeitraum', en: 'period' },
  region: {
    de: 'amtlicher Schlüssel: Land, Bezirk oder Kreis',
    en: 'official key: state, district or county',
  },
  url: {
    de: 'Adresse des Dienstes; sonst KANON_URL, sonst http://localhost:3000',
    en: 'address of the service; else KANON_URL, else http://localhost:3000',
  },
  account: { de: 'Name des Kontos', en: 'name of the account' },
  passwordFile: {
    de: 'Datei mit dem Passwort; sonst KANON_PASSWORD, sonst wird gefragt',
    en: 'file with the password; else KANON_PASSWORD, else you are asked',
  },
  dryRun: { de: 'nur prüfen, nichts speichern', en: 'check only, store nothing' },
  confirm: {
    de: 'bestätigt, was an der Meldung ungewöhnlich ist, ohne Rückfrage',
    en: 'confirms what is unusual about the report, without being asked',
  },
  yes: { de: 'sendet ohne die Rückfrage „Senden?“', en: 'sends without the question "Send it?"' },
  ifMatch: { de: 'ETag der Fassung, die ersetzt wird', en: 'ETag of the revision that is replaced' },
  receipt: { de: 'bewahrt die Quittung in dieser neuen Datei auf', en: 'keeps the receipt in this new file' },
  only: { de: 'nur Schulen mit diesem Stand', en: 'only schools with this status' },
  level: { de: 'eine Zeile je Teil auf dieser Ebene', en: 'one row a part at this level' },
  by: { de: 'nach Schulform', en: 'by school type' },
  purpose: {
    de: 'wofür die Zahlen sind; steht im Zugriffsprotokoll',
    en: 'what the figures are for; it stands in the access log',
  },
  json: { de: 'JSON auf der Standardausgabe', en: 'JSON on standard output' },
  csv: { de: 'CSV mit Komma', en: 'CSV with commas' },
  csvDe: { de: 'CSV, wie deutsches Excel es öffnet', en: 'CSV as German Excel opens it' },
  published: {
    de: 'Freigabe, wie der Dienst sie ausgibt, oder geschützte Tabelle (CSV) neben --certificate',
    en: 'a release as the service gives it, or a protected table (CSV) beside --certificate',
  },
  certificateOfTable: {
    de: 'Bescheinigung zur Tabelle (JSON)',
    en: 'certificate of the table (JSON)',
  },
  keys: {
    de: 'öffentliche Schlüssel (JWKS): Datei oder Adresse; sonst fragt es den Dienst',
    en: 'public keys (JWKS): file or address; else the service is asked',
  },
  bundle: {
    de: 'Paket (tar) oder Eintrag mit Nachweis (JSON), wie der Dienst sie gibt',
    en: 'bundle (tar) or entry with its proof (JSON), as the service gives them',
  },
  logKeys: {
    de: 'Datei mit dem Schlüssel des Protokolls, wie kanon log status ihn zeigt; einer je Zeile',
    en: 'file with the key of the log, as kanon log status shows it; one a line',
  },
  witnessKeys: {
    de: 'Dateien mit Schlüsseln von Zeugen, die mitsigniert haben müssen',
    en: 'files with keys of witnesses who must have cosigned',
  },
  kept: {
    de: 'Datei mit einem Prüfpunkt eines früheren Tages, den das Protokoll noch enthalten muss',
    en: 'file with a checkpoint of an earlier day, which the log must still hold',
  },
  commitment: {
    de: 'was das Zugriffsprotokoll zeigt, zum Vergleich',
    en: 'what the access log shows, to compare',
  },
  lang: {
    de: 'Sprache; sonst LC_ALL, LC_MESSAGES oder LANG, sonst Deutsch',
    en: 'language; else LC_ALL, LC_MESSAGES or LANG, else German',
  },

  // Witness
  witness: {
    de: 'beobachtet von anderswo das Zugriffsprotokoll eines Dienstes und zeichnet mit, dass es nur wächst',
    en: 'watches the access log of a service from elsewhere and cosigns that it only grows',
  },
  witnessKey: {
    de: 'macht den Schlüssel eines Zeugen und zeigt seine öffentliche Hälfte',
    en: 'makes the key of a witness and shows its public half',
  },
  urlOfLog: { de: 'Adresse des Dienstes', en: 'address of the service' },
  witnessKeyFile: {
    de: 'eigener Schlüssel, von kanon witness-key',
    en: 'own key, made by kanon witness-key',
  },
  logKeyFile: {
    de: 'Datei mit dem öffentlichen Schlüssel des Protokolls; nicht über den Dienst beschaffen',
    en: 'file with the public key of the log; do not get it through the service',
  },
  witnessState: {
    de: 'eigener Ordner für das zuletzt Gesehene und für Beweise',
    en: 'folder of its own for what was seen last, and for evidence',
  },
  every: { de: 'Sekunden zwischen zwei Blicken', en: 'seconds between two looks' },
  once: { de: 'nur ein Blick, etwa für cron', en: 'one look only, such as for cron' },
  witnessName: {
    de: 'Name des Zeugen, etwa witness.ldi.example',
    en: 'name of the witness, such as witness.ldi.example',
  },
  outKey: { de: 'neue Datei für den geheimen Schlüssel', en: 'new file for the secret key' },

  // Headings and what stands below
  'Usage:': { de: 'So geht es:', en: 'Usage:' },
  'Arguments:': { de: 'Angaben:', en: 'Arguments:' },
  'Options:': { de: 'Optionen:', en: 'Options:' },
  'Commands:': { de: 'Befehle:', en: 'Commands:' },
  after: {
    de: `
Ende: 0 getan, 1 fehlgeschlagen oder abgelehnt, 2 falsch aufgerufen, 3 Dienst nicht erreichbar, oder kein Muster schützt die Tabelle, 4 ein Zeuge fand ein verändertes Protokoll, 5 der Nachweis stimmt, aber keine Unterschrift wurde geprüft, 6 die Datei ist von anderer Art, 7 etwas Ungewöhnliches ist zu bestätigen.
Umgebung der Befehle: KANON_URL, KANON_PASSWORD, KANON_CODE, KANON_DEBUG; die des Dienstes steht in docs/operations.md.`,
    en: `
Exit codes: 0 done, 1 failed or refused, 2 wrong use, 3 service not reachable, or no pattern protects the table, 4 a witness found a log that changed, 5 the proof holds, but no signature was checked, 6 the file is of another kind, 7 something unusual has to be confirmed.
Environment of the commands: KANON_URL, KANON_PASSWORD, KANON_CODE, KANON_DEBUG; that of the service is in docs/operations.md.`,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type HelpKey = keyof typeof HELP;

export const isHelpKey = (text: string): text is HelpKey => Object.hasOwn(HELP, text);

export const helpIn =
  (lang: Language) =>
  (key: HelpKey): string =>
    HELP[key][lang];
