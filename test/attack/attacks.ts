/** Every attacker let loose on a scene; each is given what it may hold, and the judge compares with the truth. */
import { knowsCauses } from './causes.ts';
import { contributors, type SchoolNumber } from './contributors.ts';
import { USUAL, type Effort, type Interval, type Solver } from './intervals.ts';
import {
  amountOf,
  givenIn,
  nameOfRow,
  judged,
  nameOf,
  nameOfSchool,
  valueIn,
  together,
  type Told,
  type Verdict,
} from './judge.ts';
import { coordinator, viewOf } from './coordinator.ts';
import { marksThatTell, smallRows } from './small-rows.ts';
import { reporter } from './reporter.ts';
import { outsider } from './outsider.ts';
import type { Place } from './published.ts';
import { releases } from './releases.ts';
import type { Scene } from './scene.ts';
import {
  changedNumbers,
  changeOf,
  hiddenNumbers,
  ownOf,
  reportersAmongFew,
  schoolNumbers,
  sensitiveNumbers,
} from './targets.ts';

type Attack = (scene: Scene, solver: Solver, effort?: Effort) => Verdict;

/** So many coordinators of a scene attack. */
const COUNTIES = 2;

export const ATTACKS: Readonly<Record<string, Attack>> = {
  outsider: ({ known, truth }, solver, effort) => {
    const places = hiddenNumbers(known, truth);
    return judged(ofPlaces({ known, truth }, places, outsider(known, places, solver, effort)));
  },
  causes: ({ known, truth }, solver, effort) => {
    const places = hiddenNumbers(known, truth);
    return judged(ofPlaces({ known, truth }, places, knowsCauses(known, places, solver, effort)));
  },
  contributors: ({ known, truth }, solver, effort) =>
    together(
      known.versions.map((_, version) => {
        const numbers = schoolNumbers(known, truth, version);
        return judged(ofSchools({ known, truth }, numbers, contributors(known, numbers, solver, { effort })));
      }),
    ),
  releases: ({ known, truth }, solver, effort) => {
    const [places, changes] = [hiddenNumbers(known, truth), changedNumbers(known, truth)];
    const told = releases(known, { places, changes }, solver, { effort });
    return judged([
      ...ofPlaces({ known, truth }, places, told.places),
      ...ofChanges({ known, truth }, changes, told.changes),
    ]);
  },
  reporter: ({ known, truth }, solver, effort) =>
    together(
      reportersAmongFew(known, truth, (effort ?? USUAL).reporters).map((school) => {
        const own = ownOf(truth, school);
        const isOwn = (one: SchoolNumber): boolean => own.some((version) => version.has(one.school));
        const ownIn = (place: Place): number =>
          givenIn(known, truth, place).reduce(
            (sum, { school: giver, amount }) => sum + (own[place.version]!.has(giver) ? amount : 0),
            0,
          );
        const places = sensitiveNumbers(known, truth).filter(
          (place) => valueIn(known, truth, place) > ownIn(place),
        );
        const numbers = known.versions
          .flatMap((_, version) => schoolNumbers(known, truth, version, 4))
          .filter((one) => !isOwn(one));
        const changes = changedNumbers(known, truth).filter((one) => !isOwn(one));
        const told = reporter(known, own, { places, numbers, changes }, solver, effort);
        const [first, second] = [places.length, places.length + numbers.length];
        return judged(
          [
            ...ofPlaces({ known, truth }, places, told.slice(0, first)),
            ...ofSchools({ known, truth }, numbers, told.slice(first, second)),
            ...ofChanges({ known, truth }, changes, told.slice(second)),
          ].map((one) => ({ ...one, what: `to the reporter of ${school}: ${one.what}` })),
        );
      }),
    ),
  smallRows: ({ known, truth }, solver, effort) => {
    const { places, told } = smallRows(known, solver, effort);
    const marks = marksThatTell(known).map(({ version, row, why }) => ({
      ...{ verdict: 'narrow' as const, low: 1, high: 1, truth: 1 },
      what: `version ${version + 1}, ${nameOfRow(row)}, ${why}`,
    }));
    return judged([...marks, ...ofPlaces({ known, truth }, places, told)]);
  },
  coordinator: ({ known, truth }, solver, effort) =>
    together(
      [...new Set(known.register.map(({ region }) => region.slice(0, 5)))]
        .slice(0, COUNTIES)
        .map((county) => {
          const view = viewOf(known, county);
          const places = hiddenNumbers(view, truth);
          const changes = changedNumbers(view, truth).filter(({ school }) =>
            view.register.some((facts) => facts.school === school && facts.region.startsWith(county)),
          );
          const told = coordinator(view, { places, changes }, solver, effort);
          return judged([
            ...ofPlaces({ known: view, truth }, places, told.places),
            ...ofChanges({ known, truth }, changes, told.changes),
          ]);
        }),
    ),
};

type Facts = Pick<Scene, 'known' | 'truth'>;

function ofPlaces({ known, truth }: Facts, places: readonly Place[], told: readonly Interval[]): Told[] {
  return places.map((place, at) => ({
    ...told[at]!,
    what: nameOf(known, place),
    truth: valueIn(known, truth, place),
  }));
}

function ofSchools(
  { known, truth }: Facts,
  numbers: readonly SchoolNumber[],
  told: readonly Interval[],
): Told[] {
  return numbers.map((number, at) => ({
    ...told[at]!,
    what: nameOfSchool(known, number.school, number.version, number),
    truth: amountOf(truth.amounts[number.version]!.get(number.school), number),
  }));
}

function ofChanges(
  { known, truth }: Facts,
  changes: readonly SchoolNumber[],
  told: readonly Interval[],
): Told[] {
  return changes.map((change, at) => ({
    ...told[at]!,
    what: `change to ${nameOfSchool(known, change.school, change.version, change)}`,
    truth: changeOf(truth, change),
  }));
}
