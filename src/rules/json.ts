/** Strict JSON text: reads what RFC 8259 allows, minus everything two readers could understand differently. */
import { FAULT_REASONS, type FaultCode } from './json-faults.ts';

/** Objects are Maps: `__proto__` is then a field like any other. Every number is a safe integer. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonValue>;

export interface JsonFault {
  /** JSON pointer of known words and list positions only; it stops above an unknown field. */
  readonly pointer: string;
  readonly code: FaultCode;
  readonly reason: { readonly de: string; readonly en: string };
}

export interface JsonLimits {
  /** Most bytes of the text. */
  readonly bytes: number;
  /** Field names that a pointer may repeat. Any other name may be a child's. */
  readonly words: ReadonlySet<string>;
}

/** Most objects and lists within each other. */
const DEPTH = 8;

/**
 * Reads one JSON value.
 *
 * bytes    UTF-8 without byte order mark
 * returns  the value, or the first fault: a sound text has one meaning, so a broken one is not read on.
 *          Neither pointer nor reason repeats anything of the text but known words.
 * refuses  besides broken grammar: duplicate keys (compared after unescaping), numbers other than plain
 *          integers within ±(2^53−1) (no fraction, exponent or minus zero), NUL raw or escaped, lone
 *          surrogates, depth above 8, more bytes than allowed.
 * throws   nothing. Cost: one pass.
 * source   RFC 8259; Seriot, Parsing JSON is a Minefield (JSONTestSuite).
 */
export function readJson(bytes: Uint8Array, limits: JsonLimits): { value: JsonValue } | { fault: JsonFault } {
  try {
    return { value: new Reader(decode(bytes, limits.bytes), limits.words).read() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { pointer, code } = error;
    return { fault: { pointer, code, reason: FAULT_REASONS[code] } };
  }
}

/** Thrown inside this file only. Carries no message, since a message is a publication too. */
class Refused extends Error {
  readonly pointer: string;
  readonly code: FaultCode;
  constructor(pointer: string, code: FaultCode) {
    super(code);
    this.pointer = pointer;
    this.code = code;
  }
}

function decode(bytes: Uint8Array, limit: number): string {
  if (bytes.length > limit) throw new Refused('', 'too-large');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) throw new Refused('', 'byte-order-mark');
  if (bytes.includes(0)) throw new Refused('', 'nul');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('', 'not-utf-8');
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A place in the text: its pointer, and whether an unknown field lies above it. */
interface Place {
  readonly pointer: string;
  readonly hidden: boolean;
}

class Reader {
  private at = 0;
  private readonly text: string;
  private readonly words: ReadonlySet<string>;

  constructor(text: string, words: ReadonlySet<string>) {
    this.text = text;
    this.words = words;
  }

  read(): JsonValue {
    const value = this.value({ pointer: '', hidden: false }, 0);
    this.space();
    if (this.at < this.text.length) throw new Refused('', 'trailing-text');
    return value;
  }

  private value(place: Place, depth: number): JsonValue {
    this.space();
    const char = this.text[this.at];
    if (char === '{' || char === '[') {
      if (depth === DEPTH) throw new Refused(place.pointer, 'too-deep');
      return char === '{' ? this.object(place, depth + 1) : this.list(place, depth + 1);
    }
    if (char === '"') return this.string(place);
    if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) return this.number(place);
    if (this.taken('true')) return true;
    if (this.taken('false')) return false;
    if (this.taken('null')) return null;
    throw new Refused(place.pointer, 'grammar');
  }

  private object(place: Place, depth: number): JsonObject {
    const fields = new Map<string, JsonValue>();
    this.at++;
    this.space();
    if (this.taken('}')) return fields;
    do {
      this.space();
      if (this.text[this.at] !== '"') throw new Refused(place.pointer, 'grammar');
      const name = this.string(place);
      if (fields.has(name)) throw new Refused(place.pointer, 'duplicate-key');
      this.space();
      this.expect(':', place);
      fields.set(name, this.value(this.within(place, name, this.words.has(name)), depth));
      this.space();
    } while (this.taken(','));
    this.expect('}', place);
    return fields;
  }

  private list(place: Place, depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.at++;
    this.space();
    if (this.taken(']')) return items;
    do {
      items.push(this.value(this.within(place, String(items.length), true), depth));
      this.space();
    } while (this.taken(','));
    this.expect(']', place);
    return items;
  }

  private within(place: Place, step: string, known: boolean): Place {
    if (place.hidden || !known) return { pointer: place.pointer, hidden: true };
    return { pointer: `${place.pointer}/${step}`, hidden: false };
  }

  private string(place: Place): string {
    let out = '';
    let from = ++this.at;
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined || char < ' ') throw new Refused(place.pointer, 'grammar');
      this.at++;
      if (char === '"') break;
      if (char !== '\\') continue;
      out += this.text.slice(from, this.at - 1) + this.escape(place);
      from = this.at;
    }
    out += this.text.slice(from, this.at - 1);
    if (/\p{Surrogate}/u.test(out)) throw new Refused(place.pointer, 'lone-surrogate');
    return out;
  }

  private escape(place: Place): string {
    const char = this.text[this.at++] ?? '';
    if (char !== 'u') {
      const plain = ESCAPES[char];
      if (plain === undefined) throw new Refused(place.pointer, 'grammar');
      return plain;
    }
    const hex = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9A-Fa-f]{4}$/.test(hex)) throw new Refused(place.pointer, 'grammar');
    if (hex === '0000') throw new Refused(place.pointer, 'nul');
    this.at += 4;
    return String.fromCharCode(parseInt(hex, 16));
  }

  private number(place: Place): number {
    const grammar = /-?(?:0|[1-9][0-9]*)(?<rest>(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/y;
    grammar.lastIndex = this.at;
    const found = grammar.exec(this.text);
    if (found === null) throw new Refused(place.pointer, 'grammar');
    this.at = grammar.lastIndex;
    const next = this.text[this.at];
    // `01`, `1.` and `1e` end the match early; what follows must be able to end a number.
    if (next !== undefined && !' \t\n\r,]}'.includes(next)) throw new Refused(place.pointer, 'grammar');
    const value = Number(found[0]);
    const plain = found.groups?.['rest'] === '' && Number.isSafeInteger(value) && !Object.is(value, -0);
    if (!plain) throw new Refused(place.pointer, 'not-an-integer');
    return value;
  }

  private space(): void {
    while (this.at < this.text.length && ' \t\n\r'.includes(this.text.charAt(this.at))) this.at++;
  }

  private taken(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private expect(char: string, place: Place): void {
    if (!this.taken(char)) throw new Refused(place.pointer, 'grammar');
  }
}
