/** The first page of a benefit office: its bodies, what was granted, what will be stored of it, and sending it. */
import { useEffect, useState } from 'preact/hooks';
import { KanonProblem } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import type { BodyOutcome } from '../../rules/outcome.ts';
import { periodKey } from '../../rules/period.ts';
import { schemeId } from '../../rules/scheme.ts';
import { outcomeSchemeFor } from '../../rules/schemes/outcome-registry.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import type { Session } from '../frame/session.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import { saveFile } from '../parts/save-file.ts';
import de from '../words/de/outcomes.ts';
import en from '../words/en/outcomes.ts';
import { type BodyEntry, EMPTY_ENTRY, readBody } from './body-state.ts';
import { BodyCard } from './body-card.tsx';
import { StoredBody } from './stored.tsx';

const ADDRESS = '/v1/counties/{county}/outcomes/{period}';

type Period = Schemas['PeriodBody'];
interface Standing {
  readonly body: Schemas['StoredOutcomesBody'];
  readonly etag: string | undefined;
}

export default function OutcomesPage({ session }: { readonly session: Session }) {
  const words = wordsOf({ de, en });
  const [periods, setPeriods] = useState<readonly Period[]>();
  const [chosen, setChosen] = useState<string>();
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    api.get('/v1/periods').then(
      ({ body }) => setPeriods(body.periods.filter(({ state }) => state !== 'upcoming')),
      (error: unknown) => setTold(toldOf(error)),
    );
  }, []);
  const period = periods?.find(({ key }) => key === chosen) ?? periods?.[0];
  return (
    <div class="wrap stack">
      <h1>{words.title}</h1>
      <p class="sub">{words.sub}</p>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {periods?.length === 0 && <Notice kind="info" title={words.noPeriod} />}
      {periods !== undefined && period !== undefined && (
        <>
          <p class="field">
            <label class="kern-label" for="period">
              {words.period}
            </label>
            <select id="period" value={period.key} onChange={(event) => setChosen(event.currentTarget.value)}>
              {periods.map(({ key }) => (
                <option key={key} value={key}>
                  {words.periodName(key)}
                </option>
              ))}
            </select>
          </p>
          <Office key={period.key} county={session.region ?? ''} period={period} />
        </>
      )}
    </div>
  );
}

/** What stands, and behind it the entry; drawn anew for each period. */
function Office({ county, period }: { readonly county: string; readonly period: Period }) {
  const words = wordsOf({ de, en });
  const [standing, setStanding] = useState<Standing | 'none'>();
  const [told, setTold] = useState<Told>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    setStanding(undefined);
    api.get(ADDRESS, { path: { county, period: period.key } }).then(
      ({ body, etag }) => setStanding({ body, etag }),
      (error: unknown) => {
        if (error instanceof KanonProblem && error.status === 404) setStanding('none');
        else setTold(toldOf(error));
      },
    );
  }, [round]);
  if (told) return <Notice kind="danger" title={told.title} urgent />;
  if (standing === 'none') return <Notice kind="info" title={words.noBody} />;
  if (!standing) return null;
  return (
    <Entry
      key={round}
      at={{ county, period: period.key }}
      period={period}
      standing={standing}
      again={() => setRound(round + 1)}
    />
  );
}

interface EntryProps {
  readonly at: { readonly county: string; readonly period: string };
  readonly period: Period;
  readonly standing: Standing;
  readonly again: () => void;
}

function Entry({ at, period, standing, again }: EntryProps) {
  const words = wordsOf({ de, en });
  const scheme = outcomeSchemeFor(periodKey(at.period));
  const [entries, setEntries] = useState<Readonly<Record<string, BodyEntry>>>({});
  const [checked, setChecked] = useState<Schemas['OutcomesAnswer']>();
  const [isConfirmed, setConfirmed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  const [done, setDone] = useState<Schemas['OutcomesAnswer']>();
  if (!scheme) return null;
  const own = standing.body.bodies.flatMap(({ body }) => scheme.bodies.filter(({ code }) => code === body));
  const read = own.map((body) =>
    readBody(body.code, entries[body.code] ?? EMPTY_ENTRY, scheme, period.policy),
  );
  const bodies = read.flatMap((one): BodyOutcome[] => (one.kind === 'ready' ? [one.outcome] : []));
  const isReady = bodies.length === own.length;
  const change = (code: string, entry: BodyEntry): void => {
    setEntries({ ...entries, [code]: entry });
    setChecked(undefined);
    setConfirmed(false);
  };
  const put = async (dryRun: boolean): Promise<Schemas['OutcomesAnswer']> => {
    const { etag } = standing;
    const { body } = await api.put(ADDRESS, {
      path: at,
      query: dryRun ? { dryRun: 'true' } : {},
      header: {
        ...(etag === undefined ? { 'if-none-match': '*' } : { 'if-match': etag }),
        ...(!dryRun && checked?.confirm ? { 'kanon-confirm': checked.confirm } : {}),
      },
      body: {
        scheme: schemeId(scheme),
        policy: period.policy.number,
        bodies,
      },
    });
    return body;
  };
  const run = (dryRun: boolean, then: (answer: Schemas['OutcomesAnswer']) => void): void => {
    if (isBusy || !isReady) return;
    setBusy(true);
    setTold(undefined);
    put(dryRun)
      .then(then, (error: unknown) => {
        const isOther = error instanceof KanonProblem && (error.status === 412 || error.status === 428);
        setTold(isOther ? { title: words.conflict, details: [] } : toldOf(error));
        setChecked(undefined);
      })
      .finally(() => setBusy(false));
  };
  if (done)
    return (
      <section class="card pad stack" aria-labelledby="done">
        <h2 id="done" tabIndex={-1}>
          {words.done(words.periodName(at.period))}
        </h2>
        {done.stored.bodies.map((outcome) => (
          <div key={outcome.body}>
            <h3>{own.find(({ code }) => code === outcome.body)?.label[language.value]}</h3>
            <StoredBody outcome={outcome} scheme={scheme} />
          </div>
        ))}
        <p class="buttons">
          <Button
            onClick={() => saveFile(`kanon-${at.county}-${at.period}.jws`, done.receipt ?? '', 'text/plain')}
          >
            {words.receipt}
          </Button>
          <Button kind="secondary" onClick={again}>
            {words.again}
          </Button>
        </p>
      </section>
    );
  const questions = checked?.questions ?? [];
  const maySend = checked !== undefined && (questions.length === 0 || isConfirmed);
  return (
    <div class="stack">
      <Stands
        standing={standing}
        labelOf={(code) => own.find((one) => one.code === code)?.label[language.value] ?? code}
        period={at.period}
      />
      {own.map((body, i) => (
        <BodyCard
          key={body.code}
          body={body}
          scheme={scheme}
          entry={entries[body.code] ?? EMPTY_ENTRY}
          read={read[i]!}
          onChange={(entry) => change(body.code, entry)}
        />
      ))}
      <p class="hint">{words.notKept}</p>
      {told && (
        <Notice kind="danger" title={told.title} urgent>
          {told.details.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {questions.length > 0 && (
        <Notice kind="warning" title={words.confirmTitle} urgent>
          <ul>
            {questions.map(({ pointer, cause, reason }) => (
              <li key={`${pointer} ${cause}`}>{reason[language.value]}</li>
            ))}
          </ul>
          <label class="confirm">
            <input
              type="checkbox"
              checked={isConfirmed}
              onChange={(event) => setConfirmed(event.currentTarget.checked)}
            />
            {words.confirm}
          </label>
        </Notice>
      )}
      <p role="status" class="hint">
        {checked && words.checked}
      </p>
      <p class="buttons">
        {checked ? (
          <Button id="send" busy={!maySend || isBusy} onClick={() => run(false, setDone)}>
            {isBusy ? words.sending : words.send}
          </Button>
        ) : (
          <Button id="check" busy={!isReady || isBusy} onClick={() => run(true, setChecked)}>
            {words.check}
          </Button>
        )}
      </p>
    </div>
  );
}

/** What is stored already, and who may see it. */
function Stands({
  standing,
  labelOf,
  period,
}: {
  readonly standing: Standing;
  readonly labelOf: (code: string) => string;
  readonly period: string;
}) {
  const words = wordsOf({ de, en });
  const scheme = outcomeSchemeFor(periodKey(period));
  const there = standing.body.bodies.filter(({ reportedAt }) => reportedAt !== null);
  const [first] = there;
  if (!first || !scheme) return null;
  return (
    <Notice kind="info" title={words.standing(words.moment(first.reportedAt ?? ''))}>
      {there.some(({ stored }) => stored === null) && <p>{words.notShown}</p>}
      {there.some(({ stored }) => stored !== null) && (
        <details>
          <summary>{words.stored}</summary>
          {there.map(
            ({ body, stored }) =>
              stored && (
                <div key={body}>
                  <p>
                    <b>{labelOf(body)}</b>
                  </p>
                  <StoredBody outcome={stored} scheme={scheme} />
                </div>
              ),
          )}
        </details>
      )}
    </Notice>
  );
}
