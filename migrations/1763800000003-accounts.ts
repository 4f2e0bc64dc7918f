/** Accounts and their scopes; readable while somebody signs in, and then no more. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1763800000003 implements MigrationInterface {
  readonly name = 'Accounts1763800000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE account (
        tenant text NOT NULL REFERENCES tenant,
        id uuid NOT NULL,
        name text COLLATE "C" NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9.-]{1,63}$'),
        -- A random number for the human behind it: never a name. Two accounts of one human share it.
        person uuid NOT NULL,
        office text NOT NULL CHECK (length(office) BETWEEN 1 AND 120),
        role text NOT NULL CHECK (role IN ('reporter', 'coordinator', 'benefit-office', 'district', 'state',
          'disclosure-officer', 'protection-officer', 'auditor', 'admin')),
        region text COLLATE "C",
        password_hash text,
        active boolean NOT NULL DEFAULT true,
        PRIMARY KEY (tenant, id),
        UNIQUE (tenant, name),
        FOREIGN KEY (tenant, region) REFERENCES region (tenant, key),
        CONSTRAINT scope_fits_role CHECK (
          CASE
            WHEN role IN ('coordinator', 'benefit-office') THEN length(region) = 5
            WHEN role = 'district' THEN length(region) = 3
            WHEN role IN ('state', 'disclosure-officer') THEN length(region) = 2
            ELSE region IS NULL
          END IS TRUE)
      );
      -- The same person may not hold two of these: who reports does not read, who reads does not return.
      CREATE UNIQUE INDEX account_one_side ON account (tenant, person)
        WHERE role IN ('reporter', 'coordinator', 'district');

      CREATE TABLE account_school (
        tenant text NOT NULL,
        account uuid NOT NULL,
        school text COLLATE "C" NOT NULL,
        PRIMARY KEY (tenant, account, school),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id),
        FOREIGN KEY (tenant, school) REFERENCES school (tenant, number)
      );
      CREATE INDEX account_school_school ON account_school (tenant, school);

      ALTER TABLE account ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE account_school ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON account TO CURRENT_USER USING (true);
      CREATE POLICY owner ON account_school TO CURRENT_USER USING (true);

      CREATE POLICY signing_in ON account FOR SELECT TO kanon_identity USING (tenant = actor_tenant());
      CREATE POLICY signing_in ON account_school FOR SELECT TO kanon_identity USING (tenant = actor_tenant());
      CREATE POLICY administered ON account FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      CREATE POLICY administered ON account_school FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'admin');
      -- Which schools share a reporter, so that one worker's schools count as one contributor.
      CREATE POLICY grouping ON account_school FOR SELECT TO kanon_publisher USING (tenant = actor_tenant());

      GRANT SELECT, INSERT ON account, account_school TO kanon_identity;
      GRANT SELECT ON account_school TO kanon_publisher;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
