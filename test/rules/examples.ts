/** Bodies that the tests share, and the smallest helpers around them. */
import type { CheckContext } from '../../src/rules/check.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { Report } from '../../src/rules/report.ts';
import type { Scheme } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const body = (value: unknown): Uint8Array => bytes(JSON.stringify(value));

/** The example of docs and API: two cells, one of them pooled, one true zero, two withheld. */
export const EXAMPLE: Report = {
  scheme: 'but-counselling/1',
  policy: 1,
  cells: [
    { benefits: ['LERNFOERDERUNG'], pupils: 7, consultations: 19 },
    { benefits: ['AUSFLUG', 'MITTAG', 'TEILHABE'], pupils: 6, consultations: 9 },
  ],
  none: ['KLASSENFAHRT'],
  withheld: ['SCHULBEDARF', 'BEFOERDERUNG'],
};

export const OPEN: CheckContext = { scheme: BUT_COUNSELLING_1, policy: POLICY_1, roll: 300, window: 'open' };

/** The first so many benefits as a scheme of their own: small enough for brute force. */
export const smallScheme = (benefits: number): Scheme => ({
  ...BUT_COUNSELLING_1,
  code: 'small',
  benefits: BUT_COUNSELLING_1.benefits.slice(0, benefits),
});
