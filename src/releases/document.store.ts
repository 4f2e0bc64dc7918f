/** SQL of whole releases. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { FirstFormRow, ReleaseDocument } from '../tables/release-document.ts';
import type { ReleaseRow } from '../tables/release-row.ts';

export type StoredTable = Omit<ReleaseDocument, 'format' | 'certificate' | 'proof'> & {
  readonly version: number;
  /** Whether its rows have the first form, made before rows could wait. */
  readonly isFirst: boolean;
};

@Injectable()
export class DocumentStore {
  /** A release with all its rows, as they were certified: see `isFirst`. */
  async table(tx: Tx, tenant: string, release: string): Promise<StoredTable | undefined> {
    const [head] = await tx.query<Omit<StoredTable, 'rows' | 'isFirst'>>({
      text: `SELECT id AS release, period, scheme, policy, columns, version FROM release WHERE tenant = $1 AND id = $2`,
      values: [tenant, release],
    });
    if (!head) return undefined;
    const rows = await tx.query<ReleaseRow & { readonly atLeast: boolean | null }>({
      text: `SELECT region, school_type AS "schoolType", schools_expected AS "schoolsExpected",
               schools_reported AS "schoolsReported", at_least AS "atLeast", pending, consultations, pupils
             FROM release_row WHERE tenant = $1 AND release = $2 ORDER BY position`,
      values: [tenant, release],
    });
    const certified = rows.map(({ atLeast, pending, ...row }): ReleaseRow | FirstFormRow =>
      atLeast === null ? { ...row, pending } : { ...row, atLeast },
    );
    const isFirst = rows.some((row) => row.atLeast !== null);
    return { ...head, isFirst, rows: certified };
  }
}
