/** SQL of links: which account an issuer's subject is. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

/** Issuer and subject as its tokens spell them. */
export interface Linked {
  readonly issuer: string;
  readonly subject: string;
}

@Injectable()
export class LinkStore {
  /** The account, and whether something of it was changed since that second, or in it; undefined where there is no link. */
  async find(
    tx: Tx,
    tenant: string,
    { issuer, subject }: Linked,
    issuedAt: number,
  ): Promise<{ readonly account: string; readonly isOld: boolean } | undefined> {
    const [found] = await tx.query<{ account: string; isOld: boolean }>({
      name: 'link-find',
      text: `SELECT l.account, coalesce(to_timestamp($4) <= a.not_before, false) AS "isOld"
             FROM account_link l JOIN account a ON a.tenant = l.tenant AND a.id = l.account
             WHERE l.tenant = $1 AND l.issuer = $2 AND l.subject = $3`,
      values: [tenant, issuer, subject, issuedAt],
    });
    return found;
  }

  /** In place of the one that the account had of this issuer. False where another account has it. */
  async put(tx: Tx, tenant: string, account: string, { issuer, subject }: Linked): Promise<boolean> {
    await tx.query({
      text: 'DELETE FROM account_link WHERE tenant = $1 AND account = $2 AND issuer = $3',
      values: [tenant, account, issuer],
    });
    const made = await tx.query({
      text: `INSERT INTO account_link (tenant, issuer, subject, account) VALUES ($1, $2, $3, $4)
             ON CONFLICT (tenant, issuer, subject) DO NOTHING RETURNING 1`,
      values: [tenant, issuer, subject, account],
    });
    return made.length > 0;
  }
}
