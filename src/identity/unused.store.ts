/** SQL of accounts that nobody uses. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

@Injectable()
export class UnusedStore {
  /** Somebody came in as this account, by whatever way. */
  async wasUsed(tx: Tx, account: string): Promise<void> {
    await tx.query({ name: 'account-was-used', text: 'SELECT account_was_used($1)', values: [account] });
  }

  /** Those with a mailbox that have been unused for so many days and were not told yet; from now on they were. */
  tell(
    tx: Tx,
    days: number,
    most: number,
  ): Promise<{ readonly account: string; readonly name: string; readonly mailbox: string }[]> {
    return tx.query({ text: 'SELECT account, name, mailbox FROM tell_unused($1, $2)', values: [days, most] });
  }

  /** Those that have been unused for so many days; where mails are sent, of those with a mailbox only who was told so long ago. */
  async due(
    tx: Tx,
    tenant: string,
    days: number,
    notice: number | undefined,
    most: number,
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>({
      text: `SELECT id FROM account WHERE tenant = $1 AND active AND used_on <= CURRENT_DATE - $2::integer
               AND ($3::integer IS NULL OR mailbox IS NULL OR told_on <= CURRENT_DATE - $3::integer)
             ORDER BY used_on, id LIMIT $4`,
      values: [tenant, days, notice ?? null, most],
    });
    return rows.map(({ id }) => id);
  }

  /** How many accounts were closed so many days ago and have their name still; at most `most`. */
  async closedWithName(tx: Tx, days: number, most: number): Promise<number> {
    const [row] = await tx.query<{ due: number }>({
      text: 'SELECT closed_with_name($1, $2)::int AS due',
      values: [days, most],
    });
    return row?.due ?? 0;
  }

  /** Their names and mailboxes go, of the longest closed first; how many. */
  async eraseClosedNames(tx: Tx, days: number, most: number): Promise<number> {
    const [row] = await tx.query<{ erased: number }>({
      text: 'SELECT erase_closed_names($1, $2)::int AS erased',
      values: [days, most],
    });
    return row?.erased ?? 0;
  }

  /** Held until the transaction ends; false where it was used or closed meanwhile, or another process is at it. */
  async take(tx: Tx, tenant: string, account: string, days: number): Promise<boolean> {
    const rows = await tx.query({
      text: `SELECT FROM account WHERE tenant = $1 AND id = $2 AND active AND used_on <= CURRENT_DATE - $3::integer
             FOR UPDATE SKIP LOCKED`,
      values: [tenant, account, days],
    });
    return rows.length > 0;
  }
}
