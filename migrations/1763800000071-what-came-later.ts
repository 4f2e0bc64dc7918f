/**
 * Statements that migrations 19 and 45 got a few hours after databases had run them: who reports sees the rows around the own
 * county, signing in sees where schools lie, and a program gets no code. Without them nobody could sign in after an upgrade
 * from the first state of 19. For everybody else nothing changes.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatCameLater1763800000071 implements MigrationInterface {
  readonly name = 'WhatCameLater1763800000071';

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

      -- A program shows keys: nobody is handed a code by which it would get a password.
      CREATE OR REPLACE FUNCTION no_code_of_program() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_RELID <> 'public.account_code'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF EXISTS (SELECT FROM program p WHERE p.tenant = NEW.tenant AND p.account = NEW.account) THEN
          PERFORM refuse_as('program_has_keys');
        END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER IF EXISTS no_code_of_program ON account_code;
      CREATE TRIGGER no_code_of_program AFTER INSERT ON account_code FOR EACH ROW EXECUTE FUNCTION no_code_of_program();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
