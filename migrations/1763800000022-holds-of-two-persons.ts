/** Holds of the access log have a life: asked for by one person, answered by another, lifted by both. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldsOfTwoPersons1763800000022 implements MigrationInterface {
  readonly name = 'HoldsOfTwoPersons1763800000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Holds from before have no person: one was enough for them. They count on as confirmed, a year from today at most.
      ALTER TABLE log_hold
        ADD id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD person uuid,
        ADD reckoned_from timestamptz NOT NULL DEFAULT now(),
        ADD PRIMARY KEY (tenant, id),
        ADD CONSTRAINT asked_by_a_person CHECK (person IS NOT NULL) NOT VALID,
        ADD CONSTRAINT hold_in_bounds
          CHECK (keep_until > reckoned_from AND keep_until <= reckoned_from + interval '12 months') NOT VALID;

      -- What was said of a hold after it was asked for.
      CREATE TABLE log_hold_word (
        tenant text NOT NULL,
        hold uuid NOT NULL,
        word text NOT NULL CHECK (word IN ('confirm', 'decline', 'lift')),
        role text NOT NULL CHECK (role IN ('protection-officer', 'auditor')),
        account uuid NOT NULL,
        person uuid NOT NULL,
        said_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (tenant, hold) REFERENCES log_hold (tenant, id),
        CONSTRAINT auditors_answer CHECK (word = 'lift' OR role = 'auditor')
      );
      -- The first answer stands.
      CREATE UNIQUE INDEX log_hold_answer ON log_hold_word (tenant, hold) WHERE word <> 'lift';
      CREATE INDEX log_hold_lift ON log_hold_word (tenant, hold) WHERE word = 'lift';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON log_hold_word FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON log_hold_word FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE log_hold_word ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON log_hold_word TO CURRENT_USER USING (true);
      CREATE POLICY said ON log_hold_word FOR INSERT TO kanon_identity
        WITH CHECK (tenant = actor_tenant() AND role = actor_role() AND role IN ('protection-officer', 'auditor'));
      CREATE POLICY listed ON log_hold_word FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() IN ('protection-officer', 'auditor'));
      CREATE POLICY audited ON log_hold_word FOR SELECT TO kanon_auditor
        USING (tenant = actor_tenant() AND actor_role() = 'auditor');
      CREATE POLICY obeyed ON log_hold_word FOR SELECT TO kanon_retention
        USING (tenant = actor_tenant() AND actor_role() = 'retention');
      CREATE POLICY listed ON log_hold FOR SELECT TO kanon_identity
        USING (tenant = actor_tenant() AND actor_role() IN ('protection-officer', 'auditor'));

      -- How each hold stands now, in one place for whoever lists it, bundles entries or erases them.
      CREATE VIEW log_hold_standing WITH (security_invoker = true) AS
        SELECT tenant, id, first, before, keep_until, asked_at, account, person, answered_at, answered_by, state,
          CASE state WHEN 'confirmed' THEN lift_asked_by END AS lift_asked_by,
          CASE state
            -- Until it is answered it holds for two weeks, so that nothing is lost while the other one is away.
            WHEN 'asked' THEN least(keep_until, asked_at + interval '14 days')
            WHEN 'confirmed' THEN least(keep_until, reckoned_from + interval '12 months')
          END AS holds_until
        FROM (
          SELECT h.*, a.said_at AS answered_at, a.account AS answered_by,
            -- Of one who asked to lift it lately, alone so far.
            (SELECT w.role FROM log_hold_word w WHERE w.tenant = h.tenant AND w.hold = h.id AND w.word = 'lift'
               AND w.said_at > now() - interval '14 days' ORDER BY w.said_at DESC LIMIT 1) AS lift_asked_by,
            CASE
              WHEN EXISTS (SELECT FROM log_hold_word o JOIN log_hold_word u USING (tenant, hold)
                           WHERE tenant = h.tenant AND hold = h.id AND o.word = 'lift' AND u.word = 'lift'
                             AND o.role = 'protection-officer' AND u.role = 'auditor' AND o.person <> u.person
                             AND o.said_at <= u.said_at + interval '14 days' AND u.said_at <= o.said_at + interval '14 days')
                THEN 'lifted'
              WHEN a.word = 'decline' THEN 'declined'
              -- Nobody confirms what they asked for, whatever the service let through.
              WHEN h.person IS NULL OR (a.word = 'confirm' AND a.person <> h.person) THEN 'confirmed'
              ELSE 'asked'
            END AS state
          FROM log_hold h
          LEFT JOIN log_hold_word a ON a.tenant = h.tenant AND a.hold = h.id AND a.word <> 'lift') AS hold;

      GRANT INSERT (id, person) ON log_hold TO kanon_identity;
      GRANT INSERT (tenant, hold, word, role, account, person) ON log_hold_word TO kanon_identity;
      GRANT SELECT ON log_hold TO kanon_identity;
      GRANT SELECT ON log_hold_word, log_hold_standing TO kanon_identity, kanon_auditor, kanon_retention;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
