/** Head, menu and foot around each page. */
import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren, ComponentType } from 'preact';
import { signOut } from '../api.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import signin from '../style/signin.css';
import { FRAME } from '../words/frame.ts';
import { signInFrom } from './after.ts';
import { language, switchLanguage, wordsOf } from './language.ts';
import type { MenuEntry, SignedProps } from './page.ts';
import { maySee, PAGES, type Page } from './pages.ts';
import { PATHS, type PageName } from './paths.ts';
import { proofAsked } from './proof.ts';
import { go, place } from './router.ts';
import { isAway, session } from './session.ts';
import { SessionEnd } from './session-end.tsx';
import { dressed } from './sheet.ts';

export function Shell() {
  const words = wordsOf(FRAME);
  const who = session.value;
  const isDemo = typeof who === 'object' && who.isDemo;
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="top">
        {isDemo && (
          <p class="demo">
            <span class="wrap">{words.demo}</span>
          </p>
        )}
        <div class="wrap bar">
          <a class="brand" href="/">
            <Mark />
            <span>
              <b>{words.product}</b>
              <small>{words.subject}</small>
            </span>
          </a>
          {typeof who === 'object' && !who.lacksFactor && <Menu />}
          <div class="tools">
            <button
              type="button"
              class="plain-button"
              lang={language.value === 'de' ? 'en' : 'de'}
              onClick={switchLanguage}
            >
              {words.otherLanguage}
            </button>
            {typeof who === 'object' && (
              <>
                <span class="who">{words.role[who.role]}</span>
                {!who.isDemo && <a href={PATHS.security}>{words.pages.security}</a>}
                <button
                  type="button"
                  class="plain-button"
                  onClick={() =>
                    void signOut().then(
                      () => go('/'),
                      () => go('/'),
                    )
                  }
                >
                  {words.signOut}
                </button>
              </>
            )}
          </div>
        </div>
      </header>
      <SessionEnd />
      {proofAsked.value && <ProofAsked />}
      <main id="content" tabIndex={-1}>
        <Content />
      </main>
      <footer class="foot">
        <div class="wrap">
          <a href={PATHS.help}>{words.pages.help}</a>
          <a href={PATHS.plainLanguage} hreflang="de">
            {words.pages.plainLanguage}
          </a>
          <a href="/docs">{words.foot.docs}</a>
          <a href="/.well-known/jwks.json">{words.foot.keys}</a>
          <a href="/health/ready">{words.foot.health}</a>
        </div>
      </footer>
    </>
  );
}

/** Asking again who it is; its file comes when it is needed, and without it the act says that it was not done. */
function ProofAsked() {
  const [loaded, setLoaded] = useState<ComponentType>();
  useEffect(() => {
    dressed(signin, import('../signin/prove-again.tsx')).then(
      ({ default: Component }) => setLoaded(() => Component),
      () => proofAsked.value?.(false),
    );
  }, []);
  const Dialog = loaded;
  return Dialog ? <Dialog /> : null;
}

/** The pages of the menu that whoever looks may open. */
function menuOf(): readonly (MenuEntry & { readonly name: PageName })[] {
  const words = wordsOf(FRAME);
  return (Object.entries(PAGES) as [PageName, Page][])
    .filter(([, page]) => page.isInMenu && maySee(page, session.value))
    .map(([name, page]) => ({ name, href: PATHS[name], title: page.title(words) }));
}

function Menu() {
  const here = place.value.page;
  return (
    <nav class="nav" aria-label={wordsOf(FRAME).menu}>
      {menuOf().map(({ name, href, title }) => (
        <a key={name} href={href} aria-current={name === here ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}

const lacksFactor = (who: typeof session.value): boolean => typeof who === 'object' && who.lacksFactor;

function Content() {
  const words = wordsOf(FRAME);
  const who = session.value;
  const { page: asked, params } = place.value;
  // Till a second factor is set up nothing else is open; the address stays, and is what comes after it.
  const known = lacksFactor(who) && asked !== 'signIn' && asked !== 'activate' ? 'security' : asked;
  // Without the service there is what is kept on the device; the address stays.
  const name = isAway.value && who === 'none' ? 'offline' : known;
  const page = name === 'nowhere' ? undefined : PAGES[name];
  const title = page?.title(words) ?? words.nowhere.title;
  useEffect(() => {
    document.title = `${title} – ${words.product}`;
  }, [title, words]);
  if (!page) return <Message title={words.nowhere.title} text={words.nowhere.text} />;
  if (who === 'unknown') return <p class="wrap waiting">{words.loading}</p>;
  if (!maySee(page, who)) {
    if (who !== 'none') return <Message title={words.notYours.title} text={words.notYours.text} />;
    return (
      <Message title={words.ended.title} text={words.ended.text}>
        <LinkButton href={signInFrom(PATHS.signIn, location)}>{words.signIn}</LinkButton>
      </Message>
    );
  }
  return <Loaded key={`${name} ${Object.values(params).join(' ')}`} page={page} params={params} />;
}

/** The page itself, once its file is there. */
function Loaded({
  page,
  params,
}: {
  readonly page: Page;
  readonly params: Readonly<Record<string, string>>;
}) {
  const words = wordsOf(FRAME);
  const [loaded, setLoaded] = useState<ComponentType<SignedProps> | 'broken'>();
  const [isStill, setStill] = useState(false);
  const load = () => {
    page.load().then(
      ({ default: Component }) => setLoaded(() => Component as ComponentType<SignedProps>),
      () => setLoaded('broken'),
    );
  };
  useEffect(load, [page]);
  // A newer service has other files, and a browser remembers that one failed: both need the page anew.
  const again = (): void => {
    setStill(false);
    fetch(location.pathname, { cache: 'no-store' }).then(
      ({ ok }) => (ok ? location.reload() : setStill(true)),
      () => setStill(true),
    );
  };
  if (loaded === undefined) return <p class="wrap waiting">{words.loading}</p>;
  if (loaded === 'broken')
    return (
      <Message title={words.broken.title} text={words.broken.text}>
        <Button onClick={again}>{words.broken.again}</Button>
        <p role="status">{isStill && words.broken.still}</p>
      </Message>
    );
  const PageComponent = loaded;
  // Who may not see it does not come here; to those who are not signed in only pages for everybody are shown.
  const menu = menuOf().filter(({ name: one }) => one !== 'start');
  return <PageComponent params={params} menu={menu} session={session.value as SignedProps['session']} />;
}

function Message({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="wrap narrow">
      <h1>{title}</h1>
      <p class="sub">{text}</p>
      {children ?? <LinkButton href="/">{wordsOf(FRAME).nowhere.back}</LinkButton>}
    </div>
  );
}

/** The sign of the product: cells, one of them hatched. */
function Mark() {
  const cells = [0, 1, 2].flatMap((y) =>
    [0, 1, 2].map((x) => ({ x: x * 12, y: y * 12, isHidden: x === 1 && y === 1 })),
  );
  return (
    <svg viewBox="0 0 34 34" width="36" height="36" aria-hidden="true" class="mark">
      {cells.map(({ x, y, isHidden }) => (
        <rect
          key={`${x} ${y}`}
          x={x}
          y={y}
          width="10"
          height="10"
          rx="2"
          class={isHidden ? 'hidden-cell' : ''}
        />
      ))}
    </svg>
  );
}
