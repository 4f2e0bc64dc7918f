/** SQL of devices that ask to be let in. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { Proof } from './session-proof.ts';

export interface AskedDevice {
  readonly askedAt: Date;
  readonly endsAt: Date;
}

/** How it stands with a device that looks. */
export interface PolledDevice {
  readonly isOver: boolean;
  /** Whether it looked sooner than it was told to. */
  readonly isSoon: boolean;
  readonly said: 'yes' | 'no' | null;
  readonly account: string | null;
  readonly amr: readonly string[];
  /** Seconds since 1970; 0 where nothing is known. */
  readonly provedAt: number;
}

@Injectable()
export class DeviceGrantStore {
  async put(tx: Tx, tenant: string, device: Buffer, code: Buffer, seconds: number): Promise<void> {
    await tx.query({
      text: `INSERT INTO device_grant (tenant, device, code, ends_at) VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
      values: [tenant, device, code, seconds],
    });
  }

  /** One that waits for an answer. */
  async waiting(tx: Tx, tenant: string, code: Buffer): Promise<AskedDevice | undefined> {
    const [found] = await tx.query<AskedDevice>({
      text: `SELECT made_at AS "askedAt", ends_at AS "endsAt" FROM device_grant
             WHERE tenant = $1 AND code = $2 AND said IS NULL AND ends_at > now()`,
      values: [tenant, code],
    });
    return found;
  }

  /** False where it does not wait any more. */
  async answer(
    tx: Tx,
    tenant: string,
    code: Buffer,
    {
      said,
      account,
      proof,
    }: { readonly said: 'yes' | 'no'; readonly account: string; readonly proof: Proof },
  ): Promise<boolean> {
    const rows = await tx.query({
      text: `UPDATE device_grant SET said = $3, account = $4, amr = $5, proved_at = to_timestamp($6)
             WHERE tenant = $1 AND code = $2 AND said IS NULL AND ends_at > now() RETURNING 1`,
      values: [tenant, code, said, account, proof.amr, proof.at],
    });
    return rows.length > 0;
  }

  /** Locked until the transaction ends: of two that look at once one is let in. The look counts. */
  async poll(tx: Tx, tenant: string, device: Buffer): Promise<PolledDevice | undefined> {
    const [found] = await tx.query<PolledDevice>({
      text: `SELECT used_at IS NOT NULL OR ends_at <= clock_timestamp() AS "isOver",
               coalesce(polled_at + make_interval(secs => pace - 1) > clock_timestamp(), false) AS "isSoon",
               said, account, amr, coalesce(floor(extract(epoch FROM proved_at)), 0)::float8 AS "provedAt"
             FROM device_grant WHERE tenant = $1 AND device = $2 FOR UPDATE`,
      values: [tenant, device],
    });
    if (!found || found.isOver) return found;
    await tx.query({
      text: `UPDATE device_grant SET polled_at = clock_timestamp(), pace = CASE WHEN $3 THEN least(pace + 5, 60) ELSE pace END
             WHERE tenant = $1 AND device = $2`,
      values: [tenant, device, found.isSoon],
    });
    return found;
  }

  async use(tx: Tx, tenant: string, device: Buffer): Promise<void> {
    await tx.query({
      text: 'UPDATE device_grant SET used_at = now() WHERE tenant = $1 AND device = $2',
      values: [tenant, device],
    });
  }

  /** Forgets those that are over. */
  async forgetOver(tx: Tx, tenant: string): Promise<void> {
    await tx.query({
      text: 'DELETE FROM device_grant WHERE tenant = $1 AND ends_at < now()',
      values: [tenant],
    });
  }
}
