/** A database on which Kanon does not start: one clear sentence for whoever started it. */
export class DatabaseUnfit extends Error {
  override name = 'DatabaseUnfit';
}
