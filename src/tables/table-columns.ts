/** The columns of a summary row: consultations that add up exactly, pupils that do not. */

/** The pooled column counts consultations in cells over several benefits. */
export const NOT_ITEMISED = 'NOT_ITEMISED';
/** The total column counts all consultations reported; it is never a total of what happened. */
export const REPORTED_TOTAL = 'REPORTED_TOTAL';

export type Measure = 'consultations' | 'pupils';

export interface TableColumn {
  readonly measure: Measure;
  /** A benefit code, NOT_ITEMISED or REPORTED_TOTAL. */
  readonly column: string;
}

/**
 * The columns are consultations by benefit, NOT_ITEMISED, REPORTED_TOTAL; then pupils by benefit, which have neither a
 * pooled column nor a total, as a child would count twice.
 *
 * benefits  codes in scheme order
 */
export function columnsOf(benefits: readonly string[]): TableColumn[] {
  const consultations = [...benefits, NOT_ITEMISED, REPORTED_TOTAL];
  return [
    ...consultations.map((column): TableColumn => ({ measure: 'consultations', column })),
    ...benefits.map((column): TableColumn => ({ measure: 'pupils', column })),
  ];
}
