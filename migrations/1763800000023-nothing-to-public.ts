/** Functions of triggers serve our tables alone; and what waits for a number without being an entry is set aside. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NothingToPublic1763800000023 implements MigrationInterface {
  readonly name = 'NothingToPublic1763800000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- With the owner's rights, so a table of somebody else must not make them its trigger. That nobody may execute them
      -- already refuses it; this is the second belt. What PUBLIC has is taken away after the migrations, each time.
      CREATE OR REPLACE FUNCTION await_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_RELID <> 'public.access_entry'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        INSERT INTO log_pending VALUES (NEW.tenant, NEW.id, NEW.at, NEW.leaf);
        RETURN NULL;
      END $$;

      CREATE OR REPLACE FUNCTION only_while_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      DECLARE expected boolean;
      BEGIN
        -- Of a report it is the partition of a year; nobody but the owner makes tables in this schema.
        IF TG_TABLE_SCHEMA <> 'public' THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
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

      CREATE OR REPLACE FUNCTION preview_while_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_RELID <> 'public.period'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        DELETE FROM release_preview WHERE tenant = NEW.tenant AND period = NEW.key;
        RETURN NULL;
      END $$;

      -- Rows that waited for a number and were no entry, or one that has its number. A leaf for them would be signed
      -- without an entry behind it, and the second number of an entry would stop the log.
      CREATE TABLE log_stray (
        tenant text NOT NULL,
        entry uuid NOT NULL,
        at timestamptz NOT NULL,
        leaf bytea NOT NULL,
        found_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_stray FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON log_stray FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      ALTER TABLE log_stray ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON log_stray TO CURRENT_USER USING (true);
      CREATE POLICY sequenced ON log_stray TO kanon_sequencer USING (tenant = actor_tenant() AND actor_role() = 'sequencer');
      GRANT SELECT (tenant, found_at), INSERT (tenant, entry, at, leaf) ON log_stray TO kanon_sequencer;

      -- Which entries there are and what commits to them; both wait in log_pending as well.
      CREATE POLICY numbered ON access_entry FOR SELECT TO kanon_sequencer
        USING (tenant = actor_tenant() AND actor_role() = 'sequencer');
      GRANT SELECT (tenant, id, leaf) ON access_entry TO kanon_sequencer;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
