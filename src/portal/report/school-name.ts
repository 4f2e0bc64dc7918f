/** The name of a school, which is public; its number where the list does not know it. */
import { api } from '../api.ts';

const known = new Map<string, Promise<string>>();

export function nameOfSchool(school: string, land: string): Promise<string> {
  const found = known.get(school) ?? ask(school, land).catch(() => school);
  known.set(school, found);
  return found;
}

/** The list goes by number: behind the number before it, it comes first. */
async function ask(school: string, land: string): Promise<string> {
  const after = String(Number(school) - 1).padStart(6, '0');
  const { body } = await api.get('/v1/schools', { query: { region: land, after, limit: 1 } });
  return body.schools.find(({ number }) => number === school)?.name ?? school;
}
