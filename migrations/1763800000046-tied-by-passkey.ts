/** Two accounts that show the same passkey are one human's. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TiedByPasskey1763800000046 implements MigrationInterface {
  readonly name = 'TiedByPasskey1763800000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The own account becomes the human's whose account has this passkey. With the owner's rights, as nobody sees the
      -- passkeys of another account; the rules on what one human may be at once hold here as everywhere.
      CREATE FUNCTION tie_by_passkey(of_credential bytea, of_key bytea) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        whose uuid;
      BEGIN
        SELECT a.person INTO whose FROM passkey p JOIN account a ON a.tenant = p.tenant AND a.id = p.account
          WHERE p.tenant = actor_tenant() AND p.credential = of_credential AND p.public_key = of_key
            AND p.account <> actor_account() AND a.active;
        IF whose IS NULL THEN RETURN false; END IF;
        UPDATE account SET person = whose WHERE tenant = actor_tenant() AND id = actor_account() AND person <> whose;
        RETURN true;
      END $$;
      REVOKE EXECUTE ON FUNCTION tie_by_passkey(bytea, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION tie_by_passkey(bytea, bytea) TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
