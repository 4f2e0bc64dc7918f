/** The first page of a provider, in German. */
import { periodName } from './period.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));

const de = {
  headline: (reported: number, of: number): string => `${reported} von ${of} Meldungen sind da`,
  waiting: 'Die Schulen werden geholt.',
  sub: 'Alle Schulen, für die Ihr Träger meldet.',
  nothing: 'Gerade ist nichts zu melden: Kein Zeitraum ist offen, oder zu Ihrem Konto gehört keine Schule.',
  schools: 'Ihre Schulen',
  search: 'Suchen nach Name oder Schulnummer',
  filter: 'Anzeigen',
  none: 'Keine Schule passt dazu.',
  school: 'Schule',
  period: 'Zeitraum',
  state: 'Stand',
  toDo: 'Meldung',
  states: { all: 'alle', missing: 'fehlt', returned: 'zurückgegeben', reported: 'gemeldet' },
  acts: { missing: 'Melden', returned: 'Verbessern', reported: 'Ändern' },
  until: (iso: string): string => `Abgabe bis ${day(iso)}`,
  day,
  periodName,
};

export type ProviderWords = typeof de;
export default de;
