/** Why the anonymiser put each benefit where it stands, in words for the one who counted. */
import type { SoundCounts } from './counts.ts';
import { isBelowThreshold, type Policy } from './policy.ts';
import type { Report } from './report.ts';
import { inSchemeOrder, type Scheme } from './scheme.ts';

export interface Step {
  readonly decision: 'itemised' | 'pooled' | 'withheld' | 'none';
  /** In scheme order. */
  readonly benefits: readonly string[];
  /** Names k and benefits, never a count. */
  readonly reason: { readonly de: string; readonly en: string };
}

/** One step per cell, one per withheld benefit, and one for all true zeros that joined no pool. */
export function explain(
  report: Report,
  { asked, zeros }: Pick<SoundCounts, 'asked' | 'zeros'>,
  wouldHelp: readonly (readonly string[])[],
  scheme: Scheme,
  policy: Policy,
): Step[] {
  const named = (benefits: readonly string[], tongue: 'de' | 'en') => {
    const labels = scheme.benefits.filter((b) => benefits.includes(b.code)).map((b) => b.label[tongue]);
    const and = tongue === 'de' ? ' und ' : ' and ';
    return [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter((part) => part !== '').join(and);
  };
  const steps: Step[] = [];
  for (const { benefits } of report.cells) {
    steps.push(benefits.length === 1 ? itemised(benefits, policy.k) : pooled(benefits));
  }
  for (const code of report.withheld) steps.push(withheld(code));
  if (report.none.length > 0) {
    const reason = { de: 'Danach hat niemand gefragt.', en: 'Nobody asked about this.' };
    steps.push({ decision: 'none', benefits: report.none, reason });
  }
  return steps;

  function pooled(benefits: readonly string[]): Step {
    const large = asked.filter((b) => benefits.includes(b.code) && !isBelowThreshold(b.pupils, policy));
    const joined = zeros.filter((b) => benefits.includes(b.code));
    const de = [
      `Einzeln wären es weniger als ${policy.k} verschiedene Schülerinnen und Schüler; zusammen reicht es für eine gemeinsame Zahl.`,
    ];
    const en = [
      `One by one there would be fewer than ${policy.k} different pupils; together there are enough for one number.`,
    ];
    if (large.length > 0) {
      const codes = large.map((b) => b.code);
      de.push(`Einzeln möglich wäre auch: ${named(codes, 'de')}. So geht aber insgesamt weniger verloren.`);
      en.push(`This could stand alone: ${named(codes, 'en')}. Pooled, less is lost overall.`);
    }
    if (joined.length > 0) {
      const codes = joined.map((b) => b.code);
      de.push(
        `Mit dabei, obwohl niemand danach gefragt hat: ${named(codes, 'de')}. Sonst ließe sich zurückrechnen.`,
      );
      en.push(
        `Included although nobody asked about it: ${named(codes, 'en')}. Otherwise the number would lead back.`,
      );
    }
    return { decision: 'pooled', benefits, reason: { de: de.join(' '), en: en.join(' ') } };
  }

  function withheld(code: string): Step {
    const help = wouldHelp.find((union) => union.includes(code));
    const few = `weniger als ${policy.k} verschiedene Schülerinnen und Schüler`;
    const fewer = `fewer than ${policy.k} different pupils`;
    const reason =
      help === undefined
        ? {
            de: `Dahinter stehen ${few}, und keine sichere gemeinsame Zahl ließe weniger verloren gehen. Die Zahlen bleiben an der Schule.`,
            en: `There are ${fewer}, and no safe pooled number would lose less. The numbers stay at the school.`,
          }
        : {
            de: `Dahinter stehen ${few}. Vielleicht hilft eine gemeinsame Zahl: Wie viele verschiedene Kinder stehen zusammen hinter ${named(help, 'de')}?`,
            en: `There are ${fewer}. A pooled number may help: how many different pupils stand together behind ${named(help, 'en')}?`,
          };
    return { decision: 'withheld', benefits: inSchemeOrder(scheme, [code]), reason };
  }
}

const itemised = (benefits: readonly string[], k: number): Step => ({
  decision: 'itemised',
  benefits,
  reason: {
    de: `Dahinter stehen mindestens ${k} verschiedene Schülerinnen und Schüler; die Leistung steht für sich.`,
    en: `At least ${k} different pupils stand behind this; the benefit stands alone.`,
  },
});
