/**
 * The refresh token of a browser, in a cookie that no script reads. Only signing in and refreshing look at it, and only
 * where the browser says that our own page asks; every act needs the access token, which lives in memory. So no other
 * site can make a browser act.
 *
 * source  RFC 6265bis §4.1.3 (`__Host-`); Fetch Metadata (W3C), `Sec-Fetch-Site`
 */
import type { FastifyRequest } from 'fastify';
import { problems } from '../foundation/problem.ts';

const NAME = '__Host-kanon';

export const sessionCookie = (token: string, seconds: number): string =>
  `${NAME}=${token}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`;

export const noSessionCookie = (): string => sessionCookie('', 0);

/** The token in the cookie; undefined where there is none. Throws not-allowed where another page asks. */
export function tokenInCookie(request: FastifyRequest, publicUrl: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const named = pairs.filter((pair) => pair.startsWith(`${NAME}=`));
  if (named.length === 0) return undefined;
  refuseOthers(request, publicUrl);
  return named.length === 1 ? named[0]?.slice(NAME.length + 1) : undefined;
}

/** Throws not-allowed unless the browser says that the page is our own. */
export function refuseOthers({ headers }: FastifyRequest, publicUrl: string): void {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== 'same-origin' || origin !== new URL(publicUrl).origin) throw problems.notAllowed();
}
