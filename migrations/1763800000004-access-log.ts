/** The access log: every role may add an entry, one may read them, none may change them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AccessLog1763800000004 implements MigrationInterface {
  readonly name = 'AccessLog1763800000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Not partitioned: a TRUNCATE trigger does not guard partitions.
      CREATE TABLE access_entry (
        tenant text NOT NULL REFERENCES tenant,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        account uuid,
        system text,
        office text,
        role text,
        scope text,
        action text NOT NULL,
        region text COLLATE "C",
        school text COLLATE "C",
        period text COLLATE "C",
        release uuid,
        release_version integer,
        level text,
        "by" text,
        dry_run boolean NOT NULL DEFAULT false,
        purpose text,
        decision text NOT NULL CHECK (decision IN ('allowed', 'refused', 'failed')),
        rules text[] NOT NULL DEFAULT '{}',
        policy integer,
        token uuid,
        commitment bytea CHECK (length(commitment) = 32),
        PRIMARY KEY (tenant, id)
      );
      CREATE INDEX access_entry_time ON access_entry (tenant, at DESC, id DESC);

      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON access_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON access_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE access_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON access_entry TO CURRENT_USER USING (true);
      CREATE POLICY written ON access_entry FOR INSERT TO kanon_app, kanon_identity, kanon_auditor, kanon_publisher
        WITH CHECK (tenant = actor_tenant());
      CREATE POLICY audited ON access_entry FOR SELECT TO kanon_auditor
        USING (tenant = actor_tenant() AND actor_role() = 'auditor');

      GRANT INSERT (tenant, id, at, account, system, office, role, scope, action, region, school, period, release,
                    release_version, level, "by", dry_run, purpose, decision, rules, policy, token, commitment)
        ON access_entry TO kanon_app, kanon_identity, kanon_auditor, kanon_publisher;
      GRANT SELECT ON access_entry TO kanon_auditor;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
