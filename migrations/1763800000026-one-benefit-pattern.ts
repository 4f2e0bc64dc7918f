/** A benefit is spelled in the database as in the rules: capitals, digits and underscores, as a scheme of another year may need them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OneBenefitPattern1763800000026 implements MigrationInterface {
  readonly name = 'OneBenefitPattern1763800000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE OR REPLACE FUNCTION is_partition(cells text[], pupils int[], consultations int[], "none" text[], withheld text[])
      RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN cardinality(cells) = cardinality(pupils) AND cardinality(cells) = cardinality(consultations)
        AND array_position(cells || "none" || withheld, NULL) IS NULL
        AND (SELECT count(*) = count(DISTINCT code) AND bool_and(code ~ '^[A-Z][A-Z0-9_]{0,31}$')
             FROM unnest(string_to_array(array_to_string(cells || "none" || withheld, '+'), '+')) AS code);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}
