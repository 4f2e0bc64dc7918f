/** Text from elsewhere, as it may be printed. */

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
