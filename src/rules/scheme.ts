/** What a survey scheme is: the benefits that are counted, in their fixed order, how often, and since when. */

/** One benefit of a scheme. */
export interface Benefit {
  /** Stable code of capitals, digits and underscores (`BENEFIT_PATTERN`); the word in every file and body. */
  readonly code: string;
  readonly label: { readonly de: string; readonly en: string };
  /** Where the law grants it. */
  readonly norm: string;
  /** Words in use besides code and labels, as tally sheets have them. */
  readonly alsoCalled: readonly string[];
  /** The finer benefits of other schemes that it stands for; a tally sheet may name them instead. */
  readonly unites?: readonly Benefit[];
}

/** What is counted, however often: data of one version, from a file of its own in `schemes/`. */
export interface BenefitScheme {
  readonly code: string;
  readonly version: number;
  /** First day on which a period of this scheme may begin, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last such day, or null while the version is in force. */
  readonly validTo: string | null;
  /** In scheme order, which every list of benefits follows; at most `BENEFITS_MAX`. */
  readonly benefits: readonly Benefit[];
}

/** A survey scheme, by which schools report and a period is opened. */
export interface Scheme extends BenefitScheme {
  /** One frequency per version, so the periods of a scheme never overlap. */
  readonly frequency: 'quarter' | 'half-year' | 'year';
}

/** A body that grants benefits, by the law that it grants them under. */
export interface GrantingBody {
  /** Spelled as a benefit is (`BENEFIT_PATTERN`). */
  readonly code: string;
  readonly label: { readonly de: string; readonly en: string };
  /** Whose office it is, as people know it. */
  readonly office: { readonly de: string; readonly en: string };
}

/** A scheme of what was granted: offices report by it beside any survey, so it has no frequency of its own. */
export interface OutcomeScheme extends BenefitScheme {
  /** In the order which every list of bodies follows. */
  readonly bodies: readonly GrantingBody[];
}

/**
 * Most benefits of a scheme. Twelve have 4,083 unions, which a file of counts may all hold, and `boundsOf` takes no more.
 */
export const BENEFITS_MAX = 12;

/** How a report names its scheme: its code and version, with a slash between. */
export const schemeId = (scheme: Pick<Scheme, 'code' | 'version'>): string =>
  `${scheme.code}/${scheme.version}`;

/** The benefit codes of a scheme, in scheme order. */
export const codesOf = (scheme: Pick<Scheme, 'benefits'>): string[] => scheme.benefits.map((b) => b.code);

/** Those of the scheme's benefits that are among the given ones, in scheme order, each once. */
export function inSchemeOrder(scheme: Pick<Scheme, 'benefits'>, benefits: Iterable<string>): string[] {
  const asked = new Set(benefits);
  return codesOf(scheme).filter((code) => asked.has(code));
}

/**
 * Whether one consultation could be counted under both schemes: they are versions of one survey, or they share a
 * benefit, be it as a part of one that unites several.
 */
export function countTheSame(one: BenefitScheme, other: BenefitScheme): boolean {
  if (one.code === other.code) return true;
  const parts = new Set(partsOf(one));
  return partsOf(other).some((code) => parts.has(code));
}

/** The codes of a scheme's benefits and of all that they unite. */
const partsOf = ({ benefits }: Pick<Scheme, 'benefits'>): string[] =>
  benefits.flatMap(({ code, unites = [] }) => [code, ...partsOf({ benefits: unites })]);
