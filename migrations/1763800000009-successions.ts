/** Which schools and regions took over from others that ended, and what a frozen period reads of the schools. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Successions1763800000009 implements MigrationInterface {
  readonly name = 'Successions1763800000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- A merger is many to one, a division one to many. What a later list withdraws stays as withdrawn: nobody
      -- deletes. Circles are refused by the import.
      CREATE TABLE school_succession (
        tenant text NOT NULL REFERENCES tenant,
        school text COLLATE "C" NOT NULL,
        successor text COLLATE "C" NOT NULL CHECK (successor <> school),
        withdrawn boolean NOT NULL DEFAULT false,
        PRIMARY KEY (tenant, school, successor),
        FOREIGN KEY (tenant, school) REFERENCES school (tenant, number),
        FOREIGN KEY (tenant, successor) REFERENCES school (tenant, number)
      );

      CREATE TABLE region_succession (
        tenant text NOT NULL REFERENCES tenant,
        region text COLLATE "C" NOT NULL,
        successor text COLLATE "C" NOT NULL CHECK (successor <> region AND length(successor) = length(region)),
        withdrawn boolean NOT NULL DEFAULT false,
        PRIMARY KEY (tenant, region, successor),
        FOREIGN KEY (tenant, region) REFERENCES region (tenant, key),
        FOREIGN KEY (tenant, successor) REFERENCES region (tenant, key)
      );

      ALTER TABLE school_succession ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE region_succession ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON school_succession TO CURRENT_USER USING (true);
      CREATE POLICY owner ON region_succession TO CURRENT_USER USING (true);

      CREATE POLICY seen ON school_succession FOR SELECT TO kanon_app, kanon_publisher, kanon_status
        USING (tenant = actor_tenant());
      CREATE POLICY seen ON region_succession FOR SELECT TO kanon_app, kanon_publisher, kanon_status
        USING (tenant = actor_tenant());
      CREATE POLICY administered ON school_succession FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY administered ON region_succession FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY corrected ON school_succession FOR UPDATE TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY corrected ON region_succession FOR UPDATE TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'admin');

      GRANT SELECT ON school_succession, region_succession TO kanon_app, kanon_publisher, kanon_status;
      GRANT INSERT, UPDATE (withdrawn) ON school_succession, region_succession TO kanon_app;

      -- Frozen periods and who reported in them, for an import alone: no count. It keeps every period in its
      -- state to the end of the transaction, so that no freeze falls between this look and what is stored after it.
      CREATE FUNCTION hold_frozen_periods() RETURNS TABLE (period text, reported text[]) LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      BEGIN
        IF actor_role() <> 'admin' THEN RETURN; END IF;
        PERFORM FROM period p WHERE p.tenant = actor_tenant() ORDER BY p.key FOR SHARE;
        RETURN QUERY SELECT p.key, ARRAY(SELECT r.school FROM report r WHERE r.tenant = p.tenant AND r.period = p.key)
          FROM period p WHERE p.tenant = actor_tenant() AND p.state = 'frozen' ORDER BY p.key;
      END $$;
      REVOKE ALL ON FUNCTION hold_frozen_periods() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION hold_frozen_periods() TO kanon_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
