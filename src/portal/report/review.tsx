/** Check your answers: what will be stored, what is unusual, and only then the button that sends. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import type { Report } from '../../rules/report.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { language, wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import { ReportTable } from './preview.tsx';
import { type Checked, Conflict, dryRun, isUnanswered, type Place, send, Stale } from './sending.ts';

interface ReviewProps {
  readonly at: Place;
  readonly report: Report;
  readonly scheme: Scheme;
  readonly etag: string | undefined;
  readonly onBack: () => void;
  readonly onConflict: () => void;
  readonly onStored: (receipt: Schemas['ReportAnswer']) => void;
  /** The service does not answer: it waits on this device till somebody looks at it again. */
  readonly onWait: () => Promise<void>;
}

export function Review({ at, report, scheme, etag, onBack, onConflict, onStored, onWait }: ReviewProps) {
  const words = wordsOf({ de, en });
  const [checked, setChecked] = useState<Checked>();
  const [isConfirmed, setConfirmed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  const [isWaiting, setWaiting] = useState(false);
  const failed = (error: unknown): void => {
    setBusy(false);
    if (error instanceof Conflict) onConflict();
    else if (isUnanswered(error))
      onWait().then(
        () => setWaiting(true),
        () => setTold(toldOf(error)),
      );
    else setTold(error instanceof Stale ? { title: words.stale, details: [] } : toldOf(error));
  };
  const check = (): void => {
    setTold(undefined);
    setChecked(undefined);
    dryRun(at, report, etag).then((found) => {
      setWaiting(false);
      setChecked(found);
    }, failed);
  };
  useEffect(() => {
    check();
    // Never sent by itself: it is checked anew, and a person sends it.
    addEventListener('online', check);
    return () => removeEventListener('online', check);
  }, []);
  const questions = checked?.questions ?? [];
  const maySend = checked !== undefined && !isWaiting && (questions.length === 0 || isConfirmed);
  const submit = (): void => {
    if (!maySend || isBusy) return;
    setBusy(true);
    setTold(undefined);
    send(at, report, etag, checked.confirm).then(onStored, (error: unknown) => {
      // A confirmation lasts ten minutes: whoever waited longer is asked again.
      setConfirmed(false);
      failed(error);
      if (!(error instanceof Conflict) && !isUnanswered(error))
        dryRun(at, report, etag).then(setChecked, () => undefined);
    });
  };
  return (
    <div class="review">
      <h1 tabIndex={-1}>{words.reviewTitle}</h1>
      <p class="sub">{words.reviewText}</p>
      {isWaiting && (
        <Notice kind="warning" title={words.waiting} urgent>
          <p>{words.waitingText}</p>
          <Button kind="secondary" onClick={check}>
            {words.waitingAgain}
          </Button>
        </Notice>
      )}
      {told && (
        <Notice kind="danger" title={told.title} urgent>
          {told.details.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <section class="card pad">
        <ReportTable report={report} scheme={scheme} />
      </section>
      {questions.length > 0 && (
        <Notice kind="warning" title={words.confirmTitle} urgent>
          <ul>
            {questions.map(({ pointer, cause, reason }) => (
              <li key={`${pointer} ${cause}`}>{reason[language.value]}</li>
            ))}
          </ul>
          <label class="confirm">
            <input
              type="checkbox"
              checked={isConfirmed}
              onChange={(event) => setConfirmed(event.currentTarget.checked)}
            />
            {words.confirmYes}
          </label>
        </Notice>
      )}
      <p class="buttons">
        <Button id="send" busy={!maySend || isBusy} onClick={submit}>
          {isBusy ? words.sending : etag === undefined ? words.send : words.sendCorrection}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {words.back}
        </Button>
      </p>
    </div>
  );
}
