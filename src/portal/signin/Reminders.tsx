/** Whether the own mailbox is reminded of periods; nothing where the account has none. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { toldOf, type Told } from '../parts/failure.ts';
import de from '../words/de/security.ts';
import en from '../words/en/security.ts';
import { ToldNotice } from './told-notice.tsx';

export function Reminders() {
  const words = wordsOf({ de, en });
  const [own, setOwn] = useState<Schemas['ReminderBody']>();
  const [told, setTold] = useState<Told>();
  const done = ({ body }: { readonly body: Schemas['ReminderBody'] }): void => setOwn(body);
  const failed = (error: unknown): void => setTold(toldOf(error));
  useEffect(() => void api.get('/v1/reminders').then(done, failed), []);
  if (!own?.hasMailbox) return <ToldNotice told={told} />;
  return (
    <section class="card form" aria-labelledby="reminders">
      <h2 id="reminders">{words.reminders}</h2>
      <ToldNotice told={told} />
      <label>
        <input
          type="checkbox"
          checked={own.wanted}
          onChange={(event) => {
            setTold(undefined);
            api.put('/v1/reminders', { body: { wanted: event.currentTarget.checked } }).then(done, failed);
          }}
        />{' '}
        {words.remindersWanted}
      </label>
      <p class="hint">{words.remindersHint}</p>
    </section>
  );
}
