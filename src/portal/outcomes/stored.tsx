/** What is stored of one body, or would be: each benefit once, and what stands for several together below them. */
import { GAP_TEXTS, type BodyOutcome, isGap } from '../../rules/outcome.ts';
import type { OutcomeScheme } from '../../rules/scheme.ts';
import { language, wordsOf } from '../frame/language.ts';
import { parting } from '../parts/parting.ts';
import de from '../words/de/outcomes.ts';
import en from '../words/en/outcomes.ts';
import { storedLines } from './body-state.ts';

export function StoredBody({
  outcome,
  scheme,
}: {
  readonly outcome: BodyOutcome;
  readonly scheme: OutcomeScheme;
}) {
  const words = wordsOf({ de, en });
  if (isGap(outcome)) return <p>{GAP_TEXTS[outcome.gap][language.value]}</p>;
  const labelOf = (code: string): string =>
    scheme.benefits.find((benefit) => benefit.code === code)?.label[language.value] ?? code;
  return (
    <table class="stored">
      <thead>
        <tr>
          <th scope="col">{words.benefit}</th>
          <th scope="col" class="num">
            {words.children}
          </th>
          <th scope="col" class="num">
            {words.grants}
          </th>
        </tr>
      </thead>
      <tbody>
        {storedLines(outcome, scheme).map(({ benefits, kind, children, grants }) => {
          const name = parting(words.and(benefits.map(labelOf)));
          if (kind === 'alone' || kind === 'pool')
            return (
              <tr key={benefits.join()} class={kind === 'pool' ? 'pool' : undefined}>
                <th scope="row">
                  {kind === 'pool' ? (
                    <>
                      {words.kind.pool}: <small>{name}</small>
                    </>
                  ) : (
                    name
                  )}
                </th>
                <td class="num">{children}</td>
                <td class="num">{grants}</td>
              </tr>
            );
          return (
            <tr key={benefits.join()}>
              <th scope="row">{name}</th>
              <td colSpan={2} class={`said is-${kind}`}>
                {words.kind[kind]}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
