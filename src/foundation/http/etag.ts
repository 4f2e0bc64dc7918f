/** Entity tags in If-Match and If-None-Match (RFC 9110 §8.8.3, §13.1), also as proxies hand them on. */

/** Any tag at all, or those that are listed, without quotation marks and the sign of a weak one. */
export type EntityTags = '*' | readonly string[];

const TAG = /^(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/;
/** Between tags, and around them: a recipient has to bear empty elements of a list (RFC 9110 §5.6.1.2). */
const SEPARATOR = /^[ \t]*(?:,[ \t]*)*/;
const LONGEST_LIST = 100;

/**
 * What a field value lists, or undefined where it is neither `*` nor a list of tags. A comma may stand within a tag.
 *
 * text  as it came, of several fields of that name joined by commas (RFC 9110 §5.3)
 */
export function parseEntityTags(text: string): EntityTags | undefined {
  if (text.trim() === '*') return '*';
  const tags: string[] = [];
  let rest = text.replace(SEPARATOR, '');
  while (rest !== '' && tags.length < LONGEST_LIST) {
    const [whole, tag] = TAG.exec(rest) ?? [];
    if (whole === undefined || tag === undefined) return undefined;
    tags.push(tag);
    const behind = rest.slice(whole.length);
    rest = behind.replace(SEPARATOR, '');
    if (rest !== '' && !/^[ \t]*,/.test(behind)) return undefined;
  }
  return rest === '' && tags.length > 0 ? tags : undefined;
}

/**
 * What proxies that compress put behind the tag of an answer: Apache `-gzip`, Jetty `--gzip`, others `;gzip`. nginx
 * marks it as weak instead.
 */
const CODING = /(?:--?|;)(?:gzip|br|zstd|deflate)$/;

/** The tag as we gave it. What stands behind it of a proxy names the same answer, compressed. */
export const ourTag = (tag: string): string => tag.replace(CODING, '');

/**
 * Whether one of them is ours, by the weak comparison (RFC 9110 §8.8.3.2): the same revision, whatever became of its
 * bytes on the way.
 */
export const namesTag = (tags: EntityTags, ours: string): boolean =>
  tags === '*' || tags.some((tag) => ourTag(tag) === ours);
