/** What Kanon is, in Leichte Sprache: short lines, one thought each. There is no English one. */
import text from '../words/de/plain-language.ts';

export default function PlainLanguagePage() {
  return (
    <div class="wrap narrow easy" lang="de">
      <h1>{text.title}</h1>
      {text.parts.map(([title, lines]) => (
        <section class="stack" key={title}>
          <h2>{title}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
      <p>
        <a href="/">{text.back}</a>
      </p>
    </div>
  );
}
