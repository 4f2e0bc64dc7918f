/** What an office counted, before protection: read on its own device, pooled there body by body, and never sent. */
import { anonymise, type Anonymised } from './anonymise.ts';
import type { Counts } from './counts.ts';
import type { Finding } from './finding.ts';
import { readJson, type JsonValue } from './json.ts';
import { asGranted, type BodyGap, type BodyOutcome, GAPS, type Gap, type Outcomes } from './outcome.ts';
import type { Policy } from './policy.ts';
import { codesOf, type OutcomeScheme } from './scheme.ts';
import { OUTCOME_SCHEMES, outcomeSchemeOf } from './schemes/outcome-registry.ts';
import { BENEFIT_PATTERN, COUNT_MAX, SCHEME_PATTERN, Shape, textFinding, UNIONS_MAX } from './shape.ts';
import { inOutcomeWords } from './outcome-words.ts';

/** Most bytes of such a file. */
const OUTCOME_COUNTS_BYTES = 1_048_576;

const COUNT_FIELDS = ['children', 'grants'] as const;
const UNION_FIELDS = ['benefits', 'children'] as const;
const WORDS: ReadonlySet<string> = new Set([
  ...['scheme', 'policy', 'bodies', 'body', 'gap', 'counts', 'distinct'],
  ...COUNT_FIELDS,
  ...UNION_FIELDS,
  ...OUTCOME_SCHEMES.flatMap(codesOf),
]);
const BODIES_MAX = 16;
const GAP_PATTERN = new RegExp(`^(${GAPS.join('|')})$`);

/** The counts of one body. */
export interface BodyCounts {
  readonly body: string;
  readonly counts: Counts;
}

export interface OutcomeCounts {
  readonly scheme: string;
  readonly policy: number;
  readonly bodies: readonly (BodyCounts | BodyGap)[];
}

/**
 * Reads `{"scheme", "policy", "bodies": [{"body", "counts": {"MITTAG": {"children", "grants"}, …}, "distinct"?: [{"benefits",
 * "children"}, …]}, {"body", "gap"}, …]}`, every benefit of the scheme in `counts`.
 *
 * bytes    JSON text in UTF-8, at most 1 MiB
 * returns  the counts, or all findings of `shape`, repeating neither unknown field names nor values
 * throws   nothing
 */
export function readOutcomeCounts(bytes: Uint8Array): { counts: OutcomeCounts } | { findings: Finding[] } {
  const text = readJson(bytes, { bytes: OUTCOME_COUNTS_BYTES, words: WORDS });
  if ('fault' in text) return { findings: [textFinding(text.fault)] };
  const shape = new Shape();
  const file = shape.fields(text.value, '', ['scheme', 'policy', 'bodies']);
  const name = shape.code(file.get('scheme'), '/scheme', SCHEME_PATTERN);
  const scheme = outcomeSchemeOf(name);
  if (name !== '' && scheme === undefined) shape.refuse('/scheme', 'unknown-scheme');
  const policy = shape.integer(file.get('policy'), '/policy', 1, COUNT_MAX);
  const bodies = shape.list(
    file.get('bodies'),
    '/bodies',
    1,
    (one, place) => readBody(shape, one, place, { scheme, name, policy }),
    BODIES_MAX,
  );
  return shape.findings.length > 0
    ? { findings: shape.findings }
    : { counts: { scheme: name, policy, bodies } };
}

function readBody(
  shape: Shape,
  value: JsonValue,
  place: string,
  { scheme, name, policy }: { scheme: OutcomeScheme | undefined; name: string; policy: number },
): BodyCounts | BodyGap {
  const hasGap = value instanceof Map && value.has('gap');
  const fields = hasGap
    ? shape.fields(value, place, ['body', 'gap'])
    : shape.fields(value, place, ['body', 'counts'], ['distinct']);
  const body = shape.code(fields.get('body'), `${place}/body`, BENEFIT_PATTERN);
  if (hasGap) return { body, gap: shape.code(fields.get('gap'), `${place}/gap`, GAP_PATTERN) as Gap };
  const codes = scheme === undefined ? [] : codesOf(scheme);
  // Without a scheme nothing can be said about the benefits, and its finding stands already.
  const all = scheme === undefined ? undefined : fields.get('counts');
  const byCode =
    all === undefined ? new Map<string, JsonValue>() : shape.fields(all, `${place}/counts`, codes);
  const count = (code: string) => {
    const at = `${place}/counts/${code}`;
    const given = byCode.get(code);
    const pair = given === undefined ? new Map<string, JsonValue>() : shape.fields(given, at, COUNT_FIELDS);
    return {
      pupils: shape.integer(pair.get('children') ?? 0, `${at}/children`, 0, COUNT_MAX),
      consultations: shape.integer(pair.get('grants') ?? 0, `${at}/grants`, 0, COUNT_MAX),
    };
  };
  const distinct = shape.list(
    fields.get('distinct'),
    `${place}/distinct`,
    0,
    (one, at) => {
      const union = shape.fields(one, at, UNION_FIELDS);
      return {
        benefits: shape.benefits(union.get('benefits'), `${at}/benefits`, 1),
        pupils: shape.integer(union.get('children'), `${at}/children`, 0, COUNT_MAX),
      };
    },
    UNIONS_MAX,
  );
  const counts = Object.fromEntries(codes.map((code) => [code, count(code)]));
  return { body, counts: { scheme: name, policy, counts, distinct } };
}

/** One body as it may be stored, and why each benefit stands where it stands, said of children and grants. */
export interface PooledBody {
  readonly outcome: BodyOutcome;
  readonly made: Anonymised;
}

/** By the anonymiser of the policy, as a school's counts are. Throws CountsUnsound where they do not fit each other. */
export function anonymiseBody(
  { body, counts }: BodyCounts,
  scheme: OutcomeScheme,
  policy: Policy,
): PooledBody {
  const made = anonymise(counts, scheme, policy);
  const steps = made.steps.map((step) => ({ ...step, reason: inOutcomeWords(step.reason) }));
  return { outcome: { body, ...asGranted(made.report) }, made: { ...made, steps } };
}

/** What may be sent of an office's counts. Throws CountsUnsound. */
export const anonymiseOutcomes = (
  { scheme: name, policy: number, bodies }: OutcomeCounts,
  scheme: OutcomeScheme,
  policy: Policy,
): Outcomes => ({
  scheme: name,
  policy: number,
  bodies: bodies.map((one) => ('gap' in one ? one : anonymiseBody(one, scheme, policy).outcome)),
});
