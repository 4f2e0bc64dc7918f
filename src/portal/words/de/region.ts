/** What the screen of figures says in German: plain sentences, no code. */
import { periodName } from './period.ts';

const NUMBER = new Intl.NumberFormat('de-DE');

const LEVELS = { state: 'Land', district: 'Regierungsbezirk', county: 'Kreis' } as const;

const de = {
  locale: 'de-DE',
  number: (count: number): string => NUMBER.format(count),
  period: periodName,
  during: (period: string): string =>
    period.length === 4 ? `Im Jahr ${period}` : `Im ${periodName(period)}`,
  /** The name of a region with what it is, where the name does not say so itself. */
  region: (key: string, name: string): string =>
    key.length === 3 && !name.startsWith('Reg') ? `Regierungsbezirk ${name}` : name,
  level: LEVELS as Readonly<Record<'state' | 'district' | 'county', string>>,
  parts: (count: number, level: string): string =>
    level === 'district'
      ? `${count} Regierungsbezirke`
      : level === 'county'
        ? `${count} Kreise und kreisfreie Städte`
        : `${count} Zeilen`,

  granted: 'Beratungen und Bewilligungen nebeneinander',

  column: { NOT_ITEMISED: 'nicht aufgeteilt', REPORTED_TOTAL: 'gemeldet insgesamt' },
  measure: { consultations: 'Beratungen', pupils: 'Schülerinnen und Schüler' },
  allBenefits: 'Alle Leistungen',
  noSchoolType: 'alle Schulformen',

  headline: {
    exact: (during: string, count: string): string => `${during} wurden ${count} Beratungen gemeldet`,
    one: (during: string): string => `${during} wurde 1 Beratung gemeldet`,
    range: (during: string, range: string): string => `${during} wurden ${range} Beratungen gemeldet`,
    nothing: (during: string): string => `${during} wurde keine Beratung gemeldet`,
    hidden: (during: string): string => `${during} wird hier keine Zahl gezeigt`,
    pending: (during: string): string => `${during} haben noch zu wenige Schulen gemeldet`,
    about: (sentence: string, benefit: string): string => `${sentence}: ${benefit}`,
  },

  complete: (reported: number, expected: number): string =>
    `${NUMBER.format(reported)} von ${NUMBER.format(expected)} Schulen haben gemeldet.`,
  gaps: {
    title: 'Was fehlt?',
    schools: (name: string, missing: number): string =>
      missing === 1 ? `${name}: 1 Schule` : `${name}: ${NUMBER.format(missing)} Schulen`,
    missing: (list: string): string => `Noch keine Meldung haben: ${list}.`,
    more: (count: number): string => `${count} weitere`,
    noneMissing: 'Alle erwarteten Schulen haben gemeldet.',
    hidden: (count: number, of: number): string =>
      count === 1
        ? `1 von ${NUMBER.format(of)} Feldern der Tabelle zeigt keine Zahl. Sie ist geheim, damit niemand auf Kinder schließen kann.`
        : `${NUMBER.format(count)} von ${NUMBER.format(of)} Feldern der Tabelle zeigen keine Zahl. Sie sind geheim, damit niemand auf Kinder schließen kann.`,
    noneHidden: 'In dieser Tabelle ist keine Zahl geheim.',
    pending: (names: string): string => `Noch keine Zahl, weil zu wenige Schulen gemeldet haben: ${names}.`,
    pooled: (count: string): string =>
      `${count} Beratungen sind nur für mehrere Leistungen zusammen gemeldet. Darum steht bei den Leistungen oft ein Bereich.`,
  },

  kpi: {
    consultations: 'Gemeldete Beratungen',
    schools: 'Meldende Schulen',
    of: (count: string): string => `von ${count}`,
    cells: 'Felder ohne Zahl',
    cellsWhy: 'geheim oder noch zu früh',
    release: 'Freigabe',
    releaseOf: (day: string): string => `vom ${day}`,
    pooled: (count: string): string => `davon ${count} nicht aufgeteilt`,
    allIn: 'keine Schule fehlt',
    open: (count: number): string =>
      count === 1 ? '1 Schule fehlt' : `${NUMBER.format(count)} Schulen fehlen`,
  },
  waiting: 'Die Zahlen werden geholt.',
  again: 'Noch einmal versuchen',
  purpose: {
    label: 'Zweck',
    ask: 'Wofür brauchen Sie die Zahlen?',
    why: 'Der Zweck steht im Zugriffsprotokoll. Sie können ihn hier jederzeit ändern.',
    byRole: 'Er folgt aus Ihrer Rolle und steht im Zugriffsprotokoll.',
    of: {
      GRANT_REVIEW: 'Zuwendungsprüfung',
      PLANNING: 'Planung',
      STATISTICS: 'Statistik',
      AUDIT: 'Prüfung',
      FEEDBACK: 'Rückmeldung',
    },
  },
  filter: {
    version: 'Fassung',
    newest: 'die neueste',
    versionOf: (version: number): string => `Fassung ${version}`,
    label: 'Auswahl',
    period: 'Zeitraum',
    region: 'Gebiet',
    benefit: 'Leistung',
    level: 'Aufgeteilt nach',
    levels: { district: 'Regierungsbezirken', county: 'Kreisen' },
    schoolTypes: 'Schulformen',
  },
  view: {
    label: 'Darstellung',
    of: { map: 'Karte', table: 'Tabelle', bars: 'Balken', line: 'Zeitreihe' },
    title: (parts: string): string => `Beratungen nach ${parts}`,
    titleOf: (name: string): string => `Beratungen: ${name}`,
    desc: (column: string, period?: string): string =>
      period === undefined ? `Beratungen, ${column}` : `Beratungen, ${column}, ${period}`,
    lineTitle: (column: string): string => `Beratungen im Lauf der Zeit: ${column}`,
    byBenefit: (name: string): string => `Nach Leistung: ${name}`,
    row: 'Gebiet',
    schoolType: 'Schulform',
    schools: 'Meldende Schulen',
    nOfM: (reported: number, expected: number): string =>
      `${NUMBER.format(reported)} von ${NUMBER.format(expected)}`,
    pupils: 'Kinder je Leistung',
    pupilsTable: 'Tabelle der Kinder',
    pupilsHint:
      'Jedes Kind zählt bei einer Leistung einmal. Über mehrere Leistungen lässt sich das nicht zusammenzählen.',
    asTable: 'Als Tabelle zeigen',
    below: (from: string, next: string): string => `${from} bis unter ${next}`,
    from: (from: string): string => `ab ${from}`,
    shadedBy: 'Bei einem Bereich zählt für die Farbe die kleinere Zahl.',
    onePeriod: 'Bisher ist ein Zeitraum freigegeben. Mit dem nächsten entsteht eine Linie.',
    noRelease: 'nicht freigegeben',
    hidden: 'geheim',
  },
  periodShort: (period: string): readonly [string, string] => {
    const [year = '', part = ''] = period.split('-');
    return [part === '' ? year : part, part === '' ? '' : year];
  },
  download: {
    title: 'Herunterladen und zitieren',
    of: {
      xlsx: 'Excel-Arbeitsmappe',
      pdf: 'PDF zur Ablage',
      'csv-de': 'CSV für Excel',
      csv: 'CSV für Programme',
      json: 'JSON',
      'json-stat': 'JSON-stat',
      'sdmx-csv': 'SDMX-CSV',
      'sdmx-structure': 'SDMX-Struktur',
    },
    done: 'Die Datei ist gespeichert.',
    citeTitle: 'So wird die Tabelle zitiert',
  },
  lack: {
    'not-released': {
      title: 'Hier ist noch nichts freigegeben',
      way: 'Zahlen gibt es, sobald die Statistikstelle den Zeitraum geprüft und freigegeben hat.',
    },
    offline: {
      title: 'Der Dienst ist nicht erreichbar',
      way: 'Prüfen Sie die Verbindung. Zahlen werden auf dem Gerät nicht aufgehoben.',
    },
    'not-allowed': {
      title: 'Diese Zahlen dürfen Sie nicht sehen',
      way: 'Ihr Konto sieht andere Gebiete. Wählen Sie oben eines davon.',
    },
    'not-found': {
      title: 'Dazu gibt es keine Zeilen',
      way: 'Wählen Sie ein anderes Gebiet oder einen anderen Zeitraum.',
    },
    busy: {
      title: 'Der Dienst ist gerade ausgelastet',
      way: 'Warten Sie einen Augenblick. Ihre Auswahl bleibt stehen.',
    },
    'signed-out': {
      title: 'Ihre Sitzung ist zu Ende',
      way: 'Melden Sie sich neu an. Die Adresse dieser Seite führt hierher zurück.',
    },
    failed: {
      title: 'Die Zahlen ließen sich nicht lesen',
      way: 'Laden Sie die Seite neu. Bleibt es so, melden Sie es der Verwaltung.',
    },
  },

  source: (stand: string): string => `Quelle: gemeldete Zahlen der Schulen, freigegeben am ${stand}.`,
  cite: (what: {
    region: string;
    period: string;
    version: number;
    released: string;
    id: string;
    read: string;
  }): string =>
    `Kanon: Beratungsstatistik Bildung und Teilhabe, ${what.region}, ${what.period}. Freigabe ${what.version} vom ${what.released}, Kennung ${what.id}. Abgerufen am ${what.read}.`,
  day: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'Europe/Berlin',
    }).format(new Date(iso)),
  and: (names: readonly string[]): string =>
    new Intl.ListFormat('de-DE', { type: 'conjunction' }).format(names),
};

export type RegionWords = typeof de;
export default de;
