/** The first page: what this is and how to come in, or, once signed in, what is to be done. */
import { useEffect, useState } from 'preact/hooks';
import { api, enterDemo } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import type { PageProps } from '../frame/page.ts';
import { PATHS } from '../frame/paths.ts';
import type { Role } from '../frame/roles.ts';
import { session } from '../frame/session.ts';
import { FRAME } from '../words/frame.ts';
import { Notice } from '../parts/notice.tsx';
import { toldOf, type Told } from '../parts/failure.ts';
import { LinkButton } from '../parts/button.tsx';
import de from '../words/de/start.ts';
import en from '../words/en/start.ts';
import { ReporterHome } from './reporter-home.tsx';

export default function StartPage({ menu }: PageProps) {
  const words = wordsOf({ de, en });
  const who = session.value;
  if (typeof who !== 'object') return <Welcome />;
  if (who.role === 'reporter' || who.role === 'provider') return <ReporterHome session={who} />;
  return (
    <div class="wrap narrow">
      <h1>{words.hub}</h1>
      <p class="sub">{words.hubText}</p>
      <p class="buttons">
        {menu.map(({ href, title }) => (
          <LinkButton key={href} href={href}>
            {title}
          </LinkButton>
        ))}
      </p>
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
        <p class="buttons">
          <LinkButton href={PATHS.signIn}>{words.signIn}</LinkButton>
          <LinkButton href={PATHS.activate} kind="tertiary">
            {words.activate}
          </LinkButton>
        </p>
      </div>
      <DemoCards />
    </div>
  );
}

/** One card a role, where the service says that it is a demo. */
function DemoCards() {
  const words = wordsOf({ de, en });
  const frame = wordsOf(FRAME);
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    api.get('/v1/demo/sessions').then(
      ({ body }) => setRoles(body.roles),
      () => undefined,
    );
  }, []);
  if (roles.length === 0) return null;
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{words.demoTitle}</h2>
      <p class="sub">{words.demoText}</p>
      {told && <Notice kind="danger" title={told.title} urgent />}
      <ul class="roles">
        {roles.map((role) => (
          <li key={role}>
            <button
              type="button"
              class="card role"
              onClick={() => void enterDemo(role).catch((error: unknown) => setTold(toldOf(error)))}
            >
              <b>{frame.role[role]}</b>
              <small>{words.demoAs[role]}</small>
              <span class="tag">{words.demoTag}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
