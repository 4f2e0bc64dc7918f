/** Switching on, with a passphrase, that this device may be used without a connection; and off again. */
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import type { Session } from '../frame/session.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { offlineAccounts, switchOff, switchOn } from '../report/offline-key.ts';
import { isLongEnough } from '../report/passphrase.ts';
import { openVault } from '../report/vault.ts';
import de from '../words/de/offline.ts';
import en from '../words/en/offline.ts';
import { keepPlaces } from './place.ts';
import { keepPage } from './ready.ts';

export function OfflineSwitch({ session }: { readonly session: Session }) {
  const words = wordsOf({ de, en });
  const [isOn, setOn] = useState<boolean>();
  const [typed, setTyped] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isLasting, setLasting] = useState(false);
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    offlineAccounts().then(
      (all) => setOn(all.includes(session.account)),
      () => setOn(false),
    );
  }, []);
  const begin = async (): Promise<void> => {
    await keepPage();
    await keepPlaces(await openVault(session.account), session);
    await switchOn(session.account, typed);
    setLasting(await navigator.storage.persist());
    setOn(true);
    setTyped('');
    setRepeated('');
    setTried(false);
  };
  const submit = (): void => {
    setTried(true);
    setTold(undefined);
    if (isBusy || !isLongEnough(typed) || typed !== repeated) return;
    setBusy(true);
    begin()
      .catch((error: unknown) => setTold(toldOf(error)))
      .finally(() => setBusy(false));
  };
  if (isOn === undefined) return null;
  if (isOn)
    return (
      <>
        <Notice kind="success" title={words.isOn} urgent>
          <p>{words.isOnText}</p>
        </Notice>
        <h2>{words.install}</h2>
        <p>{words.installText}</p>
        <p class="hint">{isLasting ? words.lasting : words.fleeting}</p>
        <Button kind="secondary" onClick={() => void switchOff(session.account).then(() => setOn(false))}>
          {words.switchOff}
        </Button>
      </>
    );
  return (
    <form
      class="card pad"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {told && <Notice kind="danger" title={told.title} urgent />}
      <p>{words.sealed}</p>
      <Field
        id="passphrase"
        type="password"
        autocomplete="new-password"
        label={words.choose}
        help={words.chooseHelp}
        value={typed}
        onInput={setTyped}
        fault={isTried && !isLongEnough(typed) ? words.tooShort : undefined}
      />
      <Field
        id="repeated"
        type="password"
        autocomplete="new-password"
        label={words.repeat}
        value={repeated}
        onInput={setRepeated}
        fault={isTried && isLongEnough(typed) && typed !== repeated ? words.differs : undefined}
      />
      <Button type="submit" busy={isBusy}>
        {words.switchOn}
      </Button>
    </form>
  );
}
