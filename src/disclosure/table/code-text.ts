/** Text of codes and names: two that look the same to people are the same. */

/**
 * A text as it is shown: composed (NFC), without what nobody sees (controls, format characters, Unicode's
 * default ignorables), any blanks as one, none at the ends.
 */
export const visibleText = (text: string): string =>
  text
    .replaceAll(/\s/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize('NFC')
    .replaceAll(/ +/g, ' ')
    .trim();

/**
 * The same for all texts that a person would take for one: case, width, dashes, apostrophes and the apostrophe
 * that keeps a spreadsheet from running a code do not count. Leading zeros do: 05111 is another key than 5111.
 */
export const codeKey = (text: string): string =>
  visibleText(text.normalize('NFKC'))
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/[\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032]/gu, "'")
    .replace(/^'+/, '')
    .toUpperCase()
    .toLowerCase();
