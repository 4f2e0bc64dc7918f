/**
 * What migration 19 gives since the evening of its day: who reports sees the rows around the own county, and signing in sees
 * where schools lie. A database that had run it before lacks both, and nobody could sign in to it after an upgrade.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RowsAroundForAll1763800000071 implements MigrationInterface {
  readonly name = 'RowsAroundForAll1763800000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      DROP POLICY IF EXISTS readers ON release;
      CREATE POLICY readers ON release FOR SELECT TO kanon_app
        USING (tenant = actor_tenant()
          AND actor_role() IN ('reporter', 'coordinator', 'district', 'state', 'disclosure-officer'));
      DROP POLICY IF EXISTS around_own_county ON release_row;
      CREATE POLICY around_own_county ON release_row FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND school_type = ''
          AND actor_role() = 'coordinator' AND actor_region() <> '' AND starts_with(actor_region(), region));
      DROP POLICY IF EXISTS around_own_schools ON release_row;
      CREATE POLICY around_own_schools ON release_row FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND school_type = '' AND length(region) <= 5
          AND actor_role() = 'reporter' AND EXISTS (
            SELECT FROM school s WHERE s.tenant = release_row.tenant AND s.number = ANY (actor_schools())
              AND starts_with(s.region, release_row.region)));
      DROP POLICY IF EXISTS signing_in ON school;
      CREATE POLICY signing_in ON school FOR SELECT TO kanon_identity USING (tenant = actor_tenant());
      GRANT SELECT (tenant, number, region) ON school TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
