/** The accounts of a coordination's reporters: who has one, inviting more, and closing one. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/accounts.ts';
import en from '../words/en/accounts.ts';
import { allAccounts } from './all.ts';
import { CHIPS } from './chips.ts';
import { Invite } from './Invite.tsx';

type Account = Schemas['AccountBody'];
type State = Account['state'];

const STATES: readonly State[] = ['invited', 'active', 'closed'];

export default function AccountsPage() {
  const words = wordsOf({ de, en });
  const [accounts, setAccounts] = useState<readonly Account[]>();
  const [shown, setShown] = useState<State | 'all'>('all');
  const [wanted, setWanted] = useState('');
  const [told, setTold] = useState<Told>();
  const [said, setSaid] = useState('');
  const failed = (error: unknown): void => setTold(toldOf(error));
  const load = (): void => {
    allAccounts().then(setAccounts, failed);
  };
  useEffect(load, []);
  const close = (account: Account): void => {
    setTold(undefined);
    api.post('/v1/accounts/{account}/closing', { path: { account: account.id } }).then(() => {
      setSaid(words.closed(account.name));
      load();
    }, failed);
  };
  const found = accounts?.filter(({ name, office, schools }) =>
    [name, office, ...schools].some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase())),
  );
  const listed = found?.filter(({ state }) => shown === 'all' || state === shown) ?? [];
  return (
    <div class="wrap accounts">
      <div class="head">
        <div class="txt">
          <h1>{words.title}</h1>
          <p class="sub">{words.sub}</p>
        </div>
      </div>
      {told && (
        <Notice kind="danger" title={told.title} urgent>
          {told.details.map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
        </Notice>
      )}
      <p role="status">{said}</p>
      <Invite onInvited={load} />
      {found && (
        <section class="card pad stack" aria-labelledby="list">
          <h2 id="list">{words.count(found.length)}</h2>
          <label class="pick">
            {words.search}
            <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
          </label>
          <fieldset class="filter">
            <legend>{words.filter}</legend>
            {(['all', ...STATES] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="state" checked={shown === one} onChange={() => setShown(one)} />
                {one === 'all' ? words.all : words.states[one]} (
                {one === 'all' ? found.length : found.filter(({ state }) => state === one).length})
              </label>
            ))}
          </fieldset>
          {listed.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <div class="scroll" role="region" aria-label={words.table} tabIndex={0}>
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">{words.account}</th>
                    <th scope="col">{words.schools}</th>
                    <th scope="col">{words.state}</th>
                    <th scope="col">{words.close}</th>
                  </tr>
                </thead>
                <tbody>
                  {listed.map((account) => (
                    <Row key={account.id} account={account} onClose={() => close(account)} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
    </div>
  );
}

function Row({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const words = wordsOf({ de, en });
  const { name, office, schools, state, madeAt, activatedAt, closedAt } = account;
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{office}</small>
      </th>
      <td>{schools.join(', ')}</td>
      <td>
        <span class={CHIPS[state]}>{words.states[state]}</span>
        <small>{words.since(closedAt ?? activatedAt ?? madeAt)}</small>
      </td>
      <td>
        {state !== 'closed' && (
          <details>
            <summary aria-label={words.closeOf(name)}>{words.close}</summary>
            <p>{words.closeWhat}</p>
            <Button kind="secondary" onClick={onClose}>
              {words.closeNow(name)}
            </Button>
          </details>
        )}
      </td>
    </tr>
  );
}
