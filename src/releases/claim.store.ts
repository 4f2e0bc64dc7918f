/** SQL of the claim: which process of a Land protects, and how long it counts as alive. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

@Injectable()
export class ClaimStore {
  /** Takes or prolongs it for so many seconds by the server's clock; false where another process has it. */
  async take(tx: Tx, tenant: string, holder: string, seconds: number): Promise<boolean> {
    const taken = await tx.query({
      name: 'claim-take',
      text: `INSERT INTO release_claim AS c (tenant, work, holder, until) VALUES ($1, 'protect', $2, now() + make_interval(secs => $3))
             ON CONFLICT (tenant, work) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until
               WHERE c.holder = EXCLUDED.holder OR c.until < now() RETURNING tenant`,
      values: [tenant, holder, seconds],
    });
    return taken.length > 0;
  }

  async letGo(tx: Tx, tenant: string, holder: string): Promise<void> {
    await tx.query({
      text: 'DELETE FROM release_claim WHERE tenant = $1 AND holder = $2',
      values: [tenant, holder],
    });
  }
}
