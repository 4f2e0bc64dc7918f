/** A released row in which too few reported shows no number at all; and no row says any more whether a school withheld something. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RowsThatWait1763800000019 implements MigrationInterface {
  readonly name = 'RowsThatWait1763800000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Older releases keep what they said: their certificate holds a digest of it. New ones leave it NULL.
      ALTER TABLE release_row ALTER at_least DROP NOT NULL;
      ALTER TABLE release_row ADD pending boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT pending_shows_nothing CHECK (
          NOT pending OR num_nonnulls(VARIADIC consultations) + num_nonnulls(VARIADIC pupils) = 0),
        ADD CONSTRAINT one_form CHECK (at_least IS NULL OR NOT pending);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
