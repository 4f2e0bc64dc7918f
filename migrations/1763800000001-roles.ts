/** Database roles, one for each kind of access, and the settings that row-level security reads. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Roles1763800000001 implements MigrationInterface {
  readonly name = 'Roles1763800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Roles are cluster-wide: another database of this server may have made them already.
      DO $$
      DECLARE wanted text;
      BEGIN
        FOREACH wanted IN ARRAY ARRAY['kanon_app', 'kanon_identity', 'kanon_auditor', 'kanon_publisher'] LOOP
          BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
              EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            END IF;
          EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another process was quicker
          END;
        END LOOP;
      END $$;

      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO kanon_app, kanon_identity, kanon_auditor, kanon_publisher;

      -- The actor's scope, set for one transaction. After it ends a setting is '' rather than NULL; both mean: nobody.
      CREATE FUNCTION actor_tenant() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(current_setting('kanon.tenant', true), '');
      CREATE FUNCTION actor_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(current_setting('kanon.role', true), '');
      CREATE FUNCTION actor_region() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(current_setting('kanon.region', true), '');
      CREATE FUNCTION actor_schools() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
        RETURN string_to_array(coalesce(current_setting('kanon.schools', true), ''), ',');

      -- A second belt behind the grants: whoever slips through those still changes nothing.
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
