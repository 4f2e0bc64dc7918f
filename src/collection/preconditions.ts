/** What If-Match and If-None-Match say of the report that stands there. */
import { ourTag, parseEntityTags } from '../foundation/http/etag.ts';
import { problems } from '../foundation/problem.ts';
import type { Replaces } from './replaces.ts';

/**
 * What the preconditions let a report replace. A weak tag, or one that a proxy put its coding behind, is accepted for
 * If-Match too, though HTTP asks for the strong comparison there (RFC 9110 §13.1.1): our tags name a revision and no
 * bytes, no two revisions share one, and the whole of it is replaced, so nothing of another revision can be lost. `*`
 * names none, so another account's report is not replaced by it.
 *
 * revisionsIn  the revisions that a tag of ours names, where it may name several
 * throws       bad-request where they name nothing of ours
 */
export function replacedBy(
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
  revisionsIn: (tag: string) => readonly string[] = (tag) => [tag],
): Replaces {
  if (ifNoneMatch !== undefined) {
    if (ifMatch !== undefined || parseEntityTags(ifNoneMatch) !== '*')
      throw problems.badRequest([NOT_NOTHING]);
    return 'nothing';
  }
  const tags = ifMatch === undefined ? undefined : parseEntityTags(ifMatch);
  if (ifMatch === undefined || tags === '*') return tags && 'own';
  const revisions = (tags ?? [])
    .map(ourTag)
    .flatMap(revisionsIn)
    .filter((tag) => REVISION.test(tag));
  if (revisions.length === 0) throw problems.badRequest([NOT_REVISION]);
  return revisions;
}

const REVISION = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const NOT_REVISION = {
  rule: 'if-match',
  reason: {
    de: 'If-Match nennt das ETag, das eine Antwort gab, in Anführungszeichen.',
    en: 'If-Match holds the ETag that an answer gave, in quotation marks.',
  },
};
const NOT_NOTHING = {
  rule: 'if-none-match',
  reason: {
    de: 'Beim Abgeben ist If-None-Match nur * und steht allein: nur speichern, wenn noch nichts da ist.',
    en: 'In handing in, If-None-Match is * and stands alone: store only where nothing stands yet.',
  },
};
