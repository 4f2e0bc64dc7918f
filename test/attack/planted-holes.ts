/** One hole for each attacker: tables drawn up with it, that tell a school exactly to whoever looks as that attacker does. */
import { lateReports, partnersOf, rowOfThree, Draft, BENEFITS, COUNTIES } from './old-holes.ts';
import { drawnUp } from './planted.ts';
import type { Scene } from './scene.ts';
import type { World } from './worlds.ts';

export const HOLES: Readonly<Record<string, () => Scene>> = {
  /** Hidden is only what must be for its own sake. */
  outsider: () => drawnUp(partnersOf(5, [5, 5, 5]), (_, __, contributing) => contributing < 3),
  /** One of two hidden types is known to have three contributors. */
  causes: () =>
    drawnUp(partnersOf(5, [5, 5, 5]), ({ schoolType }) => ['PRIMUS-Schule', 'Realschule'].includes(schoolType)), // prettier-ignore
  /** Three schools with the least that there can be. */
  contributors: () => drawnUp(rowOfThree([5, 5, 5]), () => false),
  /** Counties are hidden when one more has come in each; their district is not. */
  releases: () =>
    drawnUp(
      lateReports([5, 5, 5]),
      ({ region }, { measure, at }, _, version) =>
        version === 1 && region.length === 5 && (measure === 'pupils' || at !== 2),
    ),
  /** Two hidden counties make a shown sum, and one reporter has all of one and a part of the other. */
  reporter: () =>
    drawnUp(twoSchoolsOfOneReporter(), ({ region, schoolType }) =>
      ['05111', '05112'].includes(region) && schoolType === '',
    ), // prettier-ignore
  /** A row of one school says what it has nothing of. */
  smallRows: () => drawnUp(partnersOf(5, [5, 5, 5]), (_, __, contributing) => contributing < 3),
  /** One school was returned, and the next version is without it. */
  coordinator: () => drawnUp(oneReturned(), () => false),
};

/** A school of its own type beside a type of which four reported: what passed the rules there is 19 or more. */
export const besideFour = (): Scene => {
  const draft = new Draft();
  for (const county of COUNTIES)
    for (let i = 0; i < 6; i++) draft.add(county, 'Grundschule', 400, 8 + i, 7 + i);
  draft.add('05111', 'PRIMUS-Schule', 200, 20, 5);
  for (const lunch of [5, 5, 9, 0]) draft.add('05112', 'Realschule', 300, 9, lunch);
  const world = {
    name: '5 beside four',
    schools: draft.schools,
    benefits: BENEFITS,
    reports: [draft.reports],
  };
  return drawnUp(world, ({ schoolType }) => ['PRIMUS-Schule', 'Realschule'].includes(schoolType));
};

function twoSchoolsOfOneReporter(): World {
  const draft = new Draft();
  draft.add('05111', 'Grundschule', 300, 9, 14, 'one hand');
  draft.add('05111', 'Grundschule', 300, 12, 15);
  draft.add('05112', 'Grundschule', 300, 11, 13, 'one hand');
  for (let i = 0; i < 4; i++) draft.add('05113', 'Grundschule', 300, 8 + i, 7 + i);
  return { name: 'two schools of one reporter', schools: draft.schools, benefits: BENEFITS, reports: [draft.reports] }; // prettier-ignore
}

/** Five schools in each of three counties; the first of them is returned. */
export function oneReturned(): World {
  const draft = new Draft();
  for (const county of COUNTIES)
    for (let i = 0; i < 5; i++) draft.add(county, 'Grundschule', 300, 8 + i, 7 + 2 * i);
  return { name: 'one school returned', schools: draft.schools, benefits: BENEFITS, reports: [draft.reports, draft.reports.slice(1)] }; // prettier-ignore
}
