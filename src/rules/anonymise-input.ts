/** The file a school counts in, from raw bytes: input of the anonymiser, never sent anywhere. */
import type { Counts } from './counts.ts';
import type { Finding } from './finding.ts';
import { readJson, type JsonValue } from './json.ts';
import { codesOf } from './scheme.ts';
import { schemeOf, SCHEMES } from './schemes/registry.ts';
import { COUNT_MAX, SCHEME_PATTERN, Shape, textFinding, UNIONS_MAX } from './shape.ts';

/** Most bytes of such a file: one with all unions of twelve benefits fits, one of seven has some 10,000. */
export const COUNTS_BYTES = 1_048_576;

const UNION_FIELDS = ['benefits', 'pupils'] as const;
const COUNT_FIELDS = ['pupils', 'consultations'] as const;
const WORDS: ReadonlySet<string> = new Set([
  ...['scheme', 'policy', 'counts', 'distinct'],
  ...UNION_FIELDS,
  ...COUNT_FIELDS,
  ...SCHEMES.flatMap(codesOf),
]);

/**
 * Reads counts: `{"scheme", "policy", "counts": {"MITTAG": {"pupils", "consultations"}, …},
 * "distinct"?: [{"benefits": ["MITTAG", "TEILHABE"], "pupils"}, …]}`, every benefit of the scheme in `counts`.
 *
 * bytes    JSON text in UTF-8, at most 1 MiB
 * returns  the counts, or all findings of `shape`, repeating neither unknown field names nor values.
 *          Whether the numbers fit each other is for `anonymise`.
 * throws   nothing
 */
export function readCounts(bytes: Uint8Array): { counts: Counts } | { findings: Finding[] } {
  const text = readJson(bytes, { bytes: COUNTS_BYTES, words: WORDS });
  if ('fault' in text) return { findings: [textFinding(text.fault)] };
  const shape = new Shape();
  const body = shape.fields(text.value, '', ['scheme', 'policy', 'counts'], ['distinct']);
  const id = shape.code(body.get('scheme'), '/scheme', SCHEME_PATTERN);
  const scheme = schemeOf(id);
  if (id !== '' && scheme === undefined) shape.refuse('/scheme', 'unknown-scheme');
  const codes = scheme === undefined ? [] : codesOf(scheme);
  // Without a scheme nothing can be said about the benefits, and its finding stands already.
  const all = scheme === undefined ? undefined : body.get('counts');
  const byCode = all === undefined ? new Map<string, JsonValue>() : shape.fields(all, '/counts', codes);
  const count = (code: string) => {
    const value = byCode.get(code);
    if (value === undefined) return { pupils: 0, consultations: 0 };
    const pair = shape.fields(value, `/counts/${code}`, COUNT_FIELDS);
    return {
      pupils: shape.integer(pair.get('pupils'), `/counts/${code}/pupils`, 0, COUNT_MAX),
      consultations: shape.integer(pair.get('consultations'), `/counts/${code}/consultations`, 0, COUNT_MAX),
    };
  };
  const counts: Counts = {
    scheme: id,
    policy: shape.integer(body.get('policy'), '/policy', 1, COUNT_MAX),
    counts: Object.fromEntries(codes.map((code) => [code, count(code)])),
    distinct: shape.list(
      body.get('distinct'),
      '/distinct',
      0,
      (value, place) => {
        const union = shape.fields(value, place, UNION_FIELDS);
        return {
          benefits: shape.benefits(union.get('benefits'), `${place}/benefits`, 1),
          pupils: shape.integer(union.get('pupils'), `${place}/pupils`, 0, COUNT_MAX),
        };
      },
      UNIONS_MAX,
    ),
  };
  return shape.findings.length > 0 ? { findings: shape.findings } : { counts };
}
