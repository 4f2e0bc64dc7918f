/** Until when versions are maintained, as facts in our own form; what is newer than this list is taken for maintained. */

/**
 * Last day with fixes, by major version.
 *
 * source  Node.js release working group, schedule.json of github.com/nodejs/Release, read on 28 November 2026
 */
const NODE: Readonly<Record<number, string>> = {
  18: '2025-04-30',
  20: '2026-04-30',
  21: '2024-06-01',
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
};

/** source  PostgreSQL Global Development Group, postgresql.org/support/versioning, read on 28 November 2026 */
const POSTGRESQL: Readonly<Record<number, string>> = {
  14: '2026-11-12',
  15: '2027-11-11',
  16: '2028-11-09',
  17: '2029-11-08',
  18: '2030-11-14',
};

/** The last day of a version that is not maintained any more on `today` (ISO days); undefined of any other. */
const endedBy = (
  list: Readonly<Record<number, string>>,
  major: number,
  today: string,
): string | undefined => {
  const end = list[major];
  return end !== undefined && end < today ? end : undefined;
};

/** node  such as 20.20.0 */
export const nodeEnded = (node: string, today: string): string | undefined =>
  endedBy(NODE, Number.parseInt(node, 10), today);

/** version  such as 150004 */
export const serverEnded = (version: number, today: string): string | undefined =>
  endedBy(POSTGRESQL, Math.floor(version / 10_000), today);
