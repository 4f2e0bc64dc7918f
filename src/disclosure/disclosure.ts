/** The package entry `kanon/disclosure`: a table in, what to suppress and the proof out, with a solver of the caller's choice. */

// A table: records crossed with every total, and the rules for it.
export { type CrossTable, crossTable, type TableCells, type TableRules } from './table/cross-table.ts';
export { TOTAL } from './table/hierarchy.ts';
export { type OwnTotal, type OwnTotals, ownTotals } from './table/own-totals.ts';
export {
  thresholdRule,
  dominanceRule,
  minimumFrequencyRule,
  type PrimaryRule,
  pPercentRule,
} from './table/primary-rules.ts';
export { type TableFault, type TableRecord, UnsoundTable } from './table/table-record.ts';

// Anything that adds up, put together cell by cell: linked tables, overlapping regions, several releases.
export { type CellDescription, ContradictoryProblem, ProblemBuilder } from './problem/problem-builder.ts';
export {
  type CellLists,
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
  type Relations,
  UNPUBLISHED,
} from './problem/problem.ts';

// What to suppress, and what a reader can tell from the rest.
export {
  type Effort,
  NoSafePattern,
  type Pattern,
  suppress,
  type SuppressOptions,
} from './search/suppress.ts';
export type { SearchProgress } from './search/search-task.ts';
export { audit, type Audit, type AuditOptions } from './audit/audit.ts';
// Additions and subtractions alone, without a solver: fast, and blind to public domains and whole numbers.
export { gaussPattern } from './elimination/gauss.ts';
export { linearlyDisclosed } from './elimination/linear-audit.ts';
export { eraseSuppressed, type Published } from './problem/published.ts';
export type { LinearProgram, LoadedProgram, Outcome, Solver } from './program/solver.ts';

// The proof for everybody: written down, and checked by addition.
export { type Certificate, type Proof, proofText, prove } from './proof/certificate.ts';
export type { CertificateFinding } from './proof/certificate-finding.ts';
export { type Certified, verifyProof } from './proof/verify.ts';
