/** What a file is that is neither bundle nor entry: to be told so is no sign of tampering. */

/**
 * packed   gzip or zip, as downloads and mail programs leave it
 * page     a web page, such as that of a sign-in
 * problem  an answer of the service that refuses (RFC 9457), saved instead of what was asked for
 * empty    nothing at all
 */
export type OtherFile = 'packed' | 'page' | 'problem' | 'empty';

/** Undefined where none of these is recognised. start: the first bytes of the file; text: the same, read as text. */
export function otherFile(start: Uint8Array, text: string): OtherFile | undefined {
  if (start.length === 0) return 'empty';
  const [first, second] = start;
  if ((first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b)) return 'packed';
  if (/^\s*</.test(text)) return 'page';
  return isProblem(text) ? 'problem' : undefined;
}

function isProblem(text: string): boolean {
  try {
    const { type, status } = JSON.parse(text) as { type?: unknown; status?: unknown };
    return typeof type === 'string' && typeof status === 'number';
  } catch {
    return false;
  }
}
