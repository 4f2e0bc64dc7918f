/** What there is to report: each school with each open period. Kept on the device too, so that it is there without a connection. */
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import type { Session } from '../frame/session.ts';
import { nameOfSchool } from '../report/school-name.ts';
import { standing } from '../report/sending.ts';
import type { Vault } from '../report/vault.ts';

export interface Place {
  readonly school: string;
  readonly name: string;
  readonly period: Schemas['PeriodBody'];
  /** Whether nothing was reported when this was asked. */
  readonly isFirst?: boolean;
}

export async function placesOf({ schools, land }: Session): Promise<Place[]> {
  const { body } = await api.get('/v1/periods');
  const open = body.periods.filter(({ state }) => state === 'open');
  return Promise.all(
    schools.flatMap((school) =>
      open.map(async (period) => ({ school, period, name: await nameOfSchool(school, land) })),
    ),
  );
}

const SHELF = 'places';

/** What is on the shelf names schools and periods, and says where nothing was reported; no count. */
export async function keepPlaces(vault: Vault, session: Session): Promise<void> {
  const places = await placesOf(session);
  const asked = places.map(async (place) => {
    const { etag } = await standing({ school: place.school, period: place.period.key });
    return { ...place, isFirst: etag === undefined };
  });
  await vault.keep(SHELF, await Promise.all(asked));
}

export const keptPlaces = async (vault: Vault): Promise<readonly Place[]> =>
  (await vault.find<Place[]>(SHELF)) ?? [];

/** Name of the tally of a place in the vault. */
export const tallyName = (school: string, period: string): string => `tally ${school} ${period}`;
