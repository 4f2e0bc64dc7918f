/** `kanon plan REGIONS SCHOOLS --consultations N`: what each scheme and k would yield on the real lists, before a survey is opened. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { INVENTED_PERIODS } from '../../demo/invented-reports.ts';
import { listedSchools } from '../../demo/listed-schools.ts';
import { drawPlan } from '../../demo/plan-drawing.ts';
import { type Design, type Forecast, forecastAll } from '../../demo/survey-plan.ts';
import { putOver } from '../../foundation/durable.ts';
import { readSettings } from '../../foundation/settings.ts';
import { protectInWorker } from '../../releases/protect-in-worker.ts';
import { type Scheme, schemeId } from '../../rules/scheme.ts';
import { SCHEMES } from '../../rules/schemes/registry.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { schemeNamed } from '../files/scheme-choice.ts';
import { Failure } from '../terminal/failure.ts';
import { ProgressLine } from '../terminal/progress.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { assumed, FREQUENCY_WORDS, PLAN_WORDS, planHead } from '../words/plan-words.ts';
import type { Desk } from '../words/words.ts';

export interface PlanOptions {
  readonly consultations: string;
  readonly scheme?: readonly string[];
  readonly k?: readonly string[];
  readonly seed?: string;
  readonly svg?: string;
  readonly json?: true;
}

const USUAL_K = ['3', '5', '8', '10'];
/** A policy asks for three pupils at least. */
const FLOOR = 3;

export async function plan(args: readonly string[], options: PlanOptions, desk: Desk): Promise<number> {
  const { lang, words } = desk;
  const [regions, schools, ...rest] = args;
  const seed = parseWholeNumber(options.seed ?? '1', 0, 999_999_999);
  const consultations = parseMean(options.consultations);
  const thresholds = (options.k ?? USUAL_K).map((text) => parseWholeNumber(text, FLOOR, 99));
  if (!regions || !schools || rest.length > 0 || seed === undefined || consultations === undefined)
    throw new Usage(PLAN_WORDS.use[lang]);
  const schemes: readonly Scheme[] = options.scheme?.map((name) => schemeNamed(name, desk)) ?? SCHEMES;
  const designs = schemes.flatMap((scheme) =>
    thresholds.map((k): Design => {
      if (k === undefined) throw new Usage(PLAN_WORDS.use[lang]);
      return { scheme, k };
    }),
  );
  const lists = await Promise.all([readFile(regions), readFile(schools)]).catch((cause: unknown) => {
    throw new Failure([words.fileUnreadable], undefined, cause);
  });
  const { tenant } = readSettings({ KANON_DEMO: 'off' });
  const facts = listedSchools({ regions: lists[0], schools: lists[1] }, tenant, INVENTED_PERIODS.quarter);
  if (facts.length === 0) throw new Failure([PLAN_WORDS.noSchools[lang]]);

  const progress = new ProgressLine(PLAN_WORDS.planning[lang]);
  const found = await forecastAll(facts, designs, { seed, consultations }, protectInWorker, {
    atOnce: availableParallelism(),
    count: progress.to,
  }).finally(() => progress.end());

  const about = assumed(facts.length, consultations, seed)[lang];
  if (options.svg !== undefined)
    await putOver(options.svg, drawPlan(found, about, lang)).catch((cause: unknown) => {
      throw new Failure([words.fileUnwritable], undefined, cause);
    });
  if (options.json) sayJson({ seed, consultations, schools: facts.length, designs: found.map(bodyOf) });
  else {
    say(about);
    for (const line of tableLines(
      planHead(lang),
      found.map((one) => lineOf(one, lang)),
      ALIGN,
    ))
      say(line);
    say(PLAN_WORDS.note[lang]);
  }
  return 0;
}

const ALIGN = ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'] as const;

function lineOf({ scheme, k, shares, counties, types }: Forecast, lang: Desk['lang']): (string | number)[] {
  const { itemised, pooled, withheld } = shares;
  const cells = [counties, types].map((one) => percent(one?.shown) ?? '?');
  return [schemeId(scheme), FREQUENCY_WORDS[scheme.frequency][lang], k, itemised, pooled, withheld, ...cells];
}

const bodyOf = ({ scheme, k, shares, counties, types }: Forecast) => ({
  scheme: schemeId(scheme),
  k,
  itemised: shares.itemised,
  pooled: shares.pooled,
  withheld: shares.withheld,
  countyCellsShown: percent(counties?.shown),
  typeCellsShown: percent(types?.shown),
});

const percent = (share: number | undefined): number | null =>
  share === undefined ? null : Math.round(100 * share);

/** A mean such as 17.6, above 0; undefined where it is none. */
function parseMean(text: string): number | undefined {
  const mean = /^\d{1,3}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : 0;
  return mean >= 1 ? mean : undefined;
}
