/** What a leaf of the access log commits to, as docs/access-log.md says it: written from there, not shared with the service. */
import { leafHash } from '../merkle/hash.ts';
import { checking, hmac } from './crypto.ts';
import { type Fields, momentOf } from './lines.ts';

const ENTRY = Buffer.from('kanon-entry/1\n');
const LINK = Buffer.from('kanon-link/1\n');

/** Leaf hash of an entry. text  its canonical JSON (RFC 8785); key  32 bytes of its own. */
export const leafOfEntry = (key: Uint8Array, text: string): Uint8Array =>
  leafHash(checking.sha256, Buffer.concat([ENTRY, hmac(key, text)]));

/** Leaf hash of the link to the log before: its last checkpoint as a note. */
export const leafOfLink = (note: string): Uint8Array =>
  leafHash(checking.sha256, Buffer.concat([LINK, Buffer.from(note)]));

/** When an access was, in milliseconds since 1970; undefined where its time is no moment. */
export const entryTime = ({ at }: Fields): number | undefined => momentOf(at)?.getTime();
