/** Shapes of JSON bodies: collects everything that is wrong with one, naming places and never contents. */
import { finding, type Finding } from './finding.ts';
import type { JsonFault, JsonObject, JsonValue } from './json.ts';
import { BENEFITS_MAX } from './scheme.ts';

/** Largest pupils or consultations of one cell; no school comes near. */
export const COUNT_MAX = 9_999_999;
/** How any scheme spells a benefit, in bodies, tables and the database. Whether one of that name exists is not the shape's business. */
export const BENEFIT_PATTERN = /^[A-Z][A-Z0-9_]{0,31}$/;
/** How any scheme is named, with its version. */
export const SCHEME_PATTERN = /^[a-z][a-z0-9-]{0,63}\/[1-9][0-9]{0,3}$/;
/** No list of a report needs more, as it names benefits and a scheme has twelve; it bounds the findings one body can cause. */
const LIST_MAX = 256;
/** Most unions of benefits that a school can know: every choice of two or more of them, single ones and none besides. */
export const UNIONS_MAX = 2 ** BENEFITS_MAX;

const REASONS = {
  'unknown-field': {
    de: 'Hier steht ein Feld, das nicht vorgesehen ist. Es könnte einen Namen enthalten; deshalb wird nichts angenommen.',
    en: 'A field stands here that is not declared. It may hold a name, so nothing is accepted.',
  },
  'missing-field': { de: 'Dieses Feld fehlt.', en: 'This field is missing.' },
  'not-an-object': {
    de: 'Hier wird ein Objekt mit Feldern erwartet.',
    en: 'An object with fields belongs here.',
  },
  'not-a-list': { de: 'Hier wird eine Liste erwartet.', en: 'A list belongs here.' },
  'empty-list': { de: 'Diese Liste darf nicht leer sein.', en: 'This list must not be empty.' },
  'long-list': { de: 'Diese Liste ist zu lang.', en: 'This list is too long.' },
  'not-a-count': {
    de: 'Hier wird eine ganze Zahl im erlaubten Bereich erwartet.',
    en: 'A whole number within the allowed range belongs here.',
  },
  'not-a-code': {
    de: 'Hier wird ein Kürzel in der vorgesehenen Schreibweise erwartet.',
    en: 'A code in the declared spelling belongs here.',
  },
  'unknown-scheme': {
    de: 'Dieses Schema ist nicht bekannt.',
    en: 'This scheme is not known.',
  },
} as const;

/** Reads a body part by part. What is wrong comes back as an empty stand-in, and `findings` says where. */
export class Shape {
  readonly findings: Finding[] = [];

  refuse(pointer: string, cause: keyof typeof REASONS): void {
    this.findings.push(finding('shape', pointer, { cause, reason: REASONS[cause] }));
  }

  /** An object of exactly these fields; optional ones may be absent. Several unknown ones are one finding. */
  fields(
    value: JsonValue,
    pointer: string,
    needed: readonly string[],
    optional: readonly string[] = [],
  ): JsonObject {
    if (!(value instanceof Map)) {
      this.refuse(pointer, 'not-an-object');
      return new Map();
    }
    const object: JsonObject = value;
    const isKnown = (name: string) => needed.includes(name) || optional.includes(name);
    if ([...object.keys()].some((name) => !isKnown(name))) this.refuse(pointer, 'unknown-field');
    for (const name of needed) if (!object.has(name)) this.refuse(`${pointer}/${name}`, 'missing-field');
    return object;
  }

  /** A list, item by item. An absent field was already reported by `fields`. */
  list<T>(
    value: JsonValue | undefined,
    pointer: string,
    least: number,
    item: (value: JsonValue, pointer: string) => T,
    most = LIST_MAX,
  ): T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.refuse(pointer, 'not-a-list');
      return [];
    }
    const items: readonly JsonValue[] = value;
    if (items.length < least) this.refuse(pointer, 'empty-list');
    if (items.length > most) {
      this.refuse(pointer, 'long-list');
      return [];
    }
    return items.map((each, i) => item(each, `${pointer}/${i}`));
  }

  integer(value: JsonValue | undefined, pointer: string, least: number, most: number): number {
    if (value === undefined) return least;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.refuse(pointer, 'not-a-count');
    return least;
  }

  code(value: JsonValue | undefined, pointer: string, pattern: RegExp): string {
    if (value === undefined) return '';
    if (typeof value === 'string' && pattern.test(value)) return value;
    this.refuse(pointer, 'not-a-code');
    return '';
  }

  benefits(value: JsonValue | undefined, pointer: string, least: number): string[] {
    return this.list(value, pointer, least, (each, place) => this.code(each, place, BENEFIT_PATTERN));
  }
}

/** A broken JSON text as a finding of `shape`. */
export const textFinding = ({ pointer, code, reason }: JsonFault): Finding =>
  finding('shape', pointer, { cause: code, reason });
