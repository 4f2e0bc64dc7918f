/** Signing in with account and password; the second factor is asked for only where the account has one. */
import { useEffect, useState } from 'preact/hooks';
import { KanonProblem } from '../../client/failures.ts';
import { signIn, signInByPasskey } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { go } from '../frame/router.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { hasPasskeys, showPasskey, wasLeft } from './passkey.ts';
import de from '../words/de/sign-in.ts';
import en from '../words/en/sign-in.ts';

/** Only an address of this page: whoever sends a link must not lead elsewhere. */
const goal = (): string => {
  const asked = new URLSearchParams(location.search).get('nach') ?? '/';
  return /^\/[\w/-]*$/.test(asked) && !asked.startsWith('//') ? asked : '/';
};

export default function SignInPage() {
  const words = wordsOf({ de, en });
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();

  useEffect(() => {
    if (needsCode) document.getElementById('code')?.focus();
  }, [needsCode]);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (account === '' || password === '' || (needsCode && code === '') || isBusy) return;
    setBusy(true);
    setTold(undefined);
    try {
      await signIn(account, password, code);
      go(goal(), true);
    } catch (error) {
      if (error instanceof KanonProblem && error.code === 'second-factor-needed') {
        setNeedsCode(true);
        setTried(false);
      } else setTold(toldOf(error));
      setBusy(false);
    }
  };
  const byPasskey = async (): Promise<void> => {
    setTold(undefined);
    try {
      await signInByPasskey(await showPasskey());
      go(goal(), true);
    } catch (error) {
      setTold(wasLeft(error) ? { title: words.passkeyLeft, details: [] } : toldOf(error));
    }
  };
  const faultOf = (value: string) => (isTried && value === '' ? words.empty : undefined);
  return (
    <div class="wrap narrow">
      <h1>{words.title}</h1>
      <form
        class="card form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {told && (
          <Notice kind="danger" title={told.title} urgent>
            {told.details.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        )}
        <Field
          id="account"
          label={words.account}
          value={account}
          onInput={setAccount}
          autocomplete="username"
          fault={faultOf(account)}
        />
        <Field
          id="password"
          label={words.password}
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
          fault={faultOf(password)}
        />
        {needsCode && (
          <>
            <Notice kind="info" title={words.second} urgent />
            <Field
              id="code"
              label={words.code}
              help={words.codeHelp}
              value={code}
              onInput={setCode}
              autocomplete="one-time-code"
              fault={faultOf(code)}
            />
          </>
        )}
        <p class="buttons">
          <Button type="submit" busy={isBusy}>
            {words.submit}
          </Button>
          {hasPasskeys() && (
            <Button id="by-passkey" kind="secondary" onClick={() => void byPasskey()}>
              {words.byPasskey}
            </Button>
          )}
        </p>
        <p class="hint">{words.forgotten}</p>
      </form>
    </div>
  );
}
