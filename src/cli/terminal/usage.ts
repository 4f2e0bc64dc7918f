/** Wrong use of a command; the message says how to use it. */
export class Usage extends Error {
  override name = 'Usage';
}
