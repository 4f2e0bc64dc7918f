/** Whether the demo is whole stands in the database; and releases from before corrections remember what they were made of. */
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

      -- Where no report of a period is younger than its one release, they still are what that release was made of; its
      -- schools are those that migration 17 fixed for it, its contributors those whose hands migration 18 found.
      INSERT INTO release_source (tenant, release, schools, reports)
      SELECT e.tenant, e.id, schools.listed, reports.listed
      FROM release e JOIN period p ON p.tenant = e.tenant AND p.key = e.period
      CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object('school', w.school, 'region', w.region, 'type', w.type, 'roll', w.roll,
            'reporterGroup', NULL) ORDER BY w.school), '[]') AS listed
        FROM period_school w WHERE w.tenant = e.tenant AND w.period = e.period AND w.kind <> 'NONE') AS schools
      CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object('school', r.school,
            'cells', (SELECT coalesce(json_agg(json_build_object('benefits', string_to_array(c.benefits, '+'),
                        'pupils', c.pupils, 'consultations', c.consultations) ORDER BY c.at), '[]')
                      FROM unnest(r.cells, r.pupils, r.consultations) WITH ORDINALITY AS c (benefits, pupils, consultations, at)),
            'none', r."none", 'withheld', r.withheld) ORDER BY r.school), '[]') AS listed
        FROM report r
        WHERE r.tenant = e.tenant AND r.period = e.period AND NOT EXISTS (
          SELECT FROM report_return b WHERE b.tenant = r.tenant AND b.period = r.period AND b.school = r.school
            AND b.revision_number = r.revision_number)) AS reports
      WHERE NOT EXISTS (SELECT FROM release_source s WHERE s.tenant = e.tenant AND s.release = e.id)
        AND 1 = (SELECT count(*) FROM release o WHERE o.tenant = e.tenant AND o.period = e.period)
        AND NOT EXISTS (SELECT FROM report r
          WHERE r.tenant = e.tenant AND r.period = e.period AND r.reported_at > e.released_at)
        -- The row of the Land tells whether a report was sent back or taken away since.
        AND json_array_length(reports.listed) = (SELECT w.schools_reported FROM release_row w
          WHERE w.tenant = e.tenant AND w.release = e.id AND w.region = e.tenant AND w.school_type = '');

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
