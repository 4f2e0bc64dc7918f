/** Which scheme a tally sheet is for: what a remark of its own says, or the schemes that know all its benefits. */
import { readStrokes, STROKES_BYTES } from './read-strokes.ts';
import type { Scheme } from './scheme.ts';
import { SCHEMES } from './schemes/registry.ts';
import { decodeText } from './sheet/text.ts';

/** `# Schema: NAME/VERSION` or `# Scheme: …`; a spreadsheet may put quotation marks and separators around it. */
const REMARK = /^["\s]*#\s*sch[ae]m[ae]\s*:\s*([a-z][a-z0-9-]{0,63}\/[1-9][0-9]{0,3})(?=[\s"';,\t]|$)/imu;

/** The scheme that the first such remark of a sheet names, known or not; undefined where there is none. */
export function schemeNamedIn(bytes: Uint8Array): string | undefined {
  if (bytes.length > STROKES_BYTES) return undefined;
  const read = decodeText(bytes);
  return 'text' in read ? REMARK.exec(read.text)?.[1] : undefined;
}

/** The schemes under which a sheet can be read without a fault. Cost: one reading a scheme. */
export const schemesThatRead = (bytes: Uint8Array): Scheme[] =>
  SCHEMES.filter((scheme) => 'strokes' in readStrokes(bytes, scheme));
