/** Tables drawn up by hand from a world, with chosen numbers hidden and no engine: an attacker that finds nothing in them is blind. */
import type { EarlierRelease } from '../../src/tables/table.ts';
import { columnsOf, standsIn, type Amounts, type Column, type Row } from './published.ts';
import { amountsOf, sceneOf, type Scene } from './scene.ts';
import type { World } from './worlds.ts';

/** Whether a number is hidden; contributing: how many schools gave something to it. */
export type Hiding = (row: Omit<Row, 'consultations' | 'pupils'>, column: Column, contributing: number, version: number) => boolean; // prettier-ignore

/** State, districts, counties, and the types of each district, as they come. */
function placesOf(world: World): Pick<Row, 'region' | 'schoolType'>[] {
  const regions = [2, 3, 5].flatMap((digits) => [
    ...new Set(world.schools.map(({ region }) => region.slice(0, digits))),
  ]);
  const types = world.schools.map(({ region, type }) => JSON.stringify([region.slice(0, 3), type]));
  return [
    ...regions.map((region) => ({ region, schoolType: '' })),
    ...[...new Set(types)].map((text) => {
      const [region, schoolType] = JSON.parse(text) as [string, string];
      return { region, schoolType };
    }),
  ];
}

/** The versions of a world with just those numbers hidden. */
export function drawnUp(world: World, hides: Hiding): Scene {
  const { schools, benefits } = world;
  const history = world.reports.map((reports, version): EarlierRelease => {
    const given = new Map(reports.map((report) => [report.school, amountsOf(report, benefits)]));
    const rows = placesOf(world).map((place): Row => {
      const members = schools.filter((facts) => standsIn(facts, place));
      const reported = members.flatMap(({ school }) => given.get(school) ?? []);
      const row = { ...place, schoolsExpected: members.length, schoolsReported: reported.length };
      const numbers = (measure: Column['measure']): (number | null)[] =>
        columnsOf(benefits)
          .filter((column) => column.measure === measure)
          .map((column) => {
            const amounts = reported.map((one: Amounts) => one[measure][column.at]!);
            const contributing = amounts.filter((amount) => amount > 0).length;
            if (contributing > 0 && hides(row, column, contributing, version)) return null;
            return amounts.reduce((sum, amount) => sum + amount, 0);
          });
      return { ...row, consultations: numbers('consultations'), pupils: numbers('pupils') };
    });
    return { schools, reports, rows };
  });
  return sceneOf(world, history);
}
