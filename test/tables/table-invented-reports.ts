/** Real schools with invented reports: seeded, shaped like the counts of school social work. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { seeded } from '../../src/demo/simulation.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { Cell } from '../../src/rules/report.ts';
import type { SchoolFacts, StoredReport, TableInput } from '../../src/tables/table.ts';

const SCHOOLS_FILE = resolve(process.env.KANON_SHARED ?? '../shared', 'reference/nrw_schulen_2024-25.csv');

export const BENEFITS = [
  'AUSFLUG',
  'KLASSENFAHRT',
  'SCHULBEDARF',
  'BEFOERDERUNG',
  'LERNFOERDERUNG',
  'MITTAG',
  'TEILHABE',
];
const SHARES = [0.08, 0.17, 0.14, 0.05, 0.24, 0.22, 0.1];

interface SchoolLine {
  readonly schulnummer: string;
  readonly schulform: string;
  readonly ags: string;
  readonly schueler_gerundet5: string;
}

function realSchools(): SchoolFacts[] {
  const lines = parse<SchoolLine>(readFileSync(SCHOOLS_FILE, 'utf8'), { columns: true });
  return lines.map((line, at) => ({
    school: line.schulnummer,
    region: line.ags as RegionKey,
    type: line.schulform,
    roll: Number(line.schueler_gerundet5),
    reporterGroup: at % 4 < 2 ? `reporter ${Math.floor(at / 4)}` : null,
  }));
}

/**
 * share  of the schools that report
 * mean   consultations per school
 */
export function inventedReports(
  schools: readonly SchoolFacts[],
  seed: number,
  share = 0.9,
  mean = 22,
): StoredReport[] {
  const random = seeded(seed);
  return schools.flatMap(({ school }) => {
    const reports = random() < share;
    const total = negativeBinomial(random, mean, 1.3);
    const counts = split(random, total);
    return reports ? [stored(school, counts, random)] : [];
  });
}

export function inventedInput(seed: number, schools = realSchools(), share = 0.9, mean = 22): TableInput {
  return {
    schools,
    reports: inventedReports(schools, seed, share, mean),
    benefits: BENEFITS,
    policy: POLICY_1,
  };
}

/** Forty schools counted again, and got other numbers. */
export function corrected(reports: readonly StoredReport[], random: () => number): StoredReport[] {
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

function stored(school: string, consultations: readonly number[], random: () => number): StoredReport {
  const all = BENEFITS.map((benefit, at): Cell => {
    const count = consultations[at]!;
    let pupils = count > 0 ? 1 : 0;
    for (let next = 1; next < count; next++) if (random() < 0.6) pupils++;
    return { benefits: [benefit], pupils, consultations: count };
  });
  const cells = all.filter((cell) => cell.pupils >= POLICY_1.k);
  const small = all.filter((cell) => cell.pupils > 0 && cell.pupils < POLICY_1.k);
  const none = all.filter((cell) => cell.pupils === 0).flatMap((cell) => cell.benefits);
  const union = Math.max(
    ...small.map((cell) => cell.pupils),
    Math.floor(0.8 * sum(small.map((cell) => cell.pupils))),
  );
  const pools = small.length >= 3 && union >= POLICY_1.k;
  const names = small.flatMap((cell) => cell.benefits);
  if (pools)
    cells.push({
      benefits: names,
      pupils: union,
      consultations: sum(small.map((cell) => cell.consultations)),
    });
  return { school, cells, none, withheld: pools ? [] : names };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((before, one) => before + one, 0);

function split(random: () => number, total: number): number[] {
  const liking = SHARES.map((share) => share * (0.2 + 1.6 * random()));
  const counts = BENEFITS.map(() => 0);
  for (let one = 0; one < total; one++) {
    let left = random() * sum(liking);
    const at = liking.findIndex((share) => (left -= share) < 0);
    counts[at < 0 ? 0 : at]!++;
  }
  return counts;
}

/** A Poisson count whose mean is itself gamma distributed. */
function negativeBinomial(random: () => number, mean: number, shape: number): number {
  let gamma = 0;
  for (let at = 0; at < shape; at++) gamma -= Math.log(1 - random()) * Math.min(1, shape - at);
  const limit = Math.exp((-gamma * mean) / shape);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
