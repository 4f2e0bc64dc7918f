/** The seal of the log: that it only grew since the last visit, computed here, and whose signature stands below it. */
import { useEffect, useState } from 'preact/hooks';
import { formatCheckpoint } from '../../merkle/checkpoint.ts';
import { webChecking } from '../../verifier/web-crypto.ts';
import { api } from '../api.ts';
import { Button } from '../parts/button.tsx';
import type { LogWords } from '../words/de/log.ts';
import { checkVisit, readKey, type Visit } from './check.ts';
import { sealStore } from './kept.ts';

export function Seal({
  words,
  logKey,
  keep,
}: {
  readonly words: LogWords;
  readonly logKey: string | undefined;
  readonly keep: (line: string) => void;
}) {
  const [visit, setVisit] = useState<Visit | 'failed'>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setVisit(undefined);
    void look(logKey)
      .catch(() => 'failed' as const)
      .then((found) => {
        if (isCurrent) setVisit(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [logKey, round]);
  const isBad = typeof visit === 'object' && (visit.growth === 'bad' || visit.seal === 'bad');
  return (
    <section class={isBad ? 'card seal bad' : 'card seal'} aria-live="polite" aria-labelledby="seal-title">
      <h2 id="seal-title">{titleOf(visit, words)}</h2>
      {typeof visit === 'object' && (
        <>
          <p>
            {words.seal.size(visit.checkpoint.size)}.{' '}
            {visit.growth === 'good'
              ? words.seal.before(visit.before)
              : visit.growth === 'first'
                ? words.seal.firstText
                : words.seal.badText}
          </p>
          <p>
            {visit.seal === 'good'
              ? words.seal.signed
              : visit.seal === 'bad'
                ? words.proof.sealBad
                : words.seal.unsigned}
          </p>
        </>
      )}
      {typeof visit === 'object' && visit.seal === 'unknown' && <KeyField words={words} keep={keep} />}
      <Button kind="tertiary" onClick={() => setRound(round + 1)}>
        {words.seal.again}
      </Button>
    </section>
  );
}

function titleOf(visit: Visit | 'failed' | undefined, { seal, failed }: LogWords): string {
  if (visit === undefined) return seal.checking;
  if (visit === 'failed') return failed;
  if (visit.growth === 'bad' || visit.seal === 'bad') return seal.bad;
  return visit.growth === 'good' ? seal.good : seal.first;
}

/** A seal that does not fit is never kept: the old one is the evidence. */
async function look(logKey: string | undefined): Promise<Visit> {
  const { body } = await api.text('/v1/access-log/checkpoint');
  const key = logKey === undefined ? undefined : readKey(logKey, webChecking);
  const visit = await checkVisit(body, sealStore.read(), key, webChecking, async (from, to) => {
    const { body: answer } = await api.get('/v1/access-log/consistency', { query: { from, to } });
    return answer.proof;
  });
  if (visit.growth !== 'bad' && visit.seal !== 'bad') sealStore.write(formatCheckpoint(visit.checkpoint));
  return visit;
}

function KeyField({ words, keep }: { readonly words: LogWords; readonly keep: (line: string) => void }) {
  const [line, setLine] = useState('');
  const [isBad, setBad] = useState(false);
  return (
    <form
      class="key-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (readKey(line, webChecking)) keep(line.trim());
        else setBad(true);
      }}
    >
      <label>
        {words.seal.keyLabel}
        <input
          value={line}
          maxLength={1024}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="key-hint"
          aria-invalid={isBad}
          onInput={(event) => {
            setLine(event.currentTarget.value);
            setBad(false);
          }}
        />
      </label>
      <p id="key-hint" class="sub">
        {isBad ? words.seal.keyBad : words.seal.keyHint}
      </p>
      <Button kind="secondary" type="submit">
        {words.seal.keySave}
      </Button>
    </form>
  );
}
