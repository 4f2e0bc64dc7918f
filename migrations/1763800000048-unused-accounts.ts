/** When an account was used last, by a day: one that nobody uses for 400 days is closed, and told of it before where it can be. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnusedAccounts1763800000048 implements MigrationInterface {
  readonly name = 'UnusedAccounts1763800000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Nobody knows when the accounts of today were used last: their time begins now.
      ALTER TABLE account ADD used_on date NOT NULL DEFAULT CURRENT_DATE,
        -- When its mailbox was told that it will be closed; nothing once it is used again.
        ADD told_on date;
      CREATE INDEX account_unused ON account (tenant, used_on) WHERE active;

      -- A day at most once, so that signing in does not write the account each time.
      CREATE FUNCTION account_was_used(of_account uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE account SET used_on = CURRENT_DATE, told_on = NULL
          WHERE tenant = actor_tenant() AND id = of_account AND used_on < CURRENT_DATE AND active
      $$;
      REVOKE EXECUTE ON FUNCTION account_was_used(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION account_was_used(uuid) TO kanon_identity;
      CREATE FUNCTION session_was_used() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_RELID <> 'public.session'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        UPDATE account SET used_on = CURRENT_DATE, told_on = NULL
          WHERE tenant = NEW.tenant AND id = NEW.account AND used_on < CURRENT_DATE AND active;
        RETURN NULL;
      END $$;
      CREATE TRIGGER session_was_used AFTER INSERT OR UPDATE OF used_at ON session FOR EACH ROW EXECUTE FUNCTION session_was_used();

      -- Those that have been unused for so many days and were not told: from now on they were.
      CREATE FUNCTION tell_unused(days integer, most integer) RETURNS TABLE (account uuid, name text, mailbox text)
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE account a SET told_on = CURRENT_DATE
          WHERE a.tenant = actor_tenant() AND actor_role() = 'mailer' AND a.id IN (
            SELECT u.id FROM account u WHERE u.tenant = actor_tenant() AND u.active AND u.mailbox IS NOT NULL AND u.told_on IS NULL
              AND u.used_on <= CURRENT_DATE - days ORDER BY u.used_on LIMIT most FOR UPDATE SKIP LOCKED)
          RETURNING a.id, a.name, a.mailbox
      $$;
      REVOKE EXECUTE ON FUNCTION tell_unused(integer, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION tell_unused(integer, integer) TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
