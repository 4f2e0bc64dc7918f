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

  /** Periods whose preview was asked for and is not there yet. */
  async asked(tx: Tx, tenant: string): Promise<PeriodKey[]> {
    const rows = await tx.query<{ period: PeriodKey }>({
      name: 'previews-asked',
      text: 'SELECT period FROM release_preview WHERE tenant = $1 AND done_at IS NULL ORDER BY period',
      values: [tenant],
    });
    return rows.map((row) => row.period);
  }

  /** The request that a period waits for; undefined where it waits for no preview. */
  async request(tx: Tx, tenant: string, period: PeriodKey): Promise<{ request: string } | undefined> {
    const [row] = await tx.query<{ request: string }>({
      text: 'SELECT request FROM release_preview WHERE tenant = $1 AND period = $2 AND done_at IS NULL',
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

  /** What a release that was not published would have been like; the caller holds the period frozen. */
  async keep(tx: Tx, tenant: string, period: PeriodKey, result: Preview): Promise<void> {
    await tx.query({
      text: `INSERT INTO release_preview (tenant, period, done_at, result)
             VALUES ($1, $2, now(), $3)
             ON CONFLICT (tenant, period) DO UPDATE SET done_at = now(), failure = NULL, result = EXCLUDED.result`,
      values: [tenant, period, JSON.stringify(result)],
    });
  }
}

const fieldsOf = (answer: { failure: string } | { result: Preview }): [string | null, string | null] =>
  'failure' in answer ? [answer.failure, null] : [null, JSON.stringify(answer.result)];
