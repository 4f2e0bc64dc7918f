/**
 * Who is signed in. The access token lives in memory alone; the refresh token stands in a cookie that no script reads.
 * Tabs take turns in refreshing, since each refresh token is good for one use.
 */
import { signal } from '@preact/signals';
import { bytesOf } from '../parts/base64url.ts';
import type { Role } from './roles.ts';

export interface Session {
  readonly token: string;
  /** Milliseconds since 1970 when the access token ends. */
  readonly ends: number;
  /** Milliseconds since 1970 when the session ends, if it is left alone. */
  readonly idleEnds: number;
  readonly account: string;
  readonly role: Role;
  readonly land: string;
  readonly region: string | undefined;
  readonly schools: readonly string[];
  readonly isDemo: boolean;
  readonly lacksFactor: boolean;
}

/** `unknown` until the cookie was asked. */
export const session = signal<Session | 'unknown' | 'none'>('unknown');

/** The service did not answer when the page was opened; who is signed in is not known. */
export const isAway = signal(false);

export interface Granted {
  readonly access_token: string;
  readonly expires_in: number;
  readonly refresh_expires_in: number;
  readonly factor_missing?: true;
}

/** Takes over what a sign-in or a refresh gave. */
export function begin(granted: Granted): Session {
  const claims = claimsIn(granted.access_token);
  const now = Date.now();
  const begun: Session = {
    token: granted.access_token,
    ends: now + granted.expires_in * 1000,
    idleEnds: now + granted.refresh_expires_in * 1000,
    account: String(claims['sub']),
    role: claims['role'] as Role,
    land: String(claims['tenant']),
    region: typeof claims['region'] === 'string' ? claims['region'] : undefined,
    schools: Array.isArray(claims['schools']) ? claims['schools'].map(String) : [],
    isDemo: Array.isArray(claims['amr']) && claims['amr'].includes('demo'),
    lacksFactor: granted.factor_missing === true,
  };
  session.value = begun;
  return begun;
}

/** The same session goes on with another access token, such as one that says that a second factor was shown just now. */
export function goOnWith({
  access_token: token,
  expires_in: seconds,
}: Pick<Granted, 'access_token' | 'expires_in'>): void {
  const now = session.value;
  if (typeof now === 'object') session.value = { ...now, token, ends: Date.now() + seconds * 1000 };
}

/** What the token says of its bearer; it is the service that checks it. */
function claimsIn(token: string): Record<string, unknown> {
  const [, middle = ''] = token.split('.');
  return JSON.parse(new TextDecoder().decode(bytesOf(middle))) as Record<string, unknown>;
}

/** Asks the cookie for the next access token; `none` where nobody is signed in. */
export const refresh = (): Promise<Session | 'none'> =>
  navigator.locks.request('kanon.refresh', async () => {
    const answer = await fetch('/v1/sessions/refresh', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      credentials: 'same-origin',
      cache: 'no-store',
    });
    if (answer.ok) return begin((await answer.json()) as Granted);
    // Only a plain no ends it: a service that rests says nothing about who is signed in.
    if (answer.status !== 401 && answer.status !== 403) throw new TypeError('the service rests');
    session.value = 'none';
    return 'none' as const;
  });
