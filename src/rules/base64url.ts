/** base64url (RFC 4648 §5) without padding, as JWS writes it: each bytes have one spelling. */

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Whether the text is the one spelling of its bytes: of its last character the bits that stand for nothing are zero,
 * and its length is one that bytes can have. Decoders skip both, so without this a signature would have 16 spellings.
 */
export function isBase64Url(text: string): boolean {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return false;
  const last = SIGNS.indexOf(text.at(-1) ?? 'A');
  return [true, false, last % 16 === 0, last % 4 === 0][text.length % 4] ?? false;
}

/** Whether the text has the form of a compact JWS (RFC 7515 §3.1): three parts that are not empty, each in its one spelling. */
export function isCompactJws(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 3 && parts.every((part) => part !== '' && isBase64Url(part));
}
