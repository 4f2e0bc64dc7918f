/** Reservations: what speaks against the collection of a period, and the answers. Each role finds what it may do. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { CONCERN_CODES, CONCERNS, type Concern, responseText } from '../../rules/reservation.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import type { SignedProps } from '../frame/page.ts';
import type { Session } from '../frame/session.ts';
import { type Acting, Deed, Outcome, useActing } from '../parts/acting.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import { TableCard } from '../parts/table.tsx';
import de from '../words/de/concerns.ts';
import en from '../words/en/concerns.ts';
import { Respond } from './Respond.tsx';

type Reservation = Schemas['ReservationBody'];

const ALL = '/v1/regions/{region}/reservations/{period}';
const ONE = '/v1/regions/{region}/reservations/{period}/{code}';

export default function ConcernsPage({ session }: SignedProps) {
  const words = wordsOf({ de, en });
  const region = session.region ?? session.land;
  const [periods, setPeriods] = useState<readonly string[]>();
  const [period, setPeriod] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [all, setAll] = useState<readonly Reservation[]>();
  const [told, setTold] = useState<Told>();
  const failed = (error: unknown): void => setTold(toldOf(error));
  useEffect(() => {
    api.get('/v1/periods').then(({ body }) => {
      setPeriods(body.periods.map(({ key }) => key));
      setPeriod(body.periods[0]?.key ?? '');
    }, failed);
    api
      .get('/v1/regions', { query: { within: session.land } })
      .then(({ body }) => setNames(new Map(body.regions.map(({ key, name }) => [key, name]))), failed);
  }, []);
  const load = (): void => {
    if (period === '') return;
    setTold(undefined);
    api.get(ALL, { path: { region, period } }).then(({ body }) => setAll(body.reservations), failed);
  };
  useEffect(load, [period]);
  const acting = useActing(load);
  const nameOf = (key: string): string => (key === session.land ? words.land : (names.get(key) ?? key));
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
      <Outcome acting={acting} />
      {period !== '' && all && (
        <div class="stack">
          <Statement session={session} region={region} period={period} acting={acting} />
          <TableCard
            title={words.headline(all.length)}
            hint={all.length === 0 ? words.none : undefined}
            heads={[words.where, words.what, words.answer, words.act]}
          >
            {all.map((one) => (
              <tr key={`${one.region} ${one.code}`}>
                <th scope="row">{nameOf(one.region)}</th>
                <td>{CONCERNS[one.code][language.value]}</td>
                <td>
                  {one.answer === null ? words.open : responseText(one.answer, one.norm, language.value)}
                </td>
                <td>
                  <Acts one={one} session={session} period={period} acting={acting} />
                </td>
              </tr>
            ))}
          </TableCard>
        </div>
      )}
    </div>
  );
}

interface Common {
  readonly session: Session;
  readonly period: string;
  readonly acting: Acting;
}

/** For those who may state one: a coordination and the protection officer. */
function Statement({ session: { role }, region, period, acting }: Common & { readonly region: string }) {
  const words = wordsOf({ de, en });
  const [code, setCode] = useState<Concern>(CONCERN_CODES[0]!);
  if (role !== 'coordinator' && role !== 'protection-officer') return null;
  return (
    <section class="card pad">
      <Deed
        label={words.state}
        what={words.stateWhat[role]}
        now={words.state}
        acting={acting}
        deed={() => api.put(ONE, { path: { region, period, code } }).then(() => words.stated)}
      >
        <label class="pick">
          {words.choose}
          <select value={code} onChange={(event) => setCode(event.currentTarget.value as Concern)}>
            {CONCERN_CODES.map((one) => (
              <option key={one} value={one}>
                {CONCERNS[one][language.value]}
              </option>
            ))}
          </select>
        </label>
      </Deed>
    </section>
  );
}

/** Of one that nobody has answered: taking it back for whoever stated it, an answer for whoever gives it. */
function Acts({ one, session, period, acting }: Common & { readonly one: Reservation }) {
  const words = wordsOf({ de, en });
  const { role, land } = session;
  if (one.answer !== null) return null;
  const isOwn = role === 'coordinator' || role === 'protection-officer';
  if (isOwn && one.region === (session.region ?? land))
    return (
      <Deed
        label={words.withdraw}
        what={words.withdrawWhat}
        now={words.withdraw}
        acting={acting}
        deed={() =>
          api
            .delete(ONE, { path: { region: one.region, period, code: one.code } })
            .then(() => words.withdrawn)
        }
      />
    );
  if (role === 'state' || (role === 'district' && one.region !== land))
    return <Respond one={one} period={period} acting={acting} />;
  return null;
}
