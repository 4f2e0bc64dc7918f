/**
 * A period's way, named by what happens to it; nothing else writes its row. Each step takes place only from the state
 * that comes before it, whatever was read earlier (compare-and-set): of two processes or officers one makes it, and the
 * other learns that it did not.
 */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { PeriodOutcome } from './period-change.ts';
import type {
  Completeness,
  CorrectionChoice,
  FrozenPeriod,
  PeriodOfficer,
  PeriodProgress,
  ReleaseRequest,
} from './period-progress.ts';

@Injectable()
export class Periods {
  /** Opens a period under a policy; false where it is there already, or the policy is not. */
  async open(
    tx: Tx,
    tenant: string,
    period: { key: PeriodKey; scheme: string; policy: number; opensOn: string; closesOn: string },
  ): Promise<boolean> {
    await tx.query({ text: 'SELECT open_year($1)', values: [period.key] });
    return changed(tx, {
      text: `INSERT INTO period (tenant, key, scheme, policy, k, opens_on, closes_on)
             SELECT $1, $2, $3, number, k, $5, $6 FROM policy WHERE tenant = $1 AND number = $4
             ON CONFLICT DO NOTHING RETURNING key`,
      values: [tenant, period.key, period.scheme, period.policy, period.opensOn, period.closesOn],
    });
  }

  /** Throws not-found. */
  async progress(tx: Tx, tenant: string, period: PeriodKey): Promise<PeriodProgress> {
    const [row] = await tx.query<PeriodProgress>({
      text: `SELECT state, opens_on::text AS "opensOn", closes_on::text AS "closesOn", frozen_person AS "frozenPerson", release_asked_at IS NOT NULL AS asked, release_failure AS failure,
               thaw_asked_at AS "thawAskedAt", thaw_asked_by AS "thawAskedBy", thaw_asked_person AS "thawPerson",
               thaw_asked_at + interval '72 hours' AS "thawEndsAt", coalesce(thaw_asked_at > now() - interval '72 hours', false) AS "thawAsked",
               (now() AT TIME ZONE 'Europe/Berlin')::date::text AS today
             FROM period WHERE tenant = $1 AND key = $2`,
      values: [tenant, period],
    });
    if (!row) throw problems.notFound();
    return row;
  }

  /** Its days, before the first report; both `YYYY-MM-DD`, in their order. */
  changeDays(
    tx: Tx,
    period: PeriodKey,
    { opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string },
  ): Promise<PeriodOutcome> {
    return outcomeOf(tx, 'change_period_days($1, $2, $3)', [period, opensOn, closesOn]);
  }

  /** A later last day. */
  prolong(tx: Tx, period: PeriodKey, closesOn: string): Promise<PeriodOutcome> {
    return outcomeOf(tx, 'prolong_period($1, $2)', [period, closesOn]);
  }

  /** Takes a period away on which nothing hangs. */
  withdraw(tx: Tx, period: PeriodKey): Promise<PeriodOutcome> {
    return outcomeOf(tx, 'withdraw_period($1)', [period]);
  }

  /** For who is about to freeze: until the end of the transaction nothing comes in. */
  async completeness(tx: Tx, period: PeriodKey): Promise<Completeness> {
    const [row] = await tx.query<Completeness>({
      text: 'SELECT expected, reported FROM completeness_before_freeze($1)',
      values: [period],
    });
    return row ?? { expected: 0, reported: 0 };
  }

  /** Asks that a frozen period be thawed; false where it is not frozen, is about to be released, or somebody asks already. */
  askThaw(tx: Tx, tenant: string, period: PeriodKey, by: PeriodOfficer): Promise<boolean> {
    return changed(tx, {
      text: `UPDATE period SET thaw_asked_at = now(), thaw_asked_by = $3, thaw_asked_person = $4
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_asked_at IS NULL
               AND (thaw_asked_at IS NULL OR thaw_asked_at <= now() - interval '72 hours') RETURNING key`,
      values: [tenant, period, by.account, by.person],
    });
  }

  /** Takes reports again as before the freeze; false where nobody asks for it any more, or it is about to be released. */
  thaw(tx: Tx, tenant: string, period: PeriodKey, by: PeriodOfficer): Promise<boolean> {
    return changed(tx, {
      text: `UPDATE period SET state = 'open', frozen_at = NULL, frozen_by = NULL, frozen_person = NULL, release_failure = NULL,
               thawed_at = now(), thawed_by = $3, thawed_person = $4
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_asked_at IS NULL
               AND thaw_asked_at > now() - interval '72 hours' RETURNING key`,
      values: [tenant, period, by.account, by.person],
    });
  }

  /** No report comes in any more; waits for those on their way. False where the period was not open. */
  freeze(tx: Tx, tenant: string, period: PeriodKey, by: PeriodOfficer): Promise<boolean> {
    return changed(tx, {
      text: `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = $3, frozen_person = $4
             WHERE tenant = $1 AND key = $2 AND state = 'open' RETURNING key`,
      values: [tenant, period, by.account, by.person],
    });
  }

  /** Has the publisher release a frozen period; false where it is not frozen, or was asked for already. */
  askRelease(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    by: PeriodOfficer,
    corrections: CorrectionChoice | null,
  ): Promise<boolean> {
    return changed(tx, {
      text: `UPDATE period SET release_asked_at = now(), release_asked_by = $3, release_asked_person = $4, release_failure = NULL,
               release_corrections = $5
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_asked_at IS NULL RETURNING key`,
      values: [tenant, period, by.account, by.person, corrections],
    });
  }

  /** Every frozen period, by key. */
  frozen(tx: Tx, tenant: string): Promise<FrozenPeriod[]> {
    return tx.query({
      name: 'periods-frozen',
      text: `SELECT key, release_request IS NOT NULL AS asked FROM period WHERE tenant = $1 AND state = 'frozen' ORDER BY key`,
      values: [tenant],
    });
  }

  /** Keeps a frozen period so to the end of the transaction; false where it is not frozen. */
  holdFrozen(tx: Tx, tenant: string, period: PeriodKey): Promise<boolean> {
    return changed(tx, {
      text: `SELECT FROM period WHERE tenant = $1 AND key = $2 AND state = 'frozen' FOR UPDATE`,
      values: [tenant, period],
    });
  }

  /** What a frozen period waits for; undefined where nobody asked for its release. */
  async request(tx: Tx, tenant: string, period: PeriodKey): Promise<ReleaseRequest | undefined> {
    const [row] = await tx.query<ReleaseRequest>({
      text: `SELECT release_request AS request, release_corrections AS corrections FROM period
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_request IS NOT NULL`,
      values: [tenant, period],
    });
    return row;
  }

  /** Its figures are out; false where the period does not wait for this request any more. */
  release(tx: Tx, tenant: string, period: PeriodKey, request: string): Promise<boolean> {
    return changed(tx, {
      text: `UPDATE period SET state = 'released'
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_request = $3 RETURNING key`,
      values: [tenant, period, request],
    });
  }

  /**
   * It is released again, with the figures that were out before.
   *
   * failure  the code of why there are no others, if that is one
   * returns  false where the period does not wait for this request any more
   */
  settle(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    request: string,
    failure: string | null,
  ): Promise<boolean> {
    return changed(tx, {
      text: `UPDATE period SET state = 'released', release_failure = $4
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_request = $3 RETURNING key`,
      values: [tenant, period, request, failure],
    });
  }

  /** It stays frozen, and an officer may ask again; the reason is a code, never a cell. False as above. */
  fail(tx: Tx, tenant: string, period: PeriodKey, request: string, failure: string): Promise<boolean> {
    return changed(tx, {
      text: `UPDATE period SET release_failure = $4, release_asked_at = NULL, release_asked_by = NULL, release_asked_person = NULL,
               release_corrections = NULL
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_request = $3 RETURNING key`,
      values: [tenant, period, request, failure],
    });
  }

  /** Takes reports again until a day, `YYYY-MM-DD`; false where the period was not released. */
  reopen(tx: Tx, tenant: string, period: PeriodKey, until: string): Promise<boolean> {
    return changed(tx, {
      text: `UPDATE period SET state = 'open', closes_on = greatest(opens_on, $3::date), frozen_at = NULL, frozen_by = NULL,
               frozen_person = NULL, release_asked_at = NULL, release_asked_by = NULL, release_asked_person = NULL,
               release_failure = NULL, release_corrections = NULL
             WHERE tenant = $1 AND key = $2 AND state = 'released' RETURNING key`,
      values: [tenant, period, until],
    });
  }
}

/** What a function of the database made of a change. */
async function outcomeOf(tx: Tx, call: string, values: readonly string[]): Promise<PeriodOutcome> {
  const [row] = await tx.query<{ outcome: PeriodOutcome }>({ text: `SELECT ${call} AS outcome`, values });
  return row?.outcome ?? 'unknown';
}

/** Whether the statement met a row. */
const changed = async (tx: Tx, statement: Parameters<Tx['query']>[0]): Promise<boolean> =>
  (await tx.query(statement)).length > 0;
