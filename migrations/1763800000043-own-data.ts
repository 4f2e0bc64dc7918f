/** What the log says of oneself (Art. 15 GDPR), and who looked into the log for whose account. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnData1763800000043 implements MigrationInterface {
  readonly name = 'OwnData1763800000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The entries of whoever asks: what the account did, and what others did to it. Of others it names the office alone.
      CREATE FUNCTION own_entries(most integer) RETURNS TABLE (
        at timestamptz, action text, decision text, region text, school text, period text, purpose text, object text,
        is_own boolean, by_office text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT e.at, e.action, e.decision, e.region, e.school, e.period, e.purpose, e.object,
          e.account IS NOT DISTINCT FROM actor_account(), CASE WHEN e.account IS DISTINCT FROM actor_account() THEN e.office END
        FROM access_entry e
        WHERE e.tenant = actor_tenant() AND (e.account = actor_account() OR e.subject = actor_account())
        ORDER BY e.at DESC, e.id DESC LIMIT most
      $$;
      REVOKE EXECUTE ON FUNCTION own_entries(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION own_entries(integer) TO kanon_identity;

      -- Searches of the log for one account, with their case, for whoever protects data.
      CREATE FUNCTION log_cases(most integer) RETURNS TABLE (
        at timestamptz, searcher uuid, searcher_office text, subject uuid, case_code text, decision text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT e.at, e.account, e.office, e.subject, substring(e.object FROM '(?:^| )case=([A-Z_]+)'), e.decision
        FROM access_entry e
        WHERE e.tenant = actor_tenant() AND actor_role() = 'protection-officer' AND e.action = 'log.read' AND e.subject IS NOT NULL
        ORDER BY e.at DESC, e.id DESC LIMIT most
      $$;
      REVOKE EXECUTE ON FUNCTION log_cases(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION log_cases(integer) TO kanon_identity;

      -- A session that was over thirty days ago is erased by the next sign-in.
      CREATE POLICY erased ON session FOR DELETE TO kanon_identity
        USING (tenant = actor_tenant() AND ends_at < now() - interval '30 days');
      GRANT DELETE ON session TO kanon_identity;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
