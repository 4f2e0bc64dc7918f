/** Reminders of a period by mail: who was told what, so that nobody is told twice, and who wants none. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1763800000070 implements MigrationInterface {
  readonly name = 'Reminders1763800000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE account ADD wants_reminders boolean NOT NULL DEFAULT true;

      CREATE TABLE reminder (
        tenant text NOT NULL,
        account uuid NOT NULL,
        period text COLLATE "C" NOT NULL,
        kind text NOT NULL CHECK (kind IN ('opened', 'two-weeks', 'two-days', 'returned', 'released')),
        -- Of a report sent back its revision, of a release its version, with the school where there is one.
        occasion text COLLATE "C" NOT NULL DEFAULT '',
        told_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant, account, period, kind, occasion),
        FOREIGN KEY (tenant, account) REFERENCES account (tenant, id),
        FOREIGN KEY (tenant, period) REFERENCES period (tenant, key) ON DELETE CASCADE
      );
      ALTER TABLE reminder ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON reminder TO CURRENT_USER USING (true);

      -- What is due and nobody was told: from now on they were. Two processes at once wait for each other at the key, and the
      -- second finds nothing left. What is longer ago is told to nobody, so that a mail server that is named later floods no office.
      CREATE FUNCTION take_reminders(most integer)
      RETURNS TABLE (account uuid, name text, mailbox text, kind text, period text, closes_on text)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE open_period text;
      BEGIN
        IF actor_role() <> 'mailer' THEN
          RAISE EXCEPTION 'not for this role' USING ERRCODE = 'insufficient_privilege';
        END IF;
        FOR open_period IN SELECT p.key FROM period p
          WHERE p.tenant = actor_tenant() AND p.state = 'open' AND p.schools_fixed_at IS NULL AND p.opens_on <= berlin_day() LOOP
          PERFORM fix_period_schools(open_period);
        END LOOP;
        RETURN QUERY
        WITH reader AS (
          SELECT a.id, a.role, a.region FROM account a
          WHERE a.tenant = actor_tenant() AND a.active AND a.mailbox IS NOT NULL AND a.wants_reminders
            -- Whoever has not activated the account yet has another mail to answer first.
            AND NOT EXISTS (SELECT FROM account_code c WHERE c.tenant = a.tenant AND c.account = a.id AND c.kind = 'activation')
            AND coalesce(a.valid_from <= berlin_day(), true) AND coalesce(a.valid_to >= berlin_day(), true)),
        reporting AS (
          SELECT r.id, s.school FROM reader r JOIN account_school s ON s.tenant = actor_tenant() AND s.account = r.id
          WHERE r.role IN ('reporter', 'provider')),
        -- Schools that are expected and whose report is not there, or was sent back.
        owing AS (
          SELECT DISTINCT g.id, p.key, p.opens_on, p.closes_on FROM reporting g
          JOIN period_school e ON e.tenant = actor_tenant() AND e.school = g.school AND e.kind IN ('FUNDED', 'OTHER')
          JOIN period p ON p.tenant = e.tenant AND p.key = e.period
          WHERE p.state = 'open' AND berlin_day() BETWEEN p.opens_on AND p.closes_on
            AND NOT EXISTS (SELECT FROM release l WHERE l.tenant = p.tenant AND l.period = p.key)
            AND NOT EXISTS (SELECT FROM report t WHERE t.tenant = p.tenant AND t.period = p.key AND t.school = g.school
              AND NOT EXISTS (SELECT FROM report_return b WHERE b.tenant = t.tenant AND b.period = t.period AND b.school = t.school
                AND b.revision_number = t.revision_number))),
        due AS (
          SELECT o.id, o.key, 'opened' AS kind, '' AS occasion FROM owing o WHERE o.opens_on > berlin_day() - 7
          UNION ALL
          SELECT o.id, o.key, 'two-weeks', '' FROM owing o
            WHERE o.closes_on - berlin_day() BETWEEN 8 AND 14 AND o.opens_on <= berlin_day() - 7
          UNION ALL
          SELECT o.id, o.key, 'two-days', '' FROM owing o WHERE o.closes_on - berlin_day() BETWEEN 0 AND 2
          UNION ALL
          SELECT g.id, b.period, 'returned', b.school || ' ' || b.revision_number FROM reporting g
            JOIN report t ON t.tenant = actor_tenant() AND t.school = g.school
            JOIN report_return b ON b.tenant = t.tenant AND b.period = t.period AND b.school = t.school
              AND b.revision_number = t.revision_number AND b.returned_at > now() - interval '7 days'
            JOIN period p ON p.tenant = t.tenant AND p.key = t.period AND p.state = 'open'
          UNION ALL
          SELECT r.id, l.period, 'released', l.version::text FROM reader r
            JOIN release l ON l.tenant = actor_tenant() AND l.released_at > now() - interval '7 days'
            WHERE r.role IN ('coordinator', 'district', 'state')),
        told AS (
          INSERT INTO reminder AS m (tenant, account, period, kind, occasion)
            SELECT actor_tenant(), d.id, d.key, d.kind, d.occasion FROM due d
            WHERE NOT EXISTS (SELECT FROM reminder m WHERE m.tenant = actor_tenant() AND m.account = d.id AND m.period = d.key
              AND m.kind = d.kind AND m.occasion = d.occasion)
            ORDER BY d.id, d.key, d.kind, d.occasion LIMIT most
            ON CONFLICT DO NOTHING RETURNING m.account, m.period, m.kind)
        SELECT t.account, a.name, a.mailbox, t.kind, t.period, p.closes_on::text FROM told t
          JOIN account a ON a.tenant = actor_tenant() AND a.id = t.account
          JOIN period p ON p.tenant = actor_tenant() AND p.key = t.period;
      END $$;
      REVOKE ALL ON FUNCTION take_reminders(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION take_reminders(integer) TO kanon_identity;

      -- Whoever asks, of the own account alone: NULL asks, a value changes.
      CREATE FUNCTION own_reminders(wanted boolean) RETURNS TABLE (wants boolean, has_mailbox boolean)
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE account a SET wants_reminders = wanted
          WHERE a.tenant = actor_tenant() AND a.id = actor_account() AND wanted IS NOT NULL AND a.wants_reminders <> wanted;
        SELECT coalesce(wanted, a.wants_reminders), a.mailbox IS NOT NULL FROM account a
          WHERE a.tenant = actor_tenant() AND a.id = actor_account()
      $$;
      REVOKE ALL ON FUNCTION own_reminders(boolean) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION own_reminders(boolean) TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
