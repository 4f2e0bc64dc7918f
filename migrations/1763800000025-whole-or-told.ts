/** Whether the demo is whole stands in the database; and a period is not opened where a release does not know what it was made of. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WholeOrTold1763800000025 implements MigrationInterface {
  readonly name = 'WholeOrTold1763800000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Set first and last by whoever invents the demo; without done_at the next start goes on with it.
      CREATE TABLE demo (
        tenant text NOT NULL REFERENCES tenant,
        -- Its periods lie around this day.
        begun_on date NOT NULL,
        done_at timestamptz,
        PRIMARY KEY (tenant, begun_on)
      );
      ALTER TABLE demo ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON demo TO CURRENT_USER USING (true);
      CREATE POLICY known ON demo FOR SELECT TO kanon_app USING (tenant = actor_tenant());
      CREATE POLICY begun ON demo FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY done ON demo FOR UPDATE TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'admin');
      GRANT SELECT ON demo TO kanon_app;
      GRANT INSERT (tenant, begun_on) ON demo TO kanon_app;
      GRANT UPDATE (done_at) ON demo TO kanon_app;

      -- Whoever opens a period for corrections asks this first: without a source no later release can be protected.
      CREATE FUNCTION releases_have_sources(of_period text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
        SELECT NOT EXISTS (
          SELECT FROM release r WHERE r.tenant = actor_tenant() AND r.period = of_period
            AND NOT EXISTS (SELECT FROM release_source s WHERE s.tenant = r.tenant AND s.release = r.id))
      $$;
      REVOKE ALL ON FUNCTION releases_have_sources(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION releases_have_sources(text) TO kanon_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
