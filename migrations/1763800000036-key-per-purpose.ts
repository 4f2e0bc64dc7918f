/** A key for each purpose: which there are, from when each is used, and which were retired. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeyPerPurpose1763800000036 implements MigrationInterface {
  readonly name = 'KeyPerPurpose1763800000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- What was signed so far was signed with one key: it is the first one of each purpose that signs.
      ALTER TABLE signing_key
        ADD purpose text NOT NULL DEFAULT 'tokens' CHECK (purpose IN ('tokens', 'receipts', 'certificates', 'seals')),
        -- It is published before that, so that whoever keeps the public keys has it in time.
        ADD used_from timestamptz NOT NULL DEFAULT now(),
        -- MAC by a seals key: who can write here but has none cannot bring in a key of their own.
        ADD seal bytea CHECK (length(seal) = 32),
        ALTER COLUMN jwk DROP NOT NULL,
        ADD CONSTRAINT public_half CHECK ((jwk IS NULL) = (purpose = 'seals')),
        DROP CONSTRAINT signing_key_pkey,
        ADD PRIMARY KEY (tenant, purpose, number);
      ALTER TABLE signing_key ALTER COLUMN purpose DROP DEFAULT;
      INSERT INTO signing_key (tenant, purpose, number, id, jwk, since, used_from)
        SELECT tenant, p, number, id, jwk, since, since FROM signing_key, unnest(ARRAY['receipts', 'certificates']) AS p;
      GRANT INSERT (purpose, used_from, seal) ON signing_key TO kanon_identity;
      -- The host's administrator has no account.
      CREATE POLICY changed ON signing_key TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'admin' AND actor_account() IS NULL);

      -- Signs nothing more; of tokens nothing that it signed is believed.
      CREATE TABLE retired_key (
        tenant text NOT NULL,
        purpose text NOT NULL,
        id text NOT NULL,
        retired_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, purpose, id)
      );
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON retired_key FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON retired_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      ALTER TABLE retired_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON retired_key TO CURRENT_USER USING (true);
      CREATE POLICY compared ON retired_key FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'service');
      CREATE POLICY changed ON retired_key TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'admin' AND actor_account() IS NULL);
      GRANT SELECT, INSERT (tenant, purpose, id) ON retired_key TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
