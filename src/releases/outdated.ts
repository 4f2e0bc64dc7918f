/** A request that nobody waits for any more: another process has served it, or it was asked for anew meanwhile. */
import { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import type { PeriodKey } from '../rules/period.ts';

/** Thrown inside an access, whose entry then says that nothing was done. */
export const outdated = (period: PeriodKey): Problem =>
  problems.conflict({
    what: {
      de: `Der Zeitraum ${period} wartet nicht mehr auf diese Anforderung.`,
      en: `The period ${period} does not wait for this request any more.`,
    },
  });

/** Undefined where it turned out to be outdated. */
export async function unlessOutdated<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.code === 'conflict') return undefined;
    throw error;
  }
}
