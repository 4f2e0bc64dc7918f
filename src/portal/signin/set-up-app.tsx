/** Setting up an authenticator app: its secret as a picture and as text, and the first code as the sign that the app has it. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import { ToldNotice } from './told-notice.tsx';
import { Qr } from './qr.tsx';
import de from '../words/de/security.ts';
import en from '../words/en/security.ts';

interface SetUpAppProps {
  readonly onDone: (recoveryCodes: readonly string[]) => void;
  readonly onFault: (told: Told) => void;
}

export function SetUpApp({ onDone, onFault }: SetUpAppProps) {
  const words = wordsOf({ de, en });
  const [secret, setSecret] = useState<Schemas['TotpSecret']>();
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    api.post('/v1/factors/totp').then(
      ({ body }) => setSecret(body),
      (error: unknown) => onFault(toldOf(error)),
    );
  }, []);
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (code.trim() === '' || isBusy) return;
    setBusy(true);
    setTold(undefined);
    try {
      const { body } = await api.post('/v1/factors/totp/confirmation', {
        body: { code: code.replace(/\s/g, '') },
      });
      onDone(body.recoveryCodes);
    } catch (error) {
      setTold(toldOf(error));
      setBusy(false);
    }
  };
  if (!secret) return <p class="waiting">{words.waiting}</p>;
  return (
    <form
      class="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <h2>{words.appTitle}</h2>
      <ol class="steps">
        <li>{words.stepApp}</li>
        <li>
          {words.stepScan}
          <Qr text={secret.uri} name={words.qrName} />
          <details>
            <summary>{words.byHand}</summary>
            <p>{words.byHandText}</p>
            <code id="secret">{secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </details>
        </li>
        <li>{words.stepCode}</li>
      </ol>
      <ToldNotice told={told} />
      <Field
        id="app-code"
        label={words.appCode}
        value={code}
        onInput={setCode}
        numeric
        autocomplete="one-time-code"
        fault={isTried && code.trim() === '' ? words.empty : undefined}
      />
      <Button type="submit" busy={isBusy}>
        {words.confirm}
      </Button>
    </form>
  );
}
