/** What the screen of figures says in German: plain sentences, no code. */

const NUMBER = new Intl.NumberFormat('de-DE');

const QUARTER = 'Quartal';

/** `2026-Q2` as a reader says it. */
function periodName(period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return year;
  return `${part.slice(1)}. ${part.startsWith('Q') ? QUARTER : 'Halbjahr'} ${year}`;
}

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
    more: (count: number): string => `und ${count} weitere`,
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
