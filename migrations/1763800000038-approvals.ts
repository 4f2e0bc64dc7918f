/** Privileged accounts take two persons: one asks, another gives it; and what one person may be at once is asked under a lock. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Approvals1763800000038 implements MigrationInterface {
  readonly name = 'Approvals1763800000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE FUNCTION is_privileged(role text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN role IN ('admin', 'auditor', 'protection-officer', 'disclosure-officer', 'state');

      -- What one administrator has asked for, and what became of it.
      CREATE TABLE approval (
        tenant text NOT NULL REFERENCES tenant,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        what text NOT NULL CHECK (what IN ('invite', 'reset', 'change', 'factor')),
        -- The account concerned; of an invitation the one to be.
        account uuid NOT NULL,
        role text NOT NULL CHECK (is_privileged(role)),
        person uuid NOT NULL,
        -- Name, office, region, mailbox and days, as far as they are asked for; nothing once it is answered.
        request jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(request) = 'object'),
        -- None where the host asked and gave at once.
        asked_by uuid,
        asked_person uuid,
        asked_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz NOT NULL DEFAULT now() + interval '72 hours',
        state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'given', 'refused', 'withdrawn', 'expired')),
        answered_at timestamptz,
        answered_by uuid,
        answered_person uuid,
        -- Who sat at the host, where its command line stood for the second person.
        on_host text CHECK (length(on_host) BETWEEN 1 AND 1000),
        given_in xid8,
        PRIMARY KEY (tenant, id),
        CONSTRAINT for_three_days CHECK (ends_at = asked_at + interval '72 hours'),
        CONSTRAINT answered_is_answered CHECK ((state = 'asked') = (answered_at IS NULL)),
        CONSTRAINT another_person CHECK (state <> 'given' OR on_host IS NOT NULL
          OR (answered_person <> asked_person AND answered_person <> person) IS TRUE)
      );
      -- One wish at a time: what is given is what was read.
      CREATE UNIQUE INDEX approval_open ON approval (tenant, account) WHERE state = 'asked';
      CREATE UNIQUE INDEX approval_open_name ON approval (tenant, (request ->> 'name')) WHERE state = 'asked' AND what = 'invite';

      -- An administrator who may act today, locked until the transaction ends: whoever closes the account waits, or was quicker.
      CREATE FUNCTION person_of_admin(land text, of_account uuid) RETURNS uuid LANGUAGE sql VOLATILE
      SET search_path = public, pg_temp AS $$
        SELECT person FROM account WHERE tenant = land AND id = of_account AND role = 'admin' AND active
          AND (valid_from IS NULL OR valid_from <= (now() AT TIME ZONE 'Europe/Berlin')::date)
          AND (valid_to IS NULL OR valid_to >= (now() AT TIME ZONE 'Europe/Berlin')::date) FOR SHARE
      $$;
      -- Whether the command line of the host stands for the second person: fewer than two persons administer.
      CREATE FUNCTION is_host_second(land text) RETURNS boolean LANGUAGE sql STABLE
      SET search_path = public, pg_temp AS $$
        SELECT count(DISTINCT person) < 2 FROM account WHERE tenant = land AND role = 'admin' AND active
          AND activated_at IS NOT NULL
          AND (valid_from IS NULL OR valid_from <= (now() AT TIME ZONE 'Europe/Berlin')::date)
          AND (valid_to IS NULL OR valid_to >= (now() AT TIME ZONE 'Europe/Berlin')::date)
      $$;

      CREATE FUNCTION refuse_as(rule text) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        RAISE EXCEPTION 'refused: %', rule USING ERRCODE = 'check_violation', CONSTRAINT = rule;
      END $$;

      -- Whoever asks is who acts, and what is known of the account concerned is read, not told.
      CREATE FUNCTION approval_asked() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        -- Row-level security refuses others than administrators of this Land.
        IF actor_role() <> 'admin' OR NEW.tenant <> actor_tenant() THEN RETURN NEW; END IF;
        NEW.asked_by := actor_account();
        NEW.asked_person := NULL;
        NEW.asked_at := now();
        NEW.ends_at := now() + interval '72 hours';
        NEW.state := 'asked';
        NEW.answered_at := NULL; NEW.answered_by := NULL; NEW.answered_person := NULL;
        NEW.on_host := NULL; NEW.given_in := NULL;
        IF NEW.asked_by IS NOT NULL THEN
          NEW.asked_person := person_of_admin(NEW.tenant, NEW.asked_by);
          IF NEW.asked_person IS NULL OR NEW.account = NEW.asked_by THEN PERFORM refuse_as('asker_stands'); END IF;
        ELSIF NOT is_host_second(NEW.tenant) THEN
          PERFORM refuse_as('host_is_second');
        END IF;
        IF NEW.what <> 'invite' THEN
          SELECT a.role, a.person INTO NEW.role, NEW.person FROM account a
            WHERE a.tenant = NEW.tenant AND a.id = NEW.account AND a.active;
          IF NOT FOUND THEN PERFORM refuse_as('account_stands'); END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER asked BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION approval_asked();

      -- It is answered once, and given only by another person than who asked and whose account it is; both administer now.
      CREATE FUNCTION approval_answered() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF actor_tenant() = '' THEN RETURN NEW; END IF;
        IF OLD.state <> 'asked' THEN
          -- What was asked for is forgotten once it is done.
          IF NEW.request <> '{}' OR to_jsonb(NEW) - 'request' IS DISTINCT FROM to_jsonb(OLD) - 'request' THEN
            PERFORM refuse_as('approval_answered');
          END IF;
          RETURN NEW;
        END IF;
        IF NEW.state = 'asked' OR to_jsonb(NEW) - 'state' - 'on_host' IS DISTINCT FROM to_jsonb(OLD) - 'state' - 'on_host' THEN
          PERFORM refuse_as('approval_answered');
        END IF;
        IF (NEW.state = 'expired') <> (now() >= OLD.ends_at) THEN PERFORM refuse_as('approval_over'); END IF;
        NEW.answered_at := now();
        NEW.answered_by := actor_account();
        IF NEW.state <> 'given' THEN
          IF NEW.state = 'withdrawn' AND NEW.answered_by IS DISTINCT FROM OLD.asked_by THEN PERFORM refuse_as('who_asked'); END IF;
          NEW.on_host := NULL;
          NEW.request := '{}';
          RETURN NEW;
        END IF;
        IF OLD.asked_by IS NOT NULL AND person_of_admin(OLD.tenant, OLD.asked_by) IS DISTINCT FROM OLD.asked_person THEN
          PERFORM refuse_as('asker_stands');
        END IF;
        IF NEW.answered_by IS NULL THEN
          IF NEW.on_host IS NULL OR NOT is_host_second(NEW.tenant) THEN PERFORM refuse_as('host_is_second'); END IF;
        ELSE
          NEW.on_host := NULL;
          NEW.answered_person := person_of_admin(NEW.tenant, NEW.answered_by);
          IF NEW.answered_person IS NULL THEN PERFORM refuse_as('giver_stands'); END IF;
        END IF;
        NEW.given_in := pg_current_xact_id();
        RETURN NEW;
      END $$;
      CREATE TRIGGER answered BEFORE UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION approval_answered();

      -- What was given in this very transaction; of an account at most one thing.
      CREATE FUNCTION approved_now(land text, of_account uuid) RETURNS approval LANGUAGE sql STABLE
      SET search_path = public, pg_temp AS $$
        SELECT p FROM approval p WHERE p.tenant = land AND p.account = of_account AND p.state = 'given'
          AND p.given_in = pg_current_xact_id_if_assigned() LIMIT 1
      $$;

      -- What is done to a privileged account is what two persons said. Closing takes one, since it must not wait; the owner of
      -- the account has its password, and whoever makes the first accounts sits at the host.
      CREATE FUNCTION of_two_persons() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE given approval;
      BEGIN
        IF actor_tenant() = '' OR NOT is_privileged(NEW.role) OR NEW.id = actor_account() THEN RETURN NEW; END IF;
        given := approved_now(NEW.tenant, NEW.id);
        IF TG_OP = 'INSERT' THEN
          IF actor_account() IS NULL AND given.id IS NULL THEN RETURN NEW; END IF;
          IF given.what IS DISTINCT FROM 'invite' OR NEW.password_hash IS NOT NULL OR NOT NEW.active
              OR (NEW.role, NEW.person, NEW.name, NEW.office, NEW.region) IS DISTINCT FROM
                (given.role, given.person, given.request ->> 'name', given.request ->> 'office', given.request ->> 'region') THEN
            PERFORM refuse_as('two_persons');
          END IF;
          RETURN NEW;
        END IF;
        IF (NEW.office, NEW.region, NEW.mailbox, NEW.valid_from, NEW.valid_to) IS DISTINCT FROM
            (OLD.office, OLD.region, OLD.mailbox, OLD.valid_from, OLD.valid_to)
          AND (given.what IN ('invite', 'change') AND (NEW.office, NEW.region, NEW.mailbox, NEW.valid_from, NEW.valid_to)
            IS NOT DISTINCT FROM (coalesce(given.request ->> 'office', OLD.office), coalesce(given.request ->> 'region', OLD.region),
              CASE WHEN given.request ? 'mailbox' THEN given.request ->> 'mailbox' ELSE OLD.mailbox END,
              coalesce((given.request ->> 'from')::date, OLD.valid_from), coalesce((given.request ->> 'to')::date, OLD.valid_to))
            ) IS NOT TRUE THEN
          PERFORM refuse_as('two_persons');
        END IF;
        IF (NEW.password_hash, NEW.renewed_at, NEW.activated_at) IS DISTINCT FROM (OLD.password_hash, OLD.renewed_at, OLD.activated_at)
          AND given.what IS DISTINCT FROM 'reset' THEN
          PERFORM refuse_as('two_persons');
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER of_two_persons BEFORE INSERT OR UPDATE ON account FOR EACH ROW EXECUTE FUNCTION of_two_persons();

      -- A one-time code opens the account, so it is part of what two persons say, whoever asks for it.
      CREATE FUNCTION code_of_two_persons() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        -- Nobody hands out a code of the own account: row-level security refuses that.
        IF actor_tenant() = '' OR NEW.account = actor_account() THEN RETURN NEW; END IF;
        IF TG_OP = 'UPDATE' THEN
          IF to_jsonb(NEW) - 'wrong_tries' = to_jsonb(OLD) - 'wrong_tries' AND NEW.wrong_tries >= OLD.wrong_tries THEN RETURN NEW; END IF;
        END IF;
        IF EXISTS (SELECT FROM account a WHERE a.tenant = NEW.tenant AND a.id = NEW.account AND is_privileged(a.role))
          AND (approved_now(NEW.tenant, NEW.account)).what IN ('invite', 'reset') IS NOT TRUE THEN
          PERFORM refuse_as('two_persons');
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER of_two_persons BEFORE INSERT OR UPDATE ON account_code FOR EACH ROW EXECUTE FUNCTION code_of_two_persons();

      -- Who opened an account anew; none where its mailbox did.
      ALTER TABLE account ADD renewed_by uuid;
      CREATE FUNCTION who_renews() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        NEW.renewed_by := CASE WHEN NEW.renewed_at IS DISTINCT FROM OLD.renewed_at THEN actor_account() ELSE OLD.renewed_by END;
        RETURN NEW;
      END $$;
      CREATE TRIGGER who_renews BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION who_renews();

      -- What one person may be at once. A closed account is nobody's any more: whoever changes the side is invited anew. With the
      -- owner's rights, as a coordinator sees no accounts but those of reporters.
      DROP INDEX account_one_side;
      CREATE INDEX account_person ON account (tenant, person) WHERE active;
      CREATE FUNCTION one_side_each() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        sides CONSTANT text[] := '{reporter,provider,coordinator,benefit-office,district,state}';
        watches CONSTANT text[] := '{auditor,protection-officer,disclosure-officer}';
        others text[];
      BEGIN
        IF TG_RELID <> 'public.account'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NOT NEW.active THEN RETURN NEW; END IF;
        PERFORM pg_advisory_xact_lock(20638, hashtext(NEW.tenant || ' ' || NEW.person));
        -- A statement of its own sees what was committed while this one waited.
        SELECT array_agg(a.role) INTO others FROM account a
          WHERE a.tenant = NEW.tenant AND a.person = NEW.person AND a.id <> NEW.id AND a.active;
        IF NEW.role = ANY (sides) AND others && sides THEN PERFORM refuse_as('account_one_side'); END IF;
        IF NEW.role = ANY (watches) AND others && (sides || 'admin'::text)
          OR NEW.role = ANY (sides || 'admin'::text) AND others && watches THEN
          PERFORM refuse_as('account_watches_apart');
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER one_side_each BEFORE INSERT OR UPDATE OF role, person, active ON account
        FOR EACH ROW EXECUTE FUNCTION one_side_each();

      -- Where the host stood for the second person: told to everybody who administers or watches.
      CREATE TABLE host_notice (
        tenant text NOT NULL REFERENCES tenant,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        at timestamptz NOT NULL DEFAULT now(),
        what text NOT NULL CHECK (what IN ('invite', 'reset', 'change', 'factor')),
        account uuid NOT NULL,
        role text NOT NULL,
        operator text NOT NULL CHECK (length(operator) BETWEEN 1 AND 500),
        reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 400),
        PRIMARY KEY (tenant, id)
      );
      CREATE TRIGGER append_only BEFORE UPDATE ON host_notice FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON host_notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- What those of a school see of each other: who has access to it, by whom, and who reported; never a count.
      CREATE FUNCTION people_of_school(of_school text) RETURNS TABLE (
        account uuid, office text, role text, active boolean, made_at timestamptz, valid_from date, valid_to date,
        invited_by uuid, inviter_office text, inviter_role text,
        renewed_at timestamptz, renewed_by uuid, renewer_office text, renewer_role text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT a.id, a.office, a.role, a.active, a.made_at, a.valid_from, a.valid_to,
          a.invited_by, i.office, i.role, a.renewed_at, a.renewed_by, r.office, r.role
        FROM account_school s JOIN account a ON a.tenant = s.tenant AND a.id = s.account
        LEFT JOIN account i ON i.tenant = a.tenant AND i.id = a.invited_by
        LEFT JOIN account r ON r.tenant = a.tenant AND r.id = a.renewed_by
        WHERE s.tenant = actor_tenant() AND s.school = of_school AND of_school = ANY (actor_schools())
          AND actor_role() IN ('reporter', 'provider')
        ORDER BY a.made_at, a.id
      $$;
      REVOKE EXECUTE ON FUNCTION people_of_school(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION people_of_school(text) TO kanon_identity;
      CREATE FUNCTION reporters_of_school(of_school text) RETURNS TABLE (
        period text, reported_at timestamptz, account uuid, office text, role text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT w.period, w.reported_at, w.reporter, a.office, a.role
        FROM report w LEFT JOIN account a ON a.tenant = w.tenant AND a.id = w.reporter
        WHERE w.tenant = actor_tenant() AND w.school = of_school AND of_school = ANY (actor_schools())
          AND actor_role() IN ('reporter', 'provider')
        ORDER BY w.period DESC LIMIT 20
      $$;
      REVOKE EXECUTE ON FUNCTION reporters_of_school(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION reporters_of_school(text) TO kanon_identity;

      ALTER TABLE approval ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON approval TO CURRENT_USER USING (true);
      CREATE POLICY listed ON approval FOR SELECT TO kanon_identity USING (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY asked ON approval FOR INSERT TO kanon_identity WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY answered ON approval FOR UPDATE TO kanon_identity USING (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY erased ON approval FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'admin' AND asked_at < now() - interval '400 days');
      GRANT SELECT, DELETE, INSERT (tenant, id, what, account, role, person, request), UPDATE (state, request, on_host)
        ON approval TO kanon_identity;

      ALTER TABLE host_notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON host_notice TO CURRENT_USER USING (true);
      CREATE POLICY read ON host_notice FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() IN ('admin', 'auditor', 'protection-officer'));
      CREATE POLICY put ON host_notice FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin' AND actor_account() IS NULL);
      CREATE POLICY erased ON host_notice FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'admin' AND at < now() - interval '400 days');
      GRANT SELECT, DELETE, INSERT (tenant, what, account, role, operator, reason) ON host_notice TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
