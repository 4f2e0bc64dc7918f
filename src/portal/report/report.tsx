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
import { emptyEntry, type Entry, outcomeOf } from './entry.ts';
import { EntryScreen } from './entry-screen.tsx';
import { OneWindow } from './one-window.tsx';
import { Receipt } from './receipt.tsx';
import { Review } from './review.tsx';
import { nameOfSchool } from './school-name.ts';
import { arrived, standing, type Standing } from './sending.ts';

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
  | { readonly kind: 'review'; readonly report: Report }
  /** Without a report where somebody else's was found before this one was finished. */
  | { readonly kind: 'conflict'; readonly report: Report | undefined }
  | { readonly kind: 'receipt'; readonly receipt: Schemas['ReportAnswer'] };

/** Where to begin: with what waits, with what came in between, or with the numbers. */
function firstStep({ draft: { found }, standing: { etag }, entry, scheme, period }: Loaded): Step {
  if (!found) return { kind: 'entry' };
  const outcome = outcomeOf(entry, scheme, period.scheme, period.policy);
  const report = outcome.kind === 'ready' ? outcome.made.report : undefined;
  if (found.base !== undefined && found.base !== (etag ?? null)) return { kind: 'conflict', report };
  return found.isWaiting && report ? { kind: 'review', report } : { kind: 'entry' };
}

export default function ReportPage(props: SignedProps) {
  const { params, session } = props;
  return (
    <OneWindow name={`kanon.draft ${session.account} ${params['school']} ${params['period']}`}>
      <ReportForm {...props} />
    </OneWindow>
  );
}

function ReportForm({ params, session }: SignedProps) {
  const words = wordsOf({ de, en });
  const { school = '', period: key = '' } = params;
  const at = { school, period: key };
  const [loaded, setLoaded] = useState<Loaded>();
  const [told, setTold] = useState<Told>();
  const [step, setStep] = useState<Step>({ kind: 'entry' });
  const ground = useRef<HTMLDivElement>(null);
  const typed = useRef<Entry | undefined>(undefined);

  const stored = (receipt: Schemas['ReportAnswer'], { drop }: Draft): void => {
    void drop();
    setStep({ kind: 'receipt', receipt });
  };
  /** It may be one's own that arrived while its answer did not. */
  const conflict = (report: Report, draft: Draft): void => {
    arrived(at, report).then(
      (receipt) => (receipt ? stored(receipt, draft) : setStep({ kind: 'conflict', report })),
      () => setStep({ kind: 'conflict', report }),
    );
  };
  useEffect(() => {
    const load = async (): Promise<Loaded | Told> => {
      const [{ body }, name, stands, draft] = await Promise.all([
        api.get('/v1/periods'),
        nameOfSchool(school, session.land),
        standing(at),
        draftOf(session.account, at),
      ]);
      const period = body.periods.find((one) => one.key === key);
      const scheme = period && schemeOf(period.scheme);
      if (period?.state !== 'open' || !scheme) return { title: words.closed, details: [] };
      return {
        period,
        scheme,
        name,
        standing: stands,
        entry: draft.found?.entry ?? emptyEntry(scheme),
        draft,
      };
    };
    load().then(
      (done) => {
        if ('title' in done) return setTold(done);
        typed.current = done.entry;
        const begin = firstStep(done);
        setLoaded(done);
        // What waits may have arrived while its answer did not.
        if (begin.kind === 'conflict' && begin.report && done.draft.found?.isWaiting)
          conflict(begin.report, done.draft);
        else setStep(begin);
      },
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
        <Notice kind="danger" title={told.title} urgent isPage>
          {told.details.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
        <LinkButton href="/">{words.done}</LinkButton>
      </div>
    );
  if (!loaded) return <p class="wrap waiting" aria-busy="true" />;
  const { scheme, name, draft } = loaded;
  const keep = (entry: Entry, { etag } = loaded.standing, isWaiting = false): Promise<void> => {
    typed.current = entry;
    return draft.keep({ entry, base: etag ?? null, isWaiting });
  };
  const stands = (now: Standing): void => {
    setLoaded({ ...loaded, standing: now });
    // From now on it is known what it replaces.
    void keep(typed.current ?? loaded.entry, now).catch(() => undefined);
  };
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
          isKept={draft.isKept}
          keep={keep}
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
              onConflict={() => conflict(step.report, draft)}
              onStored={(receipt) => stored(receipt, draft)}
              onWait={() => keep(typed.current ?? loaded.entry, loaded.standing, true)}
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
                setStep(step.report ? { kind: 'review', report: step.report } : { kind: 'entry' });
              }}
            />
          )}
          {step.kind === 'receipt' && (
            <Receipt receipt={step.receipt} scheme={scheme} name={name} account={session.account} />
          )}
        </div>
      )}
    </div>
  );
}
