/** The tally as a file, out and in, under a passphrase of its own; and how long a browser keeps what it keeps. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Scheme } from '../../rules/scheme.ts';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { saveFile } from '../parts/save-file.ts';
import { isLongEnough } from '../report/passphrase.ts';
import de from '../words/de/tally.ts';
import en from '../words/en/tally.ts';
import { readTally, type Tally } from './tally.ts';
import { LARGEST_FILE, openedFile, sealedFile } from './tally-file.ts';

interface CarryProps {
  readonly tally: Tally;
  readonly scheme: Scheme;
  readonly school: string;
  readonly period: string;
  readonly onOpen: (tally: Tally) => void;
}

export function Carry({ tally, scheme, school, period, onOpen }: CarryProps) {
  const words = wordsOf({ de, en });
  const [passphrase, setPassphrase] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly text: string; readonly isFault: boolean }>();
  const [isLasting, setLasting] = useState(false);
  const chosen = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Asked where there is something to keep; a browser answers as it likes, and never asks twice for it.
    if (tally.strokes.length > 0) navigator.storage.persist().then(setLasting, () => setLasting(false));
  }, [tally.strokes.length > 0]);
  const whenLong = (deed: () => Promise<void>): void => {
    setTried(true);
    setSaid(undefined);
    if (!isLongEnough(passphrase)) return;
    setBusy(true);
    deed()
      .catch(() => setSaid({ text: words.failed, isFault: true }))
      .finally(() => setBusy(false));
  };
  const save = async (): Promise<void> => {
    const text = await sealedFile({ period, scheme: scheme.code, ...tally }, passphrase);
    saveFile(`strichliste-${school}-${period}.kanon`, text, 'application/json');
  };
  const open = async (file: File): Promise<void> => {
    const fault = (cause: keyof typeof words.file): void =>
      setSaid({ text: words.file[cause], isFault: true });
    if (file.size > LARGEST_FILE) return fault('too-large');
    const read = await openedFile(await file.text(), passphrase);
    if (typeof read === 'string') return fault(read);
    const found = readTally(read.content, scheme);
    if (!found || (read.content as { readonly period?: unknown }).period !== period) return fault('other');
    onOpen(found);
    setSaid({ text: words.replaced(found.strokes.length), isFault: false });
  };
  return (
    <details class="card pad carry">
      <summary>{words.carry}</summary>
      <p>{words.carryHelp}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) whenLong(save);
        }}
      >
        <Field
          id="file-passphrase"
          type="password"
          label={words.passphrase}
          help={words.passphraseHelp}
          value={passphrase}
          onInput={setPassphrase}
          autocomplete="off"
          fault={isTried && !isLongEnough(passphrase) ? words.tooShort : undefined}
        />
        <input
          ref={chosen}
          id="tally-file"
          class="unseen"
          type="file"
          tabIndex={-1}
          accept=".kanon,application/json"
          aria-label={words.open}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            const input = event.currentTarget;
            if (file) whenLong(() => open(file).finally(() => (input.value = '')));
          }}
        />
        <p class="buttons">
          <Button id="save-tally" type="submit" kind="secondary" busy={isBusy}>
            {words.save}
          </Button>
          <Button
            kind="secondary"
            busy={isBusy}
            onClick={() =>
              whenLong(() => {
                chosen.current?.click();
                return Promise.resolve();
              })
            }
          >
            {words.open}
          </Button>
        </p>
      </form>
      <p role="status" class={said?.isFault ? 'fault' : 'hint'}>
        {said?.text}
      </p>
      <p class="hint">{isLasting ? words.lasting : words.fleeting}</p>
    </details>
  );
}
