/** The screen of a coordination: which schools of the county have reported, which are missing, which got theirs back. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import type { SignedProps } from '../frame/page.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import { saveFile } from '../parts/save-file.ts';
import de from '../words/de/completeness.ts';
import en from '../words/en/completeness.ts';

type School = Schemas['SchoolStatusBody'];
type Status = School['status'];

const STATUSES: readonly Status[] = ['missing', 'returned', 'reported'];
const ADDRESS = '/v1/regions/{region}/completeness/{period}/schools';

export default function CompletenessPage({ session }: SignedProps) {
  const words = wordsOf({ de, en });
  const region = session.region ?? session.land;
  const [periods, setPeriods] = useState<readonly string[]>();
  const [period, setPeriod] = useState('');
  const [schools, setSchools] = useState<readonly School[]>();
  const [shown, setShown] = useState<Status | 'all'>('all');
  const [said, setSaid] = useState('');
  const [told, setTold] = useState<Told>();
  const failed = (error: unknown): void => setTold(toldOf(error));

  useEffect(() => {
    api.get('/v1/periods').then(({ body }) => {
      const known = body.periods.filter(({ state }) => state !== 'upcoming').map(({ key }) => key);
      setPeriods(known);
      setPeriod(known[0] ?? '');
    }, failed);
  }, []);
  const load = (): void => {
    if (period === '') return;
    setTold(undefined);
    api.get(ADDRESS, { path: { region, period } }).then(({ body }) => setSchools(body.schools), failed);
  };
  useEffect(load, [period]);

  const giveBack = (school: School, reason: string): void => {
    const path = { region, period, school: school.school };
    api
      .post('/v1/regions/{region}/reports/{period}/{school}/return', {
        path,
        body: { reason: reason as Schemas['ReturnBody']['reason'] },
      })
      .then(() => {
        setSaid(words.givenBack(school.name));
        load();
      }, failed);
  };
  const remind = (): void => {
    api
      .text(ADDRESS, { path: { region, period }, query: { format: 'csv-de', status: 'missing' } })
      .then(({ body }) => saveFile(`kanon-${region}-${period}.csv`, `\uFEFF${body}`, 'text/csv'), failed);
  };
  const listed = schools?.filter(({ status }) => shown === 'all' || status === shown) ?? [];
  const reported = schools?.filter(({ status }) => status === 'reported').length ?? 0;
  return (
    <div class="wrap">
      <div class="head">
        <div class="txt">
          <h1>{words.title}</h1>
          <p class="sub">{words.sub}</p>
        </div>
        <label class="pick">
          {words.period}
          <select value={period} onChange={(event) => setPeriod(event.currentTarget.value)}>
            {periods?.map((key) => (
              <option key={key} value={key}>
                {words.periodName(key)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {periods?.length === 0 && <Notice kind="info" title={words.noPeriod} />}
      <p role="status">{said}</p>
      {schools && (
        <section class="card pad stack">
          <h2>{words.headline(reported, schools.length)}</h2>
          <progress
            max={Math.max(1, schools.length)}
            value={reported}
            aria-label={words.headline(reported, schools.length)}
          />
          <fieldset class="filter">
            <legend>{words.filter}</legend>
            {(['all', ...STATUSES] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="status" checked={shown === one} onChange={() => setShown(one)} />
                {one === 'all' ? words.all : words.status[one]} (
                {one === 'all' ? schools.length : schools.filter(({ status }) => status === one).length})
              </label>
            ))}
          </fieldset>
          {listed.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <div class="scroll" role="region" aria-label={words.title} tabIndex={0}>
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">{words.school}</th>
                    <th scope="col">{words.state}</th>
                    <th scope="col">{words.since}</th>
                    <th scope="col">{words.act}</th>
                  </tr>
                </thead>
                <tbody>
                  {listed.map((school) => (
                    <Row
                      key={school.school}
                      school={school}
                      onGiveBack={(reason) => giveBack(school, reason)}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <p>
            <Button kind="secondary" onClick={remind}>
              {words.reminder}
            </Button>
          </p>
        </section>
      )}
    </div>
  );
}

const CHIPS: Readonly<Record<Status, string>> = {
  reported: 'chip ok',
  missing: 'chip off',
  returned: 'chip warn',
};

function Row({
  school,
  onGiveBack,
}: {
  readonly school: School;
  readonly onGiveBack: (reason: string) => void;
}) {
  const words = wordsOf({ de, en });
  const [reason, setReason] = useState('SCHOOL_ASKED');
  const { name, status, reportedAt, returnReason, participation } = school;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span class={CHIPS[status]}>{words.status[status]}</span>
        {returnReason !== null && <small> {words.reasons[returnReason]}</small>}
        {participation === 'VACANT' && <small> {words.vacant}</small>}
      </td>
      <td>{reportedAt === null ? '–' : words.moment(reportedAt)}</td>
      <td>
        {status === 'reported' && (
          <details>
            <summary>{words.giveBack}</summary>
            <label class="pick">
              {words.reason}
              <select value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
                {Object.entries(words.reasons).map(([code, text]) => (
                  <option key={code} value={code}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
            <Button kind="secondary" onClick={() => onGiveBack(reason)}>
              {words.giveBack}
            </Button>
          </details>
        )}
      </td>
    </tr>
  );
}
