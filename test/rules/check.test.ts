/** The rules before storage: what each refuses, where, and that nothing else does it in its place. */
import { RULE_CODES, RULES, ruleOf, type RuleCode } from '../../src/rules/catalogue.ts';
import { check, CHECKS, type CheckContext } from '../../src/rules/check.ts';
import { FAULT_REASONS } from '../../src/rules/json-faults.ts';
import { isRefused } from '../../src/rules/finding.ts';
import type { Report } from '../../src/rules/report.ts';
import { windowOf, WINDOW_REASONS, type WindowFacts } from '../../src/rules/window.ts';
import { EXAMPLE, OPEN } from './examples.ts';

const [ALONE, POOL] = [EXAMPLE.cells[0]!, EXAMPLE.cells[1]!];
const found = (report: Report, context: CheckContext = OPEN): string[] =>
  check(report, context).map((f) =>
    [f.rule, ...(f.cause === undefined ? [] : [f.cause]), f.pointer].join(' '),
  );
const withAlone = (change: Partial<typeof ALONE>): Report => ({
  ...EXAMPLE,
  cells: [{ ...ALONE, ...change }, POOL],
});
const withPool = (change: Partial<typeof POOL>): Report => ({
  ...EXAMPLE,
  cells: [ALONE, { ...POOL, ...change }],
});
/** The pool cut to two benefits, the third moved to none. */
const poolOfTwo = (pupils: number): Report => ({
  ...withPool({ benefits: ['AUSFLUG', 'MITTAG'], pupils, consultations: 20 }),
  none: ['KLASSENFAHRT', 'TEILHABE'],
});

test('the example of the docs passes', () => expect(check(EXAMPLE, OPEN)).toEqual([]));

test('nothing to report is a report', () => {
  const none = OPEN.scheme.benefits.map((b) => b.code);
  expect(check({ ...EXAMPLE, cells: [], none, withheld: [] }, OPEN)).toEqual([]);
});

/** Each rule with a report that it alone refuses: dropping the rule lets it pass. */
const ALONE_REFUSED: readonly [RuleCode, string, Report, CheckContext][] = [
  ['complete', 'complete twice /none/1', { ...EXAMPLE, none: ['KLASSENFAHRT', 'MITTAG'] }, OPEN],
  ['threshold', 'threshold /cells/0/pupils', withAlone({ pupils: 4 }), OPEN],
  ['derivable', 'derivable /cells/1', poolOfTwo(8), OPEN],
  ['plausible', 'plausible consultations /cells/0/consultations', withAlone({ consultations: 6 }), OPEN],
  ['window', 'window closed ', EXAMPLE, { ...OPEN, window: 'closed' }],
  ['policy', 'policy policy /policy', { ...EXAMPLE, policy: 2 }, OPEN],
];

test.each(ALONE_REFUSED)(
  'the rule %s refuses by its place, and without it the same report would pass',
  (rule, finding, report, context) => {
    expect(found(report, context)).toEqual([finding]);
    expect(isRefused(check(report, context))).toBe(true);
    expect(
      check(
        report,
        context,
        CHECKS.filter((each) => each.rule !== rule),
      ),
    ).toEqual([]);
  },
);

test('every rule of the catalogue is checked, but shape by the reader and erase by the store', () => {
  expect(CHECKS.map((each) => each.rule)).toEqual(
    RULE_CODES.filter((code) => code !== 'shape' && code !== 'erase'),
  );
  expect(ALONE_REFUSED.map(([rule]) => rule).sort()).toEqual(CHECKS.map((each) => each.rule).sort());
});

test('a benefit may neither stand twice nor be missing nor unknown, and each is found at its place', () => {
  expect(found({ ...EXAMPLE, none: [] })).toEqual(['complete missing ']);
  expect(found({ ...EXAMPLE, none: ['KLASSENFAHRT', 'KEVIN'] })).toEqual(['complete unknown /none/1']);
  expect(found({ ...EXAMPLE, withheld: ['SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG'] })).toEqual([
    'complete twice /withheld/2',
  ]);
  expect(found(withPool({ benefits: ['AUSFLUG', 'AUSFLUG', 'MITTAG', 'TEILHABE'] }))).toEqual([
    'complete twice /cells/1/benefits/1',
  ]);
  expect(found({ ...EXAMPLE, cells: [], none: [], withheld: [] })).toEqual(
    Array(7).fill('complete missing '),
  );
});

test('an unknown benefit is not repeated, a missing one is named by its label', () => {
  const text = JSON.stringify(check({ ...EXAMPLE, none: ['KEVIN'] }, OPEN));
  expect(text).not.toMatch(/KEVIN/);
  expect(text).toMatch(/Mehrtägige Klassenfahrten/);
});

test('a benefit named twice does not make a pool larger', () => {
  const report = {
    ...poolOfTwo(8),
    cells: [ALONE, { benefits: ['AUSFLUG', 'MITTAG', 'MITTAG'], pupils: 8, consultations: 20 }],
  };
  expect(found(report)).toEqual(['complete twice /cells/1/benefits/2', 'derivable /cells/1']);
});

test('a cell of k pupils passes and one below does not, pooled or not, whatever its consultations', () => {
  expect(found(withAlone({ pupils: 5 }))).toEqual([]);
  expect(found(withAlone({ pupils: 0, consultations: 0 }))).toEqual(['threshold /cells/0/pupils']);
  expect(found(withPool({ pupils: 4, consultations: 90 }))).toEqual(['threshold /cells/1/pupils']);
});

test('a pool of two is refused from 5 to 8 pupils and passes from 9, where one benefit must be larger', () => {
  for (const pupils of [5, 6, 7, 8]) expect(found(poolOfTwo(pupils))).toEqual(['derivable /cells/1']);
  expect(found(poolOfTwo(9))).toEqual([]);
});

test('another policy or scheme is refused with the one to use', () => {
  const findings = check({ ...EXAMPLE, policy: 471, scheme: 'kevin/1' }, OPEN);
  expect(findings.map((f) => f.pointer)).toEqual(['/scheme', '/policy']);
  expect(findings[0]!.reason.de).toContain('but-counselling/1');
  expect(findings[1]!.reason.en).toContain('policy 1');
  expect(JSON.stringify(findings)).not.toMatch(/471|kevin/);
});

test('the window tells its causes apart', () => {
  const facts: WindowFacts = {
    state: 'open',
    opensOn: '2026-04-01',
    closesOn: '2026-07-15',
    today: '2026-05-02',
    schoolActive: true,
    schoolExpected: true,
    schemeInForce: true,
  };
  expect(windowOf(facts)).toBe('open');
  expect(windowOf({ ...facts, today: '2026-04-01' })).toBe('open');
  expect(windowOf({ ...facts, today: '2026-07-15' })).toBe('open');
  expect(windowOf({ ...facts, today: '2026-03-31' })).toBe('not-yet-open');
  expect(windowOf({ ...facts, today: '2026-07-16' })).toBe('closed');
  expect(windowOf({ ...facts, state: 'frozen' })).toBe('frozen');
  expect(windowOf({ ...facts, state: 'released', today: '2026-07-16' })).toBe('released');
  expect(windowOf({ ...facts, schemeInForce: false, today: '2026-03-31' })).toBe('scheme-not-in-force');
  expect(windowOf({ ...facts, state: 'frozen', schemeInForce: false })).toBe('frozen');
  expect(windowOf({ ...facts, state: 'released', schoolActive: false })).toBe('school-not-active');
  expect(windowOf({ ...facts, state: 'frozen', schoolExpected: false })).toBe('school-not-expected');
  expect(windowOf({ ...facts, schoolActive: false, schoolExpected: false })).toBe('school-not-active');
  for (const window of Object.keys(WINDOW_REASONS) as (keyof typeof WINDOW_REASONS)[]) {
    expect(check(EXAMPLE, { ...OPEN, window })).toMatchObject([
      { rule: 'window', cause: window, pointer: '', reason: WINDOW_REASONS[window] },
    ]);
  }
});

test('all rules speak at once, in the order of the catalogue', () => {
  const worst: Report = {
    scheme: 'other/1',
    policy: 9,
    cells: [
      { benefits: ['MITTAG'], pupils: 2, consultations: 1 },
      { benefits: ['AUSFLUG', 'TEILHABE'], pupils: 7, consultations: 7 },
    ],
    none: ['MITTAG'],
    withheld: [],
  };
  const rules = check(worst, { ...OPEN, roll: 1, window: 'frozen' }).map((f) => f.rule);
  expect([...new Set(rules)]).toEqual([
    'complete',
    'threshold',
    'derivable',
    'plausible',
    'window',
    'policy',
  ]);
});

test('no finding repeats a count of the report', () => {
  const report = {
    ...EXAMPLE,
    cells: [
      { benefits: ['MITTAG', 'AUSFLUG'], pupils: 4711, consultations: 4710 },
      { benefits: ['TEILHABE'], pupils: 0, consultations: 4712 },
    ],
  };
  expect(JSON.stringify(check(report, { ...OPEN, roll: 20 }).map((f) => f.reason))).not.toMatch(/471\d/);
});

test('a derivable pool is explained without any number', () => {
  const [finding] = check(poolOfTwo(8), OPEN);
  expect(finding!.reason.de + finding!.reason.en).not.toMatch(/\d/);
});

describe('the catalogue', () => {
  test('holds every rule once, with reason and basis in both languages', () => {
    expect(RULES.map((rule) => rule.code)).toEqual([...RULE_CODES]);
    for (const { version, reason, basis } of RULES) {
      expect(version).toBeGreaterThanOrEqual(1);
      for (const text of [reason.de, reason.en, basis.de, basis.en]) expect(text.length).toBeGreaterThan(40);
    }
    expect(() => ruleOf('none' as RuleCode)).toThrow(TypeError);
  });

  test('claims nothing that must not be claimed', () => {
    const texts = JSON.stringify([RULES, FAULT_REASONS, WINDOW_REASONS]);
    expect(texts).not.toMatch(
      /anonym|k = ?5|konform|compliant|amtliche Statistik|official statistic|DSGVO gilt nicht|does not apply/i,
    );
  });
});
