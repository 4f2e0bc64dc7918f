/** The certificate of released outcomes: what was protected how, whom it does not reckon with, and the digest of the table. */
import { createHash } from 'node:crypto';
import { SOFTWARE } from '../foundation/software.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { ruleVersionsUnder } from '../rules/catalogue.ts';
import type { Policy } from '../rules/policy.ts';
import type { OutcomeHead } from './outcome-release.store.ts';
import type { OutcomeRow } from './outcome-table.ts';

/** `typ` of the compact JWS. */
export const OUTCOME_CERTIFICATE_TYPE = 'kanon-outcome-certificate+jws';

/** Form of the document that the certificate goes with. */
export const OUTCOME_DOCUMENT = 'kanon-outcome-release/1';

/** It may be read by more people than the table, so it holds a digest and no count. */
export const outcomeCertificateOf = (
  { id, period, scheme, columns }: Pick<OutcomeHead, 'id' | 'period' | 'scheme' | 'columns'>,
  rows: readonly OutcomeRow[],
  policy: Policy,
) => ({
  format: 'kanon-outcome-certificate/1',
  document: OUTCOME_DOCUMENT,
  release: id,
  period,
  scheme,
  policy: policy.number,
  k: policy.k,
  rules: ruleVersionsUnder(policy),
  protectedBy: [
    `each number that an office stored stands for ${policy.k} distinct children or more, or is a zero; what was fewer was pooled or left out at the office, by a method that is public`,
    `between two versions each number of an office stays as it was or moves by ${policy.k} or more; a correction that does not, waits`,
    'no office, also a late or corrected one, is told more of than its own stored report',
  ],
  notApplied: [
    'the rules about contributors: an office is no person, so what it stored may be shown for it alone',
    'complementary suppression: nothing of what offices stored is hidden',
  ],
  notCovered: [
    'background knowledge about a case',
    'what an office itself tells of its numbers',
    'links to counselling: none is made, and no rate is formed',
  ],
  tables: ['state > district > county by benefit', 'district by body and benefit'],
  software: SOFTWARE,
  publishedDigest: outcomeDigest(columns, rows),
});

/** SHA-256, hex, of the canonical JSON of published columns and rows, and of nothing else. */
const outcomeDigest = (columns: readonly string[], rows: readonly OutcomeRow[]): string =>
  createHash('sha256').update(canonicalJson({ columns, rows })).digest('hex');
