/** A policy names its anonymiser; under policy 2 nothing of a benefit below k decides where it stands. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondPolicy1763800000016 implements MigrationInterface {
  readonly name = 'SecondPolicy1763800000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- What stands here was opened under the first anonymiser and keeps it; a new policy gets the second.
      ALTER TABLE policy
        ADD COLUMN anonymiser integer NOT NULL DEFAULT 1 CHECK (anonymiser IN (1, 2)),
        ADD COLUMN schools_per_reporter integer NOT NULL DEFAULT 2 CHECK (schools_per_reporter >= 1);
      ALTER TABLE policy ALTER COLUMN anonymiser SET DEFAULT 2;

      INSERT INTO policy (tenant, number, k, minimum_schools, pooling_weight, width, anonymiser, schools_per_reporter)
        VALUES ('05', 2, 5, 3, 3, 4, 2, 2);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
