/** SQL of previews: one a frozen period, asked for by an officer and answered by the publisher. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { Preview } from './preview.ts';

export interface StoredPreview {
  readonly askedAt: Date;
  readonly failure: string | null;
  readonly result: Preview | null;
}

@Injectable()
export class PreviewStore {
  /** Asks for it anew; one that is being made goes on. */
  async ask(tx: Tx, tenant: string, period: PeriodKey): Promise<void> {
    // Locked first, as the publisher does; after a release on its way the period is frozen no more.
    const frozen = await tx.query({
      text: `SELECT FROM period WHERE tenant = $1 AND key = $2 AND state = 'frozen' FOR UPDATE`,
      values: [tenant, period],
    });
    if (frozen.length === 0) return;
    await tx.query({
      text: 'DELETE FROM release_preview WHERE tenant = $1 AND period = $2 AND done_at IS NOT NULL',
      values: [tenant, period],
    });
    await tx.query({
      text: 'INSERT INTO release_preview (tenant, period) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      values: [tenant, period],
    });
  }

  async read(tx: Tx, tenant: string, period: PeriodKey): Promise<StoredPreview | undefined> {
    const [row] = await tx.query<StoredPreview>({
      text: 'SELECT asked_at AS "askedAt", failure, result FROM release_preview WHERE tenant = $1 AND period = $2',
      values: [tenant, period],
    });
    return row;
  }

  /** Frozen periods whose preview was asked for and is not there yet. */
  async asked(tx: Tx, tenant: string): Promise<PeriodKey[]> {
    const rows = await tx.query<{ period: PeriodKey }>({
      name: 'previews-asked',
      text: `SELECT w.period FROM release_preview w JOIN period p ON p.tenant = w.tenant AND p.key = w.period
             WHERE w.tenant = $1 AND w.done_at IS NULL AND p.state = 'frozen' ORDER BY w.period`,
      values: [tenant],
    });
    return rows.map((row) => row.period);
  }

  /** The request that a frozen period waits for; undefined where it waits for no preview. */
  async request(tx: Tx, tenant: string, period: PeriodKey): Promise<{ request: string } | undefined> {
    const [row] = await tx.query<{ request: string }>({
      text: `SELECT w.request FROM release_preview w JOIN period p ON p.tenant = w.tenant AND p.key = w.period
             WHERE w.tenant = $1 AND w.period = $2 AND w.done_at IS NULL AND p.state = 'frozen'`,
      values: [tenant, period],
    });
    return row;
  }

  /** What came of it; false, and nothing is stored, where nobody waits for this one any more. */
  async answer(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    request: string,
    answer: { failure: string } | { result: Preview },
  ): Promise<boolean> {
    const answered = await tx.query({
      text: `UPDATE release_preview SET done_at = now(), failure = $4, result = $5
             WHERE tenant = $1 AND period = $2 AND request = $3 AND done_at IS NULL RETURNING period`,
      values: [tenant, period, request, ...fieldsOf(answer)],
    });
    return answered.length > 0;
  }

  /** What a release that was not published would have been like; for a period that is frozen still. */
  async keep(tx: Tx, tenant: string, period: PeriodKey, result: Preview): Promise<void> {
    await tx.query({
      text: `INSERT INTO release_preview (tenant, period, done_at, result)
             SELECT tenant, key, now(), $3 FROM period WHERE tenant = $1 AND key = $2 AND state = 'frozen'
             ON CONFLICT (tenant, period) DO UPDATE SET done_at = now(), failure = NULL, result = EXCLUDED.result`,
      values: [tenant, period, JSON.stringify(result)],
    });
  }
}

const fieldsOf = (answer: { failure: string } | { result: Preview }): [string | null, string | null] =>
  'failure' in answer ? [answer.failure, null] : [null, JSON.stringify(answer.result)];
