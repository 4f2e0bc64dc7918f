/** SQL of the mark of the demo: invented schools stand in the register only while there is one. */
import type { Tx } from '../foundation/database/tx.ts';

export interface DemoMark {
  /** Its periods lie around this day, `YYYY-MM-DD`. */
  readonly begunOn: string;
  /** Whether its last step was done. */
  readonly isWhole: boolean;
}

/** The mark; undefined where no demo was begun since there are marks. */
export async function demoMark(tx: Tx, tenant: string): Promise<DemoMark | undefined> {
  const [mark] = await tx.query<DemoMark>({
    text: `SELECT begun_on::text AS "begunOn", done_at IS NOT NULL AS "isWhole" FROM demo WHERE tenant = $1`,
    values: [tenant],
  });
  return mark;
}

/** Set before anything is invented; where there is one it stays. */
export async function beginDemo(tx: Tx, tenant: string, day: string): Promise<void> {
  await tx.query({
    text: 'INSERT INTO demo (tenant, begun_on) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM demo WHERE tenant = $1)',
    values: [tenant, day],
  });
}

/** Set when everything is there. */
export async function finishDemo(tx: Tx, tenant: string): Promise<void> {
  await tx.query({ text: 'UPDATE demo SET done_at = now() WHERE tenant = $1', values: [tenant] });
}
