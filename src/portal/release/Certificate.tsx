/** A release with its certificate in words: against whom it is protected, and what it does not cover. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { inGerman } from '../../tables/certificate-sentences.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { Button } from '../parts/button.tsx';
import { type Told, toldOf } from '../parts/failure.ts';
import { Notice } from '../parts/notice.tsx';
import { saveFile } from '../parts/save-file.ts';
import de from '../words/de/release.ts';
import en from '../words/en/release.ts';
import { Recheck } from './Recheck.tsx';

interface Claims {
  readonly attackers?: readonly string[];
  readonly notCovered?: readonly string[];
  readonly hiddenAtLeast?: number;
}

type Certified = Schemas['CertificateBody'];

export function Certificate({
  release,
  isNewest,
}: {
  readonly release: Schemas['ReleaseBody'];
  readonly isNewest: boolean;
}) {
  const words = wordsOf({ de, en });
  const [read, setRead] = useState<Certified>();
  const [told, setTold] = useState<Told>();
  const load = (): void => {
    api.get('/v1/releases/{release}/certificate', { path: { release: release.id } }).then(
      ({ body }) => setRead(body),
      (error: unknown) => setTold(toldOf(error)),
    );
  };
  const claims = read?.certificate as Claims | undefined;
  const say = (sentence: string): string =>
    language.value === 'de' ? (inGerman(sentence, claims?.hiddenAtLeast) ?? sentence) : sentence;
  const title = `release-${release.version}`;
  return (
    <section class="card pad stack" aria-labelledby={title}>
      <h2 id={title}>{words.releaseOf(release.version, release.releasedAt)}</h2>
      <p>{words.hiddenCells(release.hiddenCells)}</p>
      {told && <Notice kind="danger" title={told.title} urgent />}
      {read && claims ? (
        <>
          <h3>{words.against}</h3>
          <ul>
            {claims.attackers?.map((one) => (
              <li key={one}>{say(one)}</li>
            ))}
          </ul>
          <h3>{words.notCovered}</h3>
          <ul>
            {claims.notCovered?.map((one) => (
              <li key={one}>{say(one)}</li>
            ))}
          </ul>
          <Recheck release={release.id} jws={read.jws} />
          <p class="hint">{words.certificateHint}</p>
          <p class="buttons">
            <Button
              kind="secondary"
              onClick={() =>
                saveFile(`${release.period}-${release.version}.jws`, read.jws, 'application/jose')
              }
            >
              {words.certificateFile}
            </Button>
          </p>
        </>
      ) : (
        <p>
          <Button kind="secondary" onClick={load}>
            {words.certificateShow}
          </Button>
        </p>
      )}
      {isNewest && (
        <p>
          <a href={`${PATHS.region}?period=${release.period}`}>{words.figures}</a>
        </p>
      )}
    </section>
  );
}
