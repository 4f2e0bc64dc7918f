/** What `kanon participation` says, German and English. */
import type { Participation } from '../../reference/participation.ts';

interface ParticipationWords {
  readonly use: string;
  readonly needsRegion: string;
  readonly needsKind: string;
  readonly head: readonly string[];
  readonly kinds: Readonly<Record<Participation, string>>;
  readonly share: (expected: number, all: number) => string;
  readonly fixed: (moment: string) => string;
  readonly notFixed: string;
}

export const PARTICIPATION_WORDS: Readonly<Record<'de' | 'en', ParticipationWords>> = {
  de: {
    use: 'So geht es: kanon participation list --region KREIS --period ZEITRAUM --account NAME, oder kanon participation SCHULE --period ZEITRAUM --kind ART --reason CODE mit --region KREIS --account NAME, auf dem Server selbst ohne beides.',
    needsRegion:
      'Über den Dienst braucht es --account mit dem Namen des Kontos und --region mit dem Schlüssel des Kreises.',
    needsKind: 'Zu einer Änderung gehören --kind und --reason.',
    head: ['Schule', 'Name', 'Schulform', 'Teilnahme', 'Geändert, weil'],
    kinds: {
      FUNDED: 'gefördert',
      OTHER: 'anders finanziert',
      VACANT: 'Stelle unbesetzt',
      NONE: 'nimmt nicht teil',
    },
    share: (expected, all) => `Erwartet werden ${expected} von ${all} Schulen.`,
    fixed: (moment) => `Der Zeitraum hat seine Schulen am ${moment} festgehalten.`,
    notFixed: 'Der Zeitraum hat noch nicht begonnen und folgt der Liste.',
  },
  en: {
    use: 'Use: kanon participation list --region COUNTY --period PERIOD --account NAME, or kanon participation SCHOOL --period PERIOD --kind KIND --reason CODE with --region COUNTY --account NAME, on the server itself without both.',
    needsRegion:
      'Over the service it takes --account with the name of the account and --region with the key of the county.',
    needsKind: 'A change takes --kind and --reason.',
    head: ['school', 'name', 'type', 'participation', 'changed because'],
    kinds: { FUNDED: 'funded', OTHER: 'funded otherwise', VACANT: 'post vacant', NONE: 'takes no part' },
    share: (expected, all) => `${expected} of ${all} schools are expected.`,
    fixed: (moment) => `The period fixed its schools on ${moment}.`,
    notFixed: 'The period has not opened yet and follows the list.',
  },
};
