/** Reports: one row a school and period, partitioned by year, with the rules of storage as a second belt. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reports1763800000005 implements MigrationInterface {
  readonly name = 'Reports1763800000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Each benefit at most once over all cells, none and withheld; as many numbers as cells, and no gaps.
      CREATE FUNCTION is_partition(cells text[], pupils int[], consultations int[], "none" text[], withheld text[])
      RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN cardinality(cells) = cardinality(pupils) AND cardinality(cells) = cardinality(consultations)
        AND array_position(cells || "none" || withheld, NULL) IS NULL
        AND (SELECT count(*) = count(DISTINCT code) AND bool_and(code ~ '^[A-Z]+$')
             FROM unnest(string_to_array(array_to_string(cells || "none" || withheld, '+'), '+')) AS code);

      CREATE FUNCTION all_at_least(larger int[], smaller int[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (SELECT coalesce(bool_and(coalesce(l >= s, false)), true) FROM unnest(larger, smaller) AS pair (l, s));

      CREATE TABLE report (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        school text COLLATE "C" NOT NULL,
        scheme text NOT NULL,
        policy integer NOT NULL,
        k integer NOT NULL,
        -- Benefits of a pooled cell are joined by '+', in scheme order.
        cells text[] NOT NULL,
        pupils integer[] NOT NULL,
        consultations integer[] NOT NULL,
        "none" text[] NOT NULL,
        withheld text[] NOT NULL,
        revision uuid NOT NULL,
        revision_number integer NOT NULL CHECK (revision_number > 0),
        reported_at timestamptz NOT NULL,
        reporter uuid NOT NULL,
        PRIMARY KEY (tenant, period, school),
        FOREIGN KEY (tenant, school) REFERENCES school (tenant, number),
        FOREIGN KEY (tenant, period, policy, k) REFERENCES period (tenant, key, policy, k),
        -- A CHECK passes what it cannot decide, such as a NULL among the numbers: so each asks IS TRUE.
        CONSTRAINT no_cell_below_k CHECK ((k >= 3 AND k <= ALL (pupils)) IS TRUE),
        CONSTRAINT consultations_cover_pupils CHECK (all_at_least(consultations, pupils) IS TRUE),
        CONSTRAINT every_benefit_once CHECK (is_partition(cells, pupils, consultations, "none", withheld) IS TRUE)
      ) PARTITION BY RANGE (period);

      -- What stays of a replaced revision: that it was, and when. Its numbers are gone.
      CREATE TABLE report_revision (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        school text COLLATE "C" NOT NULL,
        number integer NOT NULL,
        reported_at timestamptz NOT NULL,
        PRIMARY KEY (tenant, period, school, number),
        FOREIGN KEY (tenant, school) REFERENCES school (tenant, number)
      ) PARTITION BY RANGE (period);

      ALTER TABLE report ALTER cells SET STATISTICS 0, ALTER pupils SET STATISTICS 0, ALTER consultations SET STATISTICS 0,
        ALTER "none" SET STATISTICS 0, ALTER withheld SET STATISTICS 0;

      -- The service cannot create tables; this opens the year of a period for it, and nothing else.
      CREATE FUNCTION open_year(period text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE year int := substring(period FROM '^(20[0-9]{2})(-|$)')::int;
      BEGIN
        IF year IS NULL THEN RAISE EXCEPTION 'no period' USING ERRCODE = 'check_violation'; END IF;
        PERFORM pg_advisory_xact_lock(20631, year);
        EXECUTE format('CREATE TABLE IF NOT EXISTS report_%s PARTITION OF report FOR VALUES FROM (%L) TO (%L)',
          year, year::text, (year + 1)::text);
        -- ANALYZE would copy single schools' numbers into its statistics, and keep them after a correction.
        EXECUTE format('ALTER TABLE report_%s ALTER cells SET STATISTICS 0, ALTER pupils SET STATISTICS 0,
          ALTER consultations SET STATISTICS 0, ALTER "none" SET STATISTICS 0, ALTER withheld SET STATISTICS 0', year);
        EXECUTE format('CREATE TABLE IF NOT EXISTS report_revision_%s PARTITION OF report_revision FOR VALUES FROM (%L) TO (%L)',
          year, year::text, (year + 1)::text);
      END $$;
      REVOKE ALL ON FUNCTION open_year(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION open_year(text) TO kanon_app;

      -- A freeze waits for reports on their way, and none can slip in behind it. A lock of its own rather than one on
      -- the row: those who come after a waiting freeze queue behind it, and nothing is written for it.
      CREATE FUNCTION only_while_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(20632, hashtext(NEW.tenant || ' ' || NEW.period));
        -- A statement of its own sees what was committed while this one waited.
        PERFORM FROM period WHERE tenant = NEW.tenant AND key = NEW.period AND state = 'open';
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the period is not open' USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER only_while_open BEFORE INSERT OR UPDATE ON report
        FOR EACH ROW EXECUTE FUNCTION only_while_open();

      -- Open, frozen, released, and never back; after the reports that are on their way.
      CREATE FUNCTION only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.state, NEW.state) NOT IN (('open', 'frozen'), ('frozen', 'released')) THEN
          RAISE EXCEPTION 'a period moves forward only'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'period_only_forward_check';
        END IF;
        PERFORM pg_advisory_xact_lock(20632, hashtext(NEW.tenant || ' ' || NEW.key));
        RETURN NEW;
      END $$;
      CREATE TRIGGER only_forward BEFORE UPDATE OF state ON period FOR EACH ROW EXECUTE FUNCTION only_forward();

      ALTER TABLE report ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE report_revision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON report TO CURRENT_USER USING (true);
      CREATE POLICY owner ON report_revision TO CURRENT_USER USING (true);

      CREATE POLICY own_schools ON report TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'reporter' AND school = ANY (actor_schools()));
      CREATE POLICY own_schools ON report_revision TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'reporter' AND school = ANY (actor_schools()));
      CREATE POLICY protecting ON report FOR SELECT TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');

      -- No UPDATE of school or period: a report can be corrected where it stands, never moved out of a frozen period.
      GRANT SELECT, INSERT ON report TO kanon_app;
      GRANT UPDATE (cells, pupils, consultations, "none", withheld, revision, revision_number, reported_at, reporter)
        ON report TO kanon_app;
      GRANT SELECT, INSERT ON report_revision TO kanon_app;
      GRANT SELECT ON report TO kanon_publisher;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
