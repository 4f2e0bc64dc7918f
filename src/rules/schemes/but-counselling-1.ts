/** Counselling on education and participation benefits: the seven of the law, reported every quarter. */
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

export const BUT_COUNSELLING_1: Scheme = {
  code: 'but-counselling',
  version: 1,
  frequency: 'quarter',
  validFrom: '2026-01-01',
  validTo: null,
  benefits: [AUSFLUG, KLASSENFAHRT, SCHULBEDARF, BEFOERDERUNG, LERNFOERDERUNG, MITTAG, TEILHABE],
};
