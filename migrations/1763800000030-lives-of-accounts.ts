/** Accounts have a life: invited, activated, changed, closed; and no token is believed for longer than its account is as it says. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LivesOfAccounts1763800000030 implements MigrationInterface {
  readonly name = 'LivesOfAccounts1763800000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE account
        -- Raised with every change of what a token says or opens: a token of an earlier epoch is none.
        ADD epoch integer NOT NULL DEFAULT 1 CHECK (epoch > 0),
        ADD mailbox text CHECK (length(mailbox) BETWEEN 3 AND 254 AND mailbox ~ '^[^@\\s]+@[^@\\s]+$'),
        ADD made_at timestamptz NOT NULL DEFAULT now(),
        -- Account of whoever invited; none for the first one, and for those from before.
        ADD invited_by uuid,
        ADD activated_at timestamptz,
        ADD closed_at timestamptz,
        -- When somebody else opened it anew: whoever comes in since then reads no counts from before.
        ADD renewed_at timestamptz,
        -- Of a vacation cover: its days, both included.
        ADD valid_from date,
        ADD valid_to date,
        ADD CONSTRAINT cover_in_order CHECK (valid_from <= valid_to),
        ADD CONSTRAINT closed_is_closed CHECK (active = (closed_at IS NULL)) NOT VALID;
      UPDATE account SET activated_at = now() WHERE password_hash IS NOT NULL;
      UPDATE account SET closed_at = now() WHERE NOT active;
      ALTER TABLE account VALIDATE CONSTRAINT closed_is_closed;

      CREATE FUNCTION actor_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('kanon.account', true), '')::uuid;

      -- Whatever changed it, a statement by hand too. Whoever acts for somebody may take a password and never set one,
      -- and changes nothing of the own account but its password.
      CREATE FUNCTION next_epoch() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        NEW.closed_at := CASE WHEN NOT NEW.active THEN coalesce(NEW.closed_at, now()) END;
        IF actor_tenant() <> '' AND (NEW.epoch < OLD.epoch OR NEW.renewed_at < OLD.renewed_at OR NEW.active AND NOT OLD.active
          OR NEW.id IS DISTINCT FROM actor_account() AND NEW.password_hash IS DISTINCT FROM OLD.password_hash
            AND NEW.password_hash IS NOT NULL
          OR NEW.id = actor_account() AND (NEW.office, NEW.region, NEW.mailbox, NEW.active, NEW.closed_at, NEW.renewed_at, NEW.valid_from, NEW.valid_to)
            IS DISTINCT FROM (OLD.office, OLD.region, OLD.mailbox, OLD.active, OLD.closed_at, OLD.renewed_at, OLD.valid_from, OLD.valid_to)) THEN
          RAISE EXCEPTION 'this is not for who acts to change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF (NEW.office, NEW.role, NEW.region, NEW.person, NEW.password_hash, NEW.active, NEW.valid_from, NEW.valid_to)
            IS DISTINCT FROM
            (OLD.office, OLD.role, OLD.region, OLD.person, OLD.password_hash, OLD.active, OLD.valid_from, OLD.valid_to) THEN
          NEW.epoch := greatest(NEW.epoch, OLD.epoch + 1);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER next_epoch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION next_epoch();
      CREATE FUNCTION epoch_of_schools() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_RELID <> 'public.account_school'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        -- A new account's schools come with it: its epoch is the first one.
        UPDATE account a SET epoch = a.epoch + 1 FROM (SELECT DISTINCT tenant, account FROM changed) c
          WHERE a.tenant = c.tenant AND a.id = c.account AND (TG_OP = 'DELETE' OR a.made_at < now());
        RETURN NULL;
      END $$;
      CREATE TRIGGER epoch_of_schools_added AFTER INSERT ON account_school REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION epoch_of_schools();
      CREATE TRIGGER epoch_of_schools_taken AFTER DELETE ON account_school REFERENCING OLD TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION epoch_of_schools();

      -- Counts are read back by the account that sent them, until somebody else has renewed its access.
      CREATE FUNCTION is_readable_by(land text, sender uuid, sent_at timestamptz, reader uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT sender = reader AND NOT EXISTS (SELECT FROM account a
          WHERE a.tenant = land AND a.id = reader AND a.renewed_at >= sent_at)
      $$;
      REVOKE EXECUTE ON FUNCTION is_readable_by(text, uuid, timestamptz, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION is_readable_by(text, uuid, timestamptz, uuid) TO kanon_app;

      -- Whom somebody looks after from a county: reporters all of whose schools lie within it. One that was just invited has
      -- none yet, and its inviter gives them.
      CREATE FUNCTION is_reporter_within(land text, account uuid, county text) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT county <> '' AND EXISTS (SELECT FROM account a WHERE a.tenant = land AND a.id = account AND a.role = 'reporter'
            AND (a.invited_by = actor_account()
              OR EXISTS (SELECT FROM account_school s WHERE s.tenant = land AND s.account = is_reporter_within.account)))
          AND NOT EXISTS (SELECT FROM account_school s JOIN school w ON w.tenant = s.tenant AND w.number = s.school
            WHERE s.tenant = land AND s.account = is_reporter_within.account AND NOT starts_with(w.region, county))
      $$;
      REVOKE EXECUTE ON FUNCTION is_reporter_within(text, uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION is_reporter_within(text, uuid, text) TO kanon_identity;

      -- One-time codes by which somebody gets into an account for the first time, or again.
      CREATE TABLE account_code (
        tenant text NOT NULL,
        account uuid NOT NULL,
        -- SHA-256 of 80 random bits.
        hash bytea NOT NULL CHECK (length(hash) = 32),
        kind text NOT NULL CHECK (kind IN ('activation', 'reset')),
        made_at timestamptz NOT NULL DEFAULT now(),
        made_by uuid,
        ends_at timestamptz NOT NULL,
        wrong_tries integer NOT NULL DEFAULT 0,
        PRIMARY KEY (tenant, account),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id),
        CONSTRAINT code_in_bounds CHECK (ends_at > made_at AND ends_at <= made_at + interval '61 days')
      );

      -- What was signed in: one family of refresh tokens, of which the newest counts.
      CREATE TABLE session (
        tenant text NOT NULL,
        id uuid NOT NULL,
        account uuid NOT NULL,
        -- SHA-256 of the newest refresh token, and of the one before.
        hash bytea NOT NULL CHECK (length(hash) = 32),
        previous_hash bytea CHECK (length(previous_hash) = 32),
        -- The newest token, sealed under the one before: whoever lost the answer gets the same one again.
        successor bytea,
        rotated_at timestamptz,
        made_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz NOT NULL DEFAULT now(),
        idle interval NOT NULL,
        ends_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (tenant, id),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id)
      );
      CREATE INDEX session_of_account ON session (tenant, account) WHERE ended_at IS NULL;
      CREATE INDEX session_over ON session (tenant, ends_at);

      -- Asked with the BEGIN of each act: is the account still as the token says?
      CREATE FUNCTION account_stands(land text, account uuid, since_epoch integer, of_session uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM account a WHERE a.tenant = land AND a.id = account AND a.epoch = since_epoch AND a.active
          AND (a.valid_from IS NULL OR a.valid_from <= (now() AT TIME ZONE 'Europe/Berlin')::date)
          AND (a.valid_to IS NULL OR a.valid_to >= (now() AT TIME ZONE 'Europe/Berlin')::date))
          -- One that is over is kept for longer than its last access token lives.
          AND NOT EXISTS (SELECT FROM session s WHERE s.tenant = land AND s.id = of_session AND s.ended_at IS NOT NULL)
      $$;
      REVOKE EXECUTE ON FUNCTION account_stands(text, uuid, integer, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION account_stands(text, uuid, integer, uuid)
        TO kanon_app, kanon_identity, kanon_auditor, kanon_status;

      ALTER TABLE account_code ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON account_code TO CURRENT_USER USING (true);
      CREATE POLICY owner ON session TO CURRENT_USER USING (true);

      -- While somebody signs in or activates there is no role yet; afterwards each sees what its role may.
      DROP POLICY signing_in ON account;
      DROP POLICY signing_in ON account_school;
      DROP POLICY administered ON account;
      DROP POLICY administered ON account_school;
      CREATE POLICY signing_in ON account FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() IN ('', 'admin') OR id = actor_account()
          OR actor_role() = 'coordinator' AND role = 'reporter' AND is_reporter_within(tenant, id, actor_region())));
      CREATE POLICY signing_in ON account_school FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() IN ('', 'admin') OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY invited ON account FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND (actor_role() = 'admin'
          OR actor_role() = 'coordinator' AND role = 'reporter' AND invited_by = actor_account() AND password_hash IS NULL));
      CREATE POLICY invited ON account_school FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND (actor_role() = 'admin'
          OR actor_role() = 'coordinator' AND is_own_school(tenant, school) AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY changed ON account FOR UPDATE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = 'admin' OR id = actor_account()
          OR actor_role() = 'coordinator' AND role = 'reporter' AND is_reporter_within(tenant, id, actor_region())));
      CREATE POLICY changed ON account_school FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = 'admin'
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));

      -- Whoever tries a code has no role yet; whose it is uses it up; nobody hands out one of the own account.
      CREATE POLICY tried ON account_code FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() IN ('', 'admin') OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY handed ON account_code FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND account IS DISTINCT FROM actor_account() AND (actor_role() = 'admin'
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY counted ON account_code FOR UPDATE TO kanon_identity
        USING (tenant = actor_tenant() AND account IS DISTINCT FROM actor_account() AND (actor_role() IN ('', 'admin')
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY used ON account_code FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = 'admin' OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE FUNCTION only_tries_counted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF actor_tenant() <> '' AND actor_role() = '' AND (NEW.wrong_tries < OLD.wrong_tries
            OR to_jsonb(NEW) - 'wrong_tries' <> to_jsonb(OLD) - 'wrong_tries') THEN
          RAISE EXCEPTION 'whoever tries a code cannot change it' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER only_tries_counted BEFORE UPDATE ON account_code FOR EACH ROW EXECUTE FUNCTION only_tries_counted();

      -- What has ended stays so, and others than whose it is can only end it.
      CREATE POLICY seen ON session FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() IN ('', 'admin') OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())));
      CREATE POLICY begun ON session FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND (actor_role() = '' OR account = actor_account()));
      CREATE POLICY kept ON session FOR UPDATE TO kanon_identity
        USING (tenant = actor_tenant() AND ended_at IS NULL AND (actor_role() IN ('', 'admin') OR account = actor_account()
          OR actor_role() = 'coordinator' AND is_reporter_within(tenant, account, actor_region())))
        WITH CHECK (tenant = actor_tenant() AND (actor_role() = '' OR account = actor_account() OR ended_at IS NOT NULL));

      GRANT UPDATE (office, region, mailbox, password_hash, active, activated_at, closed_at, renewed_at, valid_from, valid_to, epoch)
        ON account TO kanon_identity;
      GRANT DELETE ON account_school TO kanon_identity;
      GRANT SELECT, DELETE, INSERT (tenant, account, hash, kind, made_by, ends_at),
        UPDATE (hash, kind, made_at, made_by, ends_at, wrong_tries) ON account_code TO kanon_identity;
      GRANT SELECT, INSERT (tenant, id, account, hash, idle, ends_at),
        UPDATE (hash, previous_hash, successor, rotated_at, used_at, ended_at) ON session TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
