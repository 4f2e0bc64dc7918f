/** Administration, to read: what waits for a second person, accounts, periods, and the settings in force. */
import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import { FRAME } from '../words/frame.ts';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';

interface Read {
  readonly approvals: readonly Schemas['ApprovalBody'][];
  readonly accounts: readonly Schemas['AccountBody'][];
  readonly periods: readonly Schemas['PeriodBody'][];
  readonly settings: readonly Schemas['SettingBody'][];
}

/** Accounts of one answer; who looks for one of more has a field to search. */
const PAGE = 500;

async function read(): Promise<Read> {
  const [approvals, accounts, periods, settings] = await Promise.all([
    api.get('/v1/approvals'),
    api.get('/v1/accounts', { query: { limit: PAGE } }),
    api.get('/v1/periods'),
    api.get('/v1/settings'),
  ]);
  return { ...approvals.body, ...accounts.body, ...periods.body, ...settings.body };
}

export default function AdministrationPage() {
  const words = wordsOf({ de, en });
  const [found, setFound] = useState<Read>();
  const [told, setTold] = useState<Told>();
  useEffect(() => void read().then(setFound, (error: unknown) => setTold(toldOf(error))), []);
  return (
    <div class="wrap accounts">
      <div class="head">
        <div class="txt">
          <h1>{words.title}</h1>
          <p class="sub">{words.sub}</p>
        </div>
      </div>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {!found && !told && <p class="waiting">{words.waiting}</p>}
      {found && (
        <>
          <Approvals approvals={found.approvals} />
          <Accounts accounts={found.accounts} />
          <Table title={words.periods} heads={[words.period, words.days, words.state]}>
            {found.periods.map(({ key, opensOn, closesOn, state }) => (
              <tr key={key}>
                <th scope="row">{words.periodName(key)}</th>
                <td>{words.fromTo(opensOn, closesOn)}</td>
                <td>{words.standings[state] ?? state}</td>
              </tr>
            ))}
          </Table>
          <Table
            title={words.settings}
            hint={words.settingsHint}
            heads={[words.name, words.value, words.from]}
          >
            {found.settings.map(({ name, value, isSecret, from }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{isSecret ? words.secret : value === null ? words.absent : String(value)}</td>
                <td>{words.sources[from]}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </div>
  );
}

function Approvals({ approvals }: { readonly approvals: readonly Schemas['ApprovalBody'][] }) {
  const words = wordsOf({ de, en });
  const frame = wordsOf(FRAME);
  return (
    <Table
      title={words.approvals}
      hint={approvals.length === 0 ? words.noApproval : words.approvalsHint}
      heads={[words.what, words.role, words.until, words.state]}
    >
      {approvals.map(({ id, what, name, office, role, endsAt, state }) => (
        <tr key={id}>
          <th scope="row">
            {words.acts[what] ?? what}
            <small>{name ?? office}</small>
          </th>
          <td>{frame.role[role]}</td>
          <td>{words.moment(endsAt)}</td>
          <td>{words.answers[state] ?? state}</td>
        </tr>
      ))}
    </Table>
  );
}

function Accounts({ accounts }: { readonly accounts: readonly Schemas['AccountBody'][] }) {
  const words = wordsOf({ de, en });
  const frame = wordsOf(FRAME);
  const [wanted, setWanted] = useState('');
  const text = wanted.trim().toLowerCase();
  const listed = accounts.filter(({ name, office, role }) =>
    [name, office, frame.role[role]].some((one) => one.toLowerCase().includes(text)),
  );
  const shown = listed.slice(0, SHOWN);
  return (
    <Table
      title={words.accounts(accounts.length, accounts.length === PAGE)}
      heads={[words.account, words.role, words.state]}
      hint={listed.length > shown.length ? words.only(shown.length, listed.length) : undefined}
      above={
        <label class="pick">
          {words.search}
          <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
        </label>
      }
    >
      {shown.map(({ id, name, office, role, state }) => (
        <tr key={id}>
          <th scope="row">
            {name}
            <small>{office}</small>
          </th>
          <td>{frame.role[role]}</td>
          <td>{words.states[state]}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Rows that are drawn at once. */
const SHOWN = 20;

function Table({
  title,
  hint,
  heads,
  above,
  children,
}: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly heads: readonly string[];
  readonly above?: ComponentChildren;
  readonly children: readonly ComponentChildren[];
}) {
  return (
    <section class="card pad stack" aria-label={title}>
      <h2>{title}</h2>
      {above}
      {hint !== undefined && <p class="hint">{hint}</p>}
      {children.length > 0 && (
        <div class="scroll" role="region" aria-label={heads.join(', ')} tabIndex={0}>
          <table class="list">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
