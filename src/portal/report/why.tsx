/** Why a row is stored as it is, step by step, with the numbers of this device in the sentences. */
import { language, wordsOf } from '../frame/language.ts';
import type { Policy } from '../../rules/policy.ts';
import type { Scheme } from '../../rules/scheme.ts';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import { EMPTY_ROW, type Entry, type Outcome, rowState } from './entry.ts';

interface WhyProps {
  readonly code: string | undefined;
  readonly scheme: Scheme;
  readonly policy: Policy;
  readonly entry: Entry;
  readonly outcome: Outcome;
}

export function Why({ code, scheme, policy, entry, outcome }: WhyProps) {
  const words = wordsOf({ de, en });
  const benefit = scheme.benefits.find((one) => one.code === code);
  const sentences = benefit ? sentencesOf(benefit.code, { scheme, policy, entry, outcome }) : [];
  return (
    <section class="card why" aria-labelledby="why">
      <h2 id="why">
        {benefit && sentences.length > 0 ? words.whyOf(benefit.label[language.value]) : words.why}
      </h2>
      {sentences.length === 0 ? (
        <p class="hint">{words.whyHint}</p>
      ) : (
        <ol>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

function sentencesOf(
  code: string,
  { scheme, policy, entry, outcome }: Omit<WhyProps, 'code'>,
): readonly string[] {
  const words = wordsOf({ de, en });
  const row = entry.rows[code] ?? EMPTY_ROW;
  const { state } = rowState(row, policy);
  if (state === 'empty' || state === 'half' || state === 'fault') return [];
  const pupils = Number(row.pupils);
  const first =
    state === 'none'
      ? words.whyNone
      : state === 'small'
        ? words.whySmall(pupils, policy.k)
        : words.whyAlone(pupils, policy.k);
  if (outcome.kind !== 'ready') return state === 'small' ? [first, words.whyOpen] : [first];
  const { report, steps } = outcome.made;
  const labelOf = (one: string): string =>
    scheme.benefits.find((benefit) => benefit.code === one)?.label[language.value] ?? one;
  const cell = report.cells.find(({ benefits }) => benefits.length > 1 && benefits.includes(code));
  const reason = steps.find(({ benefits }) => benefits.includes(code))?.reason[language.value];
  if (!cell) return state === 'small' && reason !== undefined ? [first, reason] : [first];
  const others = cell.benefits.filter((one) => one !== code);
  const talks = cell.benefits.map((one) => Number(entry.rows[one]?.consultations ?? 0));
  return [
    first,
    words.whyPooled(
      cell.pupils,
      words.and(others.map((one) => `${labelOf(one)} (${entry.rows[one]?.pupils ?? ''})`)),
    ),
    words.whyTalks(talks.join(' + '), cell.consultations),
  ];
}
