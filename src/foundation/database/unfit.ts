/** One clear sentence for whoever started Kanon: this database will not do. */
export class DatabaseUnfit extends Error {
  override name = 'DatabaseUnfit';
}
