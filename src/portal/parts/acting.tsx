/** One act at a time: what it brought, or why it was refused, and the question before it. */
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { toldOf, type Told } from './failure.ts';
import { Notice } from './notice.tsx';

export interface Acting {
  /** Does it, says what it returns, and looks again; a second one waits for nothing and is not done. */
  readonly act: (what: () => Promise<string>) => void;
  readonly isBusy: boolean;
  readonly told: Told | undefined;
  readonly said: string;
}

/** onDone  looks at what the act has changed */
export function useActing(onDone: () => void): Acting {
  const [told, setTold] = useState<Told>();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const act: Acting['act'] = (what) => {
    if (isBusy) return;
    setBusy(true);
    setTold(undefined);
    setSaid('');
    what()
      .then((done) => {
        setSaid(done);
        onDone();
      })
      .catch((error: unknown) => setTold(toldOf(error)))
      .finally(() => setBusy(false));
  };
  return { act, isBusy, told, said };
}

/** What came of it. */
export function Outcome({ acting: { told, said } }: { readonly acting: Acting }) {
  return (
    <>
      {told && (
        <Notice kind="danger" title={told.title} urgent>
          {told.details.map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
        </Notice>
      )}
      <p role="status">{said}</p>
    </>
  );
}

/** An act behind a click more: what it does stands beside the button that does it. */
export function Deed({
  label,
  name,
  what,
  now,
  acting,
  deed,
  children,
}: {
  readonly label: string;
  /** Said in place of the label to those who do not see what it stands beside. */
  readonly name?: string;
  readonly what: string;
  readonly now: string;
  readonly acting: Acting;
  readonly deed: () => Promise<string>;
  readonly children?: ComponentChildren;
}) {
  return (
    <details class="deed">
      <summary aria-label={name}>{label}</summary>
      <div class="stack">
        <p>{what}</p>
        {children}
        <p>
          <Button kind="secondary" busy={acting.isBusy} onClick={() => acting.act(deed)}>
            {now}
          </Button>
        </p>
      </div>
    </details>
  );
}
