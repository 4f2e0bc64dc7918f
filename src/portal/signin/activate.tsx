/** The first sign-in: with the one-time code of the letter somebody sets the own password, and is in. */
import { useEffect, useState } from 'preact/hooks';
import { api, signIn } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { go } from '../frame/router.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/sign-in.ts';
import en from '../words/en/sign-in.ts';

const SHORTEST = 8;

export default function ActivatePage() {
  const words = wordsOf({ de, en });
  const [account, setAccount] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    // The letter's address ends in `#code`: it is in no request, and from here on in no address either.
    if (location.hash === '') return;
    setCode(decodeURIComponent(location.hash.slice(1, 64)));
    history.replaceState(null, '', location.pathname);
  }, []);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (account === '' || code === '' || password.length < SHORTEST || isBusy) return;
    setBusy(true);
    setTold(undefined);
    try {
      await api.post('/v1/activations', { body: { account, code, password } });
      // Its tokens are in the answer; a sign-in of its own keeps them in the cookie, where no script reads them.
      await signIn(account, password, '');
      go('/', true);
    } catch (error) {
      setTold(toldOf(error));
      setBusy(false);
    }
  };
  const faultOf = (value: string) => (isTried && value === '' ? words.empty : undefined);
  return (
    <div class="wrap narrow">
      <h1>{words.activateTitle}</h1>
      <p class="sub">{words.activateText}</p>
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
        <Field id="one-time" label={words.oneTime} value={code} onInput={setCode} fault={faultOf(code)} />
        <Field
          id="password"
          label={words.newPassword}
          help={words.newPasswordHelp}
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="new-password"
          fault={isTried && password.length < SHORTEST ? words.tooShort : undefined}
        />
        <Button type="submit" busy={isBusy}>
          {words.activateSubmit}
        </Button>
      </form>
    </div>
  );
}
