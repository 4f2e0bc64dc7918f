/** Working without a connection: what the page says then, opening by the passphrase, and switching it on beforehand. */
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import type { PageProps } from '../frame/page.ts';
import { PATHS } from '../frame/paths.ts';
import { isAway, session } from '../frame/session.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { offlineAccounts, openByPassphrase } from '../report/offline-key.ts';
import type { Vault } from '../report/vault.ts';
import de from '../words/de/offline.ts';
import en from '../words/en/offline.ts';
import { OfflineSwitch } from './OfflineSwitch.tsx';
import { OfflineWork } from './OfflineWork.tsx';

export default function OfflinePage(_: PageProps) {
  const words = wordsOf({ de, en });
  const who = session.value;
  if (isAway.value && typeof who !== 'object') return <Away />;
  return (
    <div class="wrap narrow">
      <h1>{words.title}</h1>
      <p class="sub">{words.explain}</p>
      {typeof who === 'object' && (who.role === 'reporter' || who.role === 'provider') ? (
        <OfflineSwitch session={who} />
      ) : (
        <>
          <p>{words.signInFirst}</p>
          <LinkButton href={`${PATHS.signIn}?nach=${PATHS.offline}`}>{words.signIn}</LinkButton>
        </>
      )}
    </div>
  );
}

function Away() {
  const words = wordsOf({ de, en });
  const [isOn, setOn] = useState<boolean>();
  const [vault, setVault] = useState<Vault>();
  useEffect(() => {
    offlineAccounts().then(
      (all) => setOn(all.length > 0),
      () => setOn(false),
    );
    // Whoever has opened something goes on with it, and the page is loaded when they want it.
    const again = (): void => location.reload();
    if (!vault) addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [vault]);
  if (vault) return <OfflineWork vault={vault} />;
  return (
    <div class="wrap narrow">
      <h1>{words.away}</h1>
      <p class="sub">{words.awayText}</p>
      <p class="buttons">
        <Button kind="secondary" onClick={() => location.reload()}>
          {words.again}
        </Button>
      </p>
      {isOn === true && <Unlock onOpen={setVault} />}
      {isOn === false && <p>{words.awayNever}</p>}
    </div>
  );
}

function Unlock({ onOpen }: { readonly onOpen: (vault: Vault) => void }) {
  const words = wordsOf({ de, en });
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    setWrong(false);
    const vault = await openByPassphrase(typed).finally(() => setBusy(false));
    if (vault) onOpen(vault);
    else setWrong(true);
  };
  return (
    <form
      class="card pad"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void open().catch(() => setWrong(true));
      }}
    >
      <h2>{words.openTitle}</h2>
      <Field
        id="passphrase"
        type="password"
        label={words.passphrase}
        help={words.passphraseHelp}
        value={typed}
        onInput={setTyped}
        fault={isWrong ? words.wrong : undefined}
      />
      <p role="status">{isBusy && words.opening}</p>
      {isWrong && <Notice kind="danger" title={words.wrong} urgent />}
      <Button type="submit" busy={isBusy}>
        {words.open}
      </Button>
    </form>
  );
}
