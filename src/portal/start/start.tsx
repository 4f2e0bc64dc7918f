/** The first page: what this is and how to come in, or, once signed in, what is to be done. */
import { wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { session } from '../frame/session.ts';
import { LinkButton } from '../parts/button.tsx';
import de from '../words/de/start.ts';
import en from '../words/en/start.ts';
import { ReporterHome } from './reporter-home.tsx';

export default function StartPage() {
  const words = wordsOf({ de, en });
  const who = session.value;
  if (typeof who !== 'object') return <Welcome />;
  if (who.role === 'reporter' || who.role === 'provider') return <ReporterHome session={who} />;
  return (
    <div class="wrap narrow">
      <h1>{words.hub}</h1>
      <p class="sub">{words.hubText}</p>
    </div>
  );
}

function Welcome() {
  const words = wordsOf({ de, en });
  return (
    <div class="wrap">
      <div class="hero">
        <h1>{words.title}</h1>
        <p class="sub">{words.what}</p>
        <p>
          <LinkButton href={PATHS.signIn}>{words.signIn}</LinkButton>
        </p>
      </div>
    </div>
  );
}
