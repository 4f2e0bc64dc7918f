/** Released rows: one in which too few reported shows no number, none says who withheld something, and who reports reads those around it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RowsThatWait1763800000019 implements MigrationInterface {
  readonly name = 'RowsThatWait1763800000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Older releases keep what they said: their certificate holds a digest of it. New ones leave it NULL.
      ALTER TABLE release_row ALTER at_least DROP NOT NULL;
      ALTER TABLE release_row ADD pending boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT pending_shows_nothing CHECK (
          NOT pending OR num_nonnulls(VARIADIC consultations) + num_nonnulls(VARIADIC pupils) = 0),
        ADD CONSTRAINT one_form CHECK (at_least IS NULL OR NOT pending);

      -- Who reports, or coordinates those who do, sees the region rows of the own county, district and state.
      DROP POLICY readers ON release;
      CREATE POLICY readers ON release FOR SELECT TO kanon_app
        USING (tenant = actor_tenant()
          AND actor_role() IN ('reporter', 'coordinator', 'district', 'state', 'disclosure-officer'));
      CREATE POLICY around_own_county ON release_row FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND school_type = ''
          AND actor_role() = 'coordinator' AND actor_region() <> '' AND starts_with(actor_region(), region));
      CREATE POLICY around_own_schools ON release_row FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND school_type = '' AND length(region) <= 5
          AND actor_role() = 'reporter' AND EXISTS (
            SELECT FROM school s WHERE s.tenant = release_row.tenant AND s.number = ANY (actor_schools())
              AND starts_with(s.region, release_row.region)));

      -- Which counties an account's schools lie in, for its token.
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
