/** Somebody else has reported meanwhile: both stands are kept, and a person decides. */
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import type { Scheme } from '../../rules/scheme.ts';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import { ReportTable } from './preview.tsx';
import { type Place, standing, type Standing } from './sending.ts';

interface ConflictProps {
  readonly at: Place;
  readonly scheme: Scheme;
  readonly onReplace: (now: Standing) => void;
  readonly onBack: (now: Standing) => void;
}

export function ConflictScreen({ at, scheme, onReplace, onBack }: ConflictProps) {
  const words = wordsOf({ de, en });
  const [now, setNow] = useState<Standing>();
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    standing(at).then(setNow, (error: unknown) => setTold(toldOf(error)));
  }, []);
  return (
    <div class="review">
      <h1 tabIndex={-1}>{words.conflictTitle}</h1>
      <p class="sub">{words.conflictText}</p>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {now?.body && (
        <section class="card pad">
          <h2>
            {words.conflictSee} {words.moment(now.body.reportedAt)}
          </h2>
          {now.body.stored && <ReportTable report={now.body.stored} scheme={scheme} />}
        </section>
      )}
      <p class="buttons">
        <Button busy={!now} onClick={() => now && onBack(now)}>
          {words.back}
        </Button>
        <Button kind="secondary" busy={!now} onClick={() => now && onReplace(now)}>
          {words.conflictReplace}
        </Button>
      </p>
    </div>
  );
}
