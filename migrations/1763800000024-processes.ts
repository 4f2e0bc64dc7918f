/** Several processes of one installation: which of them protects, which request a table is for, and which key is ours. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Processes1763800000024 implements MigrationInterface {
  readonly name = 'Processes1763800000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- A new one each time that a release is asked for: a table made for an earlier request is not published.
      ALTER TABLE period ADD release_request uuid;
      UPDATE period SET release_request = gen_random_uuid() WHERE release_asked_at IS NOT NULL;
      ALTER TABLE period ADD CONSTRAINT request_of_who_asked
        CHECK ((release_request IS NULL) = (release_asked_at IS NULL));
      CREATE FUNCTION new_request() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.release_request := CASE
          WHEN NEW.release_asked_at IS NULL THEN NULL
          WHEN TG_OP = 'UPDATE' AND NEW.release_asked_at IS NOT DISTINCT FROM OLD.release_asked_at THEN OLD.release_request
          ELSE gen_random_uuid() END;
        RETURN NEW;
      END $$;
      CREATE TRIGGER new_request BEFORE INSERT OR UPDATE ON period FOR EACH ROW EXECUTE FUNCTION new_request();

      -- A preview is asked for anew by a new row.
      ALTER TABLE release_preview ADD request uuid NOT NULL DEFAULT gen_random_uuid();

      -- The one process of a Land that does a work of its publisher; when its time is over another may.
      CREATE TABLE release_claim (
        tenant text NOT NULL,
        work text NOT NULL,
        -- Made up by each process at its start.
        holder uuid NOT NULL,
        until timestamptz NOT NULL,
        PRIMARY KEY (tenant, work)
      );
      ALTER TABLE release_claim ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON release_claim TO CURRENT_USER USING (true);
      CREATE POLICY protecting ON release_claim TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      GRANT SELECT, INSERT, UPDATE, DELETE ON release_claim TO kanon_publisher;

      -- Public halves of the keys that signed tokens, receipts and certificates; the last one is in use.
      CREATE TABLE signing_key (
        tenant text NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        -- Thumbprint, RFC 7638.
        id text NOT NULL CHECK (id ~ '^[A-Za-z0-9_-]{43}$'),
        jwk json NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, number)
      );
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signing_key FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON signing_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON signing_key TO CURRENT_USER USING (true);
      CREATE POLICY compared ON signing_key TO kanon_identity USING (tenant = actor_tenant() AND actor_role() = 'service');
      GRANT SELECT, INSERT (tenant, number, id, jwk) ON signing_key TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
