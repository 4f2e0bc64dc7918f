/** What `kanon plan` says in both languages. */
import type { InBoth, Language } from '../../foundation/language.ts';

export const PLAN_HELP = {
  plan: {
    de: 'sieht mit erfundenen Zahlen auf den echten Listen voraus, was welches Schema und welches k an Zahlen übrig lässt',
    en: 'foresees with invented counts on the real lists how many numbers each scheme and each k would leave',
  },
  planConsultations: {
    de: 'Beratungen je Schule und Quartal, im Mittel',
    en: 'consultations a school and quarter, on average',
  },
  planScheme: { de: 'nur diese Schemata; sonst alle', en: 'these schemes alone; else all' },
  planK: {
    de: 'wie viele Kinder mindestens hinter einer Zahl stehen, von 3 bis 99; sonst 3, 5, 8 und 10',
    en: 'fewest pupils behind a number, from 3 to 99; else 3, 5, 8 and 10',
  },
  planSeed: { de: 'Saat der erfundenen Zahlen; sonst 1', en: 'seed of the invented counts; else 1' },
  planSvg: { de: 'zeichnet das Ergebnis in diese Datei (SVG)', en: 'draws the result into this file (SVG)' },
} as const satisfies Readonly<Record<string, InBoth>>;

export const PLAN_WORDS = {
  use: {
    de: 'So geht es: kanon plan REGIONEN.csv SCHULEN.csv --consultations N [--scheme NAME …] [--k ZAHL …] [--seed SAAT] [--svg DATEI.svg]; N ist eine Zahl von 1 bis 999, wie 17.6. Alle Zahlen sind erfunden, und nichts bleibt.',
    en: 'Use: kanon plan REGIONS.csv SCHOOLS.csv --consultations N [--scheme NAME …] [--k NUMBER …] [--seed SEED] [--svg FILE.svg], with N from 1 to 999, such as 17.6; all counts are invented and nothing is kept.',
  },
  noSchools: {
    de: 'In der Liste ist keine Schule, die in diesem Zeitraum melden würde.',
    en: 'No school of the list would report in that period.',
  },
  planning: { de: 'Vorausschau', en: 'Forecast' },
  note: {
    de: 'Beratungen in Prozent. Felder, die eine Zahl zeigen, in Prozent; ? wo keine Tabelle sicher wäre. Eine Vorausschau mit erfundenen Zahlen, kein Ergebnis.',
    en: 'Consultations in per cent. Cells that show a number in per cent; ? where no table would be safe. A forecast with invented counts, no result.',
  },
  itemised: { de: 'einzeln', en: 'itemised' },
  pooled: { de: 'zusammengefasst', en: 'pooled' },
  withheld: { de: 'zurückgehalten', en: 'withheld' },
  counties: { de: 'Kreis × Leistung', en: 'county × benefit' },
  types: { de: 'Bezirk × Schulform', en: 'district × school type' },
} as const satisfies Readonly<Record<string, InBoth>>;

export const planHead = (lang: Language): readonly string[] => [
  { de: 'Schema', en: 'scheme' }[lang],
  { de: 'Länge', en: 'length' }[lang],
  'k',
  PLAN_WORDS.itemised[lang],
  PLAN_WORDS.pooled[lang],
  PLAN_WORDS.withheld[lang],
  PLAN_WORDS.counties[lang],
  PLAN_WORDS.types[lang],
];

export const FREQUENCY_WORDS = {
  quarter: { de: 'Quartal', en: 'quarter' },
  'half-year': { de: 'Halbjahr', en: 'half-year' },
  year: { de: 'Jahr', en: 'year' },
} as const satisfies Readonly<Record<string, InBoth>>;

/** First line: what was assumed, so that the same can be foreseen again. */
export const assumed = (schools: number, consultations: number, seed: number): InBoth => ({
  de: `${schools} Schulen, ${String(consultations).replace('.', ',')} Beratungen je Schule und Quartal, Saat ${seed}; alle Zahlen sind erfunden`,
  en: `${schools} schools, ${consultations} consultations a school and quarter, seed ${seed}; all counts are invented`,
});
