/** The schools of a public register with invented reports, at the loads that are usual, low and high. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { inventReport } from '../../src/demo/invented-reports.ts';
import { negativeBinomial, seeded, simulateSchool } from '../../src/demo/simulation.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import type { SchoolFacts, StoredReport } from '../../src/tables/table.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { sharedFile } from '../setup/shared.ts';
import type { World } from './worlds.ts';

/** Consultations a school and quarter, and the mean of counselled pupils that makes them. */
const LOADS: Readonly<Record<string, number>> = { '17.6': 6.5, '34.8': 13, '70.6': 26 };

/** `policy`: by the service's anonymiser, of whatever version. `fixed`: by a rule of this file, so that engines can be compared alone. */
export type Pooling = 'policy' | 'fixed';

const REGISTER = 'reference/nrw_schulen_2024-25.csv';
const BENEFITS = [
  'AUSFLUG',
  'KLASSENFAHRT',
  'SCHULBEDARF',
  'BEFOERDERUNG',
  'LERNFOERDERUNG',
  'MITTAG',
  'TEILHABE',
];
/** Share of the schools that report. */
const REPORTING = 0.95;

interface Line {
  readonly schulnummer: string;
  readonly schulform: string;
  readonly ags: string;
  readonly schueler_gerundet5: string;
}

/** Every school has a reporter of its own. Throws where the register is not in the shared folder. */
function registerSchools(): SchoolFacts[] {
  const file = sharedFile(REGISTER);
  if (!file) throw new Error(`${REGISTER} is not in the shared folder: set KANON_SHARED to that folder.`);
  return parse<Line>(readFileSync(file, 'utf8'), { columns: true }).map((line) => ({
    school: line.schulnummer,
    region: line.ags as RegionKey,
    type: line.schulform,
    roll: Number(line.schueler_gerundet5),
    reporterGroup: null,
  }));
}

/** What follows a first release. */
export type Round = 'corrections' | 'late';

/**
 * load   a key of `LOADS`
 * rounds what the versions after the first bring: forty schools that count again, or twelve that come late, three
 *        in each of four districts
 */
export function registerWorld(
  load: string,
  pooling: Pooling,
  seed: number,
  rounds: readonly Round[] = [],
): World {
  const mean = LOADS[load];
  if (mean === undefined)
    throw new Error(`There is no load ${load}; known are ${Object.keys(LOADS).join(', ')}.`);
  const schools = registerSchools();
  const random = seeded(seed);
  const all = schools.map(({ school }) => {
    const pupils = negativeBinomial(random, { mean, size: 2 });
    // One draw a school seeds its own numbers, so that no rule of pooling moves the next school.
    const own = seeded(Math.floor(random() * 2 ** 32));
    return { report: reportOf(school, own, pupils, pooling), isThere: random() < REPORTING };
  });
  const versions = [all.flatMap(({ report, isThere }) => (isThere ? [report] : []))];
  for (const round of rounds) {
    const last = versions.at(-1)!;
    const there = new Set(last.map(({ school }) => school));
    if (round === 'late') {
      const late = ['051', '053', '055', '059'].flatMap((district) =>
        schools.filter(({ school, region }) => region.startsWith(district) && !there.has(school)).slice(0, 3),
      );
      const coming = new Set(late.map(({ school }) => school));
      versions.push(all.flatMap(({ report }) => (coming.has(report.school) || there.has(report.school) ? (last.find(({ school }) => school === report.school) ?? report) : []))); // prettier-ignore
    } else versions.push(recounted(last, random));
  }
  return { name: `register at ${load} (${pooling})`, schools, benefits: BENEFITS, reports: versions };
}

function recounted(reports: readonly StoredReport[], random: () => number): StoredReport[] {
  const again = new Set<number>();
  while (again.size < 40) again.add(Math.floor(random() * reports.length));
  return reports.map((report, at) => {
    if (!again.has(at)) return report;
    const cells = report.cells.map((cell) => {
      const more = Math.floor(random() * 4);
      return { ...cell, pupils: cell.pupils + more, consultations: cell.consultations + 2 * more };
    });
    return { ...report, cells };
  });
}

function reportOf(school: string, random: () => number, pupils: number, pooling: Pooling): StoredReport {
  if (pooling === 'policy') {
    const { report } = inventReport(random, pupils, BUT_COUNSELLING_1);
    return { school, cells: report.cells, none: report.none, withheld: report.withheld };
  }
  const { counts, distinct } = simulateSchool(random, pupils, BUT_COUNSELLING_1);
  const small = BENEFITS.filter((code) => counts[code]!.pupils > 0 && counts[code]!.pupils < 5);
  const cells: StoredReport['cells'][number][] = BENEFITS.filter((code) => counts[code]!.pupils >= 5).map((code) => ({ benefits: [code], ...counts[code]! })); // prettier-ignore
  const union = distinct.find(({ benefits }) => benefits.join() === small.join())?.pupils ?? 0;
  const isPooled = small.length >= 3 && union >= 5;
  if (isPooled)
    cells.push({ benefits: small, pupils: union, consultations: small.reduce((sum, code) => sum + counts[code]!.consultations, 0) }); // prettier-ignore
  const none = BENEFITS.filter((code) => counts[code]!.pupils === 0);
  return { school, cells, none, withheld: isPooled ? [] : small };
}
