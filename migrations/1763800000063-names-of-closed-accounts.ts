/** Names and mailboxes of accounts that were closed long ago go; and whoever invited is told of another mailbox. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NamesOfClosedAccounts1763800000063 implements MigrationInterface {
  readonly name = 'NamesOfClosedAccounts1763800000063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE account ADD name_erased_at timestamptz,
        ADD CONSTRAINT only_closed_are_nameless CHECK (name_erased_at IS NULL OR NOT active AND mailbox IS NULL);
      CREATE INDEX account_with_name ON account (tenant, closed_at) WHERE closed_at IS NOT NULL AND name_erased_at IS NULL;

      -- How many were closed so many days ago and have a name still, at most so many.
      CREATE FUNCTION closed_with_name(days integer, most integer) RETURNS bigint
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT count(*) FROM (SELECT FROM account a WHERE a.tenant = actor_tenant() AND a.name_erased_at IS NULL
          AND a.closed_at <= now() - make_interval(days => days) LIMIT most) AS due
      $$;
      REVOKE EXECUTE ON FUNCTION closed_with_name(integer, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION closed_with_name(integer, integer) TO kanon_identity;

      -- Id, office, role and span stay, for entries of the log are told by them.
      CREATE FUNCTION erase_closed_names(days integer, most integer) RETURNS bigint
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH erased AS (
          UPDATE account a SET name = 'closed-' || replace(a.id::text, '-', ''), mailbox = NULL, name_erased_at = now()
          WHERE a.tenant = actor_tenant() AND actor_role() = 'retention' AND a.id IN (
            SELECT c.id FROM account c WHERE c.tenant = actor_tenant() AND c.name_erased_at IS NULL
              AND c.closed_at <= now() - make_interval(days => greatest(days, 1))
            ORDER BY c.closed_at, c.id LIMIT most FOR UPDATE SKIP LOCKED)
          RETURNING a.id)
        SELECT count(*) FROM erased
      $$;
      REVOKE EXECUTE ON FUNCTION erase_closed_names(integer, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION erase_closed_names(integer, integer) TO kanon_identity;

      -- Of an account that is changed; for whoever looks after accounts.
      CREATE FUNCTION mailbox_of_inviter(of_account uuid) RETURNS text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT i.mailbox FROM account a JOIN account i ON i.tenant = a.tenant AND i.id = a.invited_by
          WHERE a.tenant = actor_tenant() AND a.id = of_account AND i.active AND actor_role() IN ('admin', 'coordinator')
      $$;
      REVOKE EXECUTE ON FUNCTION mailbox_of_inviter(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION mailbox_of_inviter(uuid) TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
