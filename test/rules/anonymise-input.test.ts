/** The counting file: read strictly, refused by place. */
import { readCounts } from '../../src/rules/anonymise-input.ts';
import type { Counts } from '../../src/rules/counts.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { body, bytes } from './examples.ts';

const COUNTS: Counts = {
  scheme: 'but-counselling/1',
  policy: 1,
  counts: Object.fromEntries(
    codesOf(BUT_COUNSELLING_1).map((code, i) => [code, { pupils: i, consultations: 2 * i }]),
  ),
  distinct: [{ benefits: ['KLASSENFAHRT', 'SCHULBEDARF'], pupils: 3 }],
};
const found = (input: unknown): string[] => {
  const result = readCounts(body(input));
  return 'findings' in result ? result.findings.map((f) => `${f.cause} ${f.pointer}`) : [];
};

test('a sound file comes back as it was written, and unions may be left out', () => {
  expect(readCounts(body(COUNTS))).toEqual({ counts: COUNTS });
  expect(readCounts(body({ ...COUNTS, distinct: undefined }))).toEqual({
    counts: { ...COUNTS, distinct: [] },
  });
});

test.each([
  [
    'a missing benefit',
    { ...COUNTS, counts: { ...COUNTS.counts, MITTAG: undefined } },
    ['missing-field /counts/MITTAG'],
  ],
  ['an unknown benefit', { ...COUNTS, counts: { ...COUNTS.counts, KEVIN: 1 } }, ['unknown-field /counts']],
  [
    'an unknown field of a benefit',
    { ...COUNTS, counts: { ...COUNTS.counts, MITTAG: { pupils: 1, consultations: 1, Kevin: 1 } } },
    ['unknown-field /counts/MITTAG'],
  ],
  [
    'a number below zero',
    { ...COUNTS, counts: { ...COUNTS.counts, MITTAG: { pupils: -1, consultations: 1 } } },
    ['not-a-count /counts/MITTAG/pupils'],
  ],
  [
    'a union of nothing',
    { ...COUNTS, distinct: [{ benefits: [], pupils: 0 }] },
    ['empty-list /distinct/0/benefits'],
  ],
  ['an unknown scheme', { ...COUNTS, scheme: 'other/1' }, ['unknown-scheme /scheme']],
  [
    'a report',
    { scheme: 'but-counselling/1', policy: 1, cells: [], none: [], withheld: [] },
    ['unknown-field ', 'missing-field /counts'],
  ],
])('%s is refused by its place', (_, input, findings) => expect(found(input)).toEqual(findings));

test('a broken text is one finding, and its pointer names benefits but no unknown field', () => {
  expect(readCounts(bytes('{"counts":{"MITTAG":{"pupils":1.5}}}'))).toMatchObject({
    findings: [{ cause: 'not-an-integer', pointer: '/counts/MITTAG/pupils' }],
  });
  expect(readCounts(bytes('{"counts":{"Kevin":{"pupils":1.5}}}'))).toMatchObject({
    findings: [{ cause: 'not-an-integer', pointer: '/counts' }],
  });
});
