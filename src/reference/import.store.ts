/** SQL of an import: one at a time, municipalities and successions. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { RegionRow } from './reference.store.ts';

/** One took over from the other. */
export interface SuccessionRow {
  readonly key: string;
  readonly successor: string;
}

@Injectable()
export class ImportStore {
  /** Waits until no other import runs, and keeps others waiting to the end of this transaction. */
  async oneImportAtATime(tx: Tx): Promise<void> {
    await tx.query({ text: `SELECT pg_advisory_xact_lock(hashtext('kanon import'))` });
  }

  /** Adds regions and brings known ones up to date; their parents must be known. */
  async putRegions(tx: Tx, tenant: string, regions: readonly RegionRow[]): Promise<void> {
    await tx.query({
      text: `INSERT INTO region (tenant, key, name, kind, parent, valid_from, valid_to)
             SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[])
             ON CONFLICT (tenant, key) DO UPDATE
               SET name = excluded.name, kind = excluded.kind, parent = excluded.parent,
                   valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
      values: [
        tenant,
        regions.map((region) => region.key),
        regions.map((region) => region.name),
        regions.map((region) => region.kind),
        regions.map((region) => region.parent),
        regions.map((region) => region.validFrom),
        regions.map((region) => region.validTo),
      ],
    });
  }

  /** Who succeeds these is from now on told by these rows alone; all of them must be known. */
  async putSuccessions(
    tx: Tx,
    tenant: string,
    of: 'school' | 'region',
    keys: readonly string[],
    rows: readonly SuccessionRow[],
  ): Promise<void> {
    await tx.query({
      text: `UPDATE ${of}_succession SET withdrawn = true WHERE tenant = $1 AND ${of} = ANY ($2) AND NOT withdrawn`,
      values: [tenant, keys],
    });
    await tx.query({
      text: `INSERT INTO ${of}_succession (tenant, ${of}, successor) SELECT $1, * FROM unnest($2::text[], $3::text[])
             ON CONFLICT (tenant, ${of}, successor) DO UPDATE SET withdrawn = false`,
      values: [tenant, rows.map(({ key }) => key), rows.map(({ successor }) => successor)],
    });
  }
}
