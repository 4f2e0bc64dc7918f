/** Reads a small flat body: exactly the fields it declares, each by its own reader; findings name fields, never values. */
import { readJson, type JsonValue } from '../../rules/json.ts';
import { isBase64Url } from '../../rules/base64url.ts';
import type { ProblemFinding } from '../problem-shape.ts';
import { problems } from '../problem.ts';
import { UNKNOWN_FIELD } from './input.pipe.ts';

/** Bytes; a flat body of a few texts needs no more. */
const BYTES = 8192;

/** Reads one value; undefined where it is none, and then the sentences say what the field must be. */
export interface FieldReader<T> {
  readonly read: (value: JsonValue) => T | undefined;
  readonly de: string;
  readonly en: string;
  readonly isOptional?: boolean;
}

type Fields = Readonly<Record<string, FieldReader<unknown>>>;
type ReadFields<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends FieldReader<infer T> ? T : never;
};

/** The value may be left out; `null` is none of its values. */
export const optional = <T>(reader: FieldReader<T>): FieldReader<T | undefined> => ({
  ...reader,
  isOptional: true,
});

/** A text of so many UTF-16 units, without control characters. */
export const textField = (least: number, most: number): FieldReader<string> => ({
  read: (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most && !/\p{Cc}/u.test(value)
      ? value
      : undefined,
  de: `ein Text aus ${least} bis ${most} Zeichen ohne Steuerzeichen`,
  en: `a text of ${least} to ${most} characters without control characters`,
});

/** A text of several lines, of at most so many UTF-16 units. */
export const textOfLines = (most: number): FieldReader<string> => ({
  read: (value) => (typeof value === 'string' && value.length <= most ? value : undefined),
  de: `ein Text aus höchstens ${most} Zeichen`,
  en: `a text of at most ${most} characters`,
});

export const oneOf = <T extends string>(words: readonly T[]): FieldReader<T> => ({
  read: (value) => words.find((word) => word === value),
  de: `eines von ${words.join(', ')}`,
  en: `one of ${words.join(', ')}`,
});

/** A text that `parse` understands. */
export const parsedBy = <T>(
  parse: (text: string) => T | undefined,
  de: string,
  en: string,
): FieldReader<T> => ({
  read: (value) => (typeof value === 'string' ? parse(value) : undefined),
  de,
  en,
});

/** Bytes as base64url without padding, at most so many characters. */
export const base64UrlField = (most: number): FieldReader<string> => ({
  read: (value) =>
    typeof value === 'string' && value !== '' && value.length <= most && isBase64Url(value)
      ? value
      : undefined,
  de: `base64url aus höchstens ${most} Zeichen`,
  en: `base64url of at most ${most} characters`,
});

/** An object of exactly these fields. */
export const objectOf = <F extends Fields>(fields: F): FieldReader<ReadFields<F>> => ({
  read: (value) => {
    if (!(value instanceof Map)) return undefined;
    const object = value as ReadonlyMap<string, JsonValue>;
    if ([...object.keys()].some((name) => !Object.hasOwn(fields, name))) return undefined;
    const read = Object.entries(fields).map(([name, reader]): [string, unknown, boolean] => {
      const one = object.get(name);
      const meant = one === undefined ? undefined : reader.read(one);
      return [name, meant, meant !== undefined || (one === undefined && reader.isOptional === true)];
    });
    if (read.some(([, , isRead]) => !isRead)) return undefined;
    return Object.fromEntries(read.map(([name, meant]) => [name, meant])) as ReadFields<F>;
  },
  de: `ein Objekt aus ${Object.keys(fields).join(', ')}`,
  en: `an object of ${Object.keys(fields).join(', ')}`,
});

export const listOf = <T>(reader: FieldReader<T>, most: number): FieldReader<readonly T[]> => ({
  read: (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const read = (value as readonly JsonValue[]).map((one) => reader.read(one));
    const known = read.filter((one) => one !== undefined);
    return known.length === read.length ? known : undefined;
  },
  de: `eine Liste von höchstens ${most}, darin jeweils ${reader.de}`,
  en: `a list of at most ${most}, each ${reader.en}`,
});

/**
 * The fields by name; optional ones that are not there are undefined. Throws bad-request with every field at fault:
 * what is unknown may hold a name, so it is refused and not repeated.
 *
 * most  bytes of the body
 */
export function readFields<F extends Fields>(bytes: Uint8Array, fields: F, most = BYTES): ReadFields<F> {
  const read = readJson(bytes, { bytes: most, words: new Set(Object.keys(fields)) });
  if ('fault' in read)
    throw problems.badRequest([{ rule: 'json', pointer: read.fault.pointer, reason: read.fault.reason }]);
  const body = read.value instanceof Map ? (read.value as ReadonlyMap<string, JsonValue>) : undefined;
  if (!body) throw problems.badRequest([NO_OBJECT]);
  const findings: ProblemFinding[] = [...body.keys()].some((name) => !Object.hasOwn(fields, name))
    ? [{ ...UNKNOWN_FIELD, pointer: '' }]
    : [];
  const values = Object.entries(fields).map(([name, reader]): [string, unknown] => {
    const value = body.get(name);
    const meant = value === undefined ? undefined : reader.read(value);
    if (meant === undefined && !(value === undefined && reader.isOptional))
      findings.push(misread(name, reader));
    return [name, meant];
  });
  if (findings.length > 0) throw problems.badRequest(findings);
  return Object.fromEntries(values) as ReadFields<F>;
}

const NO_OBJECT: ProblemFinding = {
  rule: 'json',
  pointer: '',
  reason: { de: 'Der Body ist ein JSON-Objekt.', en: 'The body must be a JSON object.' },
};

const misread = (name: string, { de, en, isOptional }: FieldReader<unknown>): ProblemFinding => ({
  rule: 'field',
  pointer: `/${name}`,
  reason: {
    de: `${name} ist ${de}${isOptional ? ', oder fehlt' : ''}.`,
    en: `${name} must be ${en}${isOptional ? ', or absent' : ''}.`,
  },
});
