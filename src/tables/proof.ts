/** The proof of a release, found from its published rows alone, and the digest that ties a certificate to them. */
import { audit } from '../disclosure/audit/audit.ts';
import { type Proof, prove } from '../disclosure/proof/certificate.ts';
import type { Solver } from '../disclosure/program/solver.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import type { Policy } from '../rules/policy.ts';
import { publicView } from './public-view.ts';
import type { ReleaseDocument } from './release-document.ts';

/** SHA-256 of a text in UTF-8, in hexadecimal digits; handed in, since each platform has its own. */
export type Sha256Hex = (text: string) => string;

/**
 * The proof that goes with a release. It is found anew from the published rows alone, so it holds nothing of what the
 * larger system knows: cells that nobody publishes, who stands behind a cell, and earlier releases.
 *
 * throws  RangeError where the table alone is not safe. Cost: one audit.
 */
export function proofOf(
  document: Pick<ReleaseDocument, 'columns' | 'rows'>,
  policy: Policy,
  solver: Solver,
): Proof {
  const view = publicView(document, policy);
  return prove(
    view,
    audit(view, policy.width, solver),
    policy.width,
    Int32Array.from(view.suppressed.keys()),
  );
}

/** The digest that ties a certificate to its table: of the canonical JSON of published columns and rows, and of nothing else. */
export const tableDigest = (
  columns: readonly string[],
  rows: ReleaseDocument['rows'],
  sha256: Sha256Hex,
): string => sha256(canonicalJson({ columns, rows }));
