/** What stands beside the entries: witnesses and their age, holds that wait for an answer, and the bundle. */
import { useEffect, useState } from 'preact/hooks';
import { everyPage } from '../../client/every-page.ts';
import type { components } from '../../client/generated/api.ts';
import { api } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { toldOf } from '../parts/failure.ts';
import type { LogWords } from '../words/de/log.ts';

type Witness = components['schemas']['WitnessBody'];
type Hold = components['schemas']['HoldStateBody'];

export function Beside({ words }: { readonly words: LogWords }) {
  return (
    <div class="log-beside">
      <Witnesses words={words} />
      <Holds words={words} />
      <Bundle words={words} />
    </div>
  );
}

function Witnesses({ words }: { readonly words: LogWords }) {
  const [found, setFound] = useState<readonly Witness[]>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    api.get('/v1/access-log/witnesses').then(
      ({ body }) => setFound(body.witnesses),
      () => setBroken(true),
    );
  }, []);
  return (
    <section class="card" aria-labelledby="witnesses-title">
      <h2 id="witnesses-title">{words.witnesses.title}</h2>
      {isBroken && <p role="alert">{words.failed}</p>}
      {found?.length === 0 && <p>{words.witnesses.none}</p>}
      <ul>
        {found?.map(({ name, state, size, at }) => (
          <li key={name}>
            <strong>{name}</strong>: {words.witnesses.state[state]}
            {size !== null && at !== null && `, ${words.witnesses.seen(size, words.time(at))}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Holds({ words }: { readonly words: LogWords }) {
  const [holds, setHolds] = useState<readonly Hold[]>();
  const [told, tell] = useState('');
  const load = () => {
    everyPage(async (cursor) => {
      const query = cursor === undefined ? {} : { cursor };
      const { body } = await api.get('/v1/access-log/holds', { query });
      return { lines: body.holds, next: body.cursor };
    }).then(setHolds, () => tell(words.failed));
  };
  useEffect(load, []);
  const answer = async (hold: string, how: 'confirmation' | 'refusal') => {
    try {
      await api.post(`/v1/access-log/holds/{hold}/${how}`, { path: { hold } });
      tell('');
      load();
    } catch (error) {
      const { title, details } = toldOf(error);
      tell(words.holds.failed + [title, ...details].join(' '));
    }
  };
  return (
    <section class="card" aria-labelledby="holds-title">
      <h2 id="holds-title">{words.holds.title}</h2>
      {holds?.length === 0 && <p>{words.holds.none}</p>}
      <ul>
        {holds?.map(({ id, first, before, keepUntil, state }) => (
          <li key={id}>
            {words.holds.span(words.time(first), words.time(before))},{' '}
            {words.holds.until(words.time(keepUntil))}: <strong>{words.holds.state[state]}</strong>
            {state === 'asked' && (
              <div class="buttons">
                <Button onClick={() => void answer(id, 'confirmation')}>{words.holds.confirm}</Button>
                <Button kind="secondary" onClick={() => void answer(id, 'refusal')}>
                  {words.holds.decline}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{told}</p>
    </section>
  );
}

/** The last thirty days; what is loaded is an entry of its own. */
const DAYS = 30;

function Bundle({ words }: { readonly words: LogWords }) {
  const [told, tell] = useState('');
  const load = async () => {
    const to = new Date();
    const from = new Date(to.getTime() - DAYS * 86_400_000);
    const query = { from: from.toISOString(), to: to.toISOString() };
    try {
      const { body } = await api.bytes('/v1/access-log/bundle', { query });
      save(
        new Blob([new Uint8Array(body)], { type: 'application/x-tar' }),
        `kanon-log-${query.from.slice(0, 10)}.tar`,
      );
      tell(words.bundle.done);
    } catch (error) {
      tell(toldOf(error).title);
    }
  };
  return (
    <section class="card" aria-labelledby="bundle-title">
      <h2 id="bundle-title">{words.bundle.title}</h2>
      <p>{words.bundle.text}</p>
      <Button kind="secondary" onClick={() => void load()}>
        {words.bundle.load}
      </Button>
      <p role="status">{told}</p>
    </section>
  );
}

function save(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
