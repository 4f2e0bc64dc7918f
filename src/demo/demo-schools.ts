/** Invented schools in real counties, from a seed; their numbers begin with 9, as no real one's does. */
import type { School } from '../reference/reference.ts';
import type { RegionKey } from '../rules/region.ts';
import { schoolNumber } from '../rules/school.ts';

/** School types and how many of ten invented schools have them. */
const TYPES = [
  'Grundschule',
  'Grundschule',
  'Grundschule',
  'Grundschule',
  'Gesamtschule',
  'Gesamtschule',
  'Gymnasium',
  'Realschule',
  'Förderschule',
  'Berufskolleg',
] as const;

/** Five to nine invented schools a county. */
export function inventSchools(
  counties: readonly { key: RegionKey; name: string }[],
  rng: () => number,
): School[] {
  const schools: School[] = [];
  for (const { key, name } of counties) {
    const many = 5 + Math.floor(rng() * 5);
    for (let n = 1; n <= many; n += 1) {
      const type = TYPES[Math.floor(rng() * TYPES.length)] ?? 'Grundschule';
      schools.push({
        number: schoolNumber(String(900_000 + schools.length + 1)),
        name: `Erfundene ${type} ${n}, ${name}`,
        type,
        region: key,
        roll: 5 * Math.round(20 + rng() * 140),
        validFrom: '2020-08-01',
        validTo: null,
      });
    }
  }
  return schools;
}
