/** How the service runs: the log and its witnesses, its public keys, and the settings in force. */
import { api } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import { Deed, Outcome, useActing } from '../parts/acting.tsx';
import { Notice } from '../parts/notice.tsx';
import { TableCard } from '../parts/table.tsx';
import de from '../words/de/administration.ts';
import en from '../words/en/administration.ts';
import { useFetched } from './fetched.ts';

export function Operation() {
  const words = wordsOf({ de, en });
  const { found, failed, look } = useFetched(async () => {
    const [settings, health, keys] = await Promise.all([
      api.get('/v1/settings'),
      api.get('/health/ready'),
      api.get('/.well-known/jwks.json'),
    ]);
    return { ...settings.body, health: health.body, ...keys.body };
  });
  const acting = useActing(look);
  return (
    <>
      {failed && <Notice kind="danger" title={failed.title} urgent />}
      {!found && !failed && <p class="waiting">{words.waiting}</p>}
      <Outcome acting={acting} />
      {found && (
        <>
          <section class="card pad stack" aria-labelledby="log">
            <h2 id="log">{words.log}</h2>
            <p>
              <b>{words.logStates[found.health.log] ?? found.health.log}</b>
            </p>
            {found.health.witnesses === undefined ? (
              <p>{words.noWitness}</p>
            ) : (
              <ul>
                {found.health.witnesses.map(({ name, state }) => (
                  <li key={name}>
                    {name}: {words.witness[state] ?? state}
                  </li>
                ))}
              </ul>
            )}
            {found.health.checkpointWebhook === 'failing' && <p>{words.webhookFails}</p>}
            <Deed
              label={words.reopen}
              what={words.reopenWhat}
              now={words.reopenNow}
              acting={acting}
              deed={() => api.post('/v1/access-log/reopening').then(() => words.reopenAsked)}
            />
          </section>
          <TableCard title={words.keys} hint={words.keysHint} heads={[words.key, words.kind]}>
            {found.keys.map(({ kid, alg }) => (
              <tr key={String(kid)}>
                <th scope="row">
                  <code>{String(kid)}</code>
                </th>
                <td>{String(alg)}</td>
              </tr>
            ))}
          </TableCard>
          <TableCard
            title={words.settings}
            hint={words.settingsHint}
            heads={[words.name, words.value, words.from]}
          >
            {found.settings.map(({ name, value, isSecret, from }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{isSecret ? words.secret : value === null ? words.absent : String(value)}</td>
                <td>{words.sources[from]}</td>
              </tr>
            ))}
          </TableCard>
        </>
      )}
    </>
  );
}
