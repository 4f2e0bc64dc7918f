/** The host stands for the second person only while fewer than two administer; and a lost second factor of a privileged role takes two. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HostSecond1763800000042 implements MigrationInterface {
  readonly name = 'HostSecond1763800000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Up to which moment somebody has been told where the host stood for the second person.
      ALTER TABLE account ADD notices_seen_at timestamptz;
      GRANT UPDATE (notices_seen_at) ON account TO kanon_identity;

      -- Whether the host may make a privileged account by itself: fewer than two persons administered before it began. Those
      -- whom it makes in one go are the first ones.
      CREATE FUNCTION may_host_make(land text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
        SELECT count(DISTINCT person) < 2 FROM account WHERE tenant = land AND role = 'admin' AND active
          AND activated_at IS NOT NULL AND made_at < now()
          AND (valid_from IS NULL OR valid_from <= (now() AT TIME ZONE 'Europe/Berlin')::date)
          AND (valid_to IS NULL OR valid_to >= (now() AT TIME ZONE 'Europe/Berlin')::date)
      $$;

      CREATE OR REPLACE FUNCTION of_two_persons() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE given approval;
      BEGIN
        IF actor_tenant() = '' OR NOT is_privileged(NEW.role) OR NEW.id = actor_account() THEN RETURN NEW; END IF;
        given := approved_now(NEW.tenant, NEW.id);
        IF TG_OP = 'INSERT' THEN
          IF actor_account() IS NULL AND given.id IS NULL THEN
            IF NOT may_host_make(NEW.tenant) THEN PERFORM refuse_as('host_is_second'); END IF;
            RETURN NEW;
          END IF;
          IF given.what IS DISTINCT FROM 'invite' OR NEW.password_hash IS NOT NULL OR NOT NEW.active
              OR (NEW.role, NEW.person, NEW.name, NEW.office, NEW.region) IS DISTINCT FROM
                (given.role, given.person, given.request ->> 'name', given.request ->> 'office', given.request ->> 'region') THEN
            PERFORM refuse_as('two_persons');
          END IF;
          RETURN NEW;
        END IF;
        -- What is left of a closed one is erased when its time is over.
        IF NOT OLD.active AND NOT NEW.active AND actor_role() = 'retention' THEN RETURN NEW; END IF;
        IF (NEW.office, NEW.region, NEW.mailbox, NEW.valid_from, NEW.valid_to) IS DISTINCT FROM
            (OLD.office, OLD.region, OLD.mailbox, OLD.valid_from, OLD.valid_to)
          AND (given.what IN ('invite', 'change') AND (NEW.office, NEW.region, NEW.mailbox, NEW.valid_from, NEW.valid_to)
            IS NOT DISTINCT FROM (coalesce(given.request ->> 'office', OLD.office), coalesce(given.request ->> 'region', OLD.region),
              CASE WHEN given.request ? 'mailbox' THEN given.request ->> 'mailbox' ELSE OLD.mailbox END,
              coalesce((given.request ->> 'from')::date, OLD.valid_from), coalesce((given.request ->> 'to')::date, OLD.valid_to))
            ) IS NOT TRUE THEN
          PERFORM refuse_as('two_persons');
        END IF;
        IF (NEW.password_hash, NEW.activated_at) IS DISTINCT FROM (OLD.password_hash, OLD.activated_at)
          AND given.what IS DISTINCT FROM 'reset' THEN
          PERFORM refuse_as('two_persons');
        END IF;
        IF NEW.renewed_at IS DISTINCT FROM OLD.renewed_at AND given.what IN ('reset', 'factor') IS NOT TRUE THEN
          PERFORM refuse_as('two_persons');
        END IF;
        RETURN NEW;
      END $$;

      -- A second factor that is lost is taken away by two persons where the role is privileged, whatever the statement. Whoever
      -- signs in uses up a code of the own account, and whose it is takes it away alone.
      CREATE FUNCTION factor_of_two_persons() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF actor_tenant() = '' OR actor_role() IN ('', 'retention') OR OLD.account = actor_account() THEN RETURN OLD; END IF;
        IF EXISTS (SELECT FROM account a WHERE a.tenant = OLD.tenant AND a.id = OLD.account AND is_privileged(a.role))
          AND (approved_now(OLD.tenant, OLD.account)).what IS DISTINCT FROM 'factor' THEN
          PERFORM refuse_as('two_persons');
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER of_two_persons BEFORE DELETE ON account_totp FOR EACH ROW EXECUTE FUNCTION factor_of_two_persons();
      CREATE TRIGGER of_two_persons BEFORE DELETE ON passkey FOR EACH ROW EXECUTE FUNCTION factor_of_two_persons();
      CREATE TRIGGER of_two_persons BEFORE DELETE ON recovery_code FOR EACH ROW EXECUTE FUNCTION factor_of_two_persons();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
