/** SQL of the bodies that an office's account reports for. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

/** An account in its county. */
export interface OfficeKeys {
  readonly tenant: string;
  readonly account: string;
  readonly county: string;
}

@Injectable()
export class BenefitBodiesStore {
  async of(tx: Tx, { tenant, account, county }: OfficeKeys): Promise<string[]> {
    const rows = await tx.query<{ body: string }>({
      text: 'SELECT body FROM benefit_body WHERE tenant = $1 AND account = $2 AND county = $3',
      values: [tenant, account, county],
    });
    return rows.map(({ body }) => body);
  }

  /** These and no others, of another county neither: an account belongs to one. */
  async put(tx: Tx, { tenant, account, county }: OfficeKeys, bodies: readonly string[]): Promise<void> {
    await tx.query({
      text: 'DELETE FROM benefit_body WHERE tenant = $1 AND account = $2',
      values: [tenant, account],
    });
    await tx.query({
      text: `INSERT INTO benefit_body (tenant, account, county, body) SELECT $1, $2, $3, unnest($4::text[])
             ON CONFLICT DO NOTHING`,
      values: [tenant, account, county, bodies],
    });
  }
}
