/** How often somebody tried to get into an account lately: it holds over processes and restarts. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TriesAtAccounts1763800000035 implements MigrationInterface {
  readonly name = 'TriesAtAccounts1763800000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE sign_in_try (
        tenant text NOT NULL,
        -- HMAC-SHA-256 of what is counted: a source, an account's name, both, or a device. None of them stands here.
        key bytea NOT NULL CHECK (length(key) = 32),
        -- Of the account's name, where the count is of one account only and goes with a new code; else none.
        account bytea CHECK (length(account) = 32),
        -- When each of the last hour was, the oldest first.
        tries timestamptz[] NOT NULL CHECK (cardinality(tries) <= 200),
        -- From then on none of them counts any more.
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (tenant, key)
      );
      CREATE INDEX sign_in_try_over ON sign_in_try (ends_at);
      CREATE INDEX sign_in_try_of_account ON sign_in_try (tenant, account) WHERE account IS NOT NULL;
      ALTER TABLE sign_in_try ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON sign_in_try TO CURRENT_USER USING (true);
      -- Whoever tries has no role yet; whoever hands out a new code lets the tries at the one before be forgotten.
      CREATE POLICY counted ON sign_in_try FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = ''
          OR actor_role() IN ('admin', 'coordinator') AND account IS NOT NULL));
      CREATE POLICY tried ON sign_in_try FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = '');
      CREATE POLICY tried_again ON sign_in_try FOR UPDATE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = ''
          OR actor_role() IN ('admin', 'coordinator') AND account IS NOT NULL));
      -- Retention clears what is over, and nothing that still counts.
      CREATE POLICY over ON sign_in_try FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = '' AND ends_at < now());
      GRANT SELECT, DELETE, INSERT (tenant, key, account, tries, ends_at), UPDATE (tries, ends_at)
        ON sign_in_try TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
