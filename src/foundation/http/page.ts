/** Lists a page at a time: what the store found is one more than asked for where there are more. */

/** Where a page begins, by the id of the last line of the one before, and how many lines it has. */
export interface PageAsked {
  readonly cursor: string | undefined;
  readonly limit: number;
}

interface Page<T> {
  readonly page: readonly T[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/**
 * found  at most `limit` and one more, in the order of the list
 * keyOf  what the next page is asked for by: of the last one of this page
 */
export function pageOf<T>(found: readonly T[], limit: number, keyOf: (last: T) => string): Page<T> {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: found.length > limit && last !== undefined ? keyOf(last) : null };
}
