/** Who has reported, in German. */
import { periodName } from './period.ts';

const de = {
  title: 'Wer hat gemeldet?',
  sub: 'Sie sehen, ob und wann eine Schule gemeldet hat. Zahlen einer Schule sehen Sie nie.',
  period: 'Zeitraum',
  periodName,
  headline: (reported: number, expected: number): string =>
    `${reported} von ${expected} Schulen haben gemeldet`,
  filter: 'Anzeigen',
  all: 'alle',
  status: { reported: 'gemeldet', missing: 'fehlt noch', returned: 'zurückgegeben' } as Readonly<
    Record<string, string>
  >,
  vacant: 'Stelle nicht besetzt',
  school: 'Schule',
  state: 'Stand',
  since: 'seit',
  act: 'Zurückgeben',
  giveBack: 'Zurückgeben',
  reason: 'Grund',
  reasons: {
    SCHOOL_ASKED: 'Die Schule bat darum.',
    WRONG_SCHOOL: 'Die Meldung gehört zu einer anderen Schule.',
    WRONG_PERIOD: 'Die Meldung gehört zu einem anderen Zeitraum.',
    COUNTED_TWICE: 'Dieselben Beratungen meldete schon eine andere Stelle.',
    TEST_REPORT: 'Die Meldung war ein Versuch.',
  } as Readonly<Record<string, string>>,
  givenBack: (name: string): string => `Zurückgegeben: ${name}. Die Schule sieht den Grund.`,
  reminder: 'Liste der fehlenden Schulen (CSV)',
  none: 'Hier ist keine Schule.',
  noPeriod: 'Es gibt noch keinen Zeitraum.',
  moment: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
};

export type CompletenessWords = typeof de;
export default de;
