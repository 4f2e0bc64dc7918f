/** The seven rows: two numbers each, by keyboard from field to field. */
import { useRef } from 'preact/hooks';
import { wordsOf, language } from '../frame/language.ts';
import type { Policy } from '../../rules/policy.ts';
import { codesOf, type Scheme } from '../../rules/scheme.ts';
import de from '../words/de/report.ts';
import en from '../words/en/report.ts';
import { CountHead } from '../parts/count-head.tsx';
import { parting } from '../parts/parting.ts';
import {
  type Decision,
  EMPTY_ROW,
  type Entry,
  type Measure,
  pastedRows,
  rowState,
  withPasted,
} from './entry.ts';

interface RowsProps {
  readonly scheme: Scheme;
  readonly policy: Policy;
  readonly entry: Entry;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly onChange: (entry: Entry, isLarge?: boolean) => void;
  readonly onFocus: (code: string) => void;
  /** After the last field. */
  readonly onEnd: () => void;
}

const MEASURES: readonly Measure[] = ['pupils', 'consultations'];

export const fieldId = (code: string, measure: Measure): string => `${code}-${measure}`;

export function Rows({ scheme, policy, entry, decisions, onChange, onFocus, onEnd }: RowsProps) {
  const words = wordsOf({ de, en });
  const table = useRef<HTMLTableElement>(null);
  const codes = codesOf(scheme);
  const move = (code: string, measure: Measure, by: 'next' | 'up' | 'down'): void => {
    const fields = codes.flatMap((one) => MEASURES.map((kind) => fieldId(one, kind)));
    const step = by === 'next' ? 1 : by === 'down' ? MEASURES.length : -MEASURES.length;
    const target = fields[fields.indexOf(fieldId(code, measure)) + step];
    if (target === undefined) {
      if (by === 'next') onEnd();
      return;
    }
    const input = table.current?.querySelector<HTMLInputElement>(`#${target}`);
    input?.focus();
    input?.select();
  };
  const set = (code: string, measure: Measure, typed: string): void =>
    onChange({
      ...entry,
      rows: { ...entry.rows, [code]: { ...(entry.rows[code] ?? EMPTY_ROW), [measure]: typed } },
    });
  return (
    <table class="rows" ref={table}>
      <CountHead words={words} />
      <tbody>
        {scheme.benefits.map(({ code, label }) => {
          const row = entry.rows[code] ?? EMPTY_ROW;
          const { state, fault } = rowState(row, policy);
          const name = label[language.value];
          return (
            <tr key={code} class={`row ${classOf(state, decisions.get(code))}`}>
              <th scope="row">
                <span>{parting(name)}</span>
                <small class="state" id={`${code}-state`}>
                  {fault ? words.fault[fault.kind] : stateOf(words, state, decisions.get(code), policy.k)}
                </small>
              </th>
              {MEASURES.map((measure) => (
                <td key={measure}>
                  <input
                    id={fieldId(code, measure)}
                    class="count"
                    type="text"
                    inputMode="numeric"
                    autocomplete="off"
                    maxLength={12}
                    aria-label={`${name}: ${words[measure]}`}
                    aria-describedby={`${code}-state`}
                    aria-invalid={fault?.measure === measure ? true : undefined}
                    value={row[measure]}
                    onInput={(event) => set(code, measure, event.currentTarget.value)}
                    onFocus={() => onFocus(code)}
                    onKeyDown={(event) => {
                      const by = { Enter: 'next', ArrowDown: 'down', ArrowUp: 'up' }[event.key] as
                        'next' | 'up' | 'down' | undefined;
                      if (!by) return;
                      event.preventDefault();
                      move(code, measure, by);
                    }}
                    onPaste={(event) => {
                      const cells = pastedRows(event.clipboardData?.getData('text/plain') ?? '');
                      if (!cells) return;
                      event.preventDefault();
                      onChange(withPasted(entry, scheme, { code, measure }, cells), true);
                    }}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type State = ReturnType<typeof rowState>['state'];

function stateOf(words: typeof de, state: State, decision: Decision | undefined, k: number): string {
  if (decision === 'pooled') return words.state.pooled;
  if (decision === 'withheld') return words.state.withheld;
  return state === 'small' ? words.state.small(k) : words.state[state];
}

/** How a row is drawn; what a colour says, its words say too. */
const classOf = (state: State, decision: Decision | undefined): string =>
  decision === 'pooled' || decision === 'withheld' ? `is-${decision}` : `is-${state}`;
