/** A report: one school, one period, every benefit exactly once. */

/** Some benefits with the distinct pupils and the consultations behind them, taken together. */
export interface Cell {
  /** One benefit (itemised) or several (pooled), in scheme order. */
  readonly benefits: readonly string[];
  /** Distinct pupils behind all of these benefits together. */
  readonly pupils: number;
  /** Consultations about any of these benefits. */
  readonly consultations: number;
}

export interface Report {
  /** Scheme and version, e.g. `but-counselling/1`. */
  readonly scheme: string;
  /** Number of the policy that the report was made under. */
  readonly policy: number;
  readonly cells: readonly Cell[];
  /** Benefits that nobody asked about: true zeros. */
  readonly none: readonly string[];
  /** Benefits about which nothing is said; their numbers stayed at the school. */
  readonly withheld: readonly string[];
}
