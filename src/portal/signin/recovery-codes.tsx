/** Codes in place of a lost factor: shown once, to print or to copy, and gone from the page when it is left. */
import { useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import de from '../words/de/security.ts';
import en from '../words/en/security.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const words = wordsOf({ de, en });
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied);
    }
  };
  return (
    <section class="card form" aria-labelledby="codes-title">
      <h2 id="codes-title" tabIndex={-1}>
        {words.codesTitle}
      </h2>
      <p>{words.codesText}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="buttons no-print">
        <Button kind="secondary" onClick={() => print()}>
          {words.print}
        </Button>
        <Button kind="secondary" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button id="kept" onClick={onKept}>
          {words.kept}
        </Button>
      </p>
      <p role="status" class="hint no-print">
        {said}
      </p>
    </section>
  );
}
