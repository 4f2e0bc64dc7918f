/** The benefits in four groups, reported every half-year: trips, school and learning, lunch, participation. */
import type { Benefit, Scheme } from '../scheme.ts';
import {
  AUSFLUG,
  BEFOERDERUNG,
  KLASSENFAHRT,
  LERNFOERDERUNG,
  MITTAG,
  norm,
  SCHULBEDARF,
  TEILHABE,
} from './but-benefits.ts';

const FAHRTEN: Benefit = {
  code: 'FAHRTEN',
  label: { de: 'Ausflüge und Klassenfahrten', en: 'Day trips and class trips' },
  norm: norm('Abs. 2'),
  alsoCalled: ['Fahrt', 'Trips'],
  unites: [AUSFLUG, KLASSENFAHRT],
};

const SCHULE_LERNEN: Benefit = {
  code: 'SCHULE_LERNEN',
  label: { de: 'Schule und Lernen', en: 'School and learning' },
  norm: norm('Abs. 3 bis 5'),
  alsoCalled: ['Schule', 'Lernen'],
  unites: [SCHULBEDARF, BEFOERDERUNG, LERNFOERDERUNG],
};

export const BUT_COUNSELLING_3: Scheme = {
  code: 'but-counselling',
  version: 3,
  frequency: 'half-year',
  validFrom: '2026-01-01',
  validTo: null,
  benefits: [FAHRTEN, SCHULE_LERNEN, MITTAG, TEILHABE],
};
