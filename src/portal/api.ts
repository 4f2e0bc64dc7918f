/** The API with the session of this page: every call carries the newest token, and answers speak the language of the page. */
import { KanonProblem } from '../client/failures.ts';
import { createKanonClient, type KanonClient } from '../client/kanon-client.ts';
import type { Schemas } from '../client/wire.ts';
import { language } from './frame/language.ts';
import { askProof } from './frame/proof.ts';
import type { Role } from './frame/roles.ts';
import { begin, goOnWith, refresh, session } from './frame/session.ts';

/** Milliseconds before its end in which a token is renewed first. */
const EARLY = 60_000;

/** Signing in and out keep the cookie; no other call sends one. */
const keepsCookie = (address: string): boolean =>
  /^\/v1\/(demo\/)?(sessions|activations|passwords)/.test(address);

const sending: typeof fetch = async (input, init = {}) => {
  const address = input as string;
  const headers = new Headers(init.headers);
  const now = session.value;
  if (typeof now === 'object' && headers.has('authorization')) {
    const next = now.ends - Date.now() < EARLY ? await refresh() : now;
    if (next !== 'none') headers.set('authorization', `Bearer ${next.token}`);
  }
  const answer = await fetch(address, {
    ...init,
    headers,
    ...(keepsCookie(address) && { credentials: 'same-origin' as const }),
  });
  // Closed, changed or ended elsewhere: the page says so at once, and what was typed stays.
  if (answer.status === 401 && headers.has('authorization') && (await isOver(answer))) session.value = 'none';
  return answer;
};

/** A wrong code and a proof that is too old are refused with 401 as well, and end nothing. */
async function isOver(answer: Response): Promise<boolean> {
  const body = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { readonly type?: string };
  return !/:(second-factor-|step-up-|passkey-)/.test(body.type ?? '');
}

const client = createKanonClient({
  baseUrl: '',
  token: () => (typeof session.value === 'object' ? session.value.token : undefined),
  headers: {
    get 'accept-language'() {
      return language.value;
    },
  },
  fetch: sending,
});

const asksProof = (error: unknown): boolean =>
  error instanceof KanonProblem && error.code === 'step-up-needed';

/** Where an act takes a second factor that was shown lately, it is asked for, and then the act goes on. */
async function goingOn<Done>(act: () => Promise<Done>): Promise<Done> {
  try {
    return await act();
  } catch (error) {
    if (!asksProof(error) || !(await askProof())) throw error;
    return act();
  }
}

export const api: KanonClient = {
  ...client,
  put: (path, ask) => goingOn(() => client.put(path, ask)),
  post: (path, ...ask) => goingOn(() => client.post(path, ...ask)),
  delete: (path, ...ask) => goingOn(() => client.delete(path, ...ask)),
};

export async function signIn(account: string, password: string, code: string): Promise<void> {
  const typed = { account, password, ...(code !== '' && { code }), keep: 'cookie' as const };
  begin((await api.post('/v1/sessions', { body: typed })).body);
}

/** Sets the own password by a one-time code, and is signed in by it: one session, in the cookie. isLinking  just back from an issuer */
export async function activate(
  account: string,
  code: string,
  password: string,
  factorCode: string,
  isLinking = false,
): Promise<void> {
  const typed = {
    account,
    code,
    password,
    ...(factorCode !== '' && { factorCode }),
    ...(isLinking && { link: 'cookie' as const }),
    keep: 'cookie' as const,
  };
  begin((await api.post('/v1/activations', { body: typed })).body);
}

/** Signs in by a passkey alone. */
export async function signInByPasskey(shown: Schemas['PasskeyAssertion']): Promise<void> {
  begin((await api.post('/v1/sessions/passkey', { body: { ...shown, keep: 'cookie' } })).body);
}

/** Shows again who it is, in the session that there is. */
export async function proveAgain(shown: Schemas['ProofBody']): Promise<void> {
  goOnWith((await api.post('/v1/sessions/current/step-up', { body: shown })).body);
}

/** Into the demo, as somebody of that role. */
export async function enterDemo(role: Role): Promise<void> {
  begin((await api.post('/v1/demo/sessions', { body: { role } })).body);
}

/** Ends the session here and at the service; where that does not answer, here. */
export async function signOut(): Promise<void> {
  try {
    await api.delete('/v1/sessions/current');
  } finally {
    session.value = 'none';
  }
}
