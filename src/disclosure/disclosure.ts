/** The package entry `kanon/disclosure`: a table in, what to hide and the proof out, with a solver of the caller's choice. */

// A table: records crossed with every total, and the rules for it.
export { type CrossTable, crossTable, type TableCells, type TableRules } from './cross-table.ts';
export { TOTAL } from './hierarchy.ts';
export { type OwnTotal, type OwnTotals, ownTotals } from './own-totals.ts';
export { below, dominated, fewerContributorsThan, type PrimaryRule, toldWithin } from './primary-rules.ts';
export { type TableFault, type TableRecord, UnsoundTable } from './table-record.ts';

// Anything that adds up, put together cell by cell: linked tables, overlapping regions, several releases.
export { type CellDescription, ContradictoryProblem, ProblemBuilder } from './problem-builder.ts';
export { type CellLists, LOCKED, OPEN, PRIMARY, type Problem, type Relations, UNKNOWN } from './problem.ts';

// What to hide, and what a reader can tell from the rest.
export { type Effort, NoSafePattern, type Pattern, protect, type ProtectOptions } from './suppress.ts';
export type { Progress } from './improve.ts';
export { audit, type Audit, type AuditOptions } from './audit.ts';
// Additions and subtractions alone, without a solver: fast, and blind to public domains and whole numbers.
export { gaussPattern } from './gauss.ts';
export { linearlyDisclosed } from './linear-audit.ts';
export { publish, type Published } from './published.ts';
export type { LinearProgram, LoadedProgram, Outcome, Solver } from './solver.ts';

// The proof for everybody: written down, and checked by addition.
export { type Certificate, type Proof, proofText, prove } from './certificate.ts';
export type { CertificateFinding } from './certificate-finding.ts';
export { type Certified, verify } from './verify.ts';
