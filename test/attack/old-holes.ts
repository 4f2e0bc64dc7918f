/** Worlds in which an engine without this folder's attackers in mind told single schools exactly. */
import type { SchoolFacts, StoredReport } from '../../src/tables/table.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { World } from './worlds.ts';

export const BENEFITS = ['LERNFOERDERUNG', 'MITTAG'];
export const COUNTIES = ['05111', '05112', '05113'];

/** A world that is put together school by school. */
export class Draft {
  readonly schools: SchoolFacts[] = [];
  readonly reports: StoredReport[] = [];

  /** Pupils of LERNFOERDERUNG and of MITTAG; of each a few more consultations. */
  add(
    region: string,
    type: string,
    roll: number,
    learning: number,
    lunch: number,
    reporterGroup: string | null = null,
  ): string {
    const school = String(900_001 + this.schools.length);
    this.schools.push({ school, region: region as RegionKey, type, roll, reporterGroup });
    const counts = [
      { benefits: ['LERNFOERDERUNG'], pupils: learning, consultations: learning + 4 },
      { benefits: ['MITTAG'], pupils: lunch, consultations: lunch + 3 },
    ];
    const cells = counts.filter(({ pupils }) => pupils > 0);
    const none = BENEFITS.filter((code) => !cells.some(({ benefits }) => benefits[0] === code));
    this.reports.push({ school, cells, none, withheld: [] });
    return school;
  }
}

/** Three counties with four reports each; then one more in each. late: its pupils of MITTAG, a county. */
export function lateReports(late: readonly [number, number, number]): World {
  const draft = new Draft();
  const missing = new Set<string>();
  COUNTIES.forEach((county, c) => {
    for (let i = 0; i < 4; i++) draft.add(county, 'Grundschule', 300, 8 + i + c, 7 + i);
    missing.add(draft.add(county, 'Grundschule', 300, 12 + c, late[c]!));
  });
  const first = draft.reports.filter(({ school }) => !missing.has(school));
  return { name: `late reports of ${late.join(', ')}`, schools: draft.schools, benefits: BENEFITS, reports: [first, draft.reports] }; // prettier-ignore
}

/** One school of its own type beside a type of which three schools have the benefit. */
export function partnersOf(single: number, others: readonly [number, number, number]): World {
  const draft = new Draft();
  COUNTIES.forEach((county, c) => {
    for (let i = 0; i < 8; i++) draft.add(county, 'Grundschule', 400, 8 + i + c, 7 + i);
    for (let i = 0; i < 3; i++) draft.add(county, 'Realschule', 300, 9 + i, c === 0 ? others[i]! : 0);
    for (let i = 0; i < 4; i++) draft.add(county, 'Gymnasium', 900, 9 + i, 8 + i);
  });
  draft.add('05111', 'PRIMUS-Schule', 200, 20, single);
  return { name: `${single} beside ${others.join(', ')}`, schools: draft.schools, benefits: BENEFITS, reports: [draft.reports] }; // prettier-ignore
}

/** A row of three schools, in one county or in two. */
export function rowOfThree(lunch: readonly [number, number, number], isInOneCounty = false): World {
  const draft = new Draft();
  COUNTIES.forEach((county, c) => {
    for (let i = 0; i < 5; i++) draft.add(county, 'Grundschule', 300, 8 + i + c, 7 + i);
  });
  draft.add('05111', 'Weiterbildungskolleg', 300, 9, lunch[0]);
  draft.add('05111', 'Weiterbildungskolleg', 300, 12, lunch[1]);
  draft.add(isInOneCounty ? '05111' : '05112', 'Weiterbildungskolleg', 300, 11, lunch[2]);
  return { name: `three schools with ${lunch.join(', ')}`, schools: draft.schools, benefits: BENEFITS, reports: [draft.reports] }; // prettier-ignore
}
