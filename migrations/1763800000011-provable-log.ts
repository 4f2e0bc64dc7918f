/** The tree over the access log: every entry leaves a commitment, which is numbered, hashed and signed for. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProvableLog1763800000011 implements MigrationInterface {
  readonly name = 'ProvableLog1763800000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      DO $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kanon_sequencer') THEN CREATE ROLE kanon_sequencer NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another process was quicker
      END $$;
      DO $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kanon_retention') THEN CREATE ROLE kanon_retention NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      GRANT USAGE ON SCHEMA public TO kanon_sequencer, kanon_retention;

      ALTER TABLE access_entry ADD leaf_key bytea, ADD leaf bytea;
      -- Entries from before there was a tree have none; every new one has both.
      ALTER TABLE access_entry ADD CONSTRAINT access_entry_is_committed
        CHECK ((length(leaf_key) = 32 AND length(leaf) = 32) IS TRUE) NOT VALID;

      -- Trees of a Land, one after the other; only the newest grows.
      CREATE TABLE log_tree (
        tenant text NOT NULL REFERENCES tenant,
        number integer NOT NULL CHECK (number > 0),
        origin text NOT NULL,
        verifier_key text NOT NULL,
        size bigint NOT NULL CHECK (size >= 0),
        root bytea NOT NULL CHECK (length(root) = 32),
        -- Of a log that was opened anew: the last checkpoint of the one before; leaf 0 commits to it.
        link text CHECK (number > 1 OR link IS NULL),
        opened_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, number),
        UNIQUE (tenant, origin)
      );
      -- Committed entries without a number. No key and no index: it is emptied about once a second.
      CREATE TABLE log_pending (
        tenant text NOT NULL,
        entry uuid NOT NULL,
        at timestamptz NOT NULL,
        leaf bytea NOT NULL CHECK (length(leaf) = 32)
      );
      -- Hashes of full subtrees; those of level 0 are the leaves, in the order of the tree.
      CREATE TABLE log_node (
        tenant text NOT NULL,
        tree integer NOT NULL,
        level smallint NOT NULL CHECK (level BETWEEN 0 AND 52),
        index bigint NOT NULL CHECK (index >= 0),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        -- Of a leaf, the entry; it stays when the entry itself has been erased.
        entry uuid,
        -- Without a foreign key to log_tree: its check would cost more than the row.
        PRIMARY KEY (tenant, tree, level, index),
        CHECK (level = 0 OR entry IS NULL)
      );
      CREATE UNIQUE INDEX log_node_entry ON log_node (tenant, entry) WHERE entry IS NOT NULL;
      CREATE TABLE log_checkpoint (
        tenant text NOT NULL,
        tree integer NOT NULL,
        size bigint NOT NULL CHECK (size >= 0),
        note text NOT NULL,
        signed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, tree, size),
        FOREIGN KEY (tenant, tree) REFERENCES log_tree (tenant, number)
      );

      -- Who wants the log opened anew; two persons must, within an hour.
      CREATE TABLE log_reopening (
        tenant text NOT NULL REFERENCES tenant,
        account uuid NOT NULL,
        person uuid NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now()
      );

      -- No role that writes entries may touch what waits, so an entry and its leaf are committed together or not at all.
      CREATE FUNCTION await_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO log_pending VALUES (NEW.tenant, NEW.id, NEW.at, NEW.leaf);
        RETURN NULL;
      END $$;
      CREATE TRIGGER await_number AFTER INSERT ON access_entry FOR EACH ROW EXECUTE FUNCTION await_number();

      CREATE FUNCTION only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.tenant, NEW.number, NEW.origin, NEW.verifier_key, NEW.link) IS DISTINCT FROM (OLD.tenant, OLD.number, OLD.origin, OLD.verifier_key, OLD.link)
           OR NEW.size <= OLD.size THEN
          RAISE EXCEPTION 'a tree only grows' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER only_grow BEFORE UPDATE ON log_tree FOR EACH ROW EXECUTE FUNCTION only_grow();
      CREATE TRIGGER kept BEFORE DELETE ON log_tree FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER kept_whole BEFORE TRUNCATE ON log_tree FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER unchanged BEFORE UPDATE ON log_pending FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER kept_whole BEFORE TRUNCATE ON log_pending FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_node FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON log_node FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_reopening FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON log_reopening FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE log_reopening ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON log_reopening TO CURRENT_USER USING (true);
      CREATE POLICY asked ON log_reopening FOR INSERT TO kanon_identity WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY sequenced ON log_reopening FOR SELECT TO kanon_sequencer USING (tenant = actor_tenant() AND actor_role() = 'sequencer');
      GRANT INSERT (tenant, account, person) ON log_reopening TO kanon_identity;
      GRANT SELECT ON log_reopening TO kanon_sequencer;

      ALTER TABLE log_tree ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE log_pending ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE log_node ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE log_checkpoint ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON log_tree TO CURRENT_USER USING (true);
      CREATE POLICY owner ON log_pending TO CURRENT_USER USING (true);
      CREATE POLICY owner ON log_node TO CURRENT_USER USING (true);
      CREATE POLICY owner ON log_checkpoint TO CURRENT_USER USING (true);
      CREATE POLICY sequenced ON log_tree TO kanon_sequencer USING (tenant = actor_tenant() AND actor_role() = 'sequencer');
      CREATE POLICY sequenced ON log_pending TO kanon_sequencer USING (tenant = actor_tenant() AND actor_role() = 'sequencer');
      CREATE POLICY sequenced ON log_node TO kanon_sequencer USING (tenant = actor_tenant() AND actor_role() = 'sequencer');
      CREATE POLICY sequenced ON log_checkpoint TO kanon_sequencer USING (tenant = actor_tenant() AND actor_role() = 'sequencer');
      CREATE POLICY audited ON log_tree FOR SELECT TO kanon_auditor USING (tenant = actor_tenant() AND actor_role() = 'auditor');
      CREATE POLICY audited ON log_node FOR SELECT TO kanon_auditor USING (tenant = actor_tenant() AND actor_role() = 'auditor');
      CREATE POLICY audited ON log_checkpoint FOR SELECT TO kanon_auditor USING (tenant = actor_tenant() AND actor_role() = 'auditor');

      -- It numbers commitments and reads no entry.
      GRANT SELECT, INSERT, UPDATE (size, root) ON log_tree TO kanon_sequencer;
      GRANT SELECT, DELETE ON log_pending TO kanon_sequencer;
      GRANT SELECT, INSERT ON log_node TO kanon_sequencer;
      GRANT SELECT, INSERT ON log_checkpoint TO kanon_sequencer;
      GRANT SELECT ON log_tree, log_node, log_checkpoint TO kanon_auditor;
      GRANT INSERT (leaf_key, leaf) ON access_entry
        TO kanon_app, kanon_identity, kanon_auditor, kanon_publisher, kanon_status;

      -- When its time is over an entry goes with its key; the leaf stays, and tells nothing any more.
      CREATE TABLE log_hold (
        tenant text NOT NULL REFERENCES tenant,
        first timestamptz NOT NULL,
        before timestamptz NOT NULL CHECK (before > first),
        keep_until timestamptz NOT NULL,
        account uuid NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_hold FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON log_hold FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      ALTER TABLE log_hold ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON log_hold TO CURRENT_USER USING (true);
      CREATE POLICY held ON log_hold FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'protection-officer');
      CREATE POLICY obeyed ON log_hold FOR SELECT TO kanon_retention USING (tenant = actor_tenant() AND actor_role() = 'retention');
      GRANT INSERT (tenant, first, before, keep_until, account) ON log_hold TO kanon_identity;
      GRANT SELECT ON log_hold TO kanon_retention;

      DROP TRIGGER append_only ON access_entry;
      CREATE TRIGGER append_only BEFORE UPDATE ON access_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER kept BEFORE DELETE ON access_entry FOR EACH ROW
        WHEN (current_user <> 'kanon_retention') EXECUTE FUNCTION refuse_change();
      -- Whatever the setting says, a month is kept.
      CREATE POLICY expired ON access_entry FOR SELECT TO kanon_retention
        USING (tenant = actor_tenant() AND actor_role() = 'retention' AND at < now() - interval '1 month');
      CREATE POLICY erased ON access_entry FOR DELETE TO kanon_retention
        USING (tenant = actor_tenant() AND actor_role() = 'retention' AND at < now() - interval '1 month');
      CREATE POLICY erasing ON access_entry FOR INSERT TO kanon_retention WITH CHECK (tenant = actor_tenant());
      CREATE POLICY numbered ON log_node FOR SELECT TO kanon_retention USING (tenant = actor_tenant() AND actor_role() = 'retention');
      GRANT SELECT (tenant, id, at), DELETE ON access_entry TO kanon_retention;
      GRANT SELECT (tenant, entry) ON log_node TO kanon_retention;
      GRANT INSERT (tenant, id, at, account, system, office, role, scope, action, region, school, period, release,
                    release_version, level, "by", dry_run, purpose, decision, rules, policy, token, commitment, leaf_key, leaf)
        ON access_entry TO kanon_retention;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
