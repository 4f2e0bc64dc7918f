/** After the receipt: what becomes of the tally behind it. Nothing is wiped that nobody was asked about. */
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { openVault, type Vault } from '../report/vault.ts';
import de from '../words/de/tally.ts';
import en from '../words/en/tally.ts';
import { tallyName } from './place.ts';

export interface WipeProps {
  readonly account: string;
  readonly school: string;
  readonly period: string;
}

export function Wipe({ account, school, period }: WipeProps) {
  const words = wordsOf({ de, en });
  const name = tallyName(school, period);
  const [state, setState] = useState<'none' | 'asked' | 'wiped' | 'kept'>('none');
  const [vault, setVault] = useState<Vault>();
  useEffect(() => {
    openVault(account).then(
      async (opened) => {
        setVault(opened);
        if ((await opened.names(name)).includes(name)) setState('asked');
      },
      // Where nothing opens, nothing is wiped; the tally asks again on its own page.
      () => setState('none'),
    );
  }, []);
  if (state === 'wiped') return <Notice kind="success" title={words.wiped} urgent />;
  if (state !== 'asked' || !vault) return null;
  return (
    <div class="no-print">
      <Notice kind="info" title={words.wipeTitle} urgent>
        <p>{words.wipeText}</p>
        <p class="buttons">
          <Button
            id="wipe"
            kind="secondary"
            onClick={() => void vault.drop(name).then(() => setState('wiped'))}
          >
            {words.wipeYes}
          </Button>
          <Button kind="tertiary" onClick={() => setState('kept')}>
            {words.wipeKeep}
          </Button>
        </p>
      </Notice>
    </div>
  );
}
