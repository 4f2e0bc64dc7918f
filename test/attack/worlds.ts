/** Small worlds from a seed: a register, ties, and what each school hands in, in one version after the other. */
import { seeded } from '../../src/demo/simulation.ts';
import type { SchoolFacts, StoredReport } from '../../src/tables/table.ts';
import type { RegionKey } from '../../src/rules/region.ts';

export interface World {
  readonly name: string;
  readonly schools: readonly SchoolFacts[];
  readonly benefits: readonly string[];
  /** Per version, what is stored then. */
  readonly reports: readonly (readonly StoredReport[])[];
}

const BENEFITS = [
  'AUSFLUG',
  'KLASSENFAHRT',
  'SCHULBEDARF',
  'BEFOERDERUNG',
  'LERNFOERDERUNG',
  'MITTAG',
  'TEILHABE',
];
const TYPES = ['Berufskolleg', 'Grundschule', 'Gymnasium', 'PRIMUS-Schule', 'Realschule'];

/**
 * 1 to 3 districts, 2 to 6 counties, 2 to 5 types, 1 to 6 schools a place, 2 to 7 benefits (mostly few), one load
 * a world; in some worlds schools are tied, and numbers are so small that they leave little room.
 */
export function smallWorld(seed: number, versions = 1): World {
  const random = seeded(seed);
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const districts = ['051', '053', '055'].slice(0, between(1, 3));
  const counties = Array.from({ length: Math.max(districts.length, between(2, 6)) }, (_, at) => {
    const district = districts[at % districts.length]!;
    return `${district}${11 + Math.floor(at / districts.length)}`;
  });
  const types = TYPES.slice(0, between(2, 5));
  const benefits = BENEFITS.slice(0, 2 + Math.floor(random() ** 2 * 6));
  const density = [0.35, 0.6, 0.85][between(0, 2)]!;
  const many = [2, 4, 6][between(0, 2)]!;
  const spread = [0, 2, 6, 20][between(0, 3)]!;
  const reporting = [0.7, 0.9, 1][between(0, 2)]!;
  const tied = between(0, 2) === 0;
  const schools = counties.flatMap((county) =>
    types.flatMap((type) =>
      Array.from({ length: random() < 0.25 ? 0 : between(1, many) }, () => ({ county, type })),
    ),
  );
  const facts = schools.map(({ county, type }, at): SchoolFacts => ({
    school: String(900_001 + at),
    region: county as RegionKey,
    type,
    roll: 50 + 5 * between(0, 200),
    reporterGroup: tied && at % 5 < 2 ? `reporter ${Math.floor(at / 5)}` : null,
  }));
  const report = (school: string): StoredReport => reported(school, benefits, random, density, spread);
  let last = new Map<string, StoredReport>();
  const reports = Array.from({ length: versions }, (_, version) => {
    const now = new Map(last);
    // Some districts change much, others nothing; who was missing comes, who was there goes or counts again.
    const moving = districts.filter(() => random() < 0.7);
    for (const { school, region } of facts) {
      if (version === 0) {
        if (random() < reporting * 0.85) now.set(school, report(school));
      } else if (moving.some((district) => region.startsWith(district))) {
        if (!last.has(school) && random() < 0.5) now.set(school, report(school));
        else if (last.has(school) && random() < 0.08) now.delete(school);
        else if (last.has(school) && random() < 0.15)
          now.set(school, random() < 0.5 ? report(school) : recounted(last.get(school)!, random));
      }
    }
    last = now;
    return facts.flatMap(({ school }) => now.get(school) ?? []);
  });
  return { name: `seed ${seed}`, schools: facts, benefits, reports };
}

function reported(
  school: string,
  benefits: readonly string[],
  random: () => number,
  density: number,
  spread: number,
): StoredReport {
  const count = (): { pupils: number; consultations: number } => {
    const pupils = 5 + Math.floor(random() * (spread + 1));
    return { pupils, consultations: pupils + Math.floor(random() * (spread + 2)) };
  };
  const itemised = benefits.filter(() => random() < density);
  const rest = benefits.filter((code) => !itemised.includes(code));
  const cells = itemised.map((code) => ({ benefits: [code], ...count() }));
  if (rest.length > 1 && random() < 0.5)
    return { school, cells: [...cells, { benefits: rest, ...count() }], none: [], withheld: [] };
  const isWithheld = random() < 0.3;
  return { school, cells, none: isWithheld ? [] : rest, withheld: isWithheld ? rest : [] };
}

/** The same report with a few more in one cell. */
function recounted(report: StoredReport, random: () => number): StoredReport {
  const which = Math.floor(random() * report.cells.length);
  const more = 1 + Math.floor(random() * 3);
  const cells = report.cells.map((cell, at) =>
    at === which ? { ...cell, pupils: cell.pupils + more, consultations: cell.consultations + more } : cell,
  );
  return { ...report, cells };
}
