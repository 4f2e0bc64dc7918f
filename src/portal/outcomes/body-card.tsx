/** One body: whether there are numbers, the numbers themselves, and beside them what will be stored and why. */
import { GAPS, type Gap } from '../../rules/outcome.ts';
import type { GrantingBody, OutcomeScheme } from '../../rules/scheme.ts';
import { language, wordsOf } from '../frame/language.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { parting } from '../parts/parting.ts';
import de from '../words/de/outcomes.ts';
import en from '../words/en/outcomes.ts';
import { type BodyEntry, type BodyRead, EMPTY_ROW, MEASURES, type Measure } from './body-state.ts';
import { StoredBody } from './stored.tsx';

interface BodyCardProps {
  readonly body: GrantingBody;
  readonly scheme: OutcomeScheme;
  readonly entry: BodyEntry;
  readonly read: BodyRead;
  readonly onChange: (entry: BodyEntry) => void;
}

export function BodyCard({ body, scheme, entry, read, onChange }: BodyCardProps) {
  const words = wordsOf({ de, en });
  const id = (part: string): string => `${body.code}-${part}`;
  const lang = language.value;
  const labelOf = (code: string): string =>
    scheme.benefits.find((benefit) => benefit.code === code)?.label[lang] ?? code;
  const set = (code: string, measure: Measure, typed: string): void =>
    onChange({
      ...entry,
      rows: { ...entry.rows, [code]: { ...(entry.rows[code] ?? EMPTY_ROW), [measure]: typed } },
    });
  return (
    <div class="entry">
      <section class="card pad" aria-labelledby={id('title')}>
        <div class="card-head">
          <h2 id={id('title')}>{body.label[lang]}</h2>
          <p class="hint">{body.office[lang]}</p>
        </div>
        <p class="field">
          <label class="kern-label" for={id('gap')}>
            {words.gap}
          </label>
          <select
            id={id('gap')}
            value={entry.gap}
            onChange={(event) => onChange({ ...entry, gap: event.currentTarget.value as Gap | '' })}
          >
            <option value="">{words.numbers}</option>
            {GAPS.map((gap) => (
              <option key={gap} value={gap}>
                {words.gaps[gap]}
              </option>
            ))}
          </select>
        </p>
        {entry.gap === '' && (
          <>
            <p class="hint">{words.zero}</p>
            <table class="rows">
              <thead>
                <tr>
                  <th scope="col">{words.benefit}</th>
                  {MEASURES.map((measure) => (
                    <th scope="col" class="num" key={measure}>
                      {words[measure]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {scheme.benefits.map(({ code, label }) => (
                  <tr key={code} class="row">
                    <th scope="row">
                      <span>{parting(label[lang])}</span>
                    </th>
                    {MEASURES.map((measure) => (
                      <td key={measure}>
                        <input
                          id={id(`${code}-${measure}`)}
                          class="count"
                          type="text"
                          inputMode="numeric"
                          autocomplete="off"
                          maxLength={12}
                          aria-label={`${body.label[lang]}, ${label[lang]}: ${words[measure]}`}
                          value={(entry.rows[code] ?? EMPTY_ROW)[measure]}
                          onInput={(event) => set(code, measure, event.currentTarget.value)}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {read.kind === 'ready' && read.asks !== undefined && (
              <Field
                id={id('union')}
                label={words.union(words.and(read.asks.map(labelOf)))}
                value={entry.union}
                onInput={(union) => onChange({ ...entry, union })}
                numeric
              />
            )}
          </>
        )}
      </section>
      <section class="card preview" aria-labelledby={`${id('preview')} ${id('title')}`}>
        <div class="card-head">
          <h3 id={id('preview')}>{words.preview}</h3>
        </div>
        <div class="pad" role="status">
          {read.kind === 'open' && <p class="hint">{words.missing(read.missing.length)}</p>}
          {read.kind === 'unsound' &&
            read.reasons.map(({ benefits, reason }) => (
              <Notice
                key={reason.en + benefits.join()}
                kind="warning"
                title={[benefits.map(labelOf).join(', '), reason[lang]].filter(Boolean).join(': ')}
              />
            ))}
          {read.kind === 'ready' && <StoredBody outcome={read.outcome} scheme={scheme} />}
          {read.kind === 'ready' && read.reasons.length > 0 && (
            <details>
              <summary>{words.why}</summary>
              <ul>
                {read.reasons.map(({ benefits, reason }) => (
                  <li key={benefits.join()}>
                    {benefits.map(labelOf).join(', ')}: {reason[lang]}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      </section>
    </div>
  );
}
