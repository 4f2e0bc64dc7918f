/** Keys under which browsers keep what an account has typed and not yet sent. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DraftKeys1763800000049 implements MigrationInterface {
  readonly name = 'DraftKeys1763800000049';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- One an account, sealed under a key that the database does not hold. It never changes: it is there, or another one is.
      CREATE TABLE draft_key (
        tenant text NOT NULL,
        account uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sealed bytea NOT NULL CHECK (length(sealed) = 60),
        made_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, account),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id)
      );
      ALTER TABLE draft_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON draft_key TO CURRENT_USER USING (true);
      -- One's own alone: whoever looks after an account sees no key of it.
      CREATE POLICY own ON draft_key TO kanon_identity USING (tenant = actor_tenant() AND account = actor_account());
      GRANT SELECT, DELETE, INSERT (tenant, account, sealed) ON draft_key TO kanon_identity;

      -- Whoever was let in anew by somebody else, or by a mailbox, may be somebody else: drafts from before open no more. The
      -- same of an account that is closed. With the owner's rights, as nobody else sees the key.
      CREATE FUNCTION drafts_locked_for_good() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_RELID <> 'public.account'::regclass THEN
          RAISE EXCEPTION 'not a trigger of this table' USING ERRCODE = 'insufficient_privilege';
        END IF;
        DELETE FROM draft_key WHERE tenant = NEW.tenant AND account = NEW.id;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION drafts_locked_for_good() FROM PUBLIC;
      CREATE TRIGGER drafts_locked_for_good AFTER UPDATE ON account FOR EACH ROW
        WHEN (NEW.renewed_at IS DISTINCT FROM OLD.renewed_at OR OLD.active AND NOT NEW.active)
        EXECUTE FUNCTION drafts_locked_for_good();
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
