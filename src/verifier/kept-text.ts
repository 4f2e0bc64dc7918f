/** Keys and checkpoints as people keep them: what editors, mail and PowerShell do to a text is no content of it. */

/** UTF-8, or UTF-16 where its byte order mark says so; the mark itself is no text. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Blanks, marks of mail (`>`) and quotation marks around a line; none of them is in a key or a note. */
const AROUND = /^[\s>"'„“”`]+|[\s"'„“”`]+$/gu;
/** A key begins with its name and its id; what does not is the rest of the one before. */
const BEGINNING = /^(PRIVATE\+KEY\+)?[^\s+]+\+[0-9a-f]{8}\+/;
const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r]/).map((line) => line.replace(AROUND, ''));

/**
 * The keys in a file, one a line as `name+id+base64`, or as `kanon log status` prints it behind the word `key`.
 * Empty lines and lines with # are passed over, and a key that mail has broken in two is put together again.
 */
export function keysIn(text: string): string[] {
  const keys: string[] = [];
  for (const line of linesOf(text)) {
    if (line === '' || line.startsWith('#')) continue;
    const key = line.replace(/^key\s+/i, '').replace(AROUND, '');
    if (keys.length > 0 && !BEGINNING.test(key)) keys.push(`${keys.pop()}${key}`);
    else keys.push(key);
  }
  return keys;
}

/**
 * A signed note (C2SP signed-note) in the form in which it was signed: one blank line between text and signatures,
 * each signature on a line of its own, a newline at the end. The signature decides whether the text is the signed one.
 */
export function noteIn(text: string): string {
  const lines = linesOf(text);
  const first = lines.findIndex((line) => line.startsWith('—'));
  if (first < 0) return text;
  const body = lines.slice(0, first).filter((line) => line !== '');
  const signatures: string[] = [];
  for (const line of lines.slice(first)) {
    if (line.startsWith('—')) signatures.push(line.replaceAll(/\s+/gu, ' '));
    // Folded at a blank, or within the signature itself.
    else if (line !== '') signatures.push(rejoined(signatures.pop() ?? '', line));
  }
  return [...body, '', ...signatures, ''].join('\n');
}

const rejoined = (head: string, rest: string): string =>
  head.split(' ').length < 3 ? `${head} ${rest}` : `${head}${rest}`;
