/** JSON in one spelling only, so that equal values are equal bytes (RFC 8785, JSON Canonicalization Scheme). */

/**
 * value    what JSON can hold, without undefined; numbers as ECMAScript prints them, as the RFC asks
 * returns  text without spaces, names in the order of their UTF-16 code units
 * throws   TypeError for a lone surrogate or a number that JSON has no word for
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
    throw new TypeError('a lone surrogate has no UTF-8');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number');
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('JSON has no such value');
  return text;
}
