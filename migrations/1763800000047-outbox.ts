/** Mails that wait to be sent; and codes that go to a mailbox when somebody has forgotten the password. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outbox1763800000047 implements MigrationInterface {
  readonly name = 'Outbox1763800000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE outbox (
        tenant text NOT NULL REFERENCES tenant,
        id uuid NOT NULL,
        -- Whom it is for; of one that goes to nobody a random number, so that nothing tells the two apart.
        account uuid NOT NULL,
        -- Address and content under a key that the database does not hold; gone once it is sent or given up.
        sealed bytea,
        made_at timestamptz NOT NULL DEFAULT now(),
        -- The next try; while a process is at it, when another one may take it up.
        due_at timestamptz NOT NULL DEFAULT now(),
        tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
        ended_at timestamptz,
        outcome text CHECK (outcome IN ('sent', 'refused', 'given-up')),
        PRIMARY KEY (tenant, id),
        CONSTRAINT ended_is_empty CHECK ((ended_at IS NULL) = (sealed IS NOT NULL) AND (ended_at IS NULL) = (outcome IS NULL))
      );
      CREATE INDEX outbox_due ON outbox (tenant, due_at) WHERE ended_at IS NULL;
      ALTER TABLE outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON outbox TO CURRENT_USER USING (true);
      -- Whoever acts may cause one; nobody reads one but what sends them.
      CREATE POLICY posted ON outbox FOR INSERT TO kanon_identity WITH CHECK (tenant = actor_tenant());
      CREATE POLICY taken ON outbox FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'mailer');
      CREATE POLICY sent ON outbox FOR UPDATE TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'mailer' AND ended_at IS NULL)
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'mailer');
      CREATE POLICY over ON outbox FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() = 'mailer' AND ended_at < now() - interval '30 days');
      GRANT SELECT, DELETE, INSERT (tenant, id, account, sealed), UPDATE (sealed, due_at, tries, ended_at, outcome)
        ON outbox TO kanon_identity;

      ALTER TABLE account_code DROP CONSTRAINT account_code_kind_check,
        ADD CONSTRAINT account_code_kind_check CHECK (kind IN ('activation', 'reset', 'mailbox'));

      -- A code for the mailbox of an account that has one, for a day. It takes the place of no code that somebody handed out, and
      -- of an earlier one only after an hour: so whoever asks again and again makes nobody's code void, and fills no mailbox.
      CREATE FUNCTION mailbox_code(of_account uuid, of_hash bytea) RETURNS TABLE (mailbox text, ends_at timestamptz)
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH found AS (
          SELECT a.tenant, a.id, a.mailbox FROM account a
          WHERE a.tenant = actor_tenant() AND a.id = of_account AND actor_role() = 'mailer' AND a.active AND a.mailbox IS NOT NULL
            AND a.password_hash IS NOT NULL AND NOT is_privileged(a.role)
            AND (a.valid_to IS NULL OR a.valid_to >= (now() AT TIME ZONE 'Europe/Berlin')::date)),
        put AS (
          INSERT INTO account_code AS c (tenant, account, hash, kind, ends_at)
            SELECT f.tenant, f.id, of_hash, 'mailbox', now() + interval '1 day' FROM found f
            ON CONFLICT (tenant, account) DO UPDATE SET hash = EXCLUDED.hash, kind = EXCLUDED.kind, made_at = now(), made_by = NULL,
              ends_at = EXCLUDED.ends_at, wrong_tries = 0
            WHERE c.ends_at < now() OR c.kind = 'mailbox' AND c.made_at < now() - interval '1 hour'
            RETURNING c.account, c.ends_at)
        SELECT f.mailbox, p.ends_at FROM put p JOIN found f ON f.id = p.account
      $$;
      REVOKE EXECUTE ON FUNCTION mailbox_code(uuid, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION mailbox_code(uuid, bytea) TO kanon_identity;

      -- Whoever put the mailbox there may have put the own one: so whoever comes in by it reads no counts from before. In the
      -- name of nobody, as an account may not renew itself.
      CREATE FUNCTION renewed_by_mailbox() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        before CONSTANT text := coalesce(current_setting('kanon.account', true), '');
      BEGIN
        IF TG_RELID <> 'public.account_code'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM set_config('kanon.account', '', true);
        UPDATE account SET renewed_at = now() WHERE tenant = OLD.tenant AND id = OLD.account AND active;
        PERFORM set_config('kanon.account', before, true);
        RETURN NULL;
      END $$;
      CREATE TRIGGER renewed_by_mailbox AFTER DELETE ON account_code FOR EACH ROW WHEN (OLD.kind = 'mailbox')
        EXECUTE FUNCTION renewed_by_mailbox();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
