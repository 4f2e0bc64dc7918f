/** Readers of days, moments, numbers and base64url under fire, each against an oracle that reads in another way. */
import fc from 'fast-check';
import { isBase64Url } from '../../src/rules/base64url.ts';
import { parseDay } from '../../src/rules/day.ts';
import { parseMoment } from '../../src/rules/moment.ts';
import { parseWholeNumber } from '../../src/rules/whole-number.ts';

const seed = Number(process.env['KANON_SEED'] ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}; KANON_SEED=${seed} repeats it`);
const run = { seed, numRuns: Number(process.env['KANON_TEST_RUNS'] ?? 4_000) };

/** Every day that the calendar has, written down one after the other. */
const DAYS = new Set<string>();
for (let at = Date.UTC(1000, 0, 1); at < Date.UTC(3000, 0, 1); at += 86_400_000)
  DAYS.add(new Date(at).toISOString().slice(0, 10));

const dayOracle = (text: string): boolean => DAYS.has(text);

const UPTO = (end: number): ReadonlySet<string> =>
  new Set(Array.from({ length: end }, (_, n) => String(n).padStart(2, '0')));
const [HOURS, SIXTIES] = [UPTO(24), UPTO(60)];

/** Milliseconds since 1970, or undefined: by place instead of by pattern, and by the engine's own arithmetic. */
function momentOracle(text: string): number | undefined {
  const zone = text.endsWith('Z') ? 'Z' : text.slice(-6);
  const local = text.slice(0, text.length - zone.length);
  if (!DAYS.has(local.slice(0, 10)) || local[10] !== 'T' || local[13] !== ':' || local[16] !== ':')
    return undefined;
  if (
    !HOURS.has(local.slice(11, 13)) ||
    !SIXTIES.has(local.slice(14, 16)) ||
    !SIXTIES.has(local.slice(17, 19))
  )
    return undefined;
  const fraction = local.slice(19);
  if (fraction !== '' && !/^[.][0-9][0-9]?[0-9]?$/.test(fraction)) return undefined;
  let minutes = 0;
  if (zone !== 'Z') {
    if (!'+-'.includes(zone[0] ?? ' ') || zone[3] !== ':') return undefined;
    if (!HOURS.has(zone.slice(1, 3)) || !SIXTIES.has(zone.slice(4))) return undefined;
    minutes = (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  }
  const time =
    Date.parse(`${local.slice(0, 19)}${fraction === '' ? '' : fraction.padEnd(4, '0')}Z`) - minutes * 60_000;
  return time >= Date.parse('2000-01-01T00:00:00Z') && time < Date.parse('2100-01-01T00:00:00Z')
    ? time
    : undefined;
}

/** Sound texts with a few characters changed, dropped, doubled or put in; and free ones. */
const SIGNS = Array.from('0123456789.:-+TZtz ,/eExX_=AQgw٣\u00a0\n');
const mutated = (sound: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(sound, fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...SIGNS), fc.nat(3)), { maxLength: 3 }))
    .map(([text, changes]) =>
      changes.reduce((now, [place, sign, how]) => {
        const at = place % (now.length + 1);
        if (how === 0) return now.slice(0, at) + sign + now.slice(at + 1);
        if (how === 1) return now.slice(0, at) + now.slice(at + 1);
        if (how === 2) return now.slice(0, at) + sign + now.slice(at);
        return now.slice(0, at) + (now[at] ?? '') + now.slice(at);
      }, text),
    );

const two = fc.nat(70).map((n) => String(n).padStart(2, '0'));
const day = fc
  .tuple(fc.integer({ min: 990, max: 3010 }), fc.nat(13), fc.nat(32))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join('-'));
const fraction = fc.oneof(
  fc.constant(''),
  fc.nat(99_999).map((n) => `.${n}`),
);
const zone = fc.oneof(
  fc.constant('Z'),
  fc
    .tuple(fc.constantFrom('+', '-', ' '), fc.nat(25), fc.nat(61))
    .map(([sign, h, m]) => `${sign}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
);
const near2000 = fc
  .integer({ min: Date.UTC(1999, 11, 30), max: Date.UTC(2100, 0, 2) })
  .map((time) => new Date(time).toISOString());
const moment = fc.oneof(
  near2000,
  fc.constantFrom(
    '2000-01-01T00:00:00Z',
    '1999-12-31T23:59:59.999Z',
    '2100-01-01T00:00:00Z',
    '2099-12-31T23:59:59.999Z',
  ),
  fc
    .tuple(
      near2000.map((text) => text.slice(0, 19)),
      fraction,
      zone,
    )
    .map((parts) => parts.join('')),
  fc.tuple(day, two, two, two, fraction, zone).map(([d, h, m, s, f, z]) => `${d}T${h}:${m}:${s}${f}${z}`),
);

/** How often an oracle says yes and how often no: a test of which one never happens tells nothing. */
function both(name: string, seen: { yes: number; no: number }): void {
  expect([name, seen.yes > 300, seen.no > 300]).toEqual([name, true, true]);
}

test('a day is one that the calendar has, and has one spelling', () => {
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(fc.oneof(day, mutated(day), fc.string()), (text) => {
      seen[dayOracle(text) ? 'yes' : 'no']++;
      expect([text, parseDay(text)]).toEqual([text, dayOracle(text) ? text : undefined]);
    }),
    run,
  );
  both('days', seen);
});

test('a moment is what RFC 3339 says, with its zone', () => {
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(fc.oneof(moment, mutated(moment), fc.string()), (text) => {
      const expected = momentOracle(text);
      seen[expected === undefined ? 'no' : 'yes']++;
      expect([text, parseMoment(text)?.getTime()]).toEqual([text, expected]);
    }),
    run,
  );
  both('moments', seen);
});

test.each([
  '05.11.2026',
  '2026-11-31T00:00:00Z',
  '2026-11-05',
  '12',
  'Raum 12',
  'Freitag 5',
  '',
  '2026-11-28T15:08',
  '2026-11-28T15:08:00',
  '2026-11-28T15:08Z',
  '2026-11-28 15:08:00Z',
  '2026-11-28t15:08:00z',
  '2026-11-28T15:08:00 01:00',
  '2026-11-28T24:00:00Z',
  '2026-11-28T23:59:60Z',
  '20261128T150800Z',
  '+002026-11-28T15:08:00Z',
  '2026-11-28T15:08:00+0100',
  '2026-11-28T15:08:00.1234Z',
  '2025-02-29T00:00:00Z',
  'Sat, 28 Nov 2026 15:08:00 GMT',
  '1795878480000',
  ' 2026-11-28T15:08:00Z',
])('%j is no moment', (text) => {
  expect(parseMoment(text)).toBeUndefined();
});

test('a whole number is digits, and has one spelling', () => {
  const seen = { yes: 0, no: 0 };
  /** By the integers of the engine, which read other spellings too, but write one. */
  const oracle = (text: string, least: number, most: number): number | undefined => {
    let value: bigint;
    try {
      value = BigInt(text);
    } catch {
      return undefined;
    }
    return value.toString() === text && value >= BigInt(least) && value <= BigInt(most)
      ? Number(value)
      : undefined;
  };
  const number = fc.oneof(
    fc.bigInt({ min: -5n, max: 20n }).map(String),
    fc.bigInt({ min: 0n, max: 2n ** 60n }).map(String),
    fc.constantFrom(
      '0x10',
      '0b1',
      '0o7',
      '1e3',
      '1e0',
      ' 5',
      '5 ',
      '+5',
      '-0',
      '05',
      '1_0',
      '1.0',
      '',
      '٣',
      '9007199254740991',
      '9007199254740992',
      'Infinity',
      'NaN',
      '5\n',
    ),
  );
  const ranges = fc.constantFrom([1, 1000], [0, Number.MAX_SAFE_INTEGER], [5, 5], [0, 9]) as fc.Arbitrary<
    [number, number]
  >;
  fc.assert(
    fc.property(fc.oneof(number, mutated(number), fc.string()), ranges, (text, [least, most]) => {
      const expected = oracle(text, least, most);
      seen[expected === undefined ? 'no' : 'yes']++;
      expect([text, parseWholeNumber(text, least, most)]).toEqual([text, expected]);
    }),
    run,
  );
  both('numbers', seen);
});

test('base64url is the one spelling of its bytes', () => {
  const seen = { yes: 0, no: 0 };
  const sound = fc.uint8Array({ maxLength: 70 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
  fc.assert(
    fc.property(fc.oneof(sound, mutated(sound), fc.string()), (text) => {
      // Node's decoder bears much; what it writes again is the one spelling.
      const expected = Buffer.from(text, 'base64url').toString('base64url') === text;
      seen[expected ? 'yes' : 'no']++;
      expect([text, isBase64Url(text)]).toEqual([text, expected]);
    }),
    run,
  );
  both('base64url', seen);
  // Of the 64 last characters of 64 bytes 4 are spellings, each of other bytes.
  const signature = Buffer.alloc(64, 7).toString('base64url').slice(0, -1);
  const last = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
  expect(last.filter((sign) => isBase64Url(signature + sign))).toEqual(['A', 'Q', 'g', 'w']);
});
