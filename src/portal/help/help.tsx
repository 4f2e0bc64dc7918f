/** Help for everybody: how to count, why numbers are missing, who sees what, the marks, and whom to ask. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { language, wordsOf } from '../frame/language.ts';
import { PATHS } from '../frame/paths.ts';
import { FRAME } from '../words/frame.ts';
import de from '../words/de/help.ts';
import en from '../words/en/help.ts';
import { type Kind, KINDS, ROLES_SHOWN, SEEN } from './seen.ts';

const SECTIONS = ['count', 'missing', 'marks', 'who', 'operator'] as const;

type Section = (typeof SECTIONS)[number];

export default function HelpPage() {
  const words = wordsOf({ de, en });
  // A link to a part of this page comes before the part is there.
  useEffect(() => {
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div class="wrap help">
      <div class="head">
        <div class="txt">
          <h1>{words.title}</h1>
          <p class="sub">{words.sub}</p>
        </div>
        <a href={PATHS.plainLanguage} lang="de" hreflang="de">
          In Leichter Sprache
        </a>
      </div>
      <nav class="card pad" aria-label={words.contents}>
        <ul class="chapters">
          {SECTIONS.map((name) => (
            <li key={name}>
              <a href={`#${words.anchor[name]}`}>{words.sections[name]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Part name="count">
        <dl class="said">
          {words.count.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part name="missing">
        {words.missing.map(([question, answer]) => (
          <div class="stack" key={question}>
            <h3>{question}</h3>
            <p>{answer}</p>
          </div>
        ))}
      </Part>
      <Part name="marks">
        <Marks />
      </Part>
      <Part name="who">
        <p>{words.whoText}</p>
        <Who />
        <p>{words.whoNever}</p>
      </Part>
      <Part name="operator">
        <Operator />
      </Part>
    </div>
  );
}

function Part({ name, children }: { readonly name: Section; readonly children: preact.ComponentChildren }) {
  const words = wordsOf({ de, en });
  return (
    <section class="card pad stack" id={words.anchor[name]} aria-labelledby={`title-${name}`}>
      <h2 id={`title-${name}`}>{words.sections[name]}</h2>
      {children}
    </section>
  );
}

/** What the operator has written; of what is missing the page says so. */
function Operator() {
  const words = wordsOf({ de, en });
  const [texts, setTexts] = useState<readonly Schemas['OperatorTextBody'][]>();
  useEffect(() => {
    api.get('/v1/texts').then(
      ({ body }) => setTexts(body.texts),
      // Without an answer the page says what holds where nothing is set.
      () => setTexts([]),
    );
  }, []);
  if (!texts) return <p>{wordsOf(FRAME).loading}</p>;
  const found = (name: string) =>
    texts.find((one) => one.name === name && one.language === language.value) ??
    texts.find((one) => one.name === name && one.language === 'de');
  return (
    <>
      <p>{texts.length === 0 ? words.operatorNone : words.operatorText}</p>
      {words.operator.map(([name, title, missing]) => {
        const text = found(name);
        return (
          <div class="stack" key={name}>
            <h3>{title}</h3>
            <div lang={text?.language}>
              {(text?.text ?? missing).split(/\n{2,}/).map((paragraph) => (
                <p class="lines" key={paragraph}>
                  {paragraph}
                </p>
              ))}
            </div>
          </div>
        );
      })}
    </>
  );
}

function Marks() {
  const words = wordsOf({ de, en });
  return (
    <table class="list marks">
      <thead>
        <tr>
          <th scope="col">{words.mark}</th>
          <th scope="col">{words.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {words.marks.map(([mark, meaning]) => (
          <tr key={mark}>
            <th scope="row">
              <b>{mark}</b>
              {mark === '.' && <span class="swatch" aria-hidden="true" />}
            </th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Who() {
  const words = wordsOf({ de, en });
  const frame = wordsOf(FRAME);
  const kinds = Object.keys(KINDS) as Kind[];
  return (
    <div class="scroll" role="region" aria-label={words.whoTable} tabIndex={0}>
      <table class="list who-sees">
        <thead>
          <tr>
            <th scope="col">{words.role}</th>
            {kinds.map((kind) => (
              <th scope="col" key={kind}>
                {words.kinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROLES_SHOWN.map((role) => (
            <tr key={role}>
              <th scope="row">{frame.role[role]}</th>
              {kinds.map((kind) => {
                const reach = (SEEN[kind] as Readonly<Record<string, string>>)[role];
                return <td key={kind}>{reach === undefined ? words.nothing : words.reach[reach]}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
