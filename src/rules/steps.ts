/** Why the anonymiser put each benefit where it stands, in words for the one who counted. */
import type { Counted, SoundCounts } from './counts.ts';
import type { PooledReport } from './loss.ts';
import { isBelowThreshold, type Policy } from './policy.ts';
import type { BenefitScheme } from './scheme.ts';

export interface Step {
  readonly decision: 'itemised' | 'pooled' | 'withheld' | 'none';
  /** In scheme order. */
  readonly benefits: readonly string[];
  /** Names k and benefits, never a count. */
  readonly reason: Reason;
}

interface Reason {
  readonly de: string;
  readonly en: string;
}

/** One step per cell, one per withheld benefit, and one for all true zeros that joined no pool. */
export function explain(
  { report, wouldHelp }: Pick<PooledReport, 'report' | 'wouldHelp'>,
  { asked, zeros }: Pick<SoundCounts, 'asked' | 'zeros'>,
  scheme: BenefitScheme,
  policy: Policy,
): Step[] {
  const named = (benefits: readonly string[]): Reason => ({
    de: listed(scheme, benefits, 'de'),
    en: listed(scheme, benefits, 'en'),
  });
  const within = (counted: readonly Counted[], benefits: readonly string[]): string[] =>
    counted.map(({ code }) => code).filter((code) => benefits.includes(code));
  const pooled = (benefits: readonly string[]): Reason => {
    const large = asked.filter((benefit) => !isBelowThreshold(benefit.pupils, policy));
    return together(
      policy.anonymiser === 1 ? apart(policy.k) : allSmall(policy.k),
      alsoAlone(named(within(large, benefits))),
      policy.anonymiser === 1
        ? joined(named(within(zeros, benefits)))
        : among(named(within(zeros, benefits)), within(zeros, benefits).length),
    );
  };
  const withheld = (code: string): Reason => {
    const help = wouldHelp.find((union) => union.includes(code));
    if (help !== undefined) return question(policy.k, named(help));
    return policy.anonymiser === 1 ? noBetterPool(policy.k) : noPool(policy.k);
  };
  return [
    ...report.cells.map(({ benefits }): Step =>
      benefits.length === 1
        ? { decision: 'itemised', benefits, reason: itemised(policy.k) }
        : { decision: 'pooled', benefits, reason: pooled(benefits) },
    ),
    ...report.withheld.map((code): Step => ({
      decision: 'withheld',
      benefits: [code],
      reason: withheld(code),
    })),
    ...(report.none.length > 0
      ? [{ decision: 'none', benefits: report.none, reason: NOBODY_ASKED } as const]
      : []),
  ];
}

/** Labels in scheme order, as a sentence lists them; empty for none. */
function listed(scheme: BenefitScheme, benefits: readonly string[], tongue: 'de' | 'en'): string {
  const labels = scheme.benefits.filter((b) => benefits.includes(b.code)).map((b) => b.label[tongue]);
  const and = tongue === 'de' ? ' und ' : ' and ';
  return [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter((part) => part !== '').join(and);
}

/** Sentences one after the other; empty ones are left out. */
const together = (...parts: readonly Reason[]): Reason => ({
  de: parts.flatMap(({ de }) => (de === '' ? [] : [de])).join(' '),
  en: parts.flatMap(({ en }) => (en === '' ? [] : [en])).join(' '),
});

/** A sentence about some benefits, or nothing where there are none. */
const about = (names: Reason, sentence: Reason): Reason => (names.de === '' ? { de: '', en: '' } : sentence);

const NOBODY_ASKED: Reason = { de: 'Danach hat niemand gefragt.', en: 'Nobody asked about this.' };

const itemised = (k: number): Reason => ({
  de: `Dahinter stehen mindestens ${k} verschiedene Schülerinnen und Schüler; die Leistung steht für sich.`,
  en: `At least ${k} different pupils stand behind this; the benefit stands alone.`,
});

const apart = (k: number): Reason => ({
  de: `Einzeln wären es weniger als ${k} verschiedene Schülerinnen und Schüler; zusammen reicht es für eine gemeinsame Zahl.`,
  en: `One by one there would be fewer than ${k} different pupils; together there are enough for one number.`,
});

const allSmall = (k: number): Reason => ({
  de: `Hinter jeder dieser Leistungen stehen weniger als ${k} verschiedene Schülerinnen und Schüler. Zusammen reicht es für eine gemeinsame Zahl, in der immer alle diese Leistungen stehen.`,
  en: `Behind each of these there are fewer than ${k} different pupils. Together there are enough for one number, in which all of these benefits always stand.`,
});

const alsoAlone = (names: Reason): Reason =>
  about(names, {
    de: `Einzeln möglich wäre auch: ${names.de}. So geht aber insgesamt weniger verloren.`,
    en: `This could stand alone: ${names.en}. Pooled, less is lost overall.`,
  });

const joined = (names: Reason): Reason =>
  about(names, {
    de: `Mit dabei, obwohl niemand danach gefragt hat: ${names.de}. Sonst ließe sich zurückrechnen.`,
    en: `Included although nobody asked about it: ${names.en}. Otherwise the number would lead back.`,
  });

const among = (names: Reason, count: number): Reason =>
  about(names, {
    de: `Auch dabei ist, wonach niemand gefragt hat: ${names.de}. Das ist kein Fehler: ${count === 1 ? 'Würde diese Leistung' : 'Würden diese Leistungen'} fehlen, so wüsste man, dass nach jeder anderen jemand gefragt hat.`,
    en: `What nobody asked about is included too: ${names.en}. That is no mistake: if ${count === 1 ? 'it were' : 'they were'} left out, everybody would know that somebody asked about each of the others.`,
  });

const question = (k: number, names: Reason): Reason => ({
  de: `Dahinter stehen weniger als ${k} verschiedene Schülerinnen und Schüler. Vielleicht hilft eine gemeinsame Zahl: Wie viele verschiedene Kinder stehen zusammen hinter ${names.de}?`,
  en: `There are fewer than ${k} different pupils. A pooled number may help: how many different pupils stand together behind ${names.en}?`,
});

const noBetterPool = (k: number): Reason => ({
  de: `Dahinter stehen weniger als ${k} verschiedene Schülerinnen und Schüler, und keine sichere gemeinsame Zahl ließe weniger verloren gehen. Die Zahlen bleiben an der Schule.`,
  en: `There are fewer than ${k} different pupils, and no safe pooled number would lose less. The numbers stay at the school.`,
});

const noPool = (k: number): Reason => ({
  de: `Dahinter stehen weniger als ${k} verschiedene Schülerinnen und Schüler, und mit den anderen kleinen Zahlen zusammen gibt es keine sichere gemeinsame Zahl. Die Zahlen bleiben zum Schutz der Kinder an der Schule.`,
  en: `There are fewer than ${k} different pupils, and together with the other small numbers there is no safe number for all. The numbers stay at the school, to protect the children.`,
});
