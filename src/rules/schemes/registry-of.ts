/** Looking schemes up in a list of them, whichever list it is. */
import { appliesTo, frequencyOf, type PeriodKey } from '../period.ts';
import { type Scheme, schemeId } from '../scheme.ts';

export interface SchemeRegistry {
  /** In the order in which lists show them: by code, then version. */
  readonly SCHEMES: readonly Scheme[];
  /** The scheme of that name and version, `code/version`; undefined where this program knows none. */
  readonly schemeOf: (name: string) => Scheme | undefined;
  /** The schemes under which a period may be collected: of its length, and in force on its first day. */
  readonly schemesFor: (period: PeriodKey) => Scheme[];
}

export function registryOf(schemes: readonly Scheme[]): SchemeRegistry {
  const byName: ReadonlyMap<string, Scheme> = new Map(schemes.map((scheme) => [schemeId(scheme), scheme]));
  return {
    SCHEMES: schemes,
    schemeOf: (name) => byName.get(name),
    schemesFor: (period) =>
      schemes.filter((scheme) => scheme.frequency === frequencyOf(period) && appliesTo(scheme, period)),
  };
}
