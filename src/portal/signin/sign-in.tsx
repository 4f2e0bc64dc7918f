/** Signing in with account and password; the second factor is asked for only where the account has one. */
import { useEffect, useState } from 'preact/hooks';
import { KanonProblem } from '../../client/failures.ts';
import { api, signIn, signInByPasskey } from '../api.ts';
import { addressAfter } from '../frame/after.ts';
import { wordsOf } from '../frame/language.ts';
import { go } from '../frame/router.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { hasPasskeys, showPasskey, wasLeft } from './passkey.ts';
import de from '../words/de/sign-in.ts';
import en from '../words/en/sign-in.ts';
import { FormHead } from './form-head.tsx';

const goal = (): string => addressAfter(new URLSearchParams(location.search).get('nach'), location);

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
        <FormHead told={told} account={account} onAccount={setAccount} fault={faultOf(account)} />
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
      <Issuers />
    </div>
  );
}

/** Identity services that the operator has named: a browser goes there, and comes back signed in. */
function Issuers() {
  const words = wordsOf({ de, en });
  const [issuers, setIssuers] = useState<readonly string[]>([]);
  useEffect(() => {
    api.get('/v1/sign-in/oidc').then(
      ({ body }) => setIssuers(body.issuers.map(({ id }) => id)),
      // Without them the form above is the way in.
      () => undefined,
    );
  }, []);
  if (issuers.length === 0) return null;
  return (
    <section class="card form" aria-labelledby="issuers">
      <h2 id="issuers">{words.elsewhere}</h2>
      <p class="buttons">
        {issuers.map((id) => (
          <LinkButton key={id} href={`/v1/sign-in/oidc/${encodeURIComponent(id)}`} kind="secondary">
            {words.issuer(id)}
          </LinkButton>
        ))}
      </p>
      <p class="hint">{words.elsewhereHint}</p>
    </section>
  );
}
