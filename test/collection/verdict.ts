/** Judges an answer to a hostile body by what it was sent: what it must look like, and what it must not repeat. */
import { readFileSync } from 'node:fs';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** All that the service may say by itself: whatever stands in these files was not learned from a body. */
const OWN_WORDS = ['catalogue', 'check', 'finding', 'json-faults', 'plausible', 'scheme', 'shape', 'window']
  .concat('schemes/but-counselling-1')
  .map((file) => `rules/${file}`)
  .concat('foundation/problem-shape')
  .concat(['requests', 'accounts', 'states', 'service'].map((kind) => `foundation/problems-of-${kind}`))
  .map((file) => readFileSync(new URL(`../../src/${file}.ts`, import.meta.url), 'utf8'))
  .join('\n');
/** Every number in them, as it is said: all but these came out of the body. */
const OWN_NUMBERS =
  /2\^53 − 1|utf-8|(?:32|640) KiB|(?<=list )4 MiB|(?<=Liste )4 MiB|(?:weniger als|Fewer than) 5 |but-counselling\/1(?=\.)|(?:Nr\.|policy) 1(?=\.)/gi;

const HEADERS: Readonly<Record<string, RegExp>> = {
  'content-type': /^application\/problem\+json; charset=utf-8$/,
  'content-length': /^\d+$/,
  'cache-control': /^no-store$/,
  'content-security-policy': /^default-src 'none'; /,
  'cross-origin-embedder-policy': /^require-corp$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'x-frame-options': /^DENY$/,
  'request-id': /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'content-language': /^en$/,
  vary: /^Accept-Language$/,
  date: /^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} 20[0-9]{2} [0-9:]{8} GMT$/,
  ratelimit: /^"write";r=\d+;t=\d+$/,
  'ratelimit-policy': /^"write";q=\d+;w=\d+$/,
  connection: /^(keep-alive|close)$/,
  'keep-alive': /^timeout=72$/,
};

/** What is wrong with a refusal, in words; empty where all is well. */
export function complaintsAbout(sent: Buffer, answer: Answered): string[] {
  const complaints: string[] = [];
  const { status, headers, text } = answer;
  if (status >= 500) complaints.push(`the service failed with ${status}`);
  for (const [name, value] of headers)
    if (!HEADERS[name]?.test(value)) complaints.push(`the header ${name} says ${value}`);
  if (headers.get('content-type') === null) complaints.push('there is no content type');
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return [...complaints, 'the answer is no JSON'];
  }
  // A token belongs to a question, and tells nobody anything.
  const { confirm, ...told } = body;
  const isAsking = body['type'] === 'urn:kanon:problem:confirmation-needed';
  if (isAsking !== /^\d{13}\.[\w-]{43}$/.test(String(confirm)))
    complaints.push('its token is none, or for nothing');
  const unknown = Object.keys(told).filter(
    (key) => !['type', 'title', 'status', 'detail', 'findings'].includes(key),
  );
  if (unknown.length > 0) complaints.push(`the problem has the members ${unknown.join(', ')}`);
  if (!/^urn:kanon:problem:[a-z-]+$/.test(String(body['type']))) complaints.push('its type is none of ours');
  if (typeof body['title'] !== 'string' || !OWN_WORDS.includes(body['title']))
    complaints.push('its title is none of ours');
  if (body['status'] !== status) complaints.push('its status is not the status');
  return [...complaints, ...numbersIn(told), ...repeated(sent, JSON.stringify(told))];
}

/** Numbers that are neither ours nor a position: a pointer counts the items of a list, a detail the findings. */
function numbersIn({ status: _, ...body }: Record<string, unknown>): string[] {
  const said = JSON.stringify(body, (key, value: unknown) => {
    if (key === 'version') return value === 1 || value === 2 ? undefined : value;
    if (key === 'pointer') return String(value).replaceAll(/\/\d{1,3}(?=\/|$)/g, '/#');
    if (key === 'detail') return String(value).replace(/^Refused for \d{1,4} /, '');
    return value;
  });
  return (said.replaceAll(OWN_NUMBERS, '').match(/\d+/g) ?? []).map(
    (digits) => `it names the number ${digits}`,
  );
}

/** Words and texts of the body that stand in the answer, and that the service does not use by itself. */
function repeated(sent: Buffer, text: string): string[] {
  const said = [text, ...textsOf(JSON.parse(text))].join('\n');
  return [...textsIn(sent)]
    .filter((each) => isTelling(each) && said.includes(each) && !OWN_WORDS.includes(each))
    .map((each) => `it repeats ${JSON.stringify(each.slice(0, 40))}`);
}

/** Three letters, or anything beyond ASCII: punctuation stands in every answer, and numbers are looked for by themselves. */
const isTelling = (text: string): boolean => /\p{L}.*\p{L}.*\p{L}|[^ -~\s]/su.test(text);

/** Strings as they were spelled and as they are read, and every word of three letters. */
function textsIn(sent: Buffer): Set<string> {
  const found = new Set<string>();
  for (const spelled of [sent.toString('utf8'), sent.toString('latin1'), sent.toString('utf16le')]) {
    for (const [quoted, inner = ''] of spelled.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
      found.add(inner);
      try {
        found.add(JSON.parse(quoted) as string);
      } catch {
        // Spelled in a way that nothing reads; as spelled it is there already.
      }
    }
    for (const [word] of spelled.matchAll(/[\p{L}\p{N}_]{3,}/gu)) found.add(word);
  }
  return found;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
