/** The choice of entries; nothing is asked for until it is applied, as each look is an entry itself. */
import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import type { LogWords } from '../words/de/log.ts';
import type { Filter } from './filter.ts';

export function Filters({
  words,
  filter,
  apply,
}: {
  readonly words: LogWords;
  readonly filter: Filter;
  readonly apply: (filter: Filter) => void;
}) {
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<Filter>) => {
    setDraft({ ...draft, ...part });
  };
  const acts = Object.entries(words.acts).map(([code, [what, done]]) => [code, `${what} ${done}`] as const);
  return (
    <form
      class="log-filters"
      aria-label={words.filter.title}
      onSubmit={(event) => {
        event.preventDefault();
        apply(draft);
      }}
    >
      <label>
        {words.filter.from}
        <input
          type="date"
          value={draft.from}
          onInput={(event) => change({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {words.filter.to}
        <input type="date" value={draft.to} onInput={(event) => change({ to: event.currentTarget.value })} />
      </label>
      <label>
        {words.filter.office}
        <input
          maxLength={120}
          value={draft.office}
          onInput={(event) => change({ office: event.currentTarget.value })}
        />
      </label>
      <Choice
        words={words}
        label={words.filter.role}
        value={draft.role}
        options={Object.entries(words.role)}
        choose={(role) => change({ role })}
      />
      <Choice
        words={words}
        label={words.filter.action}
        value={draft.action}
        options={acts}
        choose={(action) => change({ action })}
      />
      <Choice
        words={words}
        label={words.filter.purpose}
        value={draft.purpose}
        options={Object.entries(words.purpose)}
        choose={(purpose) => change({ purpose })}
      />
      <Choice
        words={words}
        label={words.filter.decision}
        value={draft.decision}
        options={Object.entries(words.decision)}
        choose={(decision) => change({ decision })}
      />
      <Button type="submit">{words.filter.apply}</Button>
    </form>
  );
}

const Choice = ({
  words,
  label,
  value,
  options,
  choose,
}: {
  readonly words: LogWords;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}) => (
  <label>
    {label}
    <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{words.filter.all}</option>
      {options.map(([code, text]) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
