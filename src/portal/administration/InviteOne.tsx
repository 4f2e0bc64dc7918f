/** Inviting one person of any role. A privileged one is asked for, and made when a second person agrees. */
import { useState } from 'preact/hooks';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { type Role, ROLES } from '../frame/roles.ts';
import type { Acting } from '../parts/acting.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { FRAME } from '../words/frame.ts';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';
import type { OneTimeCode } from './Code.tsx';
import { keysIn, scopeOf } from './scope.ts';

const EMPTY = { name: '', office: '', region: '', schools: '', mailbox: '', samePersonAs: '' };
type Typed = typeof EMPTY;

export function InviteOne({
  acting,
  onCode,
}: {
  readonly acting: Acting;
  readonly onCode: (code: OneTimeCode | undefined) => void;
}) {
  const words = wordsOf({ de, en });
  const roles = wordsOf(FRAME).role;
  const [role, setRole] = useState<Role>('coordinator');
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const scope = scopeOf(role);
  const invite = async (): Promise<string> => {
    const { name, office, region, schools, mailbox, samePersonAs } = typed;
    const { body } = await api.post('/v1/accounts', {
      body: {
        name: name.trim(),
        role,
        office: office.trim(),
        ...(scope === 'region' && { region: region.trim() }),
        ...(scope === 'schools' && { schools: keysIn(schools) }),
        ...(mailbox.trim() !== '' && { mailbox: mailbox.trim() }),
        ...(samePersonAs.trim() !== '' && { samePersonAs: samePersonAs.trim() }),
      },
    });
    setTyped(EMPTY);
    if (!('code' in body)) {
      onCode(undefined);
      return words.asked;
    }
    onCode({ account: body.account.name, code: body.code, endsAt: body.codeEndsAt });
    return words.invited(body.account.name);
  };
  const field = (name: keyof Typed) => (
    <Field
      id={`one-${name}`}
      label={words.fields[name]}
      help={words.helps[name]}
      value={typed[name]}
      onInput={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <section class="card pad" aria-labelledby="invite-one">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          acting.act(invite);
        }}
      >
        <h2 id="invite-one">{words.inviteOne}</h2>
        <p>{words.inviteOneWhat}</p>
        <label class="pick">
          {words.role}
          <select value={role} onChange={({ currentTarget: { value } }) => setRole(value as Role)}>
            {ROLES.map((name) => (
              <option key={name} value={name}>
                {roles[name]}
              </option>
            ))}
          </select>
        </label>
        <div class="three">
          {field('name')}
          {field('office')}
          {scope !== 'none' && field(scope)}
          {field('mailbox')}
          {field('samePersonAs')}
        </div>
        <p>
          <Button type="submit" busy={acting.isBusy}>
            {words.inviteNow}
          </Button>
        </p>
      </form>
    </section>
  );
}
