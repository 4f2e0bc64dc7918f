/** The proof of a release checked in the browser, step by step, with what that does not cover. */
import { useState } from 'preact/hooks';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/release-proof.ts';
import en from '../words/en/release-proof.ts';
import type { ReleaseChecked } from './check.ts';

/** Findings that are shown; one is enough not to believe it. */
const SHOWN = 10;

export function Recheck({ release, jws }: { readonly release: string; readonly jws: string }) {
  const words = wordsOf({ de, en });
  const [checked, setChecked] = useState<ReleaseChecked | 'checking'>();
  const [told, setTold] = useState<Told>();
  const check = async (): Promise<void> => {
    if (checked === 'checking') return;
    setTold(undefined);
    setChecked('checking');
    try {
      const [{ checkRelease }, document, keys] = await Promise.all([
        import('./check.ts'),
        api.bytes('/v1/releases/{release}/document', {
          path: { release },
          header: { 'kanon-purpose': 'AUDIT' },
        }),
        api.get('/.well-known/jwks.json'),
      ]);
      setChecked(await checkRelease(document.body, jws, keys.body.keys));
    } catch (error) {
      setChecked(undefined);
      setTold(toldOf(error));
    }
  };
  return (
    <div class="stack" id={`check-${release}`}>
      <h3>{words.title}</h3>
      <p>{words.what}</p>
      {told && <Notice kind="danger" title={told.title} urgent />}
      <div aria-live="polite">
        {checked === 'checking' && <p>{words.checking}</p>}
        {typeof checked === 'object' && <Found checked={checked} />}
      </div>
      <p>
        <Button kind="secondary" busy={checked === 'checking'} onClick={() => void check()}>
          {words.check}
        </Button>
      </p>
    </div>
  );
}

function Found({ checked }: { readonly checked: ReleaseChecked }) {
  const words = wordsOf({ de, en });
  const { findings, places, hidden, tables, signature } = checked;
  const holds = findings.length === 0 && signature !== 'bad';
  return (
    <Notice kind={holds ? 'success' : 'danger'} title={holds ? words.holds : words.fails}>
      <ul>
        {findings.length === 0 ? (
          <>
            <li>{words.table(places)}</li>
            <li>{words.cells(hidden, tables)}</li>
          </>
        ) : (
          findings.slice(0, SHOWN).map(({ pointer, code, reason }) => (
            <li key={`${pointer} ${code}`}>
              {pointer}: {reason[language.value]}
            </li>
          ))
        )}
        <li>{words.signature[signature]}</li>
      </ul>
      <p>{words.not}</p>
      <ul>
        {words.notCovered.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
