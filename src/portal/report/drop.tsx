/** Where a file is chosen or dropped; it is read here and goes nowhere. */
import { useState } from 'preact/hooks';
import type { Policy } from '../../rules/policy.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { language, wordsOf } from '../frame/language.ts';
import de from '../words/de/report-file.ts';
import en from '../words/en/report-file.ts';
import type { FromFile } from './from-file.ts';
import type { NotRead } from './read-file.ts';

interface DropProps {
  readonly scheme: Scheme;
  readonly policy: Policy;
  readonly onRows: (read: FromFile) => void;
}

export function Drop({ scheme, policy, onRows }: DropProps) {
  const words = wordsOf({ de, en });
  const [said, setSaid] = useState<
    (NotRead | FromFile | { readonly fault: 'no-reader' }) & { readonly name: string }
  >();
  const [isOver, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      // What reads workbooks is fetched when somebody has one.
      const { readFile } = await import('./read-file.ts');
      const read = await readFile(file, scheme, policy);
      setSaid({ ...read, name: file.name });
      if ('rows' in read) onRows(read);
    } catch {
      setSaid({ fault: 'no-reader', name: file.name });
    }
  };
  const faultOf = (not: Exclude<typeof said, FromFile | undefined>): string => {
    const { sheets = [], line, reason } = 'sheets' in not || 'line' in not ? not : ({} as Partial<NotRead>);
    if (reason && line !== undefined) return words.line(line, reason[language.value]);
    return words.fault[not.fault] + (sheets.length > 0 ? ` (${sheets.join(', ')})` : '');
  };
  return (
    <div
      class={isOver ? 'drop is-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <h3 id="drop">{words.label}</h3>
      {/* A browser writes on its own button in its own language; so the label is the button. */}
      <input
        id="file"
        class="unseen"
        type="file"
        accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv,text/plain"
        aria-labelledby="drop choose"
        aria-describedby="drop-help"
        onChange={(event) => {
          const input = event.currentTarget;
          // Emptied, so that the same file can be chosen again.
          void take(input.files?.[0]).then(() => (input.value = ''));
        }}
      />
      <p class="choose">
        <label class="kern-btn kern-btn--secondary" for="file">
          <span class="kern-label" id="choose">
            {words.choose}
          </span>
        </label>
        <span>{words.orDrop}</span>
      </p>
      <p class="hint" id="drop-help">
        {words.help}
      </p>
      <p role="status" class={said && 'fault' in said ? 'fault' : 'hint'}>
        {said &&
          `${said.name}: ${'fault' in said ? faultOf(said) : said.isTally ? words.tally(said.taken) : words.taken(said.taken, said.left)}`}
      </p>
    </div>
  );
}
