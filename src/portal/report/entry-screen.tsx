/** The numbers on the left, what will be stored on the right, and at the foot how far one is. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import type { Report } from '../../rules/report.ts';
import { codesOf, type Scheme } from '../../rules/scheme.ts';
import { language, wordsOf } from '../frame/language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import {
  decisionsOf,
  type Entry,
  EMPTY_ROW,
  nothingEntry,
  type Outcome,
  outcomeOf,
  rowState,
  withRows,
} from './entry.ts';
import { Drop } from './drop.tsx';
import { OpenTable, ReportTable, Tally } from './preview.tsx';
import { Question } from './question.tsx';
import { fieldId, Rows } from './rows.tsx';
import type { Standing } from './sending.ts';
import { Why } from './why.tsx';

interface EntryScreenProps {
  readonly period: Schemas['PeriodBody'];
  readonly scheme: Scheme;
  readonly name: string;
  readonly standing: Standing;
  readonly entry: Entry;
  readonly isKept: boolean;
  readonly keep: (entry: Entry) => Promise<void>;
  readonly isShown: boolean;
  readonly onReview: (report: Report) => void;
}

export function EntryScreen({
  period,
  scheme,
  name,
  standing,
  entry: first,
  isKept: canKeep,
  keep,
  isShown,
  onReview,
}: EntryScreenProps) {
  const words = wordsOf({ de, en });
  const policy = period.policy;
  const [entry, setEntry] = useState(first);
  const [before, setBefore] = useState<Entry>();
  const [looked, setLooked] = useState<string>();
  const [isTried, setTried] = useState(false);
  const [isKept, setKept] = useState(canKeep);
  const foot = useRef<HTMLDivElement>(null);
  const outcome = outcomeOf(entry, scheme, period.scheme, policy);
  const decisions = outcome.kind === 'ready' ? decisionsOf(outcome.made) : new Map<string, never>();
  const change = (next: Entry, isLarge = false): void => {
    if (isLarge) setBefore(entry);
    setEntry(next);
    setTried(false);
    // A draft that cannot be kept is no reason to stop typing; the page says so.
    keep(next).then(
      () => setKept(true),
      () => setKept(false),
    );
  };
  const undo = (): void => {
    if (before) change(before);
    setBefore(undefined);
  };
  const finish = (): void => {
    if (outcome.kind === 'ready') onReview(outcome.made.report);
    else setTried(true);
  };
  useEffect(() => {
    if (isTried) foot.current?.querySelector<HTMLElement>('a')?.focus();
  }, [isTried]);
  const codes = codesOf(scheme);
  const done = codes.filter((code) =>
    ['none', 'small', 'alone'].includes(rowState(entry.rows[code] ?? EMPTY_ROW, policy).state),
  ).length;
  const title = words.title(words.period(period.key));
  return (
    <>
      <div class="wrap">
        <div class="head">
          <div class="txt">
            <p class="eyebrow">{name}</p>
            <h1>{title}</h1>
            <p class="sub">{words.sub}</p>
          </div>
          <p class="chips">
            <span class="chip">{words.until(words.day(period.closesOn))}</span>
          </p>
        </div>
        {standing.body && (
          <Notice kind="info" title={words.correction}>
            <p>{words.correctionText(words.moment(standing.body.reportedAt))}</p>
            {standing.body.stored && (
              <details>
                <summary>{words.storedNow}</summary>
                <ReportTable report={standing.body.stored} scheme={scheme} />
              </details>
            )}
          </Notice>
        )}
        <div class="entry">
          <div class="stack">
            <section class="card pad" aria-labelledby="numbers">
              <div class="card-head">
                <h2 id="numbers">{words.entry}</h2>
                <p class="hint">{words.keys}</p>
              </div>
              <p class="hint">{words.pupilsHelp}</p>
              <Rows
                scheme={scheme}
                policy={policy}
                entry={entry}
                decisions={decisions}
                onChange={change}
                onFocus={setLooked}
                onEnd={focusNext}
              />
              <p class="buttons">
                <Button kind="tertiary" onClick={() => change(nothingEntry(scheme), true)}>
                  {words.nothing}
                </Button>
                {before && (
                  <Button kind="tertiary" onClick={undo}>
                    {words.undo}
                  </Button>
                )}
              </p>
              <Drop
                scheme={scheme}
                policy={policy}
                onRows={(read) => change(withRows(entry, scheme, read), true)}
              />
            </section>
            <UnionPart entry={entry} scheme={scheme} outcome={outcome} onChange={change} />
            {isKept ? (
              <p class="hint">{words.kept}</p>
            ) : (
              <Notice kind="warning" title={words.notKept}>
                <p>{words.notKeptText}</p>
              </Notice>
            )}
            <div ref={foot}>
              {isTried && outcome.kind === 'open' && (
                <Notice kind="danger" title={words.notYet} urgent>
                  <p>{words.notYetText}</p>
                  <ul>
                    {[...outcome.missing, ...outcome.faults].map((code) => (
                      <li key={code}>
                        <a
                          href={`#${fieldId(code, 'pupils')}`}
                          onClick={(event) => {
                            event.preventDefault();
                            document.getElementById(fieldId(code, 'pupils'))?.focus();
                          }}
                        >
                          {scheme.benefits.find((one) => one.code === code)?.label[language.value]}
                        </a>
                      </li>
                    ))}
                  </ul>
                </Notice>
              )}
            </div>
          </div>
          <div class="stack aside">
            <section class="card preview" aria-labelledby="preview">
              <div class="card-head">
                <h2 id="preview">{words.preview}</h2>
                <span class="hint">{words.notSent}</span>
              </div>
              <div class="pad">
                {outcome.kind === 'ready' ? (
                  <ReportTable report={outcome.made.report} scheme={scheme} />
                ) : (
                  <OpenTable scheme={scheme} policy={policy} entry={entry} />
                )}
                <p class="hint" role="status">
                  {outcome.kind === 'open' ? words.open(codes.length - done) : words.ready}
                </p>
                {outcome.kind === 'ready' && <Tally decisions={decisions} />}
              </div>
            </section>
            <Why code={looked} scheme={scheme} policy={policy} entry={entry} outcome={outcome} />
          </div>
        </div>
      </div>
      <div class="footbar">
        <div class="wrap">
          <progress
            class="kern-progress"
            value={done}
            max={codes.length}
            aria-label={words.filled(done, codes.length)}
          />
          <span>{words.filled(done, codes.length)}</span>
          <Button id="check" busy={!isShown} onClick={finish}>
            {words.check}
          </Button>
        </div>
      </div>
    </>
  );
}

interface UnionPartProps {
  readonly entry: Entry;
  readonly scheme: Scheme;
  readonly outcome: Outcome;
  readonly onChange: (entry: Entry) => void;
}

/** What comes after a number or an answer: the answer that does not fit, the open question, or else checking. */
function focusNext(): void {
  const next = ['answer-again', 'union', 'check'].map((id) => document.getElementById(id)).find(Boolean);
  next?.focus();
}

/** The question that is open, the answer that was given, or the reason why it does not fit. */
function UnionPart({ entry, scheme, outcome, onChange }: UnionPartProps) {
  const words = wordsOf({ de, en });
  const hasAnswered = useRef(false);
  useLayoutEffect(() => {
    if (!hasAnswered.current) return;
    hasAnswered.current = false;
    focusNext();
  }, [entry.unions]);
  const answer = (unions: Entry['unions']): void => {
    hasAnswered.current = true;
    onChange({ rows: entry.rows, unions });
  };
  const forget = (): void => answer({});
  if (outcome.kind === 'unsound')
    return (
      <Notice kind="warning" title={outcome.problems[0]?.reason[language.value] ?? words.state.fault} urgent>
        <Button id="answer-again" kind="secondary" onClick={forget}>
          {words.answerAgain}
        </Button>
      </Notice>
    );
  if (outcome.kind !== 'ready') return null;
  const { question, made } = outcome;
  if (question)
    return (
      <Question
        key={question.join()}
        union={question}
        scheme={scheme}
        talks={made.loss.withheld}
        typed={entry.typing?.union === question.join() ? entry.typing.text : ''}
        onType={(text) => onChange({ ...entry, typing: { union: question.join(), text } })}
        onAnswer={(typed) => answer({ ...entry.unions, [question.join()]: typed })}
      />
    );
  const answered = Object.values(entry.unions).at(-1);
  if (answered === undefined) return null;
  return (
    <section class="card pad answered">
      <span>
        {words.answered}: {answered === 'skipped' ? words.skip : answered}
      </span>
      <Button kind="tertiary" onClick={forget}>
        {words.answerAgain}
      </Button>
    </section>
  );
}
