/** What a release would hide, known before it is published; and what the officers chose about corrections. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Previews1763800000020 implements MigrationInterface {
  readonly name = 'Previews1763800000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- NULL: a new version that takes away what the state or a district was shown is not published.
      ALTER TABLE period ADD release_corrections text CHECK (release_corrections IN ('publish', 'keep')),
        ADD CONSTRAINT choice_of_who_asked CHECK (release_corrections IS NULL OR release_asked_at IS NOT NULL);
      GRANT UPDATE (release_corrections) ON period TO kanon_app, kanon_publisher;

      -- Asked for by an officer, answered by the publisher. The answer holds places and how many cells, never a value.
      CREATE TABLE release_preview (
        tenant text NOT NULL,
        period text COLLATE "C" NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        done_at timestamptz,
        failure text,
        result json,
        PRIMARY KEY (tenant, period),
        FOREIGN KEY (tenant, period) REFERENCES period (tenant, key),
        CONSTRAINT answered_once CHECK (num_nonnulls(failure, result) = (done_at IS NOT NULL)::int)
      );
      ALTER TABLE release_preview ALTER result SET STATISTICS 0;

      -- It is about a freeze, so none outlives it.
      CREATE FUNCTION preview_while_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        DELETE FROM release_preview WHERE tenant = NEW.tenant AND period = NEW.key;
        RETURN NULL;
      END $$;
      CREATE TRIGGER preview_while_frozen AFTER UPDATE OF state ON period FOR EACH ROW
        WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION preview_while_frozen();

      ALTER TABLE release_preview ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner ON release_preview TO CURRENT_USER USING (true);
      CREATE POLICY officer ON release_preview FOR SELECT TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');
      CREATE POLICY asked ON release_preview FOR INSERT TO kanon_app
        WITH CHECK (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');
      CREATE POLICY asked_again ON release_preview FOR DELETE TO kanon_app
        USING (tenant = actor_tenant() AND actor_role() = 'disclosure-officer');
      CREATE POLICY answered ON release_preview TO kanon_publisher
        USING (tenant = actor_tenant() AND actor_role() = 'publisher');

      GRANT SELECT, DELETE ON release_preview TO kanon_app;
      GRANT INSERT (tenant, period) ON release_preview TO kanon_app;
      GRANT SELECT, INSERT ON release_preview TO kanon_publisher;
      GRANT UPDATE (done_at, failure, result) ON release_preview TO kanon_publisher;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
