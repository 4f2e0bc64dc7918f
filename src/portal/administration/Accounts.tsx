/** All accounts: searched on the device, a page of rows at a time; one of them opens with what can be done to it. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { allAccounts } from '../accounts/all.ts';
import { CHIPS } from '../accounts/chips.ts';
import { Invite } from '../accounts/Invite.tsx';
import { wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { query } from '../frame/router.ts';
import { ROLES } from '../frame/roles.ts';
import { Outcome, useActing } from '../parts/acting.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { TableCard } from '../parts/table.tsx';
import { FRAME } from '../words/frame.ts';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';
import { Account } from './Account.tsx';
import { Code, type OneTimeCode } from './Code.tsx';
import { useFetched } from './fetched.ts';
import { InviteOne } from './InviteOne.tsx';

type One = Schemas['AccountBody'];

export function Accounts() {
  const words = wordsOf({ de, en });
  const [code, setCode] = useState<OneTimeCode>();
  const { found, failed, look } = useFetched(allAccounts);
  const acting = useActing(look);
  const asked = new URLSearchParams(query.value).get('konto');
  const one = found?.find(({ id }) => id === asked);
  return (
    <>
      {failed && <Notice kind="danger" title={failed.title} urgent />}
      {!found && !failed && <p class="waiting">{words.waiting}</p>}
      <Outcome acting={acting} />
      {code && <Code code={code} />}
      {one && <Account key={one.id} account={one} acting={acting} onCode={setCode} />}
      {found && !one && (
        <>
          <List accounts={found} />
          <InviteOne acting={acting} onCode={setCode} />
          <Invite onInvited={look} isListOnly />
        </>
      )}
    </>
  );
}

/** Rows that are drawn at once. */
const PAGE = 25;

function List({ accounts }: { readonly accounts: readonly One[] }) {
  const words = wordsOf({ de, en });
  const roles = wordsOf(FRAME).role;
  const [wanted, setWanted] = useState('');
  const [role, setRole] = useState('');
  const [state, setState] = useState('');
  const [page, setPage] = useState(0);
  const text = wanted.trim().toLowerCase();
  const listed = accounts.filter(
    (one) =>
      (role === '' || one.role === role) &&
      (state === '' || one.state === state) &&
      [one.name, one.office, one.region ?? '', ...one.schools].some((part) =>
        part.toLowerCase().includes(text),
      ),
  );
  const shown = listed.slice(page * PAGE, (page + 1) * PAGE);
  // Whatever narrows the list shows its beginning.
  const narrow = (act: () => void): void => {
    act();
    setPage(0);
  };
  return (
    <TableCard
      title={words.accounts(accounts.length)}
      heads={[words.account, words.role, words.scope, words.state]}
      above={
        <div class="three">
          <label class="pick">
            {words.search}
            <input
              type="search"
              value={wanted}
              onInput={({ currentTarget: { value } }) => narrow(() => setWanted(value))}
            />
          </label>
          <label class="pick">
            {words.role}
            <select value={role} onChange={({ currentTarget: { value } }) => narrow(() => setRole(value))}>
              <option value="">{words.all}</option>
              {ROLES.map((name) => (
                <option key={name} value={name}>
                  {roles[name]}
                </option>
              ))}
            </select>
          </label>
          <label class="pick">
            {words.state}
            <select value={state} onChange={({ currentTarget: { value } }) => narrow(() => setState(value))}>
              <option value="">{words.all}</option>
              {(['invited', 'active', 'closed'] as const).map((name) => (
                <option key={name} value={name}>
                  {words.states[name]}
                </option>
              ))}
            </select>
          </label>
        </div>
      }
      below={
        <div class="pages">
          <p role="status">
            {listed.length === 0
              ? words.nobody
              : words.only(page * PAGE + 1, page * PAGE + shown.length, listed.length)}
          </p>
          {page > 0 && (
            <Button kind="tertiary" onClick={() => setPage(page - 1)}>
              {words.before}
            </Button>
          )}
          {(page + 1) * PAGE < listed.length && (
            <Button kind="tertiary" onClick={() => setPage(page + 1)}>
              {words.after}
            </Button>
          )}
        </div>
      }
    >
      {shown.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <a href={`${PATHS.administration}?bereich=konten&konto=${one.id}`}>{one.name}</a>
            <small>{one.office}</small>
          </th>
          <td>{roles[one.role]}</td>
          <td>{one.region ?? one.schools.join(', ')}</td>
          <td>
            <span class={CHIPS[one.state]}>{words.states[one.state]}</span>
          </td>
        </tr>
      ))}
    </TableCard>
  );
}
