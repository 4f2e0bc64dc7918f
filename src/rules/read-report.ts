/** The body of a report, from raw bytes: the rule `shape`, and the only way in. */
import type { Finding } from './finding.ts';
import { readJson, type JsonValue } from './json.ts';
import type { Cell, Report } from './report.ts';
import { COUNT_MAX, SCHEME_PATTERN, Shape, textFinding } from './shape.ts';

/** Most bytes of a report; a full one has some 600. */
export const REPORT_BYTES = 16_384;

const FIELDS = ['scheme', 'policy', 'cells', 'none', 'withheld'] as const;
const CELL_FIELDS = ['benefits', 'pupils', 'consultations'] as const;
/** Names that a pointer into a report may repeat. */
export const REPORT_WORDS: ReadonlySet<string> = new Set([...FIELDS, ...CELL_FIELDS]);

/**
 * Reads a report.
 *
 * bytes    JSON text in UTF-8, at most 16 KiB
 * returns  the report, or all findings of `shape`: one where the JSON text itself is broken, else every
 *          wrong field at once. Neither field names nor values of the body are repeated.
 *          Benefit codes are held to their alphabet only; whether the scheme knows them is for `complete`.
 * throws   nothing
 */
export function readReport(bytes: Uint8Array): { report: Report } | { findings: Finding[] } {
  const text = readJson(bytes, { bytes: REPORT_BYTES, words: REPORT_WORDS });
  if ('fault' in text) return { findings: [textFinding(text.fault)] };
  const shape = new Shape();
  const report = reportIn(shape, text.value, '');
  return shape.findings.length > 0 ? { findings: shape.findings } : { report };
}

/** The report that a JSON value spells; what is wrong with it stands in the findings of the shape. */
export function reportIn(shape: Shape, value: JsonValue, pointer: string): Report {
  const body = shape.fields(value, pointer, FIELDS);
  return {
    scheme: shape.code(body.get('scheme'), `${pointer}/scheme`, SCHEME_PATTERN),
    policy: shape.integer(body.get('policy'), `${pointer}/policy`, 1, COUNT_MAX),
    cells: shape.list(body.get('cells'), `${pointer}/cells`, 0, (one, place) => readCell(shape, one, place)),
    none: shape.benefits(body.get('none'), `${pointer}/none`, 0),
    withheld: shape.benefits(body.get('withheld'), `${pointer}/withheld`, 0),
  };
}

function readCell(shape: Shape, value: JsonValue, place: string): Cell {
  const cell = shape.fields(value, place, CELL_FIELDS);
  return {
    benefits: shape.benefits(cell.get('benefits'), `${place}/benefits`, 1),
    pupils: shape.integer(cell.get('pupils'), `${place}/pupils`, 0, COUNT_MAX),
    consultations: shape.integer(cell.get('consultations'), `${place}/consultations`, 0, COUNT_MAX),
  };
}
