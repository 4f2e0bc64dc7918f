/** The report of one school and one period: from the numbers to the receipt. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import type { Report } from '../../rules/report.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { schemeOf } from '../../rules/schemes/registry.ts';
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import type { SignedProps } from '../frame/page.ts';
import { LinkButton } from '../parts/button.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import { ConflictScreen } from './conflict.tsx';
import { type Draft, draftOf } from './draft.ts';
import { emptyEntry, type Entry } from './entry.ts';
import { EntryScreen } from './entry-screen.tsx';
import { Receipt } from './receipt.tsx';
import { Review } from './review.tsx';
import { nameOfSchool } from './school-name.ts';
import { standing, type Standing } from './sending.ts';

/** What has to be known before anybody can type. */
interface Loaded {
  readonly period: Schemas['PeriodBody'];
  readonly scheme: Scheme;
  readonly name: string;
  readonly standing: Standing;
  readonly entry: Entry;
  readonly draft: Draft;
}

type Step =
  | { readonly kind: 'entry' }
  | { readonly kind: 'review' | 'conflict'; readonly report: Report }
  | { readonly kind: 'receipt'; readonly receipt: Schemas['ReportAnswer'] };

export default function ReportPage({ params, session }: SignedProps) {
  const words = wordsOf({ de, en });
  const { school = '', period: key = '' } = params;
  const at = { school, period: key };
  const [loaded, setLoaded] = useState<Loaded>();
  const [told, setTold] = useState<Told>();
  const [step, setStep] = useState<Step>({ kind: 'entry' });
  const ground = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const load = async (): Promise<Loaded | Told> => {
      const [{ body }, name, stands, draft] = await Promise.all([
        api.get('/v1/periods'),
        nameOfSchool(school, session.land),
        standing(at),
        draftOf({ account: session.account, ...at }),
      ]);
      const period = body.periods.find((one) => one.key === key);
      const scheme = period && schemeOf(period.scheme);
      if (period?.state !== 'open' || !scheme) return { title: words.closed, details: [] };
      return { period, scheme, name, standing: stands, entry: draft.entry ?? emptyEntry(scheme), draft };
    };
    load().then(
      (done) => ('title' in done ? setTold(done) : setLoaded(done)),
      (error: unknown) => setTold(toldOf(error)),
    );
  }, []);
  // A new step begins at its heading, for eyes and for screen readers.
  useEffect(() => {
    if (step.kind === 'entry') return;
    scrollTo(0, 0);
    ground.current?.querySelector<HTMLElement>('.review h1')?.focus();
  }, [step.kind]);

  if (told)
    return (
      <div class="wrap narrow">
        <Notice kind="danger" title={told.title} urgent>
          {told.details.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
        <LinkButton href="/">{words.done}</LinkButton>
      </div>
    );
  if (!loaded) return <p class="wrap waiting" aria-busy="true" />;
  const { scheme, name, draft } = loaded;
  const stands = (now: Standing): void => setLoaded({ ...loaded, standing: now });
  return (
    <div ref={ground}>
      {draft.hasLost && (
        <div class="wrap">
          <Notice kind="warning" title={words.lost} urgent>
            <p>{words.lostText}</p>
          </Notice>
        </div>
      )}
      <div hidden={step.kind !== 'entry'}>
        <EntryScreen
          {...loaded}
          keep={draft.keep}
          isShown={step.kind === 'entry'}
          onReview={(report) => setStep({ kind: 'review', report })}
        />
      </div>
      {step.kind !== 'entry' && (
        <div class="wrap">
          {step.kind === 'review' && (
            <Review
              at={at}
              report={step.report}
              scheme={scheme}
              etag={loaded.standing.etag}
              onBack={() => setStep({ kind: 'entry' })}
              onConflict={() => setStep({ kind: 'conflict', report: step.report })}
              onStored={(receipt) => {
                void draft.drop();
                setStep({ kind: 'receipt', receipt });
              }}
            />
          )}
          {step.kind === 'conflict' && (
            <ConflictScreen
              at={at}
              scheme={scheme}
              onBack={(now) => {
                stands(now);
                setStep({ kind: 'entry' });
              }}
              onReplace={(now) => {
                stands(now);
                setStep({ kind: 'review', report: step.report });
              }}
            />
          )}
          {step.kind === 'receipt' && <Receipt receipt={step.receipt} scheme={scheme} name={name} />}
        </div>
      )}
    </div>
  );
}
