/** SQL of accesses by office and day, in groups of people large enough that a figure is nobody's own. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

/** Accounts that stand behind a figure at least. */
const LEAST_ACCOUNTS = 5;

export interface OfficeDay {
  /** `YYYY-MM-DD` in Berlin. */
  readonly day: string;
  /** Null stands for all offices that are too small for a line of their own. */
  readonly office: string | null;
  readonly action: string;
  readonly accesses: number;
}

@Injectable()
export class LogStatisticsStore {
  /**
   * Allowed accesses of people, by day, office and action, oldest first; `first` and `last` are months, `YYYY-MM`.
   * What fewer than five accounts of an office did in a month counts among other offices, and what fewer than five
   * accounts did there not at all. Judged by whole months, so that no two spans differ by one person; so a month of
   * which retention has begun to erase is left out. Cost: one range of the index on time.
   */
  byOffice(tx: Tx, tenant: string, first: string, last: string, months: number): Promise<OfficeDay[]> {
    return tx.query({
      text: `WITH seen AS (
               SELECT office, action, account, (at AT TIME ZONE 'Europe/Berlin')::date AS day,
                 date_trunc('month', at AT TIME ZONE 'Europe/Berlin') AS month
               FROM access_entry
               WHERE tenant = $1 AND decision = 'allowed' AND account IS NOT NULL AND office IS NOT NULL
                 AND at >= ($2::text || '-01')::timestamp AT TIME ZONE 'Europe/Berlin'
                 AND at < (($3::text || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Europe/Berlin'
                 AND at >= (date_trunc('month', (now() - make_interval(months => $4::integer)) AT TIME ZONE 'Europe/Berlin')
                            + interval '1 month') AT TIME ZONE 'Europe/Berlin'
             ), large AS (
               SELECT month, action, office FROM seen GROUP BY 1, 2, 3 HAVING count(DISTINCT account) >= ${LEAST_ACCOUNTS}
             ), named AS (
               SELECT s.day, s.month, s.action, s.account, l.office FROM seen s LEFT JOIN large l USING (month, action, office)
             ), shown AS (
               SELECT month, action, office FROM named GROUP BY 1, 2, 3 HAVING count(DISTINCT account) >= ${LEAST_ACCOUNTS}
             )
             SELECT to_char(n.day, 'YYYY-MM-DD') AS day, n.office, n.action, count(*)::int AS accesses
             FROM named n JOIN shown s ON s.month = n.month AND s.action = n.action AND s.office IS NOT DISTINCT FROM n.office
             GROUP BY n.day, n.office, n.action ORDER BY n.day, n.office NULLS LAST, n.action`,
      values: [tenant, first, last, months],
    });
  }
}
