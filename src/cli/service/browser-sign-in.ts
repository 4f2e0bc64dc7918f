/**
 * An access token of an issuer, by a browser of this machine that comes back to a port of loopback.
 *
 * source  RFC 8252 (native apps) §7.3 and §8.3, RFC 7636 (PKCE), RFC 9207 (iss), RFC 8707 (resource)
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as oidc from 'openid-client';

/** Milliseconds for which the browser is waited for. */
const PATIENCE = 5 * 60_000;
const PATH = '/callback';

export interface BrowserIssuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;
}

/** Sentences for the page on which the browser ends. */
interface Pages {
  readonly lang: string;
  readonly page: string;
  readonly pageFailed: string;
}

export interface ByBrowser {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** Nobody came back in time. */
export class NobodyCame extends Error {
  override name = 'NobodyCame';
}

/**
 * show    tells the person which address to open
 * throws  NobodyCame; else what openid-client throws where the issuer does not answer as it should
 */
export async function tokenByBrowser(
  { issuer, clientId, audience }: BrowserIssuer,
  show: (address: string) => void,
  pages: Pages,
): Promise<ByBrowser> {
  const config = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
    // An issuer on this very machine, as tests and demos have it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    execute: isLoopback(issuer) ? [oidc.allowInsecureRequests] : [],
  });
  if (config.serverMetadata().issuer !== issuer) throw new TypeError('the metadata are of another issuer');
  const [verifier, state] = [oidc.randomPKCECodeVerifier(), oidc.randomState()];
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    const redirect = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirect,
      scope: 'openid',
      response_type: 'code',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      // A resource is named by an address (RFC 8707 §2); other audiences the issuer knows by the client.
      ...(URL.canParse(audience) ? { resource: audience } : {}),
    });
    const arriving = arrivalAt(server, redirect, state);
    show(address.href);
    const { url, answer } = await arriving;
    try {
      const tokens = await oidc.authorizationCodeGrant(config, url, {
        pkceCodeVerifier: verifier,
        expectedState: state,
      });
      answer(pages.page, pages.lang);
      return { token: tokens.access_token, endsAt: Date.now() + (tokens.expiresIn() ?? 0) * 1000 };
    } catch (error) {
      answer(pages.pageFailed, pages.lang);
      throw error;
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

interface Arrival {
  readonly url: URL;
  /** Tells the browser, before the server ends. */
  readonly answer: (sentence: string, lang: string) => void;
}

/** The first request that brings our state back; whatever else asks at the port is refused and waited past. */
function arrivalAt(
  server: ReturnType<typeof createServer>,
  redirect: string,
  state: string,
): Promise<Arrival> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NobodyCame('nobody came back')), PATIENCE);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const url = new URL(request.url ?? '/', redirect);
      if (request.method !== 'GET' || url.pathname !== PATH || url.searchParams.get('state') !== state) {
        response.writeHead(400, HEADERS).end();
        return;
      }
      clearTimeout(timer);
      resolve({
        url,
        answer: (sentence, lang) => {
          response
            .writeHead(200, HEADERS)
            .end(`<!doctype html><html lang="${lang}"><title>Kanon</title><p>${sentence}</p></html>`);
        },
      });
    });
  });
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  connection: 'close',
};

const isLoopback = (address: string): boolean =>
  /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/.test(address);
