/** Witnesses of the log: what they vouched for, beside the checkpoints, and what they saw that we never signed. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Witnesses1763800000012 implements MigrationInterface {
  readonly name = 'Witnesses1763800000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      DO $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kanon_witness') THEN CREATE ROLE kanon_witness NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another process was quicker
      END $$;
      GRANT USAGE ON SCHEMA public TO kanon_witness;

      -- Since when a tree has leaves that no checkpoint vouches for; it means nothing while there are none.
      ALTER TABLE log_tree ADD unsigned_since timestamptz;
      GRANT UPDATE (unsigned_since) ON log_tree TO kanon_sequencer;

      -- A witness stands here by its verifier key: a name alone may change hands.
      CREATE TABLE log_cosignature (
        tenant text NOT NULL,
        tree integer NOT NULL,
        size bigint NOT NULL,
        witness text NOT NULL,
        -- As it stands in the note, with its newline.
        line text NOT NULL CHECK (line LIKE E'— %\n'),
        -- By the witness's clock.
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (tenant, tree, size, witness),
        FOREIGN KEY (tenant, tree, size) REFERENCES log_checkpoint (tenant, tree, size)
      );
      CREATE INDEX log_cosignature_witness ON log_cosignature (tenant, tree, witness, size);
      -- A checkpoint that our key has signed, that a witness saw, and that is none of ours. The first one is enough.
      CREATE TABLE log_disagreement (
        tenant text NOT NULL,
        tree integer NOT NULL,
        witness text NOT NULL,
        note text NOT NULL,
        told_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, tree, witness),
        FOREIGN KEY (tenant, tree) REFERENCES log_tree (tenant, number)
      );

      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_cosignature FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON log_cosignature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_disagreement FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON log_disagreement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE log_cosignature ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE log_disagreement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON log_cosignature TO CURRENT_USER USING (true);
      CREATE POLICY owner ON log_disagreement TO CURRENT_USER USING (true);
      CREATE POLICY witnessed ON log_cosignature TO kanon_witness USING (tenant = actor_tenant() AND actor_role() = 'witness');
      CREATE POLICY witnessed ON log_disagreement TO kanon_witness USING (tenant = actor_tenant() AND actor_role() = 'witness');
      CREATE POLICY sequenced ON log_cosignature FOR SELECT TO kanon_sequencer USING (tenant = actor_tenant() AND actor_role() = 'sequencer');
      CREATE POLICY audited ON log_cosignature FOR SELECT TO kanon_auditor USING (tenant = actor_tenant() AND actor_role() = 'auditor');
      CREATE POLICY audited ON log_disagreement FOR SELECT TO kanon_auditor USING (tenant = actor_tenant() AND actor_role() = 'auditor');
      CREATE POLICY witnessed ON log_tree FOR SELECT TO kanon_witness USING (tenant = actor_tenant() AND actor_role() = 'witness');
      CREATE POLICY witnessed ON log_node FOR SELECT TO kanon_witness USING (tenant = actor_tenant() AND actor_role() = 'witness');
      CREATE POLICY witnessed ON log_checkpoint FOR SELECT TO kanon_witness USING (tenant = actor_tenant() AND actor_role() = 'witness');

      -- Hashes and signatures: not even the id of an entry.
      GRANT SELECT (tenant, number, origin, verifier_key) ON log_tree TO kanon_witness;
      GRANT SELECT (tenant, tree, level, index, hash) ON log_node TO kanon_witness;
      GRANT SELECT ON log_checkpoint TO kanon_witness;
      GRANT SELECT, INSERT ON log_cosignature TO kanon_witness;
      GRANT SELECT, INSERT (tenant, tree, witness, note) ON log_disagreement TO kanon_witness;
      GRANT SELECT ON log_cosignature TO kanon_sequencer, kanon_auditor;
      GRANT SELECT ON log_disagreement TO kanon_auditor;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
