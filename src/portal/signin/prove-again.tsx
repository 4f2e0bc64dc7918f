/** Asks again who it is, before an act that much hangs on: a code, or a passkey. What was begun goes on after it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { KanonProblem } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import { proveAgain, signOut } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { proofAsked } from '../frame/proof.ts';
import { go } from '../frame/router.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import de from '../words/de/security.ts';
import en from '../words/en/security.ts';
import { hasPasskeys, showPasskey, wasLeft } from './passkey.ts';
import { ToldNotice } from './told-notice.tsx';

export default function ProveAgain() {
  const words = wordsOf({ de, en });
  const dialog = useRef<HTMLDialogElement>(null);
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  // An account without any factor can show none: it signs in again.
  const [hasNone, setHasNone] = useState(false);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const end = (isShown: boolean): void => proofAsked.value?.(isShown);
  const prove = async (shown: () => Promise<Schemas['ProofBody']>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setTold(undefined);
    try {
      await proveAgain(await shown());
      end(true);
    } catch (error) {
      if (wasLeft(error)) setTold({ title: words.left, details: [] });
      else if (error instanceof KanonProblem && error.status === 409) setHasNone(true);
      else setTold(toldOf(error));
      setBusy(false);
    }
  };
  const signInAgain = async (): Promise<void> => {
    const here = location.pathname;
    end(false);
    await signOut().catch(() => undefined);
    go(`${PATHS.signIn}?nach=${encodeURIComponent(here)}`);
  };
  return (
    <dialog
      ref={dialog}
      class="card prove"
      aria-labelledby="prove-title"
      onCancel={(event) => {
        event.preventDefault();
        end(false);
      }}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (code.trim() !== '') void prove(() => Promise.resolve({ code: code.trim() }));
        }}
      >
        <h2 id="prove-title">{words.proveTitle}</h2>
        <p>{hasNone ? words.proveNone : words.proveText}</p>
        <ToldNotice told={told} />
        {hasNone ? (
          <Button onClick={() => void signInAgain()}>{words.signInAgain}</Button>
        ) : (
          <>
            <Field
              id="prove-code"
              label={words.appCode}
              help={words.proveHelp}
              value={code}
              onInput={setCode}
              autocomplete="one-time-code"
              fault={isTried && code.trim() === '' ? words.empty : undefined}
            />
            <p class="buttons">
              <Button type="submit" busy={isBusy}>
                {words.proveSubmit}
              </Button>
              {hasPasskeys() && (
                <Button
                  kind="secondary"
                  onClick={() =>
                    void prove(async () => ({
                      passkey: await showPasskey('/v1/sessions/current/step-up/challenge'),
                    }))
                  }
                >
                  {words.byPasskey}
                </Button>
              )}
            </p>
          </>
        )}
        <Button kind="tertiary" onClick={() => end(false)}>
          {words.cancel}
        </Button>
      </form>
    </dialog>
  );
}
