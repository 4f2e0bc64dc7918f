/** What a provider has to do: all its schools in one list, with what stands for each and the way to its report. */
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import type { Session } from '../frame/session.ts';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import { TableCard } from '../parts/table.tsx';
import de from '../words/de/provider.ts';
import en from '../words/en/provider.ts';
import { type Task, tasksOf } from './reporter-home.tsx';

/** Schools that are asked about at once, so that a long list is no burst. */
const AT_ONCE = 5;

const STATES = ['missing', 'returned', 'reported'] as const;
type State = (typeof STATES)[number];

const stateOf = ({ last }: Task): State =>
  last === undefined ? 'missing' : last.returned ? 'returned' : 'reported';

const CHIPS: Readonly<Record<State, string>> = {
  missing: 'chip off',
  returned: 'chip warn',
  reported: 'chip ok',
};

export default function ProviderHome({ session }: { readonly session: Session }) {
  const words = wordsOf({ de, en });
  const [tasks, setTasks] = useState<readonly Task[]>([]);
  const [isThere, setThere] = useState(false);
  const [told, setTold] = useState<Told>();
  const [shown, setShown] = useState<State | 'all'>('all');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    const isLeft = (): boolean => leaving.signal.aborted;
    const fetching = async (): Promise<void> => {
      for (let at = 0; at < session.schools.length && !isLeft(); at += AT_ONCE) {
        const more = await tasksOf({ ...session, schools: session.schools.slice(at, at + AT_ONCE) });
        if (!isLeft()) setTasks((before) => [...before, ...more]);
      }
      if (!isLeft()) setThere(true);
    };
    setTasks([]);
    fetching().catch((error: unknown) => setTold(toldOf(error)));
    return () => {
      leaving.abort();
    };
  }, [session.account]);
  const text = wanted.trim().toLowerCase();
  const found = tasks.filter(({ school, name }) =>
    [school, name].some((part) => part.toLowerCase().includes(text)),
  );
  const listed = found.filter((task) => shown === 'all' || stateOf(task) === shown);
  const reported = tasks.filter((task) => stateOf(task) === 'reported').length;
  return (
    <div class="wrap accounts">
      <div class="head">
        <div class="txt">
          <h1>{isThere ? words.headline(reported, tasks.length) : words.waiting}</h1>
          <p class="sub">{words.sub}</p>
        </div>
      </div>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {isThere && tasks.length === 0 && <Notice kind="info" title={words.nothing} />}
      {tasks.length > 0 && (
        <TableCard
          title={words.schools}
          heads={[words.school, words.period, words.state, words.toDo]}
          above={
            <>
              <label class="pick">
                {words.search}
                <input
                  type="search"
                  value={wanted}
                  onInput={({ currentTarget }) => setWanted(currentTarget.value)}
                />
              </label>
              <fieldset class="filter">
                <legend>{words.filter}</legend>
                {(['all', ...STATES] as const).map((one) => (
                  <label key={one}>
                    <input type="radio" name="state" checked={shown === one} onChange={() => setShown(one)} />
                    {words.states[one]} (
                    {one === 'all' ? found.length : found.filter((task) => stateOf(task) === one).length})
                  </label>
                ))}
              </fieldset>
              {listed.length === 0 && <p>{words.none}</p>}
            </>
          }
        >
          {listed.map((task) => (
            <Row key={`${task.school} ${task.period.key}`} task={task} />
          ))}
        </TableCard>
      )}
    </div>
  );
}

function Row({ task }: { readonly task: Task }) {
  const words = wordsOf({ de, en });
  const { school, name, period, last } = task;
  const state = stateOf(task);
  const address = PATHS.report.replace(':school', school).replace(':period', period.key);
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{school}</small>
      </th>
      <td>
        {words.periodName(period.key)}
        <small>{words.until(period.closesOn)}</small>
      </td>
      <td>
        <span class={CHIPS[state]}>{words.states[state]}</span>
        {last && <small>{words.day(last.reportedAt)}</small>}
      </td>
      <td>
        <a href={address} aria-label={`${words.acts[state]}: ${name}`}>
          {words.acts[state]}
        </a>
      </td>
    </tr>
  );
}
