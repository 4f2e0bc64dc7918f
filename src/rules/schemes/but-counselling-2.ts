/** The same seven benefits, reported every half-year: more pupils stand behind a cell, so fewer are pooled. */
import type { Scheme } from '../scheme.ts';
import {
  AUSFLUG,
  BEFOERDERUNG,
  KLASSENFAHRT,
  LERNFOERDERUNG,
  MITTAG,
  SCHULBEDARF,
  TEILHABE,
} from './but-benefits.ts';

export const BUT_COUNSELLING_2: Scheme = {
  code: 'but-counselling',
  version: 2,
  frequency: 'half-year',
  validFrom: '2026-01-01',
  validTo: null,
  benefits: [AUSFLUG, KLASSENFAHRT, SCHULBEDARF, BEFOERDERUNG, LERNFOERDERUNG, MITTAG, TEILHABE],
};
