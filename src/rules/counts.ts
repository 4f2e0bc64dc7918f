/** What a school counted, before protection: it stays on the school's own device, and so do its errors. */
import { unionBoundsOf, type UnionBounds } from './distinct.ts';
import type { Policy } from './policy.ts';
import { codesOf, schemeId, type BenefitScheme } from './scheme.ts';
import { COUNT_MAX } from './shape.ts';

export interface Counts {
  readonly scheme: string;
  readonly policy: number;
  /** Every benefit of the scheme by its code; zeros are written as zeros. */
  readonly counts: Readonly<Record<string, { readonly pupils: number; readonly consultations: number }>>;
  /** Distinct pupils behind several benefits together, as far as the school knows them. */
  readonly distinct?: readonly { readonly benefits: readonly string[]; readonly pupils: number }[];
}

/** One benefit with its counts; `place` is its index in scheme order. */
export interface Counted {
  readonly code: string;
  readonly place: number;
  readonly pupils: number;
  readonly consultations: number;
}

/** Counts that fit together: what somebody asked about, what nobody did, and what is known of unions. */
export interface SoundCounts {
  readonly asked: readonly Counted[];
  readonly zeros: readonly Counted[];
  /** Distinct pupils as told, by the codes of the union in scheme order with commas between, zeros among them. */
  readonly told: ReadonlyMap<string, number>;
  /** By mask over `asked`. */
  readonly bounds: UnionBounds;
}

const PROBLEMS = {
  scheme: { de: 'Die Zählung gehört zu einem anderen Schema.', en: 'The counts belong to another scheme.' },
  policy: {
    de: 'Die Zählung gehört zu einer anderen Schutzregel.',
    en: 'The counts belong to another policy.',
  },
  missing: {
    de: 'Diese Leistung fehlt in der Zählung; wenn niemand danach gefragt hat, bitte null eintragen.',
    en: 'This benefit is missing from the counts; where nobody asked about it, please enter zero.',
  },
  unknown: { de: 'Die Zählung nennt eine unbekannte Leistung.', en: 'The counts name an unknown benefit.' },
  'not-a-count': {
    de: 'Hier wird eine ganze Zahl ab null erwartet.',
    en: 'A whole number from zero belongs here.',
  },
  'fewer-consultations': {
    de: 'Es sind weniger Beratungen als beratene Schülerinnen und Schüler eingetragen.',
    en: 'Fewer consultations are entered than pupils who had one.',
  },
  'one-zero': {
    de: 'Beratungen ohne beratene Schülerinnen und Schüler kann es nicht geben.',
    en: 'There cannot be consultations without pupils who had one.',
  },
  union: {
    de: 'Eine gemeinsame Zahl muss bekannte Leistungen je einmal nennen.',
    en: 'A number for several benefits must name known benefits, each once.',
  },
  'union-size': {
    de: 'Die gemeinsame Zahl dieser Leistungen passt nicht zu den übrigen Angaben: Sie ist mindestens so groß wie jede einzelne und höchstens so groß wie deren Summe.',
    en: 'The number for these benefits together does not fit the others: it is at least as large as each single one and at most their sum.',
  },
} as const;

export interface CountsProblem {
  readonly code: keyof typeof PROBLEMS;
  /** Known benefits that the problem is about, in scheme order; never a name from outside the scheme. */
  readonly benefits: readonly string[];
  readonly reason: { readonly de: string; readonly en: string };
}

/** Counts that cannot be what happened. Names benefits and never repeats a count. */
export class CountsUnsound extends Error {
  readonly problems: readonly CountsProblem[];
  constructor(problems: readonly CountsProblem[]) {
    super(problems.map((p) => [p.reason.en, ...p.benefits].join(' ')).join(' '));
    this.name = 'CountsUnsound';
    this.problems = problems;
  }
}

/**
 * Takes counts apart and proves that they fit together.
 *
 * returns  what was asked about and what was not, in scheme order, with bounds for every union
 * throws   CountsUnsound with every problem of the single benefits, or, if there is none, of the unions
 */
export function soundCounts(input: Counts, scheme: BenefitScheme, policy: Policy): SoundCounts {
  const codes = codesOf(scheme);
  const problems: CountsProblem[] = [];
  const report = (code: CountsProblem['code'], benefits: readonly string[] = []) =>
    problems.push({ code, benefits, reason: PROBLEMS[code] });

  if (input.scheme !== schemeId(scheme)) report('scheme');
  if (input.policy !== policy.number) report('policy');
  if (Object.keys(input.counts).some((code) => !codes.includes(code))) report('unknown');
  const counted = codes.map((code, place): Counted => {
    const given = Object.hasOwn(input.counts, code) ? input.counts[code] : undefined;
    if (given === undefined) report('missing', [code]);
    const { pupils, consultations } = given ?? { pupils: 0, consultations: 0 };
    if (!isCount(pupils) || !isCount(consultations)) report('not-a-count', [code]);
    else if (pupils > consultations) report('fewer-consultations', [code]);
    else if (pupils === 0 && consultations > 0) report('one-zero', [code]);
    return { code, place, pupils, consultations };
  });
  if (problems.length > 0) throw new CountsUnsound(problems);

  const asked = counted.filter((benefit) => benefit.pupils > 0);
  const zeros = counted.filter((benefit) => benefit.pupils === 0);
  const maskOf = (benefits: readonly string[]) =>
    asked.reduce((mask, { code }, i) => (benefits.includes(code) ? mask | (1 << i) : mask), 0);
  const given = new Map<number, number>();
  const told = new Map<string, number>();
  for (const { benefits, pupils } of input.distinct ?? []) {
    const known = codes.filter((code) => benefits.includes(code));
    if (known.length === 0 || known.length !== benefits.length) report('union', known);
    else if (!isCount(pupils)) report('not-a-count', known);
    else {
      // A true zero adds nobody, so unions that differ in zeros only are one union.
      const mask = maskOf(benefits);
      if ((mask === 0 && pupils > 0) || (given.get(mask) ?? pupils) !== pupils) report('union-size', known);
      given.set(mask, pupils);
      told.set(known.join(), pupils);
    }
  }
  given.delete(0);
  if (problems.length > 0) throw new CountsUnsound(problems);

  const bounds = unionBoundsOf(
    asked.map((benefit) => benefit.pupils),
    given,
  );
  if ('clash' in bounds) {
    const clash = asked.filter((_, i) => (bounds.clash & (1 << i)) !== 0);
    report(
      'union-size',
      clash.map((benefit) => benefit.code),
    );
    throw new CountsUnsound(problems);
  }
  return { asked, zeros, told, bounds };
}

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= COUNT_MAX;
