/** Schemes are data: what each file of src/rules/schemes must hold, whichever schemes there are. */
import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { anonymise } from '../../src/rules/anonymise.ts';
import { COUNTS_BYTES, readCounts } from '../../src/rules/anonymise-input.ts';
import { benefitNames } from '../../src/rules/benefit-names.ts';
import { parseDay } from '../../src/rules/day.ts';
import { parsePeriodKey } from '../../src/rules/period.ts';
import { NEWEST_POLICY } from '../../src/rules/policy.ts';
import {
  type Benefit,
  BENEFITS_MAX,
  codesOf,
  countTheSame,
  schemeId,
  type Scheme,
} from '../../src/rules/scheme.ts';
import { schemeNamedIn, schemesThatRead } from '../../src/rules/scheme-of-sheet.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { BUT_COUNSELLING_2 } from '../../src/rules/schemes/but-counselling-2.ts';
import { BUT_COUNSELLING_3 } from '../../src/rules/schemes/but-counselling-3.ts';
import { OUTCOME_SCHEMES } from '../../src/rules/schemes/outcome-registry.ts';
import { schemeOf, SCHEMES, schemesFor } from '../../src/rules/schemes/registry.ts';
import { BENEFIT_PATTERN, SCHEME_PATTERN } from '../../src/rules/shape.ts';
import { readStrokes } from '../../src/rules/read-strokes.ts';
import { countStrokes } from '../../src/rules/strokes.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../../src/tables/table-columns.ts';
import { seeded, simulateSchool } from '../../src/demo/simulation.ts';
import { bytes } from './examples.ts';

const FOLDER = new URL('../../src/rules/schemes/', import.meta.url);

describe.each(SCHEMES.map((scheme) => [schemeId(scheme), scheme] as const))('%s', (name, scheme) => {
  test('is spelled as reports spell it, and found by that name', () => {
    expect(name).toMatch(SCHEME_PATTERN);
    expect(schemeOf(name)).toBe(scheme);
  });

  test('is in force on days that there are, the last not before the first', () => {
    expect(parseDay(scheme.validFrom)).toBeDefined();
    if (scheme.validTo !== null) {
      expect(parseDay(scheme.validTo)).toBeDefined();
      expect(scheme.validTo >= scheme.validFrom).toBe(true);
    }
  });

  test('has one to twelve benefits, each with a code of its own that is no other column of a table', () => {
    const codes = codesOf(scheme);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.length).toBeLessThanOrEqual(BENEFITS_MAX);
    expect(new Set([...codes, NOT_ITEMISED, REPORTED_TOTAL]).size).toBe(codes.length + 2);
    for (const code of codes) expect(code).toMatch(BENEFIT_PATTERN);
  });

  test('says of each benefit what it is called in both languages, and where the law grants it', () => {
    for (const { label, norm } of scheme.benefits)
      for (const text of [label.de, label.en, norm]) expect(text.trim()).not.toBe('');
  });

  test('gives no name to two benefits', () => {
    const { codes } = benefitNames(scheme);
    const named = ({ code, label, alsoCalled, unites = [] }: Benefit): string[] => [
      ...[code, label.de, label.en, ...alsoCalled],
      ...unites.flatMap(named),
    ];
    for (const benefit of scheme.benefits)
      for (const called of named(benefit)) expect([called, codes(called)]).toEqual([called, [benefit.code]]);
  });

  test('can be invented, pooled and read: its counts pass all readers', () => {
    const invented = simulateSchool(seeded(7), 12, scheme);
    const counts = { scheme: name, policy: NEWEST_POLICY.number, ...invented };
    expect(readCounts(bytes(JSON.stringify(counts)))).toEqual({ counts });
    expect(anonymise(counts, scheme, NEWEST_POLICY).report.scheme).toBe(name);
  });
});

test('every file of the folder that is a scheme stands in the registry, once, and in order', async () => {
  const files = (await readdir(FOLDER)).filter((file) => /-\d+\.ts$/.test(file)).sort();
  const all = [...SCHEMES, ...OUTCOME_SCHEMES];
  expect(all.map((scheme) => `${schemeId(scheme).replace('/', '-')}.ts`)).toEqual(files);
  expect(new Set(SCHEMES.map(schemeId)).size).toBe(SCHEMES.length);
});

const fitting = (text: string): string[] => schemesFor(parsePeriodKey(text)!).map(schemeId);

test('a period fits the schemes of its length that are in force on its first day', () => {
  expect(fitting('2026-Q1')).toEqual(['but-counselling/1']);
  expect(fitting('2026-S1')).toEqual(['but-counselling/2', 'but-counselling/3']);
  expect(fitting('2025-S2')).toEqual([]);
  expect(fitting('2026')).toEqual([]);
});

describe('two schemes', () => {
  const of = (code: string, ...benefits: Benefit[]): Scheme => ({ ...BUT_COUNSELLING_1, code, benefits });
  const sport: Benefit = {
    code: 'SPORT_2',
    label: { de: 'Sport', en: 'Sport' },
    norm: '§ 1',
    alsoCalled: [],
  };
  const [trip, , , , , lunch] = BUT_COUNSELLING_1.benefits as [Benefit, ...Benefit[]];
  const trips = BUT_COUNSELLING_3.benefits[0]!;

  test.each([
    ['versions of one survey', true, BUT_COUNSELLING_1, BUT_COUNSELLING_2],
    ['versions of one survey without a benefit in common', true, of('one', trip), of('one', sport)],
    ['surveys with a benefit in common', true, of('one', trip, lunch!), of('other', lunch!, sport)],
    ['a benefit and one that unites it with others', true, of('one', trip), of('other', trips)],
    [
      'two that unite the same one',
      true,
      of('one', { ...trips, code: 'A' }),
      of('other', { ...trips, code: 'B' }),
    ],
    ['surveys about other things', false, of('one', trip), of('other', sport)],
  ])('%s: counting the same talks is %s', (_, same, one, other) => {
    expect([countTheSame(one, other), countTheSame(other, one)]).toEqual([same, same]);
  });
});

describe('the names of a grouped scheme', () => {
  const read = (text: string) => {
    const found = readStrokes(bytes(text), BUT_COUNSELLING_3);
    if ('faults' in found) throw new Error(JSON.stringify(found.faults));
    return countStrokes(found.strokes, BUT_COUNSELLING_3, 2).counts;
  };

  test('are those of its groups and of what they unite; a talk about two parts of a group is one about it', () => {
    expect(
      read('child,benefit\na,AUSFLUG+KLASSENFAHRT\na,Klassenfahrten\nb,Nachhilfe und Mittagessen\n'),
    ).toEqual({
      FAHRTEN: { pupils: 1, consultations: 2 },
      SCHULE_LERNEN: { pupils: 1, consultations: 1 },
      MITTAG: { pupils: 1, consultations: 1 },
      TEILHABE: { pupils: 0, consultations: 0 },
    });
  });

  test('that stand twice in a cell of a benefit by itself are two talks, as before', () => {
    expect(read('child,benefit\na,MITTAG+MITTAG\n')['MITTAG']).toEqual({ pupils: 1, consultations: 2 });
  });
});

describe('the scheme of a tally sheet', () => {
  test.each([
    ['# Schema: but-counselling/2\nchild,benefit\n', 'but-counselling/2'],
    ['child,benefit\n#scheme:but-counselling/3\n', 'but-counselling/3'],
    ['"# Schema: sport-4/17";;\nKind;Leistung;\n', 'sport-4/17'],
    ['\ufeff# SCHEME : but-counselling/1\r\nchild,benefit\r\n', 'but-counselling/1'],
    ['# Herbst, Schema: but-counselling/1\nchild,benefit\n', undefined],
    ['# Schema: but-counselling\nchild,benefit\n', undefined],
    ['# Schema: but-counselling/12345\nchild,benefit\n', undefined],
    ['child,benefit\nSchema: but-counselling/1,MITTAG\n', undefined],
  ])('in %j is %s', (text, name) => expect(schemeNamedIn(bytes(text))).toBe(name));

  test('is one of those that know all its benefits', () => {
    const that = (text: string) => schemesThatRead(bytes(text)).map(schemeId);
    expect(that('child,benefit\na,MITTAG\n')).toEqual(SCHEMES.map(schemeId));
    expect(that('child,benefit\na,SCHULE_LERNEN\n')).toEqual(['but-counselling/3']);
    expect(that('child,benefit\na,TAXI\n')).toEqual([]);
  });
});

test('a file of counts may hold every union of twelve benefits with the longest codes', () => {
  const codes = Array.from({ length: BENEFITS_MAX }, (_, i) =>
    `B${String(i).padStart(2, '0')}_`.padEnd(32, 'X'),
  );
  const unions = Array.from({ length: 2 ** BENEFITS_MAX }, (_, mask) => ({
    benefits: codes.filter((_code, i) => mask & (1 << i)),
    pupils: 9_999_999,
  })).filter(({ benefits }) => benefits.length > 1);
  expect(unions).toHaveLength(4083);
  const text = JSON.stringify({
    scheme: 'but-counselling/1',
    policy: 2,
    counts: Object.fromEntries(
      codesOf(BUT_COUNSELLING_1).map((code) => [code, { pupils: 9, consultations: 9 }]),
    ),
    distinct: unions,
  });
  expect(text.length).toBeLessThan(COUNTS_BYTES);
  const read = readCounts(bytes(text));
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  expect(read.counts.distinct).toHaveLength(4083);
  const more = JSON.stringify({
    ...JSON.parse(text),
    distinct: Array(4097).fill({ benefits: ['A'], pupils: 1 }),
  });
  expect(readCounts(bytes(more))).toMatchObject({ findings: [{ cause: 'long-list', pointer: '/distinct' }] });
});

test('under the newest policy twelve benefits are pooled in time', () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed ${seed}`);
  const wide: Scheme = {
    ...BUT_COUNSELLING_1,
    code: 'wide',
    benefits: Array.from({ length: BENEFITS_MAX }, (_, i) => ({
      ...BUT_COUNSELLING_1.benefits[0]!,
      code: `B_${i}`,
    })),
  };
  const [pupils] = fc.sample(fc.integer({ min: 5, max: 40 }), { seed, numRuns: 1 });
  const counts = {
    scheme: 'wide/1',
    policy: NEWEST_POLICY.number,
    ...simulateSchool(seeded(seed), pupils!, wide),
  };
  const began = performance.now();
  const { report } = anonymise(counts, wide, NEWEST_POLICY);
  expect(performance.now() - began).toBeLessThan(30_000);
  const named = [...report.cells.flatMap(({ benefits }) => benefits), ...report.none, ...report.withheld];
  expect(named.sort()).toEqual(codesOf(wide).sort());
});
