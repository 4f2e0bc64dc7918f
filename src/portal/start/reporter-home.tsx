/** What a reporter has to do: each school with each open period, its last day, and how its report stands. */
import { useEffect, useState } from 'preact/hooks';
import { KanonProblem } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import type { Session } from '../frame/session.ts';
import { LinkButton } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import { nameOfSchool } from '../report/school-name.ts';
import de from '../words/de/start.ts';
import en from '../words/en/start.ts';

type Past = Schemas['PastRevisionBody'];

export interface Task {
  readonly school: string;
  readonly name: string;
  readonly period: Schemas['PeriodBody'];
  readonly last: Past | undefined;
}

const DAY = 86_400_000;
/** Whole days from today to the last one. */
const daysLeft = (closesOn: string): number => {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(closesOn) - today) / DAY);
};

export async function tasksOf({ schools, land }: Session): Promise<Task[]> {
  const { body } = await api.get('/v1/periods');
  const open = body.periods.filter(({ state }) => state === 'open');
  const each = schools.flatMap((school) => open.map((period) => ({ school, period })));
  return Promise.all(
    each.map(async ({ school, period }) => ({
      school,
      period,
      name: await nameOfSchool(school, land),
      last: await lastOf(school, period.key),
    })),
  );
}

/** The newest revision by number and time; undefined where nothing was reported. */
async function lastOf(school: string, period: string): Promise<Past | undefined> {
  try {
    const path = { school, period };
    const { body } = await api.get('/v1/schools/{school}/reports/{period}/history', {
      path,
      query: { limit: 1 },
    });
    return body.revisions[0];
  } catch (error) {
    if (error instanceof KanonProblem && error.status === 404) return undefined;
    throw error;
  }
}

export function ReporterHome({ session }: { readonly session: Session }) {
  const words = wordsOf({ de, en });
  const [tasks, setTasks] = useState<readonly Task[]>();
  const [told, setTold] = useState<Told>();
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  useEffect(() => {
    tasksOf(session).then(
      (found) => {
        setTasks(found);
        // What is needed without a connection is fetched behind it; where that fails, it is as it was.
        void import('../tally/ready.ts')
          .then(({ makeReady }) => makeReady(session))
          .then(setWaiting, () => undefined);
      },
      (error: unknown) => setTold(toldOf(error)),
    );
  }, [session.account]);
  return (
    <div class="wrap">
      <div class="head">
        <div class="txt">
          <h1>{words.hello}</h1>
          <p class="sub">{words.helloText}</p>
        </div>
      </div>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {tasks?.length === 0 && (
        <Notice kind="info" title={session.schools.length === 0 ? words.noSchool : words.noPeriod} />
      )}
      <ul class="tasks" aria-busy={!tasks && !told}>
        {tasks?.map((task) => (
          <TaskCard
            key={`${task.school} ${task.period.key}`}
            task={task}
            isWaiting={waiting.includes(`${task.school} ${task.period.key}`)}
          />
        ))}
      </ul>
      <p>
        <a href={PATHS.tally}>{words.tally}</a> · <a href={PATHS.offline}>{words.offline}</a>
      </p>
    </div>
  );
}

function TaskCard({
  task: { school, name, period, last },
  isWaiting,
}: {
  readonly task: Task;
  readonly isWaiting: boolean;
}) {
  const words = wordsOf({ de, en });
  const returned = last?.returned;
  const left = daysLeft(period.closesOn);
  const state = returned ? words.returned : last ? words.reported(words.day(last.reportedAt)) : words.missing;
  const address = PATHS.report.replace(':school', school).replace(':period', period.key);
  return (
    <li class="card task">
      <div>
        <p class="eyebrow">{name}</p>
        <h2>{words.period(period.key)}</h2>
        <p class="chips">
          <span class={returned ? 'chip warn' : last ? 'chip ok' : 'chip off'}>{state}</span>
          <span class="chip">
            {words.until(words.day(period.closesOn))} · {words.left(left)}
          </span>
        </p>
        {isWaiting && (
          <p class="chips">
            <span class="chip warn">{words.waiting}</span>
          </p>
        )}
        {returned && <p>{returned.text[language.value]}</p>}
      </div>
      <LinkButton href={address} kind={last && !returned && !isWaiting ? 'secondary' : 'primary'}>
        {isWaiting ? words.send : last && !returned ? words.change : words.report}
      </LinkButton>
    </li>
  );
}
