/** The first sign-in: with the one-time code of the letter somebody sets the own password, and is in. */
import { useEffect, useState } from 'preact/hooks';
import { KanonProblem } from '../../client/failures.ts';
import { activate } from '../api.ts';
import { handedCode } from '../frame/handed-code.ts';
import { wordsOf } from '../frame/language.ts';
import { go } from '../frame/router.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/sign-in.ts';
import en from '../words/en/sign-in.ts';
import { FormHead } from './form-head.tsx';

const SHORTEST = 8;

const isOfPassword = ({ pointer }: { readonly pointer?: string }): boolean => pointer === '/password';

export default function ActivatePage() {
  const words = wordsOf({ de, en });
  const [account, setAccount] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  // An account that was reset may have a second factor, which stays.
  const [needsFactor, setNeedsFactor] = useState(false);
  const [factorCode, setFactorCode] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  // What the service says of the password stands at its field, not over the form.
  const [weak, setWeak] = useState('');
  useEffect(() => {
    if (handedCode.value === '') return;
    setCode(handedCode.value);
    handedCode.value = '';
  }, [handedCode.value]);
  useEffect(() => {
    if (needsFactor) document.getElementById('code')?.focus();
  }, [needsFactor]);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (account === '' || code === '' || password.length < SHORTEST || isBusy) return;
    if (needsFactor && factorCode === '') return;
    setBusy(true);
    setTold(undefined);
    setWeak('');
    try {
      const isLinking = new URLSearchParams(location.search).has('verbinden');
      await activate(account, code, password, factorCode, isLinking);
      go('/', true);
    } catch (error) {
      if (error instanceof KanonProblem && error.code === 'second-factor-needed') {
        setNeedsFactor(true);
        setTried(false);
      } else if (error instanceof KanonProblem && error.findings.some(isOfPassword)) {
        setWeak(toldOf(error).details.slice(1).join(' '));
      } else setTold(toldOf(error));
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
        <FormHead told={told} account={account} onAccount={setAccount} fault={faultOf(account)} />
        <Field id="one-time" label={words.oneTime} value={code} onInput={setCode} fault={faultOf(code)} />
        <Field
          id="password"
          label={words.newPassword}
          help={words.newPasswordHelp}
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="new-password"
          fault={isTried && password.length < SHORTEST ? words.tooShort : weak || undefined}
        />
        {needsFactor && (
          <>
            <Notice kind="info" title={words.second} urgent />
            <Field
              id="code"
              label={words.code}
              help={words.codeHelp}
              value={factorCode}
              onInput={setFactorCode}
              autocomplete="one-time-code"
              fault={faultOf(factorCode)}
            />
          </>
        )}
        <Button type="submit" busy={isBusy}>
          {words.activateSubmit}
        </Button>
      </form>
    </div>
  );
}
