/** Where a file is chosen or dropped; it is read here and goes nowhere. */
import { useState } from 'preact/hooks';
import type { Scheme } from '../../rules/scheme.ts';
import { wordsOf } from '../frame/language.ts';
import de from '../words/de/report-file.ts';
import en from '../words/en/report-file.ts';
import { type FileFault, type FromFile, rowsOfText } from './from-file.ts';

const LARGEST = 1_000_000;

interface DropProps {
  readonly scheme: Scheme;
  readonly onRows: (read: FromFile) => void;
}

export function Drop({ scheme, onRows }: DropProps) {
  const words = wordsOf({ de, en });
  const [said, setSaid] = useState<({ readonly fault: FileFault } | FromFile) & { readonly name: string }>();
  const [isOver, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read = file.size > LARGEST ? 'too-large' : rowsOfText(await textOf(file), scheme);
    if (typeof read === 'string') setSaid({ fault: read, name: file.name });
    else {
      setSaid({ ...read, name: file.name });
      onRows(read);
    }
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
        accept=".csv,.tsv,.txt,text/csv,text/plain"
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
          `${said.name}: ${'fault' in said ? words.fault[said.fault] : words.taken(said.taken, said.left)}`}
      </p>
    </div>
  );
}

/** UTF-8, or else what German Excel writes. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
