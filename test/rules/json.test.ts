/** The strict JSON reader, against the public parser suite and against what JSON.parse lets through. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { readJson, type JsonValue } from '../../src/rules/json.ts';
import type { FaultCode } from '../../src/rules/json-faults.ts';
import { describeWithShared } from '../setup/shared.ts';
import { bytes } from './examples.ts';

const LIMITS = { bytes: 1_000_000, words: new Set(['cells', 'pupils', 'none']) };
const read = (text: string) => readJson(bytes(text), LIMITS);
const faultOf = (text: string): string => {
  const result = read(text);
  return 'fault' in result ? `${result.fault.code} at ${result.fault.pointer || 'the top'}` : 'read';
};

/** As JSON.parse would give it, for comparison only. */
const plain = (value: JsonValue): unknown => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, each]) => [name, plain(each)]));
  return Array.isArray(value) ? value.map(plain) : value;
};

describeWithShared(['vectors/json/test_parsing'], 'the public suite of JSON parsing', ([folder = '']) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

  /** Sound JSON that we refuse on purpose, by the rule that refuses it. */
  const STRICTER: Readonly<Record<string, FaultCode>> = {
    'y_number_0e+1.json': 'not-an-integer',
    'y_number_0e1.json': 'not-an-integer',
    'y_number_double_close_to_zero.json': 'not-an-integer',
    'y_number_int_with_exp.json': 'not-an-integer',
    'y_number_negative_zero.json': 'not-an-integer',
    'y_number_real_capital_e_pos_exp.json': 'not-an-integer',
    'y_number_real_exponent.json': 'not-an-integer',
    'y_number_real_fraction_exponent.json': 'not-an-integer',
    'y_number_real_neg_exp.json': 'not-an-integer',
    'y_object_extreme_numbers.json': 'not-an-integer',
    'y_object_duplicated_key_and_value.json': 'duplicate-key',
    'y_object_escaped_null_in_key.json': 'nul',
    'y_string_null_escape.json': 'nul',
  };

  test('is there in full, with every file that we refuse on purpose', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(Object.keys(STRICTER).filter((name) => !files.includes(name))).toEqual([]);
  });

  test.each(files.filter((name) => name.startsWith('y_')))(
    '%s is read as JSON.parse reads it, or refused by a rule of ours',
    (name) => {
      const text = readFileSync(resolve(folder, name));
      const result = readJson(text, LIMITS);
      const rule = STRICTER[name];
      if (rule === undefined)
        expect('value' in result ? plain(result.value) : result).toEqual(JSON.parse(text.toString()));
      else expect(result).toMatchObject({ fault: { code: rule } });
    },
  );

  test.each(files.filter((name) => name.startsWith('n_')))('%s is refused without a throw', (name) =>
    expect(readJson(readFileSync(resolve(folder, name)), LIMITS)).toHaveProperty('fault'),
  );

  test.each(files.filter((name) => name.startsWith('i_')))(
    '%s, left open by the standard, is refused',
    (name) => expect(readJson(readFileSync(resolve(folder, name)), LIMITS)).toHaveProperty('fault'),
  );
});

test.each([
  ['{"pupils":12,"pupils":3}', 'duplicate-key at the top'],
  ['{"pupils":12,"\\u0070upils":3}', 'duplicate-key at the top'],
  ['{"__proto__":1,"__proto__":2}', 'duplicate-key at the top'],
  ['{"pupils":1.0}', 'not-an-integer at /pupils'],
  ['{"pupils":1e3}', 'not-an-integer at /pupils'],
  ['{"pupils":-0}', 'not-an-integer at /pupils'],
  ['{"pupils":9007199254740993}', 'not-an-integer at /pupils'],
  ['{"pupils":01}', 'grammar at /pupils'],
  ['"\\u0000"', 'nul at the top'],
  ['"\0"', 'nul at the top'],
  ['{"cells":["\\ud800"]}', 'lone-surrogate at /cells/0'],
  ['{"cells":["\\udc00\\ud800"]}', 'lone-surrogate at /cells/0'],
  ['{"\\ud800":1}', 'lone-surrogate at the top'],
  ['[[[[[[[[[1]]]]]]]]]', 'too-deep at /0/0/0/0/0/0/0/0'],
  ['{} {}', 'trailing-text at the top'],
  ['\ufeff{}', 'byte-order-mark at the top'],
  ['{"cells":[{"Kevin":{"pupils":1.5}}]}', 'not-an-integer at /cells/0'],
  ['{"Kevin":[0,0,[x]]}', 'grammar at the top'],
])('the text %j is refused: %s', (text, fault) => expect(faultOf(text)).toBe(fault));

test.each([
  ['a byte alone', [0x22, 0xe9, 0x22]],
  ['an overlong sequence', [0x22, 0xc0, 0xaf, 0x22]],
  ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
])('%s is not UTF-8 and refused', (_, text) =>
  expect(readJson(Uint8Array.from(text), LIMITS)).toMatchObject({
    fault: { code: 'not-utf-8', pointer: '' },
  }),
);

test('eight levels are read, and an escaped pair of surrogates is one character', () => {
  expect(faultOf('[[[[[[[[1]]]]]]]]')).toBe('read');
  expect(read('"\\ud83d\\ude00"')).toEqual({ value: '😀' });
});

test('a text one byte above the limit is refused unread', () => {
  const limits = { bytes: 4, words: new Set<string>() };
  expect(readJson(bytes('1234'), limits)).toEqual({ value: 1234 });
  expect(readJson(bytes('12345'), limits)).toMatchObject({ fault: { code: 'too-large', pointer: '' } });
});

test('a field named __proto__ is a field and reaches no prototype', () => {
  const result = read('{"__proto__":{"admin":true}}');
  const value = 'value' in result ? result.value : null;
  expect(value).toBeInstanceOf(Map);
  expect((value as unknown as Record<string, unknown>)['admin']).toBeUndefined();
});

test('every sound value of integers is read as JSON.parse reads it', () => {
  const tree = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.oneof(
        fc.maxSafeInteger().map((n) => n + 0),
        fc.boolean(),
        fc.constant(null),
        fc.string({ unit: 'grapheme' }),
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ maxLength: 5 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(tree, (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes('\\u0000') && !text.includes('__proto__'));
      const result = read(text);
      expect('value' in result ? plain(result.value) : result).toEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});

test('a sound text with one byte changed is never read as anything that JSON.parse refuses, and never throws', () => {
  const sound = bytes('{"cells":[{"pupils":12,"none":["a\\n\\u00e4"]},true,null,-7],"x":{"y":[]}}');
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.nat(255), (at, byte) => {
      const broken = sound.slice();
      broken[at] = byte;
      const result = readJson(broken, LIMITS);
      if ('value' in result)
        expect(plain(result.value)).toEqual(JSON.parse(new TextDecoder().decode(broken)));
    }),
    { numRuns: 3000 },
  );
});

test('no fault repeats a name, a value or an offset of the text', () => {
  const secret = 'Kevin4711';
  const ends = ['', ',', '}', ']', ',"a":1.5}', '"', '\\', ':', '\u0001'];
  const starts = [
    `{"${secret}":`,
    `{"cells":["${secret}",`,
    `["${secret}"`,
    `{"${secret}":{"${secret}":4711`,
    `{"pupils":4711`,
    `4711.5`,
  ];
  for (const start of starts) {
    for (const end of ends) {
      const result = read(start + end);
      expect(JSON.stringify('fault' in result ? result.fault : {})).not.toMatch(/Kevin|4711/);
    }
  }
});
