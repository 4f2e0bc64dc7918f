/** Windows-1252, which German Excel writes as plain "CSV": read where nothing else can be meant. */

/** Letters that stand in no other place of the code pages that people here use: 850 and Mac Roman read signs instead. */
const LETTERS = new Set('ÄÖÜäöüßéèêëàçîïôûÉ');
/** Signs of its upper half that other code pages use for none of their usual letters. */
const SIGNS = new Set('\u00a0§«»°²³·½');
const OPENING = new Set('‚„‘“');
const CLOSING = new Set('’“”');
const FREE = new Set('–—•');
const ALONE = new Set('€…‰');

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /\p{L}/u.test(sign);

/**
 * The text, or undefined where it may be something else: a byte that Windows-1252 does not use, letters of other
 * regions (á is the ß of code page 850), quotation marks within a word (there they are the ä and ö of it), or
 * characters that are sound UTF-8 beside others that are not.
 */
export function readWindows1252(bytes: Uint8Array): string | undefined {
  if (hasUtf8Character(bytes)) return undefined;
  const text = decoded(bytes);
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign < '\u0080' ? !isControl(sign) : isUsual(sign, text[at - 1], text[at + 1])) continue;
    return undefined;
  }
  return text;
}

/** What stands at 80 to 9F; some versions of Node take it for Latin-1, where control characters are. U+FFFD: nothing. */
const UPPER = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

const decoded = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replaceAll(/[\u0080-\u009f]/g, (sign) => UPPER[sign.charCodeAt(0) - 0x80]!);

const isControl = (sign: string): boolean => sign < ' ' && !'\t\n\r'.includes(sign);

function isUsual(sign: string, before: string | undefined, after: string | undefined): boolean {
  if (LETTERS.has(sign) || SIGNS.has(sign) || FREE.has(sign)) return true;
  if (sign === '’') return true;
  if (ALONE.has(sign)) return !isLetter(after);
  if (OPENING.has(sign) && !isLetter(before)) return true;
  return CLOSING.has(sign) && !isLetter(after);
}

/** Whether two or three bytes somewhere spell a letter or a mark of Europe in UTF-8: then the file is damaged UTF-8. */
function hasUtf8Character(bytes: Uint8Array): boolean {
  const continues = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;
  return bytes.some((byte, at) => {
    if (byte >= 0xc2 && byte <= 0xc9) return continues(bytes[at + 1]);
    return byte === 0xe2 && continues(bytes[at + 1]) && continues(bytes[at + 2]);
  });
}
