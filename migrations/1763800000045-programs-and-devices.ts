/** Programs that sign in by a key, proofs that count once, and devices that a person lets in from a browser. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProgramsAndDevices1763800000045 implements MigrationInterface {
  readonly name = 'ProgramsAndDevices1763800000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Acts as the account, which has its schools and its last day; somebody answers for it.
      CREATE TABLE program (
        tenant text NOT NULL,
        account uuid NOT NULL,
        owner uuid NOT NULL CHECK (owner <> account),
        made_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, account),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id),
        FOREIGN KEY (tenant, owner) REFERENCES account (tenant, id)
      );
      CREATE TABLE program_key (
        tenant text NOT NULL,
        account uuid NOT NULL,
        -- RFC 7638.
        kid text NOT NULL CHECK (kid ~ '^[A-Za-z0-9_-]{43}$'),
        -- Two, so that one can take the place of the other.
        place smallint NOT NULL CHECK (place IN (1, 2)),
        -- The public half (RFC 7517), with its alg.
        jwk jsonb NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, account, kid),
        UNIQUE (tenant, account, place),
        FOREIGN KEY (tenant, account) REFERENCES program (tenant, account)
      );

      -- A program shows keys: nobody is handed a code by which it would get a password.
      CREATE FUNCTION no_code_of_program() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_RELID <> 'public.account_code'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF EXISTS (SELECT FROM program p WHERE p.tenant = NEW.tenant AND p.account = NEW.account) THEN
          PERFORM refuse_as('program_has_keys');
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER no_code_of_program AFTER INSERT ON account_code FOR EACH ROW EXECUTE FUNCTION no_code_of_program();

      -- SHA-256 of what counts once (RFC 7523 jti, RFC 9449 jti), until it is over anyway.
      CREATE TABLE used_proof (
        tenant text NOT NULL REFERENCES tenant,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (tenant, hash)
      );
      CREATE INDEX used_proof_over ON used_proof (ends_at);

      -- A device that asks to be let in, and what the person said to it (RFC 8628). Both codes are kept as digests.
      CREATE TABLE device_grant (
        tenant text NOT NULL REFERENCES tenant,
        device bytea NOT NULL CHECK (length(device) = 32),
        code bytea NOT NULL CHECK (length(code) = 32),
        made_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz NOT NULL CHECK (ends_at <= made_at + interval '15 minutes'),
        -- Seconds that the device waits between two looks.
        pace integer NOT NULL DEFAULT 5 CHECK (pace BETWEEN 5 AND 60),
        polled_at timestamptz,
        said text CHECK (said IN ('yes', 'no')),
        account uuid,
        -- How the session of the person was signed in.
        amr text[] NOT NULL DEFAULT '{}',
        proved_at timestamptz,
        used_at timestamptz,
        PRIMARY KEY (tenant, device),
        UNIQUE (tenant, code),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id),
        CHECK ((said IS NULL) = (account IS NULL))
      );
      CREATE INDEX device_grant_over ON device_grant (ends_at);
      -- The device never says yes to itself, and a person says it once.
      CREATE FUNCTION device_answered() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF actor_tenant() = '' THEN RETURN NEW; END IF;
        IF (NEW.device, NEW.code, NEW.made_at, NEW.ends_at) IS DISTINCT FROM (OLD.device, OLD.code, OLD.made_at, OLD.ends_at)
          OR actor_role() = '' AND ((NEW.said, NEW.account, NEW.amr, NEW.proved_at)
            IS DISTINCT FROM (OLD.said, OLD.account, OLD.amr, OLD.proved_at) OR OLD.used_at IS NOT NULL)
          OR actor_role() <> '' AND (OLD.said IS NOT NULL OR NEW.account IS DISTINCT FROM actor_account()
            OR NEW.used_at IS DISTINCT FROM OLD.used_at) THEN
          RAISE EXCEPTION 'this is not for who acts to say' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER device_answered BEFORE UPDATE ON device_grant FOR EACH ROW EXECUTE FUNCTION device_answered();

      -- Asked with the BEGIN of each act: is the account still as the token says? Of a program also whoever answers for it.
      CREATE OR REPLACE FUNCTION account_stands(land text, account uuid, since_epoch integer, of_session uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM account a WHERE a.tenant = land AND a.id = account AND a.epoch = since_epoch AND a.active
          AND (a.valid_from IS NULL OR a.valid_from <= (now() AT TIME ZONE 'Europe/Berlin')::date)
          AND (a.valid_to IS NULL OR a.valid_to >= (now() AT TIME ZONE 'Europe/Berlin')::date))
          -- One that is over is kept for longer than its last access token lives.
          AND NOT EXISTS (SELECT FROM session s WHERE s.tenant = land AND s.id = of_session AND s.ended_at IS NOT NULL)
          AND NOT EXISTS (SELECT FROM program p JOIN account o ON o.tenant = p.tenant AND o.id = p.owner
            WHERE p.tenant = land AND p.account = account_stands.account AND NOT o.active)
      $$;

      ALTER TABLE program ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE program_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE used_proof ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE device_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON program TO CURRENT_USER USING (true);
      CREATE POLICY owner ON program_key TO CURRENT_USER USING (true);
      CREATE POLICY owner ON used_proof TO CURRENT_USER USING (true);
      CREATE POLICY owner ON device_grant TO CURRENT_USER USING (true);
      CREATE POLICY seen ON program FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() IN ('', 'admin'));
      CREATE POLICY made ON program FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY seen ON program_key FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() IN ('', 'admin'));
      CREATE POLICY made ON program_key FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY taken ON program_key FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'admin');
      -- Whoever shows one has no role yet. What still counts is never forgotten.
      CREATE POLICY seen ON used_proof FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = '');
      CREATE POLICY shown ON used_proof FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = '');
      CREATE POLICY over ON used_proof FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = '' AND ends_at < now());
      -- Whoever is signed in finds one by the code that the device shows.
      CREATE POLICY seen ON device_grant FOR SELECT TO kanon_identity USING (tenant = actor_tenant());
      CREATE POLICY asked ON device_grant FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = '');
      CREATE POLICY answered ON device_grant FOR UPDATE TO kanon_identity
        USING (tenant = actor_tenant() AND (actor_role() = '' OR said IS NULL))
        WITH CHECK (tenant = actor_tenant() AND (actor_role() = '' OR account = actor_account()));
      CREATE POLICY over ON device_grant FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = '' AND ends_at < now());
      GRANT SELECT, INSERT (tenant, account, owner) ON program TO kanon_identity;
      GRANT SELECT, DELETE, INSERT (tenant, account, kid, place, jwk) ON program_key TO kanon_identity;
      GRANT SELECT, DELETE, INSERT (tenant, hash, ends_at) ON used_proof TO kanon_identity;
      GRANT SELECT, DELETE, INSERT (tenant, device, code, ends_at),
        UPDATE (pace, polled_at, said, account, amr, proved_at, used_at) ON device_grant TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
