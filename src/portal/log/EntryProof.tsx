/** One entry with its path in the tree, recomputed step by step in this browser. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { components } from '../../client/generated/api.ts';
import { toHex } from '../../merkle/text.ts';
import { webChecking } from '../../verifier/web-crypto.ts';
import { api } from '../api.ts';
import { Button } from '../parts/button.tsx';
import type { LogWords } from '../words/de/log.ts';
import { type Checked, checkEntry, readKey } from './check.ts';
import { type Names, sentenceOf } from './sentence.ts';

type Given = components['schemas']['EntryWithProof'];
type State =
  | { readonly is: 'none' | 'waiting' | 'failed' | 'soon' }
  | { readonly is: 'there'; readonly given: Given; readonly checked: Checked };

export function EntryProof({
  words,
  names,
  id,
  logKey,
}: {
  readonly words: LogWords;
  readonly names: Names;
  readonly id: string | undefined;
  /** One line, as the operator handed it out. */
  readonly logKey: string | undefined;
}) {
  const [state, setState] = useState<State>({ is: 'none' });
  const [round, setRound] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (id === undefined) return undefined;
    let isCurrent = true;
    setState({ is: 'waiting' });
    // On a small screen it stands below the list: who asked for it is led there.
    head.current?.focus();
    const look = async (): Promise<State> => {
      const { body } = await api.get('/v1/access-log/entries/{entry}', { path: { entry: id } });
      const key = logKey === undefined ? undefined : readKey(logKey, webChecking);
      const checked = await checkEntry(body, key, webChecking);
      return checked ? { is: 'there', given: body, checked } : { is: 'soon' };
    };
    void look()
      .catch((): State => ({ is: 'failed' }))
      .then((found) => {
        if (isCurrent) setState(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [id, logKey, round]);
  const again = (
    <Button kind="secondary" onClick={() => setRound(round + 1)}>
      {words.again}
    </Button>
  );
  return (
    <section class="card proof" aria-labelledby="proof-title">
      <h2 id="proof-title" ref={head} tabIndex={-1}>
        {words.proof.title}
      </h2>
      <div aria-live="polite">
        {state.is === 'none' && <p class="sub">{words.proof.choose}</p>}
        {state.is === 'waiting' && <p>{words.waiting}</p>}
        {state.is === 'failed' && <p>{words.failed}</p>}
        {state.is === 'soon' && <p>{words.proof.soon}</p>}
        {(state.is === 'failed' || state.is === 'soon') && again}
        {state.is === 'there' && (
          <Steps words={words} names={names} given={state.given} checked={state.checked} />
        )}
      </div>
    </section>
  );
}

const short = (hash: Uint8Array): string => `${toHex(hash).slice(0, 10)}…`;

function Steps({
  words,
  names,
  given: { entry },
  checked,
}: {
  readonly words: LogWords;
  readonly names: Names;
  readonly given: Given;
  readonly checked: Checked;
}) {
  const { content, leaf, index, checkpoint, steps, reaches, seal } = checked;
  const { proof } = words;
  const isPassed = content !== 'bad' && reaches && seal !== 'bad';
  return (
    <>
      <p class={isPassed ? 'verdict good' : 'verdict bad'}>{isPassed ? proof.passed : proof.failed}</p>
      {entry && <p>{sentenceOf(entry, names, words)}</p>}
      <ol class="proof-steps">
        <li class={content === 'bad' ? 'bad' : 'good'}>
          <h3>{content === 'good' ? proof.content : content === 'bad' ? proof.contentBad : proof.erased}</h3>
          <p>
            {proof.fingerprint} <code>{short(leaf)}</code>
          </p>
        </li>
        <li class={reaches ? 'good' : 'bad'}>
          <h3>{reaches ? proof.part : proof.partBad}</h3>
          <p>
            {proof.place(index, checkpoint.size)}. {proof.steps(steps.length)}
          </p>
          <ol class="path">
            {steps.map(({ left, right, own, result }) => (
              <li key={toHex(result)}>
                <code class={own === 'left' ? 'own' : ''}>{short(left)}</code>
                <span aria-hidden="true">+</span>
                <code class={own === 'right' ? 'own' : ''}>{short(right)}</code>
                <span class="vh">
                  {own === 'left' ? `${proof.own} + ${proof.beside}` : `${proof.beside} + ${proof.own}`}
                </span>
              </li>
            ))}
            <li>
              <code class="root">{short(steps.at(-1)?.result ?? leaf)}</code>
              <span aria-hidden="true">=</span>
              <span>{proof.root}</span>
            </li>
          </ol>
        </li>
        <li class={seal === 'bad' ? 'bad' : seal === 'good' ? 'good' : 'open'}>
          <h3>{seal === 'good' ? proof.seal : seal === 'bad' ? proof.sealBad : proof.sealUnknown}</h3>
          <p>{checkpoint.origin}</p>
        </li>
      </ol>
    </>
  );
}
