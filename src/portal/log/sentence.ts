/** An entry of the access log as a sentence: which office did what, where and what for. An account stays a number; its office and role are named. */
import type { components } from '../../client/generated/api.ts';
import type { LogWords } from '../words/de/log.ts';

export type Entry = components['schemas']['EntryBody'];

/** Names of regions by key. */
export type Names = ReadonlyMap<string, string>;

/** Who it was: the office with its role, the service, or nobody that is known. */
function whoDid({ office, role, system }: Entry, words: LogWords): string {
  if (office !== null) return role === null ? office : `${office} (${words.role[role] ?? role})`;
  return system !== null ? words.system : words.someone;
}

/** What it is about: region or its parts, school, period and purpose, as far as the entry names them. */
function about(entry: Entry, names: Names, words: LogWords): string {
  const { region, school, period, level, purpose } = entry;
  const place = region === null ? undefined : words.region(names.get(region) ?? region, region);
  const parts = level === null ? undefined : words.level[level];
  return [
    place !== undefined && parts !== undefined && level !== levelOf(region)
      ? words.parts(parts, place)
      : place,
    school === null ? undefined : words.school(school),
    period ?? undefined,
    purpose === null ? undefined : words.purposeIs(words.purpose[purpose] ?? purpose),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

const levelOf = (region: string | null): string | null =>
  region === null ? null : ({ 2: 'state', 3: 'district', 5: 'county' }[region.length] ?? null);

/** The whole sentence. withTime  false where the time stands beside it */
export function sentenceOf(entry: Entry, names: Names, words: LogWords, withTime = true): string {
  const [what, done, todo] = words.acts[entry.action] ?? words.unknownAct;
  const when = withTime ? words.at(words.time(entry.at)) : '';
  const where = about(entry, names, words);
  const rest = where === '' ? '' : `: ${where}`;
  const who = whoDid(entry, words);
  if (entry.decision === 'allowed') return words.did(who, when, what, done, rest);
  return words.wanted(who, when, what, todo, rest, entry.decision);
}
