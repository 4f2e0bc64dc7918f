/** The rules before storage, all but `shape`: what they find in a report, all at once. */
import type { RuleCode } from './catalogue.ts';
import { derivableIn } from './derivable.ts';
import { finding, type Finding } from './finding.ts';
import { plausible, type PlausibleContext } from './plausible.ts';
import { isBelowThreshold } from './policy.ts';
import type { Cell, Report } from './report.ts';
import { schemeId } from './scheme.ts';
import { WINDOW_REASONS, type Window } from './window.ts';

/** Scheme and policy are those of the period, whatever the report says of itself. */
export interface CheckContext extends PlausibleContext {
  readonly window: Window;
}

/** One rule at work: places and reasons out, nothing else. */
export interface Check {
  readonly rule: RuleCode;
  readonly find: (report: Report, context: CheckContext) => Finding[];
}

const overCells = (report: Report, find: (cell: Cell, pointer: string) => Finding[]): Finding[] =>
  report.cells.flatMap((cell, i) => find(cell, `/cells/${i}`));

/** Every benefit that a report names, with its place, in the order of the body. */
function* namedBenefits(report: Report): Generator<{ code: string; pointer: string }> {
  const lists: [string, readonly string[]][] = [
    ...report.cells.map((cell, i): [string, readonly string[]] => [`/cells/${i}/benefits`, cell.benefits]),
    ['/none', report.none],
    ['/withheld', report.withheld],
  ];
  for (const [place, codes] of lists) {
    for (const [i, code] of codes.entries()) yield { code, pointer: `${place}/${i}` };
  }
}

function complete(report: Report, { scheme }: CheckContext): Finding[] {
  const missing = new Map(scheme.benefits.map((benefit) => [benefit.code, benefit]));
  const seen = new Set<string>();
  const found: Finding[] = [];
  for (const { code, pointer } of namedBenefits(report)) {
    if (seen.has(code)) {
      const reason = {
        de: 'Diese Leistung steht schon an anderer Stelle.',
        en: 'This benefit already stands elsewhere.',
      };
      found.push(finding('complete', pointer, { cause: 'twice', reason }));
    } else if (!missing.delete(code)) {
      const reason = { de: 'Diese Leistung gibt es im Schema nicht.', en: 'The scheme has no such benefit.' };
      found.push(finding('complete', pointer, { cause: 'unknown', reason }));
    }
    seen.add(code);
  }
  for (const { label } of missing.values()) {
    const reason = { de: `Es fehlt: ${label.de}.`, en: `Missing: ${label.en}.` };
    found.push(finding('complete', '', { cause: 'missing', reason }));
  }
  return found;
}

const threshold = (report: Report, { policy }: CheckContext): Finding[] =>
  overCells(report, (cell, pointer) => {
    if (!isBelowThreshold(cell.pupils, policy)) return [];
    const reason = {
      de: `Hinter dieser Angabe stehen weniger als ${policy.k} verschiedene Schülerinnen und Schüler. Bitte mit anderen Leistungen zusammenfassen oder auf die Angabe verzichten.`,
      en: `Fewer than ${policy.k} different pupils stand behind this cell. Please pool it with other benefits, or withhold it.`,
    };
    return [finding('threshold', `${pointer}/pupils`, { reason })];
  });

const derivable = (report: Report, { policy }: CheckContext): Finding[] => derivableIn(report, policy);

function policy(report: Report, context: CheckContext): Finding[] {
  const found: Finding[] = [];
  const scheme = schemeId(context.scheme);
  if (report.scheme !== scheme) {
    const reason = {
      de: `In diesem Zeitraum gilt das Schema ${scheme}.`,
      en: `This period uses the scheme ${scheme}.`,
    };
    found.push(finding('policy', '/scheme', { cause: 'scheme', reason }));
  }
  if (report.policy !== context.policy.number) {
    const reason = {
      de: `In diesem Zeitraum gilt die Schutzregel Nr. ${context.policy.number}. Bitte danach neu zusammenfassen.`,
      en: `This period uses policy ${context.policy.number}. Please pool again under it.`,
    };
    found.push(finding('policy', '/policy', { cause: 'policy', reason }));
  }
  return found;
}

const window = (_: Report, context: CheckContext): Finding[] =>
  context.window === 'open'
    ? []
    : [finding('window', '', { cause: context.window, reason: WINDOW_REASONS[context.window] })];

/** Every rule that looks at a report; `erase` looks at none, the store keeps it. */
export const CHECKS: readonly Check[] = [
  { rule: 'complete', find: complete },
  { rule: 'threshold', find: threshold },
  { rule: 'derivable', find: derivable },
  { rule: 'plausible', find: plausible },
  { rule: 'window', find: window },
  { rule: 'policy', find: policy },
];

/**
 * All that the rules find in a report whose shape is sound.
 *
 * returns  findings in the order of the rules, places in the order of the body; empty where all is well.
 *          Questions alone refuse nothing (`isRefused`); the report is stored once they are confirmed. No finding
 *          repeats a value.
 * throws   nothing
 */
export const check = (report: Report, context: CheckContext, checks = CHECKS): Finding[] =>
  checks.flatMap(({ find }) => find(report, context));
