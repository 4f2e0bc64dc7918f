/** Entries of other times in a log of today: their place in the tree is made that of their time. */
import type { Owner } from '../access/house.ts';

/**
 * Lets entries that have numbers stand at the front of the tree, in the order of their times, as they would had they
 * been made then. Leaves keep their hashes, so a bundle of such a log holds no proof.
 */
export async function standFirst(owner: Owner): Promise<void> {
  await owner.rows(`ALTER TABLE log_node DISABLE TRIGGER append_only`);
  await owner.rows(`DROP INDEX IF EXISTS log_node_entry`);
  await owner.rows(`
    WITH places AS (
      SELECT index, row_number() OVER (ORDER BY index) AS place FROM log_node WHERE level = 0 AND entry IS NOT NULL),
    entries AS (
      SELECT n.entry, row_number() OVER (ORDER BY e.at IS NOT NULL, e.at, n.index) AS place
      FROM log_node n LEFT JOIN access_entry e ON e.id = n.entry WHERE n.level = 0 AND n.entry IS NOT NULL)
    UPDATE log_node SET entry = entries.entry FROM places JOIN entries USING (place)
    WHERE log_node.level = 0 AND log_node.index = places.index`);
  await owner.rows(`CREATE UNIQUE INDEX log_node_entry ON log_node (tenant, entry) WHERE entry IS NOT NULL`);
  await owner.rows(`ALTER TABLE log_node ENABLE TRIGGER append_only`);
}
