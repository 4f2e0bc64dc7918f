/** Text of a file as editors, mail and shells leave it, and text from elsewhere as it may be printed. */

/** UTF-8, or UTF-16 where its byte order mark says so; the mark itself is no text. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Characters of somebody else's text that are printed at most. */
const PRINTED = 300;

/**
 * What somebody else wrote, on one line and without steering anything: line breaks, control and direction
 * marks and what nobody sees become visible codes, and marks of quotation plain ones.
 */
export function foreignText(text: string): string {
  const seen = text
    .slice(0, PRINTED)
    .replaceAll(/[„“”"«»‚‘’]/gu, "'")
    .replaceAll(
      /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
      (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
    );
  return text.length > PRINTED ? `${seen} …` : seen;
}
