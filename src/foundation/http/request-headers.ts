/** Headers of a request, read before anything else of it is: what contradicts itself or what we do not read is refused. */
import type { IncomingMessage } from 'node:http';
import type { Problem } from '../problem-shape.ts';
import { problems } from '../problem.ts';
import { parseEntityTags } from './etag.ts';

const JSON_TYPE = 'application/json';
/** Values of JSON, one a line. */
const NDJSON = 'application/x-ndjson';

/**
 * Said once or not at all. Of two, a proxy may believe the other one. If-Match too: which revision is replaced is one
 * answer, though HTTP lets a list stand in several lines.
 */
const SINGLE = [
  'authorization',
  'content-type',
  'content-encoding',
  'if-match',
  'kanon-purpose',
  'kanon-confirm',
  'kanon-device',
];

export const FORM = 'application/x-www-form-urlencoded';

/**
 * The problem with the headers of a request, or undefined. Their values are not repeated.
 *
 * takes  what bodies of the route are: JSON, a list as `text/csv`, lines of JSON or such a list, or a form
 */
export function headerProblem(
  request: IncomingMessage,
  takes: keyof typeof TAKEN = 'json',
): Problem | undefined {
  const names = request.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  const repeated = SINGLE.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (repeated.length > 0) return problems.badRequest(repeated.map(repetition));
  const unread = (['if-match', 'if-none-match'] as const).filter((name) => {
    const value = request.headers[name];
    return value !== undefined && parseEntityTags(value) === undefined;
  });
  if (unread.length > 0) return problems.badRequest(unread.map(notTags));
  const { 'content-encoding': coding, 'content-type': type } = request.headers;
  if (coding !== undefined && coding.toLowerCase() !== 'identity') return problems.unsupportedCoding();
  const bringsBody = request.method === 'POST' || request.method === 'PUT';
  return bringsBody && type !== undefined && !TAKEN[takes](type) ? problems.unsupportedType() : undefined;
}

/**
 * Whether a Content-Type is JSON in UTF-8: `application/json`, alone or with one charset, which is utf-8, quoted or
 * not (RFC 9110 §8.3.1). JSON has no other parameter (RFC 8259 §11).
 */
export const isJson = (type: string): boolean => isOfType(type, JSON_TYPE);

function isOfType(type: string, wanted: string): boolean {
  const [media, ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
  // Empty parameters are none (RFC 9110 §5.6.6).
  const [charset = 'charset=utf-8', ...more] = parameters.filter((parameter) => parameter !== '');
  return media === wanted && /^charset=(utf-8|"utf-8")$/.test(charset) && more.length === 0;
}

/**
 * Whether a Content-Type is a list: `text/csv`, alone or with its own parameters charset and header (RFC 7111 §5.1), each
 * once. What the charset says is not asked: spreadsheet programs do not know it, so the bytes tell.
 */
function isCsv(type: string): boolean {
  const [media, ...given] = type.split(';').map((part) => part.trim().toLowerCase());
  const names = given
    .filter((part) => part !== '')
    .map((part) => /^(charset|header)=[\w"-]+$/.exec(part)?.[1]);
  return media === 'text/csv' && !names.includes(undefined) && new Set(names).size === names.length;
}

const TAKEN = {
  json: isJson,
  list: isCsv,
  lines: (type: string) => isOfType(type, NDJSON) || isCsv(type),
  form: (type: string) => isOfType(type, FORM),
} as const;

const repetition = (name: string) => ({
  rule: 'repeated-header',
  reason: {
    de: `Die Kopfzeile ${name} steht mehrmals da; sie gehört einmal in die Anfrage.`,
    en: `The header ${name} stands there more than once; send it once.`,
  },
});

const notTags = (name: string) => ({
  rule: name,
  reason: {
    de: `Die Kopfzeile ${name} nennt ETags, wie Antworten sie gaben, in Anführungszeichen, oder *.`,
    en: `The header ${name} lists ETags as answers gave them, in quotation marks, or *.`,
  },
});
