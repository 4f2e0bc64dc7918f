/** SQL of what is told where the host stood for the second person. */
import { Injectable } from '@nestjs/common';
import type { Role } from '../access/actor.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { ApprovedAct } from './approval.store.ts';

/** What the host did, who sat there, and why, in the words of whoever did. */
export interface Notice {
  readonly id: string;
  readonly at: Date;
  readonly what: ApprovedAct;
  readonly account: string;
  /** What is typed at sign-in; null where the reader sees no accounts. */
  readonly name: string | null;
  readonly role: Role;
  readonly operator: string;
  readonly reason: string;
}

const MOST_LISTED = 100;

@Injectable()
export class NoticeStore {
  /** Tells it; what is older than 400 days goes. */
  async put(
    tx: Tx,
    tenant: string,
    { what, account, role, operator, reason }: Omit<Notice, 'id' | 'at' | 'name'>,
  ): Promise<void> {
    await tx.query({
      text: `DELETE FROM host_notice WHERE tenant = $1 AND at < now() - interval '400 days'`,
      values: [tenant],
    });
    await tx.query({
      text: `INSERT INTO host_notice (tenant, what, account, role, operator, reason) VALUES ($1, $2, $3, $4, $5, $6)`,
      values: [tenant, what, account, role, operator, reason],
    });
  }

  /** Those that this account has not acknowledged yet, oldest first. */
  unseen(tx: Tx, tenant: string, reader: string): Promise<Notice[]> {
    return tx.query<Notice>({
      text: `SELECT n.id, n.at, n.what, n.account, a.name, n.role, n.operator, n.reason
             FROM host_notice n LEFT JOIN account a ON a.tenant = n.tenant AND a.id = n.account
             WHERE n.tenant = $1 AND date_trunc('milliseconds', n.at) > coalesce(
               (SELECT o.notices_seen_at FROM account o WHERE o.tenant = $1 AND o.id = $2), '-infinity')
             ORDER BY n.at, n.id LIMIT $3`,
      values: [tenant, reader, MOST_LISTED],
    });
  }

  /** Those up to this moment are acknowledged; never fewer than before. */
  async acknowledge(tx: Tx, tenant: string, reader: string, upTo: Date): Promise<void> {
    await tx.query({
      text: `UPDATE account SET notices_seen_at = greatest(notices_seen_at, least($3, now())) WHERE tenant = $1 AND id = $2`,
      values: [tenant, reader, upTo],
    });
  }
}
