/** The first page: what this is and how to come in, or, once signed in, what is to be done. */
import { useEffect, useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { api, enterDemo } from '../api.ts';
import { wordsOf } from '../frame/language.ts';
import type { PageProps } from '../frame/page.ts';
import { PATHS } from '../frame/paths.ts';
import type { Role } from '../frame/roles.ts';
import { session, type Session } from '../frame/session.ts';
import { dressed } from '../frame/sheet.ts';
import accounts from '../style/accounts.css';
import report from '../style/report.css';
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
  if (who.role === 'reporter') return <ReporterHome session={who} />;
  const home = HOMES[who.role];
  if (home) return <Home key={who.role} session={who} load={home} />;
  return (
    <div class="wrap narrow">
      <h1>{words.hub}</h1>
      <p class="sub">{menu.length > 0 ? words.hubText : words.hubNothing}</p>
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

type HomeOf = ComponentType<{ session: Session }>;

/** First pages of their own that few have, so that the file of each comes when it is needed. */
const HOMES: Readonly<Partial<Record<Role, () => Promise<{ default: HomeOf }>>>> = {
  provider: () => dressed(accounts, import('./provider-home.tsx')),
  'benefit-office': () => dressed(report, import('../outcomes/outcomes.tsx')),
};

function Home({
  session: who,
  load,
}: {
  readonly session: Session;
  readonly load: () => Promise<{ default: HomeOf }>;
}) {
  const words = wordsOf(FRAME);
  const [loaded, setLoaded] = useState<HomeOf | 'broken'>();
  useEffect(() => {
    load().then(
      ({ default: Component }) => setLoaded(() => Component),
      () => setLoaded('broken'),
    );
  }, []);
  if (loaded === undefined) return <p class="wrap waiting">{words.loading}</p>;
  if (loaded === 'broken') return <Notice kind="danger" title={words.broken.text} urgent />;
  const Page = loaded;
  return <Page session={who} />;
}

/** What an identity service that somebody comes back from has to say. */
const NOT_LINKED = '#not-linked';

function Welcome() {
  const words = wordsOf({ de, en });
  const [isNotLinked] = useState(location.hash === NOT_LINKED);
  useEffect(() => {
    if (isNotLinked) history.replaceState(null, '', '/');
  }, []);
  return (
    <div class="wrap">
      <div class="hero">
        <h1>{words.title}</h1>
        <p class="sub">{words.what}</p>
        {isNotLinked && (
          <Notice kind="info" title={words.notLinked} urgent>
            <LinkButton href={`${PATHS.activate}?verbinden=ja`}>{words.link}</LinkButton>
          </Notice>
        )}
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
