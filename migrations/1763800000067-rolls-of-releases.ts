/** The roll of the schools behind a row of a release, for rates: never of fewer than three schools, and only where each one's is known. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RollsOfReleases1763800000067 implements MigrationInterface {
  readonly name = 'RollsOfReleases1763800000067';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Whoever reads a row sees few of its schools, or none, and a sum of some of them would make a rate of another place.
      CREATE FUNCTION rolls_of_release(of_release uuid) RETURNS TABLE (region text, school_type text, roll integer)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH grouped AS (
          SELECT left(s.region, 5) AS county, s.type, count(*) AS schools, count(s.roll) AS known, sum(s.roll) AS roll
          FROM release r JOIN period_school s ON s.tenant = r.tenant AND s.period = r.period AND s.kind <> 'NONE'
          WHERE r.tenant = actor_tenant() AND r.id = of_release GROUP BY 1, 2)
        SELECT w.region, w.school_type, sum(g.roll)::integer
        FROM release_row w JOIN grouped g ON starts_with(g.county, w.region)
          AND (w.school_type = '' OR g.type = ANY (string_to_array(w.school_type, ' + ')))
        WHERE w.tenant = actor_tenant() AND w.release = of_release
          AND actor_role() IN ('reporter', 'coordinator', 'district', 'state', 'disclosure-officer')
        GROUP BY w.region, w.school_type, w.schools_expected
        HAVING sum(g.schools) = w.schools_expected AND sum(g.known) = w.schools_expected AND w.schools_expected >= 3
      $$;
      REVOKE EXECUTE ON FUNCTION rolls_of_release(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION rolls_of_release(uuid) TO kanon_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
