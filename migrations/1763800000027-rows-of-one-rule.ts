/** A period is not opened either where a release has rows that are not made any more: no later one can be protected beside it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RowsOfOneRule1763800000027 implements MigrationInterface {
  readonly name = 'RowsOfOneRule1763800000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Until policy 2, a school type of too few schools had a row of its own; now it shares one with other types, if there are any.
      CREATE OR REPLACE FUNCTION releases_have_sources(of_period text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
        SELECT NOT EXISTS (
          SELECT FROM release r WHERE r.tenant = actor_tenant() AND r.period = of_period
            AND (NOT EXISTS (SELECT FROM release_source s WHERE s.tenant = r.tenant AND s.release = r.id)
              OR EXISTS (
                SELECT FROM release_row w JOIN policy p ON p.tenant = r.tenant AND p.number = r.policy
                WHERE w.tenant = r.tenant AND w.release = r.id AND w.school_type <> ''
                GROUP BY w.region, p.minimum_schools
                HAVING count(*) > 1 AND min(w.schools_expected) < p.minimum_schools)))
      $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
