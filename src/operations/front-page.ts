/** What a browser shows at `/`: what Kanon is, German first, and where to go on. One file, no script, nothing from elsewhere. */
import { createHash } from 'node:crypto';

const STYLE = `
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 42rem; color: #1c1c1c; background: #fff;
  font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0 0 1rem; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
section[lang=en] { margin-top: 3rem; border-top: 2px solid #767676; padding-top: 1.5rem; }
a { color: #0b4a80; text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid #0b4a80; outline-offset: 3px; }
li { margin: .35rem 0; }
code { font: .95em ui-monospace, monospace; }
`;

const BODY = `
<main>
<h1>Kanon</h1>
<p>Kanon sammelt an Schulen Zahlen zur Beratung über Leistungen für Bildung und Teilhabe (BuT). Kleine Zahlen werden
geschützt, bevor etwas gespeichert wird. Veröffentlicht wird nur, was geprüft ist und zwei Personen freigegeben haben.
Jeder Zugriff steht in einem Protokoll, das sich von außen prüfen lässt.</p>
<p>Hier antwortet der Dienst selbst. Eine Seite, auf der Schulen im Browser melden, gibt es noch nicht: Gemeldet wird mit
dem Befehl <code>kanon report</code> oder mit einem Programm, das die Schnittstelle benutzt.</p>
<h2>Wohin es weitergeht</h2>
<ul>
<li><a href="/docs">Schnittstelle ansehen und ausprobieren</a> (Swagger UI, englisch); Anmelden steht dort zuerst</li>
<li><a href="/openapi.json">Beschreibung der Schnittstelle für Programme</a> (OpenAPI 3.1)</li>
<li><a href="/v1/periods">Zeiträume</a>, und welche gerade Meldungen annehmen</li>
<li><a href="/health/ready">Ist der Dienst bereit?</a></li>
<li><a href="/.well-known/jwks.json">Öffentliche Schlüssel</a>, mit denen sich Quittungen und Bescheinigungen prüfen lassen</li>
</ul>
<p>Wer selbst ein Programm schreibt, findet im Quelltext von Kanon eine Beispielseite zum Nachbauen
(<code>docs/example-client.html</code>; <code>node docs/example-client.mjs</code> zeigt sie an) und in
<code>docs/client.md</code> die ersten Zeilen dazu. Wie gezählt wird und was mit den Zahlen geschieht, steht in
<code>docs/data-protection.md</code>.</p>
<section lang="en">
<h2>In English</h2>
<p>Kanon collects figures on counselling about education and participation benefits (BuT) from schools. Small numbers are
protected before anything is stored. Only what has been proved and released by two persons is published. Every access
stands in a log that can be verified from outside.</p>
<p>This is the service itself. There is no page yet on which schools report in a browser: reports come by the command
<code>kanon report</code> or from a program that uses the API.</p>
<ul>
<li><a href="/docs">Look at the API and try it out</a> (Swagger UI); signing in comes first there</li>
<li><a href="/openapi.json">Description of the API for programs</a> (OpenAPI 3.1)</li>
<li><a href="/v1/periods">Periods</a>, and which of them take reports now</li>
<li><a href="/health/ready">Is the service ready?</a></li>
<li><a href="/.well-known/jwks.json">Public keys</a> that tell receipts and certificates</li>
</ul>
<p>An example page to copy from is in the source of Kanon: <code>docs/example-client.html</code>, shown by
<code>node docs/example-client.mjs</code>; <code>docs/client.md</code> has the first lines.</p>
</section>
</main>
`;

export const FRONT_PAGE = `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kanon: Zahlen zur Beratung über Bildung und Teilhabe</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>${BODY}</body>
</html>
`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Nothing is loaded but this one style, and nobody may frame the page (Content Security Policy 3). */
export const FRONT_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  'img-src data:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
