/** SQL of what takes two persons: asked for by one administrator, answered by another. Its triggers say who may. */
import { Injectable } from '@nestjs/common';
import type { Role } from '../access/actor.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { RegionKey } from '../rules/region.ts';

export const APPROVED_ACTS = ['invite', 'reset', 'change', 'factor'] as const;
export type ApprovedAct = (typeof APPROVED_ACTS)[number];
export const APPROVAL_STATES = ['asked', 'given', 'refused', 'withdrawn', 'expired'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** What is wished for, as far as it is; the database compares it with what is done. */
export interface Wish {
  readonly name?: string | undefined;
  readonly office?: string | undefined;
  readonly region?: RegionKey | undefined;
  readonly mailbox?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Approval {
  readonly id: string;
  readonly what: ApprovedAct;
  readonly account: string;
  /** What is typed at sign-in; null of an invitation that was not given. */
  readonly name: string | null;
  readonly role: Role;
  readonly person: string;
  readonly request: Wish;
  readonly askedBy: string | null;
  readonly askedPerson: string | null;
  readonly askedAt: Date;
  readonly endsAt: Date;
  /** `expired` as soon as it is over, also where nobody has said so yet. */
  readonly state: ApprovalState;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly onHost: string | null;
}

/** What is asked for; of an account that there is, the database reads role and person itself. */
export type NewApproval = Pick<Approval, 'id' | 'what' | 'account' | 'role' | 'person' | 'request'>;

const WHOLE = `SELECT p.id, p.what, p.account, coalesce(a.name, p.request ->> 'name') AS name, p.role, p.person, p.request,
    p.asked_by AS "askedBy", p.asked_person AS "askedPerson", p.asked_at AS "askedAt", p.ends_at AS "endsAt",
    CASE WHEN p.state = 'asked' AND now() >= p.ends_at THEN 'expired' ELSE p.state END AS state,
    p.answered_at AS "answeredAt", p.answered_by AS "answeredBy", p.on_host AS "onHost"
  FROM approval p LEFT JOIN account a ON a.tenant = p.tenant AND a.id = p.account`;
/** Days for which an answered one is listed. */
const LISTED_DAYS = 30;
const MOST_LISTED = 500;

@Injectable()
export class ApprovalStore {
  /** Those that wait and those of late, newest first. */
  list(tx: Tx, tenant: string): Promise<Approval[]> {
    return tx.query<Approval>({
      text: `${WHOLE} WHERE p.tenant = $1 AND p.asked_at > now() - make_interval(days => $2)
             ORDER BY p.asked_at DESC, p.id LIMIT $3`,
      values: [tenant, LISTED_DAYS, MOST_LISTED],
    });
  }

  async one(tx: Tx, tenant: string, id: string): Promise<Approval | undefined> {
    const [approval] = await tx.query<Approval>({
      text: `${WHOLE} WHERE p.tenant = $1 AND p.id = $2`,
      values: [tenant, id],
    });
    return approval;
  }

  /** Asks; what is over is said to be so first, as one account has one wish at a time, and what is old goes. */
  async ask(tx: Tx, tenant: string, asked: NewApproval): Promise<void> {
    await tx.query({
      text: `UPDATE approval SET state = 'expired' WHERE tenant = $1 AND state = 'asked' AND now() >= ends_at`,
      values: [tenant],
    });
    await tx.query({
      text: `DELETE FROM approval WHERE tenant = $1 AND asked_at < now() - interval '400 days'`,
      values: [tenant],
    });
    await tx.query({
      text: `INSERT INTO approval (tenant, id, what, account, role, person, request) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [
        tenant,
        asked.id,
        asked.what,
        asked.account,
        asked.role,
        asked.person,
        JSON.stringify(asked.request),
      ],
    });
  }

  /** Answers it, if nobody has; false where somebody was quicker. */
  async answer(
    tx: Tx,
    tenant: string,
    id: string,
    state: Exclude<ApprovalState, 'asked' | 'expired'>,
    onHost?: string,
  ): Promise<boolean> {
    const rows = await tx.query({
      text: `UPDATE approval SET state = $3, on_host = $4 WHERE tenant = $1 AND id = $2 AND state = 'asked' RETURNING 1`,
      values: [tenant, id, state, onHost ?? null],
    });
    return rows.length > 0;
  }

  /** What was wished for stands in the account now, and is not kept twice. */
  async forget(tx: Tx, tenant: string, id: string): Promise<void> {
    await tx.query({
      text: `UPDATE approval SET request = '{}' WHERE tenant = $1 AND id = $2`,
      values: [tenant, id],
    });
  }

  /** Whether an account has that name, closed or not. */
  async isTaken(tx: Tx, tenant: string, name: string): Promise<boolean> {
    const rows = await tx.query({
      text: 'SELECT 1 FROM account WHERE tenant = $1 AND name = $2',
      values: [tenant, name],
    });
    return rows.length > 0;
  }
}
