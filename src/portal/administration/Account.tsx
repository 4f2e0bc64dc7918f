/** One account, and what can be done to it. Of a privileged role each act but closing waits for a second person. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { CHIPS } from '../accounts/chips.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { type Acting, Deed } from '../parts/acting.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { FRAME } from '../words/frame.ts';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';
import type { OneTimeCode } from './Code.tsx';
import { keysIn, scopeOf } from './scope.ts';

type One = Schemas['AccountBody'];

interface AccountProps {
  readonly account: One;
  readonly acting: Acting;
  readonly onCode: (code: OneTimeCode | undefined) => void;
}

export function Account({ account, acting, onCode }: AccountProps) {
  const words = wordsOf({ de, en });
  const { name, office, role, state, region, schools, mailbox, from, to } = account;
  const path = { account: account.id };
  const reset = async (): Promise<string> => {
    const { body } = await api.post('/v1/accounts/{account}/reset', { path });
    const isDone = 'code' in body;
    onCode(isDone ? { account: name, code: body.code, endsAt: body.codeEndsAt } : undefined);
    return isDone ? words.resetDone(name) : words.asked;
  };
  const forget = async (): Promise<string> => {
    const { status } = await api.delete('/v1/accounts/{account}/factors', { path });
    return status === ASKED ? words.asked : words.forgotten(name);
  };
  const close = (): Promise<string> =>
    api.post('/v1/accounts/{account}/closing', { path }).then(() => words.closed(name));
  const deed = (what: 'reset' | 'forget' | 'close', doing: () => Promise<string>) => (
    <Deed
      label={words.deeds[what].label}
      what={words.deeds[what].what}
      now={words.deeds[what].now}
      acting={acting}
      deed={doing}
    />
  );
  return (
    <>
      <p>
        <a href={`${PATHS.administration}?bereich=konten`}>{words.back}</a>
      </p>
      <section class="card pad stack" aria-labelledby="account">
        <h2 id="account">{name}</h2>
        <p>
          <span class={CHIPS[state]}>{words.states[state]}</span>
        </p>
        <dl class="facts">
          <Fact name={words.role} value={wordsOf(FRAME).role[role]} />
          <Fact name={words.fields.office} value={office} />
          <Fact name={words.scope} value={region ?? schools.join(', ')} />
          <Fact name={words.fields.mailbox} value={mailbox ?? ''} />
          <Fact name={words.validity} value={words.span(from, to)} />
        </dl>
        {state !== 'closed' && (
          <>
            {deed('reset', reset)}
            {deed('forget', forget)}
            {deed('close', close)}
          </>
        )}
      </section>
      {state !== 'closed' && <Change account={account} acting={acting} />}
    </>
  );
}

/** Accepted, and waits for a second person. */
const ASKED = 202;

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) =>
  value === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );

function Change({ account, acting }: Omit<AccountProps, 'onCode'>) {
  const words = wordsOf({ de, en });
  const before = {
    office: account.office,
    region: account.region ?? '',
    schools: account.schools.join(' '),
    mailbox: account.mailbox ?? '',
    from: account.from ?? '',
    to: account.to ?? '',
  };
  const [typed, setTyped] = useState(before);
  const scope = scopeOf(account.role);
  const change = async (): Promise<string> => {
    const changed = (Object.keys(before) as (keyof typeof before)[]).filter(
      (name) => typed[name].trim() !== before[name],
    );
    if (changed.length === 0) return words.unchanged;
    const { status } = await api.put('/v1/accounts/{account}', {
      path: { account: account.id },
      body: Object.fromEntries(
        changed.map((name) => [name, name === 'schools' ? keysIn(typed.schools) : typed[name].trim()]),
      ),
    });
    return status === ASKED ? words.asked : words.changed(account.name);
  };
  const field = (name: keyof typeof before) => (
    <Field
      id={`change-${name}`}
      label={words.fields[name]}
      help={words.helps[name]}
      value={typed[name]}
      onInput={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <section class="card pad" aria-labelledby="change">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          acting.act(change);
        }}
      >
        <h2 id="change">{words.change}</h2>
        <p>{words.changeWhat}</p>
        <div class="three">
          {field('office')}
          {scope !== 'none' && field(scope)}
          {field('mailbox')}
          {field('from')}
          {field('to')}
        </div>
        <p>
          <Button type="submit" busy={acting.isBusy}>
            {words.changeNow}
          </Button>
        </p>
      </form>
    </section>
  );
}
