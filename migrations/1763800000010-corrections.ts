/** A released period may be opened again for corrections; what went into a release is kept for the next one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Corrections1763800000010 implements MigrationInterface {
  readonly name = 'Corrections1763800000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Open, frozen, released; and open once more if a released one is to be corrected. Its releases stay.
      CREATE OR REPLACE FUNCTION only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.state, NEW.state) NOT IN (('open', 'frozen'), ('frozen', 'released'), ('released', 'open')) THEN
          RAISE EXCEPTION 'a period moves forward only'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'period_only_forward_check';
        END IF;
        PERFORM pg_advisory_xact_lock(20632, hashtext(NEW.tenant || ' ' || NEW.key));
        RETURN NEW;
      END $$;
      -- Reports come in until a new day.
      GRANT UPDATE (closes_on) ON period TO kanon_app;

      -- What a release was made of. A correction erases the old numbers everywhere else; the publisher needs them, so
      -- that a new release and the old one together tell nobody what was corrected. Nobody else may read them.
      CREATE TABLE release_source (
        tenant text NOT NULL,
        release uuid NOT NULL,
        schools json NOT NULL,
        reports json NOT NULL,
        PRIMARY KEY (tenant, release),
        FOREIGN KEY (tenant, release) REFERENCES release (tenant, id)
      );
      ALTER TABLE release_source ALTER schools SET STATISTICS 0, ALTER reports SET STATISTICS 0;

      -- Schools whose correction a release did not take over, without a number.
      CREATE TABLE correction_kept (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        -- The newest release at that time; in it the numbers of the school are the old ones.
        version integer NOT NULL CHECK (version > 0),
        school text COLLATE "C" NOT NULL,
        PRIMARY KEY (tenant, period, version, school),
        FOREIGN KEY (tenant, period, version) REFERENCES release (tenant, period, version),
        FOREIGN KEY (tenant, school) REFERENCES school (tenant, number)
      );

      ALTER TABLE release_source ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE correction_kept ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON release_source TO CURRENT_USER USING (true);
      CREATE POLICY owner ON correction_kept TO CURRENT_USER USING (true);
      CREATE POLICY protecting ON release_source TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      CREATE POLICY protecting ON release_row FOR SELECT TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      CREATE POLICY protecting ON correction_kept TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      CREATE POLICY officer ON correction_kept FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');

      GRANT SELECT, INSERT ON release_source, correction_kept TO kanon_publisher;
      GRANT SELECT ON release_row TO kanon_publisher;
      GRANT SELECT ON correction_kept TO kanon_app;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
