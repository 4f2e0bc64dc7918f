/** Administration: one room after the other, each with its own address. */
import type { ComponentType } from 'preact';
import { wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { query } from '../frame/router.ts';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';
import { Accounts } from './Accounts.tsx';
import { Approvals } from './Approvals.tsx';
import { Imports } from './Imports.tsx';
import { Operation } from './Operation.tsx';
import { Periods } from './Periods.tsx';

type Room = 'antraege' | 'konten' | 'zeitraeume' | 'listen' | 'betrieb';

const ROOMS: Readonly<Record<Room, ComponentType>> = {
  antraege: Approvals,
  konten: Accounts,
  zeitraeume: Periods,
  listen: Imports,
  betrieb: Operation,
};

const roomIn = (search: string): Room => {
  const asked = new URLSearchParams(search).get('bereich') ?? '';
  return Object.hasOwn(ROOMS, asked) ? (asked as Room) : 'antraege';
};

export default function AdministrationPage() {
  const words = wordsOf({ de, en });
  const room = roomIn(query.value);
  const Shown = ROOMS[room];
  return (
    <div class="wrap accounts">
      <div class="head">
        <div class="txt">
          <h1>{words.title}</h1>
          <p class="sub">{words.sub}</p>
        </div>
      </div>
      <nav aria-label={words.rooms}>
        <ul class="chapters">
          {(Object.keys(ROOMS) as Room[]).map((one) => (
            <li key={one}>
              <a
                href={`${PATHS.administration}?bereich=${one}`}
                aria-current={one === room ? 'page' : undefined}
              >
                {words.room[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Shown key={room} />
    </div>
  );
}
