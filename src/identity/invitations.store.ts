/** SQL of many invitations at once: a few statements, however many accounts they make. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { Account } from './account.ts';
import { isOfOneHuman } from './account-refusals.ts';

/** An account to be, with what an invitation says beside. */
export interface NewInvited extends Account {
  readonly mailbox?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

@Injectable()
export class InvitationsStore {
  /** Those of these regions that there are. */
  async regions(tx: Tx, tenant: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ key: string }>({
      text: 'SELECT key FROM region WHERE tenant = $1 AND key = ANY ($2)',
      values: [tenant, keys],
    });
    return new Set(rows.map(({ key }) => key));
  }

  /** The human behind each of these accounts, by its name, as far as there are such accounts and one may see them. */
  async persons(tx: Tx, tenant: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ name: string; person: string }>({
      text: 'SELECT name, person FROM account WHERE tenant = $1 AND name = ANY ($2)',
      values: [tenant, names],
    });
    return new Map(rows.map(({ name, person }) => [name, person]));
  }

  /** What is stored from here on can be taken back without the rest of the transaction. */
  async mark(tx: Tx): Promise<void> {
    await tx.query({ text: 'SAVEPOINT before_invitations' });
  }

  async takeBack(tx: Tx): Promise<void> {
    await tx.query({ text: 'ROLLBACK TO SAVEPOINT before_invitations' });
  }

  /**
   * Makes an account for a human who has others already.
   *
   * returns  false where this human may not hold it beside those; what was stored before stays
   */
  async createBeside(tx: Tx, tenant: string, by: string | undefined, account: NewInvited): Promise<boolean> {
    await tx.query({ text: 'SAVEPOINT before_account' });
    try {
      await this.create(tx, tenant, by, [account]);
      return true;
    } catch (error) {
      if (!isOfOneHuman(error)) throw error;
      await tx.query({ text: 'ROLLBACK TO SAVEPOINT before_account' });
      return false;
    }
  }

  /** Makes those whose name is free. */
  async create(
    tx: Tx,
    tenant: string,
    by: string | undefined,
    accounts: readonly NewInvited[],
  ): Promise<void> {
    const column = <K extends keyof NewInvited>(key: K): (NewInvited[K] | null)[] =>
      accounts.map((account) => account[key] ?? null);
    await tx.query({
      text: `INSERT INTO account (tenant, invited_by, id, name, person, office, role, region, mailbox, valid_from, valid_to)
             SELECT $1, $2::uuid, made.*
             FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[], $11::date[]) AS made
             ON CONFLICT DO NOTHING`,
      values: [
        tenant,
        by ?? null,
        column('id'),
        column('name'),
        column('person'),
        column('office'),
        column('role'),
        column('region'),
        column('mailbox'),
        column('from'),
        column('to'),
      ],
    });
  }

  /** Those of these ids that are accounts now. */
  async stored(tx: Tx, tenant: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>({
      text: 'SELECT id FROM account WHERE tenant = $1 AND id = ANY ($2::uuid[])',
      values: [tenant, ids],
    });
    return new Set(rows.map(({ id }) => id));
  }

  async putSchools(tx: Tx, tenant: string, accounts: readonly NewInvited[]): Promise<void> {
    const pairs = accounts.flatMap(({ id, schools }) => schools.map((school) => ({ id, school })));
    await tx.query({
      text: `INSERT INTO account_school (tenant, account, school) SELECT $1, * FROM unnest($2::uuid[], $3::text[])`,
      values: [tenant, pairs.map(({ id }) => id), pairs.map(({ school }) => school)],
    });
  }

  /** One code for each of these new accounts; the last moment of all of them. */
  async putCodes(
    tx: Tx,
    tenant: string,
    by: string | undefined,
    codes: readonly { readonly account: string; readonly hash: Buffer }[],
    days: number,
  ): Promise<Date> {
    const [row] = await tx.query<{ ends: Date }>({
      text: `WITH made AS (
               INSERT INTO account_code (tenant, account, hash, kind, made_by, ends_at)
               SELECT $1, account, hash, 'activation', $2, now() + make_interval(days => $3)
               FROM unnest($4::uuid[], $5::bytea[]) AS code (account, hash)
               RETURNING ends_at)
             SELECT max(ends_at) AS ends FROM made`,
      values: [tenant, by ?? null, days, codes.map(({ account }) => account), codes.map(({ hash }) => hash)],
    });
    if (!row) throw new TypeError('codes were not stored');
    return row.ends;
  }
}
