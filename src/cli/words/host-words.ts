/** What the commands beside the database say in both languages: import, account, period, log, migrate, rehearse. */
import type { InBoth, Language } from '../../foundation/language.ts';
import type { PeriodStanding } from '../../reference/collection-period.ts';

export const HOST = {
  // kanon import
  importUse: {
    de: 'So geht es: kanon import regions DATEI, kanon import schools DATEI oder kanon import participation DATEI; mit --account NAME über den Dienst, sonst auf dem Server selbst; mehr sagt kanon import help.',
    en: 'Use: kanon import regions FILE, kanon import schools FILE or kanon import participation FILE; with --account NAME over the service, else on the server itself; kanon import help tells more.',
  },
  closesGoesWith: {
    de: '--closes-missing und --force gehören zu regions und schools.',
    en: '--closes-missing and --force go with regions and schools.',
  },
  listTooLarge: {
    de: 'Über den Dienst gehen Listen bis 4 MiB; größere liest kanon import auf dem Server selbst ein.',
    en: 'Lists of up to 4 MiB go over the service; kanon import on the server itself takes larger ones.',
  },
  operatorIsAccount: {
    de: '--operator gehört zum Einlesen auf dem Server selbst; mit --account steht das Konto im Protokoll.',
    en: '--operator goes with an import on the server itself; with --account the account stands in the log.',
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

  noPeriods: { de: 'Es gibt noch keinen Zeitraum.', en: 'There is no period yet.' },

  // kanon log
  logUse: {
    de: 'So geht es: kanon log status, kanon log entries …, kanon log reopen --account NAME, oder kanon log hold …',
    en: 'Use: kanon log status, kanon log entries …, kanon log reopen --account NAME, or kanon log hold …',
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
    de: 'So geht es: kanon rehearse REGIONEN.csv SCHULEN.csv [SAAT [KINDER]] [--scheme NAME]; KINDER ist, wie viele je Schule im Mittel beraten werden. Alle Zahlen sind erfunden, und nichts bleibt.',
    en: 'Use: kanon rehearse REGIONS.csv SCHOOLS.csv [SEED [PUPILS]] [--scheme NAME], with PUPILS counselled a school, on average; all counts are invented and nothing is kept.',
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

export const leftOut = (closed: number, ignored: number): InBoth => ({
  de: `${closed} geschlossen, ${ignored} aus anderen Ländern übergangen`,
  en: `${closed} closed, ${ignored} of other Länder ignored`,
});

export const countyOnly = (schools: number): InBoth => ({
  de: `${schools} davon nur ihrem Kreis zugeordnet; nach kanon import regions noch einmal einlesen.`,
  en: `${schools} of them are known by county only; import them again after kanon import regions.`,
});

/** Heads of the columns of `kanon period list`. */
export const PERIOD_HEAD: Readonly<Record<Language, readonly string[]>> = {
  de: ['Zeitraum', 'Stand', 'von', 'bis', 'Schema', 'Schutzregel'],
  en: ['Period', 'State', 'From', 'To', 'Scheme', 'Policy'],
};

/** Where a period stands today. */
export const STANDING_WORDS: Readonly<Record<PeriodStanding, InBoth>> = {
  upcoming: { de: 'noch nicht offen', en: 'upcoming' },
  open: { de: 'offen', en: 'open' },
  over: { de: 'vorbei', en: 'over' },
  frozen: { de: 'eingefroren', en: 'frozen' },
  released: { de: 'freigegeben', en: 'released' },
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

/** First line of `kanon rehearse`. */
export const rehearsalOf = (seed: number, pupils: number): InBoth => ({
  de: `Saat ${seed}, ${pupils} beratene Kinder je Schule; alle Zahlen sind erfunden`,
  en: `seed ${seed}, ${pupils} pupils counselled a school; all counts are invented`,
});

/** Its last one. */
export const peakMemory = (megabytes: number): InBoth => ({
  de: `höchstens ${megabytes} MB Speicher (dieser Prozess, mit dem Thread, der schützt)`,
  en: `peak memory ${megabytes} MB (this process, with the protection thread)`,
});
