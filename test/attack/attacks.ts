/** Every attacker let loose on a scene; each is given what it may hold, and the judge compares with the truth. */
import { knowsCauses } from './causes.ts';
import { contributors, type SchoolNumber } from './contributors.ts';
import type { Effort, Interval, Solver } from './intervals.ts';
import {
  amountOf,
  judged,
  nameOf,
  nameOfSchool,
  valueIn,
  together,
  type Told,
  type Verdict,
} from './judge.ts';
import { outsider } from './outsider.ts';
import type { Place } from './published.ts';
import { releases } from './releases.ts';
import type { Scene } from './scene.ts';
import { changedNumbers, changeOf, hiddenNumbers, schoolNumbers } from './targets.ts';

type Attack = (scene: Scene, solver: Solver, effort?: Effort) => Verdict;

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
      ...changes.map((change, at) => ({
        ...told.changes[at]!,
        what: `change to ${nameOfSchool(known, change.school, change.version, change)}`,
        truth: changeOf(truth, change),
      })),
    ]);
  },
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
