/** How mails stand, without an address. */
export interface OutboxStanding {
  readonly waiting: number;
  /** Those that have waited for more than a quarter of an hour. */
  readonly late: number;
  /** Given up within the last 30 days. */
  readonly failed: number;
  /** Accounts of some of these. */
  readonly accounts: readonly string[];
}
