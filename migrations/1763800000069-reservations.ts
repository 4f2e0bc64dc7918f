/** Reservations: what speaks against the collection of a period, by code, and what was answered. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reservations1763800000069 implements MigrationInterface {
  readonly name = 'Reservations1763800000069';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- One of a kind for each county, or for the Land, where the protection officer states it.
      CREATE TABLE reservation (
        tenant text NOT NULL REFERENCES tenant,
        period text COLLATE "C" NOT NULL,
        region text COLLATE "C" NOT NULL,
        code text NOT NULL CHECK (code IN
          ('NOT_KNOWABLE', 'NO_LEGAL_BASIS', 'SOCIAL_DATA', 'SECRECY', 'STAFF_COUNCIL', 'EFFORT')),
        stated_at timestamptz NOT NULL DEFAULT now(),
        stated_by uuid NOT NULL,
        answer text CHECK (answer IN ('NOTED', 'SCHEME_CHANGED', 'BASIS_NAMED', 'NOT_REQUIRED')),
        norm text CHECK (norm IN
          ('SGB2_28', 'SGB12_34', 'BKGG_6B', 'ASYLBLG_3', 'SCHULG_120', 'DSG_NRW_3', 'DSGVO_6_1_E')),
        answered_at timestamptz,
        answered_by uuid,
        PRIMARY KEY (tenant, period, region, code),
        -- A period that is withdrawn before anybody reported takes them with it.
        FOREIGN KEY (tenant, period) REFERENCES period (tenant, key) ON DELETE CASCADE,
        FOREIGN KEY (tenant, region) REFERENCES region (tenant, key),
        CONSTRAINT county_or_land CHECK (length(region) = 5 OR region = tenant),
        CONSTRAINT norm_of_a_basis CHECK ((norm IS NOT NULL) = (answer IS NOT DISTINCT FROM 'BASIS_NAMED')),
        CONSTRAINT answered_whole CHECK
          ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
      );

      ALTER TABLE reservation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON reservation TO CURRENT_USER USING (true);
      CREATE POLICY listed ON reservation FOR SELECT TO kanon_app USING (tenant = actor_tenant() AND actor_role() <> '');
      CREATE POLICY obeyed ON reservation FOR SELECT TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');
      CREATE POLICY stated ON reservation FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND answer IS NULL AND CASE actor_role()
          WHEN 'coordinator' THEN length(region) = 5 AND region = actor_region()
          WHEN 'protection-officer' THEN region = tenant
          ELSE false END);
      -- Whoever stated it takes it back, as long as nobody has answered.
      CREATE POLICY withdrawn ON reservation FOR DELETE TO kanon_app
        USING (tenant = actor_tenant() AND answer IS NULL AND CASE actor_role()
          WHEN 'coordinator' THEN region = actor_region()
          WHEN 'protection-officer' THEN region = tenant
          ELSE false END);
      -- The first answer stands. That of the protection officer is the state's to answer.
      CREATE POLICY answered ON reservation FOR UPDATE TO kanon_app
        USING (tenant = actor_tenant() AND answer IS NULL AND CASE actor_role()
          WHEN 'district' THEN region <> tenant AND actor_region() <> '' AND starts_with(region, actor_region())
          WHEN 'state' THEN true
          ELSE false END)
        WITH CHECK (tenant = actor_tenant() AND answer IS NOT NULL);

      GRANT SELECT, DELETE ON reservation TO kanon_app;
      GRANT INSERT (tenant, period, region, code, stated_by) ON reservation TO kanon_app;
      GRANT UPDATE (answer, norm, answered_at, answered_by) ON reservation TO kanon_app;
      GRANT SELECT ON reservation TO kanon_publisher;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
