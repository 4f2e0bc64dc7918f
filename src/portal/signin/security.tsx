/** What protects the own account besides its password. A role that works with a second factor is led here before anything else. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import type { SignedProps } from '../frame/page.ts';
import { refresh } from '../frame/session.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/security.ts';
import en from '../words/en/security.ts';
import { addPasskey, hasPasskeys, wasLeft } from './passkey.ts';
import { Reminders } from './Reminders.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpApp } from './set-up-app.tsx';
import { ToldNotice } from './told-notice.tsx';

/** An account that everybody who looks at the demo shares has nobody's telephone at it. */
export default function SecurityPage(props: SignedProps) {
  return props.session.isDemo ? <Shared /> : <Own {...props} />;
}

function Shared() {
  const words = wordsOf({ de, en });
  return (
    <div class="wrap narrow">
      <h1>{words.title}</h1>
      <p class="sub">{words.shared}</p>
      <LinkButton href="/">{words.toStart}</LinkButton>
    </div>
  );
}

function Own({ session }: SignedProps) {
  const words = wordsOf({ de, en });
  const [own, setOwn] = useState<Schemas['FactorList']>();
  const [isSettingUp, setSettingUp] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const [told, setTold] = useState<Told>();
  const failed = (error: unknown): void =>
    setTold(wasLeft(error) ? { title: words.left, details: [] } : toldOf(error));
  const load = (): void => void api.get('/v1/factors').then(({ body }) => setOwn(body), failed);
  useEffect(load, []);
  useEffect(() => {
    if (codes.length > 0) document.getElementById('codes-title')?.focus();
  }, [codes]);
  /** Codes are shown before the session opens the rest: whoever goes on has seen them. */
  const done = (fresh: readonly string[], sentence: string): void => {
    setSettingUp(false);
    setSaid(sentence);
    setCodes(fresh);
    if (fresh.length === 0) goOn();
    load();
  };
  const goOn = (): void => {
    setCodes([]);
    if (session.lacksFactor) refresh().catch(failed);
  };
  const act = (call: Promise<readonly string[]>, sentence: string): void => {
    setTold(undefined);
    call.then((fresh) => done(fresh, sentence), failed);
  };
  const remove = (call: Promise<unknown>): void => {
    setTold(undefined);
    setSaid('');
    call.then(() => {
      setSaid(words.removed);
      load();
    }, failed);
  };
  const newCodes = async () => (await api.post('/v1/factors/recovery-codes')).body.recoveryCodes;
  return (
    <div class="wrap narrow">
      <h1>{words.title}</h1>
      <p class="sub">{session.lacksFactor ? words.neededText : words.text}</p>
      <ToldNotice told={told} />
      {said !== '' && <Notice kind="success" title={said} urgent />}
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} onKept={goOn} />
      ) : isSettingUp ? (
        <SetUpApp
          onDone={(fresh) => done(fresh, words.appDone)}
          onFault={(fault) => {
            setSettingUp(false);
            setTold(fault);
          }}
        />
      ) : own === undefined ? (
        !told && <p class="waiting">{words.waiting}</p>
      ) : (
        <section class="card form" aria-labelledby="ways">
          <h2 id="ways">{words.ways}</h2>
          <ul class="ways">
            {own.totpSince === null ? (
              <li>{words.noApp}</li>
            ) : (
              <Way
                text={words.appSince(words.day(own.totpSince))}
                onRemove={() => remove(api.delete('/v1/factors/totp'))}
              />
            )}
            {own.passkeys.map(({ id, since }) => (
              <Way
                key={id}
                text={words.passkeySince(words.day(since))}
                onRemove={() =>
                  remove(api.delete('/v1/factors/passkeys/{passkey}', { path: { passkey: id } }))
                }
              />
            ))}
            {(own.totpSince !== null || own.passkeys.length > 0) && (
              <li>{words.codesLeft(own.recoveryCodes)}</li>
            )}
          </ul>
          <p class="buttons">
            <Button id="set-up-app" onClick={() => setSettingUp(true)}>
              {own.totpSince === null ? words.setUp : words.setUpAnother}
            </Button>
            {hasPasskeys() && (
              <Button id="add-passkey" kind="secondary" onClick={() => act(addPasskey(), words.passkeyDone)}>
                {words.addPasskey}
              </Button>
            )}
            {(own.totpSince !== null || own.passkeys.length > 0) && (
              <Button id="new-codes" kind="secondary" onClick={() => act(newCodes(), words.codesDone)}>
                {words.newCodes}
              </Button>
            )}
          </p>
        </section>
      )}
      {!session.lacksFactor && <Reminders />}
    </div>
  );
}

/** One factor, and the way to take it away; that the last one of a role stays is what the service says. */
function Way({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  const words = wordsOf({ de, en });
  return (
    <li>
      {text}{' '}
      <button type="button" class="plain-button" onClick={onRemove}>
        {words.remove}
        <span class="unseen">: {text}</span>
      </button>
    </li>
  );
}
