/** The page at `/device`: sign in, type the code that a device shows, see what is asked, say yes or no. German first; nothing from elsewhere. */
import { createHash } from 'node:crypto';

const STYLE = `
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 36rem; color: #1c1c1c; background: #fff;
  font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; }
label { display: block; margin: .75rem 0; }
input { display: block; width: 100%; box-sizing: border-box; padding: .5rem; font: inherit; border: 1px solid #595959; }
#typed { font: 1.5rem ui-monospace, monospace; letter-spacing: .1em; text-transform: uppercase; }
button { margin: .5rem .75rem .5rem 0; padding: .6rem 1.2rem; font: inherit; color: #fff; background: #0b4a80; border: 0; }
button.no { color: #0b4a80; background: #fff; outline: 2px solid #0b4a80; }
:focus-visible { outline: 3px solid #0b4a80; outline-offset: 3px; }
.en { color: #595959; }
.warning { border-left: 4px solid #a10; padding-left: 1rem; }
`;

const SCRIPT = `
const at = (id) => document.getElementById(id);
let token;
const show = (id) => { for (const part of ['in', 'ask', 'sure', 'done']) at(part).hidden = part !== id; };
const say = (text) => { at('said').textContent = text; };
const post = async (path, body, headers = {}) => {
  const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'accept-language': 'de', ...headers } });
  return { ok: answer.ok, status: answer.status, body: await answer.json().catch(() => ({})) };
};
const why = ({ body, status }) => say((body.title ?? status) + '. ' + (body.detail ?? ''));
const code = location.hash.slice(1, 21);
history.replaceState(null, '', location.pathname);
at('typed').value = code;
const answer = (what) => post('/v1/device/answers', { code: at('typed').value, say: what }, { authorization: 'Bearer ' + token });
at('in').addEventListener('submit', async (event) => {
  event.preventDefault();
  say('');
  const second = at('second').value;
  const signed = await post('/v1/sessions',
    { account: at('account').value, password: at('password').value, ...(second && { code: second }), keep: 'cookie' });
  if (!signed.ok) return why(signed);
  at('password').value = '';
  at('second').value = '';
  token = signed.body.access_token;
  show('ask');
});
at('ask').addEventListener('submit', async (event) => {
  event.preventDefault();
  say('');
  const looked = await answer('look');
  if (looked.status === 404) return say('Zu diesem Code fragt gerade kein Gerät. / No device with this code is asking.');
  if (!looked.ok) return why(looked);
  at('when').textContent = new Date(looked.body.askedAt).toLocaleTimeString('de-DE');
  at('shown').textContent = at('typed').value.toUpperCase();
  show('sure');
});
for (const [id, what] of [['yes', 'yes'], ['no', 'no']]) at(id).addEventListener('click', async () => {
  const said = await answer(what);
  if (!said.ok) return why(said);
  at('end').textContent = what === 'yes'
    ? 'Das Gerät ist angemeldet. Diese Seite kann geschlossen werden. / The device is signed in; you may close this page.'
    : 'Abgelehnt. / Refused.';
  show('done');
});
post('/v1/sessions/refresh', {}).then((known) => {
  token = known.body.access_token;
  show(known.ok ? 'ask' : 'in');
});
`;

const BODY = `
<main>
<h1>Gerät anmelden</h1>
<p class="en" lang="en">Sign in a device.</p>
<p id="said" role="alert"></p>
<form id="in" hidden>
<p>Bitte zuerst selbst anmelden. <span class="en" lang="en">Sign in yourself first.</span></p>
<label>Konto <input id="account" autocomplete="username" required></label>
<label>Passwort <input id="password" type="password" autocomplete="current-password" required></label>
<label>Code der App, wenn das Konto einen zweiten Faktor hat <input id="second" autocomplete="one-time-code"></label>
<button>Anmelden</button>
</form>
<form id="ask" hidden>
<label>Code, den das Gerät zeigt <span class="en" lang="en">(code that the device shows)</span>
<input id="typed" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required></label>
<button>Prüfen</button>
</form>
<section id="sure" hidden>
<p>Ein Gerät zeigt den Code <strong id="shown"></strong> und bittet seit <span id="when"></span> Uhr darum, <strong>als Sie</strong>
angemeldet zu werden: Es darf dann alles, was Ihr Konto darf, bis die Sitzung endet.</p>
<p class="warning">Nur zustimmen, wenn Sie den Befehl gerade selbst an einem eigenen Gerät gegeben haben. Wer Ihnen den Code
geschickt oder vorgelesen hat, will in Ihr Konto.</p>
<p class="en" lang="en">A device asks to be signed in as you. Agree only if you gave the command yourself, just now.</p>
<button id="yes">Ja, anmelden</button><button id="no" class="no">Nein</button>
</section>
<section id="done" hidden><p id="end"></p></section>
<noscript><p>Diese Seite braucht JavaScript. <span class="en" lang="en">This page needs JavaScript.</span></p></noscript>
</main>
`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export const DEVICE_PAGE = `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gerät anmelden – Kanon</title>
<style>${STYLE}</style>
</head>
<body>${BODY}<script>${SCRIPT}</script></body>
</html>
`;

/** Its own script and style by their digests, its own service, and no other page around it: else a click could be stolen (RFC 8628 §5.4). */
export const DEVICE_PAGE_POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
