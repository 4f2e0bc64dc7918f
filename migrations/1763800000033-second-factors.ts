/** Second factors of accounts: authenticator apps, passkeys, recovery codes; and what a session was signed in with. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondFactors1763800000033 implements MigrationInterface {
  readonly name = 'SecondFactors1763800000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- How somebody came in (RFC 8176), and when they last proved who they are; of sessions from before nothing is known.
      ALTER TABLE session
        ADD amr text[] NOT NULL DEFAULT '{}',
        ADD proved_at timestamptz;
      GRANT INSERT (amr, proved_at), UPDATE (amr, proved_at) ON session TO kanon_identity;

      -- The shared secret of an app (RFC 6238), sealed under a key that the database does not hold.
      CREATE TABLE account_totp (
        tenant text NOT NULL,
        account uuid NOT NULL,
        sealed bytea,
        confirmed_at timestamptz,
        -- The newest step of 30 seconds whose code was used: it and those before it are used up.
        last_step bigint NOT NULL DEFAULT 0,
        -- One that a first code has still to confirm; until then the one before counts.
        pending bytea,
        pending_at timestamptz,
        PRIMARY KEY (tenant, account),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id),
        CHECK ((sealed IS NULL) = (confirmed_at IS NULL)),
        CHECK ((pending IS NULL) = (pending_at IS NULL))
      );

      CREATE TABLE passkey (
        tenant text NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account uuid NOT NULL,
        credential bytea NOT NULL CHECK (length(credential) BETWEEN 1 AND 1023),
        public_key bytea NOT NULL,
        counter bigint NOT NULL CHECK (counter >= 0),
        transports text[] NOT NULL DEFAULT '{}',
        -- Host of the address that it belongs to; at another one no browser offers it.
        rp_id text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        PRIMARY KEY (tenant, id),
        UNIQUE (tenant, credential),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id)
      );
      CREATE INDEX passkey_of_account ON passkey (tenant, account);

      -- SHA-256 of 80 random bits each; one that was used is gone.
      CREATE TABLE recovery_code (
        tenant text NOT NULL,
        account uuid NOT NULL,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        made_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, account, hash),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id)
      );

      -- Tries at the code of an account since the last right one.
      CREATE TABLE factor_tries (
        tenant text NOT NULL,
        account uuid NOT NULL,
        tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
        PRIMARY KEY (tenant, account),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id)
      );

      -- SHA-256 of challenges of passkeys that were answered, until they are over anyway.
      CREATE TABLE used_challenge (
        tenant text NOT NULL REFERENCES tenant,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (tenant, hash)
      );

      -- Whoever tries a code uses steps up, and changes no secret.
      CREATE FUNCTION only_steps_used() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF actor_tenant() <> '' AND actor_role() = '' AND (NEW.last_step <= OLD.last_step
            OR to_jsonb(NEW) - 'last_step' <> to_jsonb(OLD) - 'last_step') THEN
          RAISE EXCEPTION 'whoever tries a code cannot change the secret' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER only_steps_used BEFORE UPDATE ON account_totp FOR EACH ROW EXECUTE FUNCTION only_steps_used();
      -- A counter that goes back belongs to a copy (WebAuthn level 3, 6.1.1).
      CREATE FUNCTION counter_rises() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF NEW.counter < OLD.counter OR NEW.counter = OLD.counter AND NEW.counter > 0 THEN
          RAISE EXCEPTION 'a counter of a passkey does not go back' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER counter_rises BEFORE UPDATE ON passkey FOR EACH ROW EXECUTE FUNCTION counter_rises();

      ALTER TABLE account_totp ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE passkey ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE factor_tries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE used_challenge ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON account_totp TO CURRENT_USER USING (true);
      CREATE POLICY owner ON passkey TO CURRENT_USER USING (true);
      CREATE POLICY owner ON recovery_code TO CURRENT_USER USING (true);
      CREATE POLICY owner ON factor_tries TO CURRENT_USER USING (true);
      CREATE POLICY owner ON used_challenge TO CURRENT_USER USING (true);

      -- Seen while somebody signs in, by whose they are, and by whoever looks after the account, who may take them away.
      CREATE POLICY seen ON account_totp FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() IN ('', 'admin') OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY seen ON passkey FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() IN ('', 'admin') OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY seen ON recovery_code FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() IN ('', 'admin') OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY taken ON account_totp FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = 'admin' OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY taken ON passkey FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = 'admin' OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      -- Whoever signs in by one uses it up.
      CREATE POLICY taken ON recovery_code FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() IN ('', 'admin') OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      -- Nobody sets up a factor of somebody else.
      CREATE POLICY set_up ON account_totp FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND account = actor_account());
      CREATE POLICY set_up ON passkey FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND account = actor_account());
      CREATE POLICY set_up ON recovery_code FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND account = actor_account());
      CREATE POLICY used ON account_totp FOR UPDATE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = '' OR account = actor_account()));
      CREATE POLICY used ON passkey FOR UPDATE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = '' OR account = actor_account()));
      CREATE POLICY counted ON factor_tries TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = '' OR account = actor_account()));
      CREATE POLICY answered ON used_challenge TO kanon_identity USING (tenant = actor_tenant());
      -- In a demo nobody is asked for a second factor.
      CREATE POLICY known_at_sign_in ON demo FOR SELECT TO kanon_identity USING (tenant = actor_tenant());

      GRANT SELECT, DELETE, INSERT (tenant, account, pending, pending_at),
        UPDATE (sealed, confirmed_at, last_step, pending, pending_at) ON account_totp TO kanon_identity;
      GRANT SELECT, DELETE, INSERT (tenant, account, credential, public_key, counter, transports, rp_id),
        UPDATE (counter, used_at) ON passkey TO kanon_identity;
      GRANT SELECT, DELETE, INSERT (tenant, account, hash) ON recovery_code TO kanon_identity;
      GRANT SELECT, INSERT, UPDATE (tries) ON factor_tries TO kanon_identity;
      GRANT SELECT, INSERT, DELETE ON used_challenge TO kanon_identity;
      GRANT SELECT ON demo TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
