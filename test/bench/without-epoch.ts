/** The built service without the question whether the account still stands as its token says. Only here: the product has no such switch. */
import { inRepository } from '../setup/children.ts';

type Within = (scope: { proviso?: unknown }, work: unknown) => Promise<unknown>;
const { Database } = (await import(inRepository('dist/src/foundation/database/within.js'))) as {
  Database: { prototype: { within: Within } };
};
const { within } = Database.prototype;
Database.prototype.within = function withoutProviso(this: unknown, { proviso: _, ...scope }, work) {
  return within.call(this as never, scope, work);
};
await import(inRepository('dist/src/main.js'));
