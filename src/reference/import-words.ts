/** What the access log says of a list that is brought in: public lists alone, and never a line of them. */
import { createHash } from 'node:crypto';
import type { ObjectWords } from '../access/object.ts';

/** Which list, the SHA-256 of its file in base64url, and what was to be done with entries that it leaves out. */
export const wordsOf = (
  list: 'regions' | 'schools' | 'participation',
  file: Uint8Array,
  { closesMissing, force }: { readonly closesMissing?: string; readonly force?: boolean } = {},
): ObjectWords => ({
  list,
  sha256: createHash('sha256').update(file).digest('base64url'),
  closesMissing,
  force: force ? true : undefined,
});
