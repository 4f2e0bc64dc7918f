/** SQL of mails that wait, and of what became of them. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { OutboxStanding } from './outbox-standing.ts';

export interface WaitingMail {
  readonly id: string;
  readonly account: string;
  readonly sealed: Buffer;
  /** Tries so far, this one too. */
  readonly tries: number;
}

@Injectable()
export class OutboxStore {
  async add(
    tx: Tx,
    tenant: string,
    mails: readonly { readonly id: string; readonly account: string; readonly sealed: Buffer }[],
  ): Promise<void> {
    await tx.query({
      name: 'outbox-add',
      text: `INSERT INTO outbox (tenant, id, account, sealed)
             SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::bytea[])`,
      values: [
        tenant,
        mails.map(({ id }) => id),
        mails.map(({ account }) => account),
        mails.map(({ sealed }) => sealed),
      ],
    });
  }

  /** Mailbox and name of an account that is not closed. */
  async mailboxOf(
    tx: Tx,
    tenant: string,
    account: string,
  ): Promise<{ mailbox: string | null; name: string } | undefined> {
    const [row] = await tx.query<{ mailbox: string | null; name: string }>({
      name: 'outbox-mailbox',
      text: 'SELECT mailbox, name FROM account WHERE tenant = $1 AND id = $2 AND active',
      values: [tenant, account],
    });
    return row;
  }

  /** Of whoever invited the account, as long as that one is active; null where there is none. */
  async mailboxOfInviter(tx: Tx, account: string): Promise<string | null> {
    const [row] = await tx.query<{ mailbox: string | null }>({
      text: 'SELECT mailbox_of_inviter($1) AS mailbox',
      values: [account],
    });
    return row?.mailbox ?? null;
  }

  /** Takes the one that has been due for longest, for so many seconds: until then no other process does. Each take is a try. */
  async claim(tx: Tx, tenant: string, lease: number): Promise<WaitingMail | undefined> {
    const [mail] = await tx.query<WaitingMail>({
      name: 'outbox-claim',
      text: `UPDATE outbox SET due_at = clock_timestamp() + make_interval(secs => $2), tries = tries + 1
             WHERE tenant = $1 AND id = (SELECT id FROM outbox WHERE tenant = $1 AND ended_at IS NULL AND due_at <= clock_timestamp()
               ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
             RETURNING id, account, sealed, tries`,
      values: [tenant, lease],
    });
    return mail;
  }

  /** A code for the mailbox of that account; undefined where there is none to send it to, or one was sent lately. */
  async putMailboxCode(
    tx: Tx,
    account: string,
    hash: Buffer,
  ): Promise<{ mailbox: string; endsAt: Date } | undefined> {
    const [row] = await tx.query<{ mailbox: string; endsAt: Date }>({
      name: 'outbox-mailbox-code',
      text: 'SELECT mailbox, ends_at AS "endsAt" FROM mailbox_code($1, $2)',
      values: [account, hash],
    });
    return row;
  }

  /** Takes the place of what it said. */
  async seal(tx: Tx, tenant: string, id: string, sealed: Buffer): Promise<void> {
    await tx.query({
      name: 'outbox-seal',
      text: 'UPDATE outbox SET sealed = $3 WHERE tenant = $1 AND id = $2 AND ended_at IS NULL',
      values: [tenant, id, sealed],
    });
  }

  /** Nothing of the mail is left but that there was one. */
  async end(tx: Tx, tenant: string, id: string, outcome: 'sent' | 'refused' | 'given-up'): Promise<void> {
    await tx.query({
      name: 'outbox-end',
      text: `UPDATE outbox SET ended_at = now(), outcome = $3, sealed = NULL
             WHERE tenant = $1 AND id = $2 AND ended_at IS NULL`,
      values: [tenant, id, outcome],
    });
  }

  /** The next try comes after so many seconds. */
  async delay(tx: Tx, tenant: string, id: string, seconds: number): Promise<void> {
    await tx.query({
      name: 'outbox-delay',
      text: `UPDATE outbox SET due_at = clock_timestamp() + make_interval(secs => $3)
             WHERE tenant = $1 AND id = $2 AND ended_at IS NULL`,
      values: [tenant, id, seconds],
    });
  }

  /** Rows that ended 30 days ago go. */
  async clear(tx: Tx, tenant: string): Promise<void> {
    await tx.query({
      name: 'outbox-clear',
      text: `DELETE FROM outbox WHERE tenant = $1 AND ended_at < now() - interval '30 days'`,
      values: [tenant],
    });
  }

  async standing(tx: Tx, tenant: string): Promise<OutboxStanding> {
    const [row] = await tx.query<OutboxStanding>({
      text: `SELECT count(*) FILTER (WHERE ended_at IS NULL)::integer AS waiting,
               count(*) FILTER (WHERE ended_at IS NULL AND made_at < now() - interval '15 minutes')::integer AS late,
               count(*) FILTER (WHERE outcome IN ('refused', 'given-up'))::integer AS failed,
               (coalesce(array_agg(account ORDER BY ended_at DESC) FILTER (WHERE outcome IN ('refused', 'given-up')), '{}'))[1:5] AS accounts
             FROM outbox WHERE tenant = $1`,
      values: [tenant],
    });
    return row ?? { waiting: 0, late: 0, failed: 0, accounts: [] };
  }
}
