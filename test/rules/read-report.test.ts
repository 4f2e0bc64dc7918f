/** The rule `shape`: what is read, what is refused, and that nothing of a refused body comes back. */
import fc from 'fast-check';
import { readReport, REPORT_BYTES } from '../../src/rules/read-report.ts';
import { body, bytes, EXAMPLE } from './examples.ts';

const found = (input: unknown): string[] => {
  const result = readReport(body(input));
  return 'findings' in result ? result.findings.map((f) => `${f.cause} ${f.pointer}`) : [];
};
const cell = EXAMPLE.cells[0]!;

test('a sound report comes back as it was sent', () =>
  expect(readReport(body(EXAMPLE))).toEqual({ report: EXAMPLE }));

test.each([
  ['a field that no report has', { ...EXAMPLE, note: 'x' }, ['unknown-field ']],
  ['a field that no cell has', { ...EXAMPLE, cells: [{ ...cell, name: 'x' }] }, ['unknown-field /cells/0']],
  ['a total', { ...EXAMPLE, total: 20 }, ['unknown-field ']],
  ['a missing field', { ...EXAMPLE, none: undefined }, ['missing-field /none']],
  [
    'a missing field of a cell',
    { ...EXAMPLE, cells: [{ ...cell, pupils: undefined }] },
    ['missing-field /cells/0/pupils'],
  ],
  ['a number as text', { ...EXAMPLE, cells: [{ ...cell, pupils: '7' }] }, ['not-a-count /cells/0/pupils']],
  ['a number below zero', { ...EXAMPLE, cells: [{ ...cell, pupils: -1 }] }, ['not-a-count /cells/0/pupils']],
  [
    'a number beyond seven digits',
    { ...EXAMPLE, cells: [{ ...cell, consultations: 10_000_000 }] },
    ['not-a-count /cells/0/consultations'],
  ],
  ['null in place of a number', { ...EXAMPLE, policy: null }, ['not-a-count /policy']],
  ['policy zero', { ...EXAMPLE, policy: 0 }, ['not-a-count /policy']],
  [
    'a cell about nothing',
    { ...EXAMPLE, cells: [{ ...cell, benefits: [] }] },
    ['empty-list /cells/0/benefits'],
  ],
  ['a code in small letters', { ...EXAMPLE, none: ['Kevin'] }, ['not-a-code /none/0']],
  ['a scheme of another spelling', { ...EXAMPLE, scheme: 'BuT' }, ['not-a-code /scheme']],
  ['a list in place of an object', [EXAMPLE], ['not-an-object ']],
  ['an object in place of a list', { ...EXAMPLE, cells: {} }, ['not-a-list /cells']],
  ['a text in place of a cell', { ...EXAMPLE, cells: ['x'] }, ['not-an-object /cells/0']],
  ['an endless list', { ...EXAMPLE, none: Array<string>(300).fill('A') }, ['long-list /none']],
])('%s is refused by its place', (_, input, findings) => expect(found(input)).toEqual(findings));

test('everything that is wrong is said at once', () => {
  expect(
    found({
      scheme: 1,
      cells: [{ benefits: [1, 'MITTAG', 'x'], pupils: true, Kevin: 1, Mia: 2 }, 7],
      none: {},
      withheld: [],
      more: 1,
    }),
  ).toEqual([
    'unknown-field ',
    'missing-field /policy',
    'not-a-code /scheme',
    'unknown-field /cells/0',
    'missing-field /cells/0/consultations',
    'not-a-code /cells/0/benefits/0',
    'not-a-code /cells/0/benefits/2',
    'not-a-count /cells/0/pupils',
    'not-an-object /cells/1',
    'not-a-list /none',
  ]);
});

test('a field named __proto__ is an unknown field', () => {
  const text = JSON.stringify(EXAMPLE).replace('{', '{"__proto__":{"cells":[]},');
  expect(readReport(bytes(text))).toMatchObject({
    findings: [{ rule: 'shape', cause: 'unknown-field', pointer: '' }],
  });
});

test('a broken text is one finding of shape, and a body above 16 KiB is not read', () => {
  expect(readReport(bytes('{"scheme":'))).toMatchObject({
    findings: [{ rule: 'shape', version: 1, severity: 'refusal', cause: 'grammar', pointer: '/scheme' }],
  });
  const padded = JSON.stringify(EXAMPLE).padEnd(REPORT_BYTES);
  expect(readReport(bytes(padded))).toHaveProperty('report');
  expect(readReport(bytes(`${padded} `))).toMatchObject({ findings: [{ cause: 'too-large' }] });
});

test('no finding repeats a name or a value of the body, wherever they stand in it', () => {
  const SECRET = 'Kevin';
  const NUMBER = 471_147;
  const planted: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(SECRET, NUMBER, -NUMBER, null, true, `${SECRET}${NUMBER}`),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(SECRET, `${NUMBER}`, 'cells', 'pupils', 'none', 'benefits', 'scheme', '__proto__'),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value;
  fc.assert(
    fc.property(
      planted,
      planted,
      fc.constantFrom('cells', 'none', 'scheme', 'policy', 'withheld', 'other'),
      (value, inner, field) => {
        for (const input of [
          value,
          { ...EXAMPLE, [field]: value },
          { ...EXAMPLE, cells: [{ ...cell, pupils: value, [SECRET]: inner }] },
        ]) {
          const result = readReport(body(input));
          if ('findings' in result) expect(JSON.stringify(result.findings)).not.toMatch(/Kevin|471147/);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('any bytes are answered, never thrown at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
      expect(readReport(any)).toHaveProperty('findings');
    }),
    { numRuns: 1000 },
  );
});
