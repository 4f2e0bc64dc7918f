/** Who is expected in a period: the list that is kept, and the schools of each period as they stood when it opened. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Participation1763800000017 implements MigrationInterface {
  readonly name = 'Participation1763800000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Entries of one school never overlap: the import refuses that. A list that no longer names one withdraws it.
      CREATE TABLE participation (
        tenant text NOT NULL REFERENCES tenant,
        school text COLLATE "C" NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        kind text NOT NULL CHECK (kind IN ('FUNDED', 'OTHER', 'VACANT', 'NONE')),
        withdrawn boolean NOT NULL DEFAULT false,
        PRIMARY KEY (tenant, school, valid_from),
        FOREIGN KEY (tenant, school) REFERENCES school (tenant, number),
        CHECK (valid_to >= valid_from)
      );

      -- The schools of a period as its opening day found them; what becomes of the register later changes nothing here.
      CREATE TABLE period_school (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        school text COLLATE "C" NOT NULL,
        region text COLLATE "C" NOT NULL CHECK (length(region) IN (5, 8)),
        type text NOT NULL,
        roll integer CHECK (roll >= 0),
        kind text NOT NULL CHECK (kind IN ('FUNDED', 'OTHER', 'VACANT', 'NONE')),
        PRIMARY KEY (tenant, period, school),
        FOREIGN KEY (tenant, period) REFERENCES period (tenant, key),
        FOREIGN KEY (tenant, school) REFERENCES school (tenant, number)
      );
      ALTER TABLE period ADD schools_fixed_at timestamptz;

      -- What changed within a period, by whom and why; its line in the access log is named.
      CREATE TABLE participation_change (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        school text COLLATE "C" NOT NULL,
        entry uuid NOT NULL,
        -- NULL where the school was not in the period before.
        before text,
        kind text NOT NULL,
        reason text NOT NULL CHECK (reason IN
          ('POST_FILLED', 'POST_VACANT', 'FUNDING_CHANGED', 'SCHOOL_NEW', 'SCHOOL_ENDED', 'LIST_WRONG')),
        changed_at timestamptz NOT NULL DEFAULT now(),
        -- NULL for the command line.
        changed_by uuid,
        PRIMARY KEY (tenant, period, school, entry),
        FOREIGN KEY (tenant, period, school) REFERENCES period_school (tenant, period, school)
      );
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON participation_change
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON participation_change
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE participation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE period_school ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE participation_change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON participation TO CURRENT_USER USING (true);
      CREATE POLICY owner ON period_school TO CURRENT_USER USING (true);
      CREATE POLICY owner ON participation_change TO CURRENT_USER USING (true);

      CREATE POLICY kept ON participation TO kanon_app
        USING (tenant = actor_tenant()
          AND (actor_role() = 'admin' OR actor_role() = 'coordinator' AND is_own_school(tenant, school)));
      CREATE POLICY kept ON participation_change FOR SELECT TO kanon_app
        USING (tenant = actor_tenant()
          AND (actor_role() = 'admin' OR actor_role() = 'coordinator' AND is_own_school(tenant, school)));
      CREATE POLICY expected ON period_school FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND CASE
          WHEN actor_role() = 'admin' THEN true
          WHEN actor_role() = 'coordinator' THEN actor_region() <> '' AND starts_with(region, actor_region())
          WHEN actor_role() IN ('reporter', 'provider') THEN school = ANY (actor_schools())
          ELSE false END);
      -- No region here: it is this table that says in which one a school lies in a period.
      CREATE POLICY status ON period_school FOR SELECT TO kanon_status
        USING (tenant = actor_tenant() AND actor_role() IN ('coordinator', 'district', 'state', 'disclosure-officer'));
      CREATE POLICY protecting ON period_school FOR SELECT TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');

      GRANT SELECT, INSERT, UPDATE (valid_to, kind, withdrawn) ON participation TO kanon_app;
      GRANT SELECT ON participation_change TO kanon_app;
      GRANT SELECT ON period_school TO kanon_app, kanon_status, kanon_publisher;

      -- As src/rules/period.ts has them; a test compares the two.
      CREATE FUNCTION period_begin(period text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN make_date(left(period, 4)::int, CASE substr(period, 6, 1)
        WHEN 'S' THEN 6 * right(period, 1)::int - 5 WHEN 'Q' THEN 3 * right(period, 1)::int - 2 ELSE 1 END, 1);
      CREATE FUNCTION period_end(period text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (period_begin(period) + CASE substr(period, 6, 1)
        WHEN 'S' THEN interval '6 months' WHEN 'Q' THEN interval '3 months' ELSE interval '1 year' END)::date - 1;
      CREATE FUNCTION berlin_day() RETURNS date LANGUAGE sql STABLE
      RETURN (now() AT TIME ZONE 'Europe/Berlin')::date;

      -- Register and list as they stand: every school of some day of the period, and whoever reported in it. Of
      -- several entries the one that expects most counts. A school without an entry takes over those of the schools
      -- that it succeeds; a county without any entry keeps no list, and all its schools are expected.
      CREATE FUNCTION listed_schools(of_tenant text, of_period text)
      RETURNS TABLE (school text, region text, type text, roll integer, kind text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH RECURSIVE listed AS (
          SELECT p.school, p.kind, p.valid_from, p.valid_to FROM participation p WHERE p.tenant = of_tenant AND NOT p.withdrawn
        ), held AS (
          SELECT * FROM listed
          UNION
          SELECT n.successor, h.kind, h.valid_from, h.valid_to
          FROM held h JOIN school_succession n ON n.tenant = of_tenant AND n.school = h.school AND NOT n.withdrawn
          WHERE NOT EXISTS (SELECT FROM listed l WHERE l.school = n.successor)
        ), named AS (
          SELECT h.school, (array_agg(h.kind ORDER BY array_position('{FUNDED,OTHER,VACANT,NONE}'::text[], h.kind)))[1] AS kind
          FROM held h
          WHERE h.valid_from <= period_end(of_period) AND (h.valid_to IS NULL OR h.valid_to >= period_begin(of_period))
          GROUP BY h.school
        ), keeping AS (
          SELECT DISTINCT left(s.region, 5) AS county FROM listed l JOIN school s ON s.tenant = of_tenant AND s.number = l.school
        )
        SELECT s.number, s.region, s.type, s.roll,
          coalesce(n.kind, CASE WHEN k.county IS NULL THEN 'FUNDED' ELSE 'NONE' END)
        FROM school s LEFT JOIN named n ON n.school = s.number LEFT JOIN keeping k ON k.county = left(s.region, 5)
        WHERE s.tenant = of_tenant
          AND (s.valid_from <= period_end(of_period) AND (s.valid_to IS NULL OR s.valid_to >= period_begin(of_period))
            OR EXISTS (SELECT FROM report r WHERE r.tenant = of_tenant AND r.period = of_period AND r.school = s.number))
      $$;
      REVOKE ALL ON FUNCTION listed_schools(text, text) FROM PUBLIC;

      -- Fixes the schools of a period, or of every period, that is open by its days or was frozen. The row of the
      -- period is the latch: whoever comes second waits, and finds it done. An empty register fixes nothing.
      CREATE FUNCTION fix_period_schools(of_period text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE due text;
      BEGIN
        FOR due IN
          SELECT p.key FROM period p
          WHERE p.tenant = actor_tenant() AND p.schools_fixed_at IS NULL AND (of_period IS NULL OR p.key = of_period)
            AND (p.opens_on <= berlin_day() OR p.state <> 'open')
          ORDER BY p.key FOR NO KEY UPDATE
        LOOP
          INSERT INTO period_school (tenant, period, school, region, type, roll, kind)
            SELECT actor_tenant(), due, l.* FROM listed_schools(actor_tenant(), due) l;
          IF FOUND THEN
            UPDATE period p SET schools_fixed_at = now() WHERE p.tenant = actor_tenant() AND p.key = due;
          END IF;
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION fix_period_schools(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION fix_period_schools(text) TO kanon_app, kanon_status, kanon_publisher;

      -- Of a period that is not fixed yet, what would be; within the actor's own region or schools.
      CREATE FUNCTION foreseen_schools(of_period text)
      RETURNS TABLE (school text, region text, type text, roll integer, kind text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT l.* FROM period p, listed_schools(p.tenant, p.key) l
        WHERE p.tenant = actor_tenant() AND p.key = of_period AND p.schools_fixed_at IS NULL
          AND (actor_role() IN ('admin', 'publisher') OR actor_region() <> '' AND starts_with(l.region, actor_region())
            OR l.school = ANY (actor_schools()))
      $$;
      REVOKE ALL ON FUNCTION foreseen_schools(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION foreseen_schools(text) TO kanon_app, kanon_status, kanon_publisher;

      -- The schools of a period as the actor may see them, those that are not expected (NONE) among them.
      CREATE FUNCTION schools_of_period(of_period text)
      RETURNS TABLE (school text, region text, type text, roll integer, kind text) LANGUAGE sql STABLE AS $$
        SELECT s.school, s.region, s.type, s.roll, s.kind FROM period_school s
        WHERE s.tenant = actor_tenant() AND s.period = of_period
        UNION ALL
        SELECT * FROM foreseen_schools(of_period)
      $$;

      -- A change within a period: while it is open, before its first release, and never away from a report that
      -- stands. It takes the lock of a freeze, so that no report is on its way meanwhile.
      CREATE FUNCTION change_participation(of_period text, of_school text, new_kind text, why text, account uuid, by_entry uuid)
      RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        land text := actor_tenant();
        now_state text; fixed timestamptz; place text; was text;
      BEGIN
        IF actor_role() NOT IN ('admin', 'coordinator') THEN
          RAISE EXCEPTION 'not kept by this role' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM fix_period_schools(of_period);
        PERFORM pg_advisory_xact_lock(20632, hashtext(land || ' ' || of_period));
        SELECT p.state, p.schools_fixed_at INTO now_state, fixed FROM period p WHERE p.tenant = land AND p.key = of_period;
        IF NOT FOUND THEN RETURN 'unknown'; END IF;
        SELECT coalesce(e.region, s.region), e.kind INTO place, was FROM school s
          LEFT JOIN period_school e ON e.tenant = land AND e.period = of_period AND e.school = s.number
          WHERE s.tenant = land AND s.number = of_school;
        IF NOT FOUND OR actor_role() = 'coordinator' AND NOT (actor_region() <> '' AND starts_with(place, actor_region())) THEN
          RETURN 'unknown';
        END IF;
        IF now_state <> 'open' THEN RETURN 'not-open'; END IF;
        IF EXISTS (SELECT FROM release r WHERE r.tenant = land AND r.period = of_period) THEN RETURN 'released'; END IF;
        IF fixed IS NULL THEN RETURN 'not-fixed'; END IF;
        IF was = new_kind THEN RETURN 'same'; END IF;
        IF new_kind = 'NONE' AND EXISTS (SELECT FROM report r WHERE r.tenant = land AND r.period = of_period AND r.school = of_school
            AND NOT EXISTS (SELECT FROM report_return b WHERE b.tenant = land AND b.period = of_period AND b.school = of_school
              AND b.revision_number = r.revision_number)) THEN
          RETURN 'reported';
        END IF;
        INSERT INTO period_school (tenant, period, school, region, type, roll, kind)
          SELECT land, of_period, s.number, s.region, s.type, s.roll, new_kind FROM school s
          WHERE s.tenant = land AND s.number = of_school
          ON CONFLICT (tenant, period, school) DO UPDATE SET kind = excluded.kind;
        INSERT INTO participation_change (tenant, period, school, entry, before, kind, reason, changed_by)
          VALUES (land, of_period, of_school, by_entry, was, new_kind, why, account);
        RETURN 'changed';
      END $$;
      REVOKE ALL ON FUNCTION change_participation(text, text, text, text, uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION change_participation(text, text, text, text, uuid, uuid) TO kanon_app;

      -- A second belt: no report of a school that its period does not expect.
      CREATE OR REPLACE FUNCTION only_while_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE expected boolean;
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(20632, hashtext(NEW.tenant || ' ' || NEW.period));
        -- A statement of its own sees what was committed while this one waited.
        SELECT p.schools_fixed_at IS NULL OR EXISTS (SELECT FROM period_school s
            WHERE s.tenant = NEW.tenant AND s.period = NEW.period AND s.school = NEW.school AND s.kind <> 'NONE')
          INTO expected FROM period p WHERE p.tenant = NEW.tenant AND p.key = NEW.period AND p.state = 'open';
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the period is not open' USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
        IF NOT expected THEN
          RAISE EXCEPTION 'the school is not expected in the period'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'expected_in_period';
        END IF;
        RETURN NEW;
      END $$;

      -- Whose county a school belongs to in a period was fixed with the period.
      CREATE FUNCTION is_own_school_in(tenant text, period text, number text) RETURNS boolean LANGUAGE sql STABLE
      RETURN actor_region() <> '' AND coalesce(
        (SELECT starts_with(e.region, actor_region()) FROM period_school e
          WHERE e.tenant = is_own_school_in.tenant AND e.period = is_own_school_in.period AND e.school = is_own_school_in.number),
        is_own_school(tenant, number));
      ALTER POLICY status ON report
        USING (tenant = actor_tenant() AND actor_role() IN ('coordinator', 'district', 'state', 'disclosure-officer')
          AND is_own_school_in(tenant, period, school));
      ALTER POLICY status ON report_return
        USING (tenant = actor_tenant() AND actor_role() IN ('coordinator', 'district', 'state', 'disclosure-officer')
          AND is_own_school_in(tenant, period, school));
      ALTER POLICY returned ON report_return
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'coordinator' AND is_own_school_in(tenant, period, school));

      -- Periods that have opened by now: a released one by what its newest release was made of, the others by the
      -- register as it stands.
      INSERT INTO period_school (tenant, period, school, region, type, roll, kind)
        SELECT r.tenant, r.period, f.school, f.region, f.type, f.roll, 'FUNDED'
        FROM release r JOIN release_source s ON s.tenant = r.tenant AND s.release = r.id,
          json_to_recordset(s.schools) AS f (school text, region text, type text, roll integer)
        WHERE r.version = (SELECT max(n.version) FROM release n WHERE n.tenant = r.tenant AND n.period = r.period);
      INSERT INTO period_school (tenant, period, school, region, type, roll, kind)
        SELECT p.tenant, p.key, l.* FROM period p, listed_schools(p.tenant, p.key) l
        WHERE (p.opens_on <= berlin_day() OR p.state <> 'open')
          AND (EXISTS (SELECT FROM report r WHERE r.tenant = p.tenant AND r.period = p.key AND r.school = l.school)
            OR NOT EXISTS (SELECT FROM period_school e WHERE e.tenant = p.tenant AND e.period = p.key))
        ON CONFLICT DO NOTHING;
      UPDATE period p SET schools_fixed_at = now()
        WHERE EXISTS (SELECT FROM period_school e WHERE e.tenant = p.tenant AND e.period = p.key);

      -- A frozen period has a list of its own now, and no import waits for it.
      DROP FUNCTION hold_frozen_periods();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
