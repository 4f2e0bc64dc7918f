/** Periods are kept: their days change before the first report, they are prolonged, withdrawn while empty, and thawed by two persons. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptPeriods1763800000037 implements MigrationInterface {
  readonly name = 'KeptPeriods1763800000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE period
        ADD thaw_asked_at timestamptz,
        ADD thaw_asked_by uuid,
        ADD thaw_asked_person uuid,
        -- Of the last thaw.
        ADD thawed_at timestamptz,
        ADD thawed_by uuid,
        ADD thawed_person uuid,
        ADD CONSTRAINT thaw_of_who_asked CHECK (num_nulls(thaw_asked_at, thaw_asked_by, thaw_asked_person) IN (0, 3)),
        ADD CONSTRAINT thaw_of_a_frozen_one CHECK (thaw_asked_at IS NULL OR state = 'frozen');
      GRANT UPDATE (thaw_asked_at, thaw_asked_by, thaw_asked_person, thawed_at, thawed_by, thawed_person) ON period TO kanon_app;

      -- Open, frozen, released; open once more if a released one is to be corrected, or a frozen one was thawed.
      CREATE OR REPLACE FUNCTION only_forward() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF (OLD.state, NEW.state) NOT IN
            (('open', 'frozen'), ('frozen', 'released'), ('released', 'open'), ('frozen', 'open')) THEN
          RAISE EXCEPTION 'a period moves forward only'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'period_only_forward_check';
        END IF;
        PERFORM pg_advisory_xact_lock(20632, hashtext(NEW.tenant || ' ' || NEW.key));
        RETURN NEW;
      END $$;

      -- A thaw needs two disclosure officers, two humans, both still in office, within 72 hours of each other; and nothing
      -- may have been released, nor be about to be. Who they are is looked up here, not believed. One that is thawed
      -- before its opening day has no fixed schools yet.
      CREATE FUNCTION thaw_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE asking uuid; thawing uuid;
      BEGIN
        IF TG_RELID <> 'public.period'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.state = OLD.state THEN
          IF NEW.thaw_asked_by IS DISTINCT FROM OLD.thaw_asked_by OR NEW.thaw_asked_at IS DISTINCT FROM OLD.thaw_asked_at THEN
            IF NEW.thaw_asked_at IS NOT NULL AND (NEW.thaw_asked_at <> now() OR NEW.thaw_asked_by IS DISTINCT FROM actor_account()) THEN
              RAISE EXCEPTION 'nobody asks for a thaw in the name of another, or at another time'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'period_thaw_check';
            END IF;
          END IF;
          RETURN NEW;
        END IF;
        IF (OLD.state, NEW.state) = ('frozen', 'open') THEN
          SELECT a.person INTO asking FROM account a
            WHERE a.tenant = OLD.tenant AND a.id = OLD.thaw_asked_by AND a.active AND a.role = 'disclosure-officer';
          SELECT a.person INTO thawing FROM account a
            WHERE a.tenant = OLD.tenant AND a.id = actor_account() AND a.active AND a.role = 'disclosure-officer';
          IF asking IS NULL OR thawing IS NULL OR asking = thawing OR NEW.thawed_by IS DISTINCT FROM actor_account()
              OR OLD.thaw_asked_at <= now() - interval '72 hours' OR OLD.release_asked_at IS NOT NULL
              OR EXISTS (SELECT FROM release r WHERE r.tenant = OLD.tenant AND r.period = OLD.key) THEN
            RAISE EXCEPTION 'a thaw needs two disclosure officers, and nothing released'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'period_thaw_check';
          END IF;
          IF NEW.opens_on > berlin_day()
              AND NOT EXISTS (SELECT FROM participation_change c WHERE c.tenant = OLD.tenant AND c.period = OLD.key) THEN
            DELETE FROM period_school s WHERE s.tenant = OLD.tenant AND s.period = OLD.key;
            NEW.schools_fixed_at := NULL;
          END IF;
        END IF;
        NEW.thaw_asked_at := NULL;
        NEW.thaw_asked_by := NULL;
        NEW.thaw_asked_person := NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER thaw_by_two BEFORE UPDATE ON period FOR EACH ROW EXECUTE FUNCTION thaw_by_two();

      -- A report comes neither into a period that was withdrawn nor into one whose first day was moved while it was on its way.
      CREATE OR REPLACE FUNCTION only_while_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE expected boolean; now_state text; first_day date;
      BEGIN
        -- Of a report it is the partition of a year; nobody but the owner makes tables in this schema.
        IF TG_TABLE_SCHEMA <> 'public' THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM pg_advisory_xact_lock_shared(20632, hashtext(NEW.tenant || ' ' || NEW.period));
        -- A statement of its own sees what was committed while this one waited.
        SELECT p.state, p.opens_on, p.schools_fixed_at IS NULL OR EXISTS (SELECT FROM period_school s
            WHERE s.tenant = NEW.tenant AND s.period = NEW.period AND s.school = NEW.school AND s.kind <> 'NONE')
          INTO now_state, first_day, expected FROM period p WHERE p.tenant = NEW.tenant AND p.key = NEW.period;
        IF now_state IS NULL THEN
          RAISE EXCEPTION 'there is no such period'
            USING ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'period_is_there';
        ELSIF now_state <> 'open' THEN
          RAISE EXCEPTION 'the period is not open' USING ERRCODE = 'object_not_in_prerequisite_state';
        ELSIF first_day > berlin_day() THEN
          RAISE EXCEPTION 'the period has not opened'
            USING ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'period_has_opened';
        ELSIF NOT expected THEN
          RAISE EXCEPTION 'the school is not expected in the period'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'expected_in_period';
        END IF;
        RETURN NEW;
      END $$;

      -- Keeps a period as it is to the end of the transaction. Its row comes before its lock, as wherever schools are fixed; and
      -- the row is locked so that a report on its way can still refer to it.
      CREATE FUNCTION hold_period(land text, of_period text) RETURNS void LANGUAGE plpgsql
      SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM FROM period p WHERE p.tenant = land AND p.key = of_period FOR NO KEY UPDATE;
        PERFORM pg_advisory_xact_lock(20632, hashtext(land || ' ' || of_period));
      END $$;
      REVOKE ALL ON FUNCTION hold_period(text, text) FROM PUBLIC;

      -- What hangs on a period: NULL, or the first that there is. A correction erases numbers, never the revision.
      CREATE FUNCTION hangs_on_period(land text, of_period text) RETURNS text LANGUAGE sql STABLE
      SET search_path = public, pg_temp AS $$
        SELECT CASE
          WHEN EXISTS (SELECT FROM release r WHERE r.tenant = land AND r.period = of_period) THEN 'released'
          WHEN EXISTS (SELECT FROM report r WHERE r.tenant = land AND r.period = of_period)
            OR EXISTS (SELECT FROM report_revision r WHERE r.tenant = land AND r.period = of_period) THEN 'reported'
          WHEN EXISTS (SELECT FROM participation_change c WHERE c.tenant = land AND c.period = of_period) THEN 'participation-changed'
        END
      $$;
      REVOKE ALL ON FUNCTION hangs_on_period(text, text) FROM PUBLIC;

      -- The days of a period, before its first report. Where its first day lies ahead again its schools are not fixed yet.
      CREATE FUNCTION change_period_days(of_period text, opens date, closes date) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE land text := actor_tenant(); now_state text; hangs text;
      BEGIN
        IF actor_role() <> 'admin' THEN
          RAISE EXCEPTION 'not kept by this role' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM hold_period(land, of_period);
        SELECT p.state INTO now_state FROM period p WHERE p.tenant = land AND p.key = of_period;
        IF NOT FOUND THEN RETURN 'unknown'; END IF;
        IF now_state <> 'open' THEN RETURN 'not-open'; END IF;
        IF closes < berlin_day() THEN RETURN 'past'; END IF;
        hangs := hangs_on_period(land, of_period);
        IF hangs IN ('released', 'reported') OR hangs IS NOT NULL AND opens > berlin_day() THEN RETURN hangs; END IF;
        IF opens > berlin_day() THEN
          DELETE FROM period_school s WHERE s.tenant = land AND s.period = of_period;
          UPDATE period p SET schools_fixed_at = NULL WHERE p.tenant = land AND p.key = of_period;
        END IF;
        UPDATE period p SET opens_on = opens, closes_on = closes WHERE p.tenant = land AND p.key = of_period;
        RETURN 'done';
      END $$;
      REVOKE ALL ON FUNCTION change_period_days(text, date, date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION change_period_days(text, date, date) TO kanon_app;

      -- A later last day, never an earlier one: of two who prolong at once the later day stands.
      CREATE FUNCTION prolong_period(of_period text, closes date) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE land text := actor_tenant(); now_state text; last_day date;
      BEGIN
        IF actor_role() <> 'admin' THEN
          RAISE EXCEPTION 'not kept by this role' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM hold_period(land, of_period);
        SELECT p.state, p.closes_on INTO now_state, last_day FROM period p WHERE p.tenant = land AND p.key = of_period;
        IF NOT FOUND THEN RETURN 'unknown'; END IF;
        IF now_state <> 'open' THEN RETURN 'not-open'; END IF;
        IF closes < berlin_day() THEN RETURN 'past'; END IF;
        IF closes <= last_day THEN RETURN 'not-later'; END IF;
        UPDATE period p SET closes_on = closes WHERE p.tenant = land AND p.key = of_period;
        RETURN 'done';
      END $$;
      REVOKE ALL ON FUNCTION prolong_period(text, date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION prolong_period(text, date) TO kanon_app;

      -- A period on which nothing hangs is taken away; the log still names it.
      CREATE FUNCTION withdraw_period(of_period text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE land text := actor_tenant(); now_state text; hangs text;
      BEGIN
        IF actor_role() <> 'admin' THEN
          RAISE EXCEPTION 'not kept by this role' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM hold_period(land, of_period);
        SELECT p.state INTO now_state FROM period p WHERE p.tenant = land AND p.key = of_period;
        IF NOT FOUND THEN RETURN 'unknown'; END IF;
        IF now_state <> 'open' THEN RETURN 'not-open'; END IF;
        hangs := hangs_on_period(land, of_period);
        IF hangs IS NOT NULL THEN RETURN hangs; END IF;
        DELETE FROM period_school s WHERE s.tenant = land AND s.period = of_period;
        DELETE FROM period p WHERE p.tenant = land AND p.key = of_period;
        RETURN 'done';
      END $$;
      REVOKE ALL ON FUNCTION withdraw_period(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION withdraw_period(text) TO kanon_app;

      -- How many schools a period expects and how many of them have reported, for whoever is about to freeze it; until the end of
      -- the transaction nothing comes in.
      CREATE FUNCTION completeness_before_freeze(of_period text) RETURNS TABLE (expected integer, reported integer)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE land text := actor_tenant();
      BEGIN
        IF actor_role() <> 'disclosure-officer' THEN
          RAISE EXCEPTION 'not frozen by this role' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM hold_period(land, of_period);
        RETURN QUERY
          SELECT count(*)::int, count(*) FILTER (WHERE r.school IS NOT NULL AND b.school IS NULL)::int
          FROM (
            SELECT s.school, s.kind FROM period_school s WHERE s.tenant = land AND s.period = of_period
            UNION ALL
            SELECT l.school, l.kind FROM period p, listed_schools(p.tenant, p.key) l
            WHERE p.tenant = land AND p.key = of_period AND p.schools_fixed_at IS NULL
          ) AS e
          LEFT JOIN report r ON r.tenant = land AND r.period = of_period AND r.school = e.school
          LEFT JOIN report_return b ON b.tenant = land AND b.period = of_period AND b.school = e.school
            AND b.revision_number = r.revision_number
          WHERE e.kind <> 'NONE';
      END $$;
      REVOKE ALL ON FUNCTION completeness_before_freeze(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION completeness_before_freeze(text) TO kanon_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
