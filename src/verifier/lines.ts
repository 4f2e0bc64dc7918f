/** The texts of a bundle, read strictly: manifest, checkpoints, and one line for each leaf. */
import { canonicalJson } from '../rules/canonical-json.ts';
import { hashIn } from './bytes.ts';
import { Broken, type LogFindingCode } from './findings.ts';

/** One tree of the log, and how much of it the bundle holds. */
export interface TreeSpan {
  /** 1 for the first log of a Land, greater for one that was begun anew. */
  readonly number: number;
  readonly origin: string;
  /** Its key in the one-line form of C2SP, as the service says: not to be believed. */
  readonly key: string;
  /** Index of the first leaf here. */
  readonly first: number;
  /** Leaves of the tree at the last checkpoint here. */
  readonly end: number;
  /** When the checkpoint over the first `first` leaves was signed, or the log begun: no entry here is older, as the service says. */
  readonly since: Date;
  /** Hashes of the full subtrees of the first `first` leaves, largest first. */
  readonly edge: readonly Uint8Array[];
}

export interface Manifest {
  readonly tenant: string;
  readonly created: Date;
  readonly from: Date;
  readonly to: Date;
  /** Months after which an entry is due for erasure. */
  readonly months: number;
  /** When the first of its entries is due for erasure; null if none is left in it. */
  readonly deleteBy: Date | null;
  readonly leavesPerFile: number;
  readonly trees: readonly TreeSpan[];
}

/** A leaf: an entry with the key of its commitment, an erased one, or the link to the log before. */
export interface Line {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly open?: { readonly entry: Fields; readonly text: string; readonly key: Uint8Array };
  readonly link?: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Out of the text of its note. Throws Broken 'not-canonical' or 'not-a-manifest'. */
export function readManifest(text: string, place: string): Manifest {
  const need = needing('not-a-manifest', place);
  const [format, json = '', ...rest] = text.split('\n');
  need(format === 'kanon-bundle/1' && rest.join() === '');
  const fields = fieldsOf(canonical(json, place), need, MANIFEST);
  const { tenant, trees, leavesPerFile, months } = fields;
  need(typeof tenant === 'string' && /^\d{2}$/.test(tenant) && Array.isArray(trees) && trees.length > 0);
  need(isCount(leavesPerFile) && leavesPerFile > 0 && isCount(months) && months > 0 && months <= 1200);
  const spans = (trees as unknown[]).map((tree) => readSpan(tree, need));
  need(spans.every(({ number }, at) => at === 0 || number > spans[at - 1]!.number));
  return {
    tenant: tenant as string,
    created: need(momentOf(fields['created'])),
    from: need(momentOf(fields['from'])),
    to: need(momentOf(fields['to'])),
    deleteBy: fields['deleteBy'] === null ? null : need(momentOf(fields['deleteBy'])),
    months: months as number,
    leavesPerFile: leavesPerFile as number,
    trees: spans,
  };
}

function readSpan(value: unknown, need: Need): TreeSpan {
  const { number, origin, key, first, end, since, edge } = fieldsOf(value, need, SPAN);
  need(isCount(number) && number > 0 && typeof origin === 'string' && typeof key === 'string');
  need(isCount(first) && isCount(end) && first <= end && Array.isArray(edge));
  const hashes = (edge as unknown[]).map((hash) => need(hashIn(hash)));
  need(hashes.length === ones(first as number));
  const spelt = { number, origin, key, first, end } as Omit<TreeSpan, 'edge' | 'since'>;
  return { ...spelt, since: need(momentOf(since)), edge: hashes };
}

/** The notes of a file of checkpoints. Throws Broken 'not-canonical' or 'not-a-line'. */
export const readNotes = (bytes: Uint8Array, place: string): string[] =>
  linesOf(bytes, place).map((line, at) => {
    const need = needing('not-a-line', `${place}:${at + 1}`);
    const { note } = fieldsOf(canonical(line, `${place}:${at + 1}`), need, ['note']);
    need(typeof note === 'string');
    return note as string;
  });

/** Lines of a file, without their newlines. Throws Broken 'not-canonical' for what is no UTF-8. */
export function linesOf(bytes: Uint8Array, place: string): string[] {
  const lines = textOf(bytes, place).split('\n');
  if (lines.pop() !== '') throw new Broken('not-a-line', place);
  return lines;
}

/** Throws Broken 'not-canonical' or 'not-a-line'. */
export function readLine(text: string, place: string): Line {
  const need = needing('not-a-line', place);
  const fields = need(objectOf(parsed(text, place)));
  const { index, leaf: encoded } = fields;
  need(isCount(index));
  const leaf = need(hashIn(encoded));
  if ('link' in fields) {
    const { link } = fieldsOf(canonical(text, place), need, ['index', 'leaf', 'link']);
    need(typeof link === 'string');
    return { index: index as number, leaf, link: link as string };
  }
  const { entry, key } = fieldsOf(fields, need, ['entry', 'index', 'key', 'leaf']);
  const written = entry === null ? 'null' : flat(need(objectOf(entry)), place);
  const whole = `{"entry":${written},"index":${String(index)},"key":${JSON.stringify(key)},"leaf":${JSON.stringify(encoded)}}`;
  if (whole !== text) throw new Broken('not-canonical', place);
  if (entry === null) {
    need(key === null);
    return { index: index as number, leaf };
  }
  return {
    index: index as number,
    leaf,
    open: { entry: entry as Fields, text: written, key: need(hashIn(key)) },
  };
}

/** Canonical JSON of an entry: values, and lists of texts. Throws Broken 'not-canonical' or 'not-a-line'. */
export function flat(entry: Fields, place: string): string {
  const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';
  if (
    !Object.values(entry).every((value) => isPlain(value) || (Array.isArray(value) && value.every(isPlain)))
  )
    throw new Broken('not-a-line', place);
  // Where its names are sorted, JSON.stringify writes it as RFC 8785 asks, five times as fast; but for lone surrogates.
  const names = Object.keys(entry);
  const text = JSON.stringify(entry);
  if (!text.includes('\\ud') && names.every((name, at) => at === 0 || names[at - 1]! < name)) return text;
  try {
    return canonicalJson(entry);
  } catch {
    throw new Broken('not-canonical', place); // a lone surrogate: there are no bytes of it
  }
}

const MANIFEST = ['created', 'deleteBy', 'from', 'leavesPerFile', 'months', 'tenant', 'to', 'trees'];
const SPAN = ['edge', 'end', 'first', 'key', 'number', 'origin', 'since'];

/** Gives back what holds or is there; else throws Broken. */
type Need = <T>(value: T | undefined | false) => T;
const needing =
  (code: LogFindingCode, place: string): Need =>
  (value) => {
    if (value === undefined || value === false) throw new Broken(code, place);
    return value;
  };

function textOf(bytes: Uint8Array, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Broken('not-canonical', place);
  }
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Broken('not-canonical', place);
  }
}

/** Equal bytes when written again: so no field stands there twice, and no two readers see different things. */
function canonical(text: string, place: string): unknown {
  const value = parsed(text, place);
  let again: string | undefined;
  try {
    again = canonicalJson(value);
  } catch {
    again = undefined; // lone surrogates, or objects in objects without end
  }
  if (again !== text) throw new Broken('not-canonical', place);
  return value;
}

const objectOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** An object with exactly these fields. */
function fieldsOf(value: unknown, need: Need, names: readonly string[]): Fields {
  const fields = need(objectOf(value));
  need(Object.keys(fields).length === names.length && names.every((name) => Object.hasOwn(fields, name)));
  return fields;
}

/** A moment as JavaScript writes it, in UTC with milliseconds. */
export function momentOf(value: unknown): Date | undefined {
  const moment = typeof value === 'string' && value.length === 24 ? new Date(value) : undefined;
  return moment && Number.isFinite(moment.getTime()) && moment.toISOString() === value ? moment : undefined;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Binary digits 1 of a count. */
const ones = (count: number): number => count.toString(2).replaceAll('0', '').length;
