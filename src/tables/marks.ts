/** The signs of a published table for people, those of German official statistics, and what they mean. */

/** What a reader needs to know of a cell. */
export interface ReadableCell {
  readonly status: 'open' | 'hidden' | 'pending';
  readonly from: number | null;
  /** Null where there is no upper end. */
  readonly to: number | null;
}

type Language = 'de' | 'en';

/** One sign for suppressed whatever the cause. */
const HIDDEN = '.';
const NOTHING = '–';
const PENDING = '…';

/** One number, one sign or one range. A 0 stands nowhere bare: it is the sign for nothing, or an end of a range. */
export function inWords({ status, from, to }: ReadableCell, lang: Language): string | number {
  if (status === 'pending') return PENDING;
  if (status === 'hidden' || from === null) return HIDDEN;
  if (to === null) return lang === 'de' ? `ab ${from}` : `${from}+`;
  if (to > from) return `${from} ${lang === 'de' ? 'bis' : 'to'} ${to}`;
  return from === 0 ? NOTHING : from;
}

/** What a row says about itself once, in the legend. */
export const LOWER_END: Readonly<Record<Language, string>> = {
  de: 'Alle Zahlen sind gemeldete Zahlen. Geschehen sein kann mehr.',
  en: 'All figures are what was reported. More may have happened.',
};

/** Sign and meaning, each sign only where one of the cells bears it. */
export function legendOf(cells: readonly ReadableCell[], lang: Language): string[] {
  const shown = cells.map((cell) => inWords(cell, lang));
  const ranges = cells.filter(({ status, from, to }) => status === 'open' && from !== to);
  const lines: [boolean, Readonly<Record<Language, string>>][] = [
    [
      shown.includes(HIDDEN),
      {
        de: `${HIDDEN} = aus Gründen der Geheimhaltung nicht veröffentlicht`,
        en: `${HIDDEN} = not published, for disclosure control`,
      },
    ],
    [shown.includes(NOTHING), { de: `${NOTHING} = genau nichts`, en: `${NOTHING} = exactly nothing` }],
    [
      shown.includes(PENDING),
      {
        de: `${PENDING} = noch keine Zahl, weil zu wenige Schulen gemeldet haben`,
        en: `${PENDING} = no number yet, as too few schools reported`,
      },
    ],
    [
      ranges.some(({ to }) => to !== null),
      {
        de: '5 bis 9 = mindestens 5, höchstens 9 (ein Teil ist nur für mehrere Leistungen zusammen gemeldet)',
        en: '5 to 9 = at least 5, at most 9 (a part was reported for several benefits together only)',
      },
    ],
    [
      ranges.some(({ to }) => to === null),
      {
        de: 'ab 5 = 5 oder mehr (wie viele mehr, ist nicht bekannt)',
        en: '5+ = 5 or more (how many more is not known)',
      },
    ],
    [true, LOWER_END],
  ];
  return lines.flatMap(([is, text]) => (is ? [text[lang]] : []));
}
