/** What is counted: the benefits of a survey scheme, in their fixed order, with labels and legal norms. */
export interface Benefit {
  /** Stable code of capitals, digits and underscores (`BENEFIT_PATTERN`); the word in every file and body. */
  readonly code: string;
  readonly label: { readonly de: string; readonly en: string };
  /** Where the law grants it. */
  readonly norm: string;
}

export interface Scheme {
  readonly code: string;
  readonly version: number;
  /** One frequency per version, so the periods of a scheme never overlap. */
  readonly frequency: 'quarter' | 'half-year' | 'year';
  /** First day on which a period of this scheme may begin, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last such day, or null while the version is in force. */
  readonly validTo: string | null;
  /** In scheme order, which every list of benefits follows. */
  readonly benefits: readonly Benefit[];
}

/**
 * The norm of one benefit. § 34 SGB XII numbers its paragraphs like § 28 SGB II; § 6b BKGG and § 3 AsylbLG
 * grant the same benefits by reference to them.
 */
const norm = (paragraph: string, twelve = paragraph): string =>
  `§ 28 ${paragraph} SGB II; § 34 ${twelve} SGB XII; § 6b BKGG; § 3 AsylbLG`;

/** Counselling on education and participation benefits, reported quarterly. */
export const BUT_COUNSELLING_1: Scheme = {
  code: 'but-counselling',
  version: 1,
  frequency: 'quarter',
  validFrom: '2026-01-01',
  validTo: null,
  benefits: [
    {
      code: 'AUSFLUG',
      label: { de: 'Eintägige Ausflüge', en: 'Day trips' },
      norm: norm('Abs. 2 Satz 1 Nr. 1'),
    },
    {
      code: 'KLASSENFAHRT',
      label: { de: 'Mehrtägige Klassenfahrten', en: 'Class trips of several days' },
      norm: norm('Abs. 2 Satz 1 Nr. 2'),
    },
    {
      code: 'SCHULBEDARF',
      label: { de: 'Persönlicher Schulbedarf', en: 'Personal school supplies' },
      norm: norm('Abs. 3', 'Abs. 3, 3a'),
    },
    {
      code: 'BEFOERDERUNG',
      label: { de: 'Schülerbeförderung', en: 'School transport' },
      norm: norm('Abs. 4'),
    },
    {
      code: 'LERNFOERDERUNG',
      label: { de: 'Lernförderung', en: 'Learning support' },
      norm: norm('Abs. 5'),
    },
    {
      code: 'MITTAG',
      label: { de: 'Gemeinschaftliche Mittagsverpflegung', en: 'Communal lunch' },
      norm: norm('Abs. 6'),
    },
    {
      code: 'TEILHABE',
      label: { de: 'Soziale und kulturelle Teilhabe', en: 'Social and cultural participation' },
      norm: norm('Abs. 7'),
    },
  ],
};

/** Every scheme version this program knows, oldest first. */
export const SCHEMES: readonly Scheme[] = [BUT_COUNSELLING_1];

/** How a report names its scheme: `but-counselling/1`. */
export const schemeId = (scheme: Scheme): string => `${scheme.code}/${scheme.version}`;

/** The scheme of that id, or undefined where this program knows none. */
export const findScheme = (id: string): Scheme | undefined => SCHEMES.find((s) => schemeId(s) === id);

/** The benefit codes of a scheme, in scheme order. */
export const codesOf = (scheme: Scheme): string[] => scheme.benefits.map((b) => b.code);

/** Those of the scheme's benefits that are among the given ones, in scheme order, each once. */
export function inSchemeOrder(scheme: Scheme, benefits: Iterable<string>): string[] {
  const asked = new Set(benefits);
  return codesOf(scheme).filter((code) => asked.has(code));
}
