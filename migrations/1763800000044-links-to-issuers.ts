/** Accounts are known by an issuer and its subject too; and since when a token of an issuer counts for an account. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinksToIssuers1763800000044 implements MigrationInterface {
  readonly name = 'LinksToIssuers1763800000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- When the epoch was raised last: a token that an issuer gave out before that is none. Nobody sets it by hand.
      ALTER TABLE account ADD not_before timestamptz;
      CREATE FUNCTION tokens_not_before() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        NEW.not_before := CASE WHEN NEW.epoch > OLD.epoch THEN clock_timestamp() ELSE OLD.not_before END;
        RETURN NEW;
      END $$;
      -- Triggers fire by their names: after next_epoch.
      CREATE TRIGGER tokens_not_before BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION tokens_not_before();

      CREATE TABLE account_link (
        tenant text NOT NULL,
        -- As the tokens spell it, RFC 8414.
        issuer text NOT NULL CHECK (length(issuer) BETWEEN 8 AND 255),
        subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
        account uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, issuer, subject),
        -- One of each issuer.
        UNIQUE (tenant, account, issuer),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id)
      );
      ALTER TABLE account_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON account_link TO CURRENT_USER USING (true);
      -- Whoever shows a token has no role yet; nobody links an account of somebody else.
      CREATE POLICY seen ON account_link FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = '' OR account = actor_account()));
      CREATE POLICY made ON account_link FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND account = actor_account());
      CREATE POLICY taken ON account_link FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND account = actor_account());
      GRANT SELECT, DELETE, INSERT (tenant, issuer, subject, account) ON account_link TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
