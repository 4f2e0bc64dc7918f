/** What the commands beside the database say in both languages: import, account, period, log, migrate, rehearse. */
import type { InBoth } from '../../foundation/language.ts';
import type { LogRefusalCode } from '../../audit/log-refusal.ts';

export const HOST = {
  // kanon import
  importUse: {
    de: 'So geht es: kanon import regions DATEI, kanon import schools DATEI oder kanon import participation DATEI; mehr sagt kanon import help.',
    en: 'Use: kanon import regions FILE, kanon import schools FILE or kanon import participation FILE; kanon import help tells more.',
  },
  closesGoesWith: {
    de: '--closes-missing und --force gehören zu regions und schools.',
    en: '--closes-missing and --force go with regions and schools.',
  },
  onlyChecked: { de: 'Nur geprüft, nichts gespeichert:', en: 'Only checked, nothing stored:' },
  nothingImported: { de: 'Nichts wurde eingelesen:', en: 'Nothing was imported:' },

  // kanon account
  accountRegion: {
    de: '--region ist ein amtlicher Schlüssel wie 051 oder 05111.',
    en: '--region needs an official key, such as 051 or 05111.',
  },
  accountSchools: {
    de: '--school ist eine amtliche Nummer aus sechs Ziffern, auch mehrere.',
    en: '--school needs official numbers of six digits.',
  },
  accountName: {
    de: 'Ein Konto heißt mit kleinen Buchstaben, Ziffern, Punkten und Bindestrichen.',
    en: 'An account is named in small letters, digits, dots and hyphens.',
  },

  // kanon period
  periodKey: {
    de: 'Ein Zeitraum wird geschrieben wie 2026-Q3.',
    en: 'A period is written like 2026-Q3.',
  },
  periodDays: {
    de: '--opens und --closes sind Tage wie 2026-10-01, der erste nicht nach dem zweiten.',
    en: '--opens and --closes are days such as 2026-10-01, the first not after the second.',
  },

  // kanon log
  logUse: {
    de: 'So geht es: kanon log status, kanon log reopen --account NAME, oder kanon log hold …',
    en: 'Use: kanon log status, kanon log reopen --account NAME, or kanon log hold …',
  },
  reopeningAsked: {
    de: 'Angefordert. Ein neues Protokoll beginnt, sobald innerhalb einer Stunde zwei Personen darum gebeten haben und dieses nicht mehr signiert werden darf; kanon log status zeigt es.',
    en: 'Asked for. A new log begins once two persons have asked within an hour and this one may not be signed any more; kanon log status shows it.',
  },
  noLogYet: {
    de: 'Das Protokoll beginnt mit dem ersten Start des Dienstes.',
    en: 'The log begins with the first start of the service.',
  },

  // kanon migrate
  migrateNeeds: {
    de: 'Bitte DATABASE_URL und DATABASE_OWNER_URL setzen; ohne sie benutzt Kanon seine eigene Datenbank und bringt sie selbst auf den neuesten Stand.',
    en: 'Set DATABASE_URL and DATABASE_OWNER_URL; without them kanon uses its own database and migrates it by itself.',
  },
  schemaCurrent: { de: 'Die Tabellen sind auf dem neuesten Stand.', en: 'The schema is up to date.' },
  schemaBrought: {
    de: 'Die Tabellen wurden auf den neuesten Stand gebracht.',
    en: 'The schema was brought up to date.',
  },

  // kanon rehearse
  rehearseUse: {
    de: 'So geht es: kanon rehearse REGIONEN.csv SCHULEN.csv [SAAT [KINDER]]; KINDER ist, wie viele je Schule im Mittel beraten werden. Alle Zahlen sind erfunden, und nichts bleibt.',
    en: 'Use: kanon rehearse REGIONS.csv SCHOOLS.csv [SEED [PUPILS]], with PUPILS counselled a school, on average; all counts are invented and nothing is kept.',
  },
} as const satisfies Readonly<Record<string, InBoth>>;

/** How an import went, in figures: lines of a list are no counts of a report. */
export const importFigures = (
  read: number,
  added: number,
  updated: number,
  unchanged: number,
  seconds: number,
): InBoth => ({
  de: `${read} gelesen: ${added} neu, ${updated} geändert, ${unchanged} unverändert; ${seconds.toFixed(1).replace('.', ',')} s`,
  en: `${read} read: ${added} added, ${updated} updated, ${unchanged} unchanged; ${seconds.toFixed(1)} s`,
});

export const leftOut = (closed: number, ignored: number, putOff: number): InBoth => ({
  de: `${closed} geschlossen, ${ignored} aus anderen Ländern übergangen, ${putOff} zurückgestellt`,
  en: `${closed} closed, ${ignored} of other Länder ignored, ${putOff} put off`,
});

export const countyOnly = (schools: number): InBoth => ({
  de: `${schools} davon nur ihrem Kreis zugeordnet; nach kanon import regions noch einmal einlesen.`,
  en: `${schools} of them are known by county only; import them again after kanon import regions.`,
});

/** What the database refuses about an account, by the name of its constraint. */
export const ACCOUNT_REFUSALS: Readonly<Record<string, InBoth>> = {
  account_tenant_name_key: {
    de: 'Ein Konto dieses Namens gibt es schon.',
    en: 'An account of that name exists already.',
  },
  scope_fits_role: {
    de: 'Der Bereich passt nicht zur Rolle: Koordination und Leistungsstelle brauchen einen Kreis (--region 05111), ein Bezirk den Bezirk (051), Ministerium und Statistikstelle das Land (05), Meldende und Träger Schulen (--school), die anderen keines davon.',
    en: 'The scope does not fit the role: a coordinator or benefit office needs a county (--region 05111), a district a district (051), state and disclosure officer the Land (05), a reporter or provider schools (--school), the others neither.',
  },
  account_one_side: {
    de: 'Ein Mensch kann nur eines sein: reporter, provider, coordinator oder district, und das nur mit einem Konto.',
    en: 'One human may hold only one of reporter, provider, coordinator and district, and only one account of it.',
  },
  account_tenant_region_fkey: {
    de: 'Diese Region ist nicht bekannt; bitte zuerst die Regionen einlesen.',
    en: 'That region is not known; import the regions first.',
  },
  account_school_tenant_school_fkey: {
    de: 'Eine dieser Schulen ist nicht bekannt; bitte zuerst die Schulen einlesen.',
    en: 'One of these schools is not known; import the schools first.',
  },
};

/** Lines of `kanon log status`. The first word of a line and the order stay in both languages: scripts read them. */
export const logEntries = (all: number, signed: number, waiting: number): InBoth => ({
  de: `entries  ${all}, signiert für ${signed}, ${waiting} warten auf eine Nummer`,
  en: `entries  ${all}, signed for ${signed}, ${waiting} wait for a number`,
});

export const logWitness = (name: string, state: keyof typeof WITNESSING, size: number): InBoth => ({
  de: `witness  ${name}: ${WITNESSING[state]}, bürgt für ${size}`,
  en: `witness  ${name}: ${state}, vouches for ${size}`,
});

const WITNESSING = {
  current: 'auf dem Stand',
  behind: 'zurückgeblieben',
  missing: 'fehlt',
  disagrees: 'widerspricht',
} as const;

export const logStrays = (rows: number): InBoth => ({
  de: `strays   ${rows} wartende Zeilen waren kein Eintrag und wurden beiseitegelegt; siehe docs/operations.md`,
  en: `strays   ${rows} row(s) that waited were no entry and were set aside; see docs/operations.md`,
});

export const folderTakesNothing = (code: string): InBoth => ({
  de: `late     ${code}: Der Ordner, den KANON_CHECKPOINTS nennt, nimmt keine Datei an, also wird nichts signiert. Bitte Platz schaffen oder das Recht geben, dort zu schreiben; dann geht es von selbst weiter.`,
  en: `late     ${code}: the folder that KANON_CHECKPOINTS names takes no file, so nothing is signed. Make room or give the right to write there; signing then goes on by itself.`,
});

export const signsLate = (seconds: number): InBoth => ({
  de: `late     Ein Eintrag wartet seit ${seconds} Sekunden auf seine Signatur: Läuft der Dienst, und was sagen seine Zeilen?`,
  en: `late     an entry waits for its signature for ${seconds} seconds: is the service running, and what do its lines say?`,
});

export const LOG_SIGNS: InBoth = { de: 'signs    ja', en: 'signs    yes' };

/** By the code of the refusal; its English is the message of the refusal itself. */
export const LOG_REFUSALS: Readonly<Record<LogRefusalCode, string>> = {
  'behind-export':
    'Die ausgeleiteten Prüfpunkte kennen mehr Einträge als die Datenbank: Sie wurde aus einer älteren Sicherung zurückgeholt. Bitte die neueste zurückspielen, oder mit kanon log reopen ein neues Protokoll beginnen.',
  'not-consistent':
    'Das Protokoll in der Datenbank ist nicht das, für das die ausgeleiteten Prüfpunkte bürgen. Bitte beides als Beweis aufheben und die passende Sicherung zurückspielen, oder mit kanon log reopen ein neues Protokoll beginnen.',
  'export-missing':
    'Es wurden schon Prüfpunkte signiert, aber der Ordner mit den ausgeleiteten ist leer. Bitte ihn dorthin zurücklegen, wo KANON_CHECKPOINTS ihn nennt, oder mit kanon log reopen ein neues Protokoll beginnen.',
  'export-unreadable':
    'Den neuesten ausgeleiteten Prüfpunkt hat der Schlüssel dieses Protokolls nicht signiert. Bitte den Ordner, den KANON_CHECKPOINTS nennt, aus einer Kopie zurückholen.',
  'other-key':
    'Der Schlüssel im Datenordner ist nicht der dieses Protokolls. Bitte den Datenordner mit seinem Protokollschlüssel zurückholen, oder mit kanon log reopen ein neues Protokoll beginnen.',
  'tree-damaged':
    'Die gespeicherten Hashes des Protokolls ergeben seinen Baum nicht: Sie wurden verändert. Bitte die Datenbank als Beweis aufheben und eine Sicherung zurückspielen.',
};
