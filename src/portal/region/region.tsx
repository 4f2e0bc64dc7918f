/** The page of figures: what the session and the public lists say is handed to the screen. */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { Beside } from '../concerns/Beside.tsx';
import { go, query } from '../frame/router.ts';
import type { Session } from '../frame/session.ts';
import de from '../words/de/region.ts';
import en from '../words/en/region.ts';
import { type Choice, readChoice, writeChoice } from './choice.ts';
import { type Lack, lackOf, releasedOf } from './load.ts';
import { Lacking } from './Notes.tsx';
import type { RegionPlace } from './props.ts';
import { RegionScreen } from './RegionScreen.tsx';

interface Lists {
  readonly places: readonly RegionPlace[];
  readonly periods: readonly string[];
}

const client = () => api;
const now = (): string => new Date().toISOString();

export default function RegionPage({ session }: { readonly session: Session }) {
  const words = wordsOf({ de, en });
  const [lists, setLists] = useState<Lists>();
  const [lack, setLack] = useState<Lack>();
  const load = () => {
    setLack(undefined);
    listsOf(session).then(setLists, (error: unknown) => {
      setLack(lackOf(error));
    });
  };
  useEffect(load, [session.account]);
  const home = lists?.places[0]?.key ?? session.region ?? session.land;
  const choice = readChoice(new URLSearchParams(query.value), home);
  const hrefOf = (choice: Choice): string => PATHS.region + writeChoice(choice, home);
  return (
    <div class="wrap">
      {lack !== undefined && <Lacking words={words} lack={lack} again={load} />}
      {lists && (
        <RegionScreen
          client={client()}
          role={session.role}
          places={lists.places}
          periods={lists.periods}
          choice={choice}
          hrefOf={hrefOf}
          go={(choice) => {
            go(hrefOf(choice));
          }}
          lang={language.value}
          words={words}
          now={now}
        />
      )}
      {lists?.periods[0] !== undefined && (
        <Beside region={choice.region} period={choice.period ?? lists.periods[0]} />
      )}
    </div>
  );
}

/** The regions that the role may look at, its own first, and the periods that have figures. */
async function listsOf({ role, land, region, schools }: Session): Promise<Lists> {
  const [regions, periods] = await Promise.all([
    api.get('/v1/regions', { query: { within: land } }),
    api.get('/v1/periods'),
  ]);
  const homes = region === undefined ? await countiesOf(land, schools) : [region];
  const all = regions.body.regions.filter(({ level }) => level !== 'municipality');
  const seen = all.filter(({ key }) => {
    if (role === 'state' || role === 'disclosure-officer') return true;
    if (role === 'district') return key === land || homes.some((home) => key.startsWith(home));
    return homes.some((home) => home.startsWith(key));
  });
  const rank = ({ key }: RegionPlace): number => (homes.includes(key) ? 0 : key.length);
  const places = seen.map(({ key, name }) => ({ key, name })).sort((one, other) => rank(one) - rank(other));
  return { places, periods: releasedOf(periods.body.periods) };
}

/** The counties of a reporter's schools; a school's number does not say where it lies. */
async function countiesOf(land: string, schools: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    schools.map(async (school) => {
      // The list is by number, so the page after the number before begins with it.
      const after = String(Number(school) - 1).padStart(6, '0');
      const { body } = await api.get('/v1/schools', { query: { region: land, after, limit: 1 } });
      return body.schools.find(({ number }) => number === school)?.region.slice(0, 5);
    }),
  );
  return [...new Set(found.filter((county) => county !== undefined))];
}
