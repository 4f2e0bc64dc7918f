/** Public lists: looked through first, with what would differ, and taken over all or not at all. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { KanonProblem } from '../../client/failures.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { Outcome, useActing } from '../parts/acting.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';
import { DayField } from './DayField.tsx';

const LISTS = ['regions', 'schools', 'participation'] as const;
type List = (typeof LISTS)[number];
type Imported = Schemas['ImportedBody'];

/** Faults and notes that are shown at once. */
const SHOWN = 50;
const COUNTS = ['added', 'updated', 'unchanged', 'closed', 'ignored', 'withoutMunicipality'] as const;

interface Asked {
  readonly list: List;
  readonly bytes: Uint8Array;
  readonly closesMissing: string;
  readonly isForced: boolean;
}

async function importing({ list, bytes, closesMissing, isForced }: Asked, isDry: boolean): Promise<Imported> {
  const dry = isDry ? { dryRun: 'true' as const } : {};
  if (list === 'participation')
    return (await api.post('/v1/imports/participation', { query: dry, body: bytes })).body;
  const query = {
    ...dry,
    ...(closesMissing !== '' && { closesMissing }),
    ...(isForced && { force: 'true' as const }),
  };
  return list === 'regions'
    ? (await api.post('/v1/imports/regions', { query, body: bytes })).body
    : (await api.post('/v1/imports/schools', { query, body: bytes })).body;
}

export function Imports() {
  const words = wordsOf({ de, en });
  const [list, setList] = useState<List>('schools');
  const [file, setFile] = useState<File>();
  const [closesMissing, setClosesMissing] = useState('');
  const [isForced, setForced] = useState(false);
  /** What was looked through, byte for byte as it is taken over. */
  const [seen, setSeen] = useState<{ readonly asked: Asked; readonly would: Imported }>();
  const [faults, setFaults] = useState<readonly Schemas['FindingBody'][]>([]);
  const acting = useActing(() => undefined);
  const change = (act: () => void): void => {
    act();
    setSeen(undefined);
    setFaults([]);
  };
  const look = async (): Promise<string> => {
    if (!file) return words.noFile;
    const asked = { list, bytes: new Uint8Array(await file.arrayBuffer()), closesMissing, isForced };
    setSeen(undefined);
    setFaults([]);
    try {
      setSeen({ asked, would: await importing(asked, true) });
    } catch (error) {
      if (error instanceof KanonProblem) setFaults(error.findings);
      throw error;
    }
    return words.lookedThrough;
  };
  const take = async (): Promise<string> => {
    if (!seen) return words.noFile;
    const { read } = await importing(seen.asked, false);
    setSeen(undefined);
    return words.takenOver(read);
  };
  return (
    <section class="card pad stack" aria-labelledby="imports">
      <h2 id="imports">{words.imports}</h2>
      <p>{words.importsWhat}</p>
      <fieldset class="filter">
        <legend>{words.which}</legend>
        {LISTS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="list"
              checked={list === one}
              onChange={() => change(() => setList(one))}
            />
            {words.lists[one]}
          </label>
        ))}
      </fieldset>
      <label class="pick">
        {words.file}
        <input
          type="file"
          accept=".csv,.txt,text/csv"
          onChange={({ currentTarget }) => change(() => setFile(currentTarget.files?.[0]))}
        />
      </label>
      {list !== 'participation' && (
        <>
          <DayField
            id="closes-missing"
            label={words.closesMissing}
            value={closesMissing}
            onInput={(value) => change(() => setClosesMissing(value))}
          />
          <p class="hint">{words.closesMissingHelp}</p>
          {closesMissing !== '' && (
            <label class="confirm">
              <input
                type="checkbox"
                checked={isForced}
                onChange={({ currentTarget }) => change(() => setForced(currentTarget.checked))}
              />
              {words.force}
            </label>
          )}
        </>
      )}
      {faults.length > SHOWN && <p>{words.firstFaults(SHOWN, faults.length)}</p>}
      <Outcome acting={acting} />
      {seen && <Difference would={seen.would} />}
      <p class="buttons">
        <Button kind={seen ? 'secondary' : 'primary'} busy={acting.isBusy} onClick={() => acting.act(look)}>
          {words.lookThrough}
        </Button>
        {seen && (
          <Button busy={acting.isBusy} onClick={() => acting.act(take)}>
            {words.takeOver(words.lists[seen.asked.list])}
          </Button>
        )}
      </p>
    </section>
  );
}

/** What would be other than now. */
function Difference({ would }: { readonly would: Imported }) {
  const words = wordsOf({ de, en });
  return (
    <Notice kind="info" title={words.difference(would.read)}>
      <ul>
        {COUNTS.filter((name) => would[name] > 0).map((name) => (
          <li key={name}>{words.counts[name](would[name])}</li>
        ))}
        {would.notes.slice(0, SHOWN).map(({ code, reason }) => (
          <li key={code}>{reason[language.value]}</li>
        ))}
      </ul>
    </Notice>
  );
}
