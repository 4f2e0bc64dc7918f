/**
 * Kanon as a client of an issuer: sends a browser there, and reads who came back.
 *
 * source  OpenID Connect Core 1.0 §3.1, RFC 7636 (PKCE), RFC 9207 (iss), RFC 9700 §2.1
 */
import { readFile } from 'node:fs/promises';
import { decodeProtectedHeader } from 'jose';
import * as oidc from 'openid-client';
import { boundedFetch } from '../foundation/http/bounded-fetch.ts';
import type { Issuer } from '../foundation/issuers-file.ts';
import { problems } from '../foundation/problem.ts';

/** Milliseconds for which the metadata of an issuer count. */
const FRESH = 10 * 60_000;
/** Seconds since somebody showed at the issuer who it is, where that has to be lately. */
const LATELY = 5 * 60;

/** What a browser has to bring back. */
export interface Journey {
  readonly issuer: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Whether it was asked for a proof of lately. */
  readonly isFresh: boolean;
}

/** Who came back. */
export interface Arrived {
  readonly subject: string;
  /** Whether the issuer says that two factors were shown. */
  readonly isStrong: boolean;
  /** Seconds since 1970; undefined where it does not say. */
  readonly provedAt: number | undefined;
}

export class OidcClient {
  private known: { readonly config: oidc.Configuration; readonly until: number } | undefined;

  constructor(
    private readonly issuer: Issuer,
    /** Where the browser comes back. */
    private readonly redirectUri: string,
  ) {}

  /** Where to send the browser, and what it has to bring back. Throws unavailable. */
  async begin(isFresh: boolean): Promise<{ readonly url: URL; readonly journey: Journey }> {
    const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
    const { acr, id } = this.issuer;
    const url = oidc.buildAuthorizationUrl(await this.config(), {
      redirect_uri: this.redirectUri,
      scope: 'openid',
      response_type: 'code',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
      ...(isFresh ? { max_age: String(LATELY) } : {}),
    });
    return { url, journey: { issuer: id, state, nonce, verifier, isFresh } };
  }

  /** Who it is that came to `url`; undefined where the issuer does not say so, or says it of another journey. Throws unavailable. */
  async arrive(url: URL, journey: Journey): Promise<Arrived | undefined> {
    const config = await this.config();
    const tokens = await oidc
      .authorizationCodeGrant(config, url, {
        pkceCodeVerifier: journey.verifier,
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        idTokenExpected: true,
        ...(journey.isFresh ? { maxAge: LATELY } : {}),
      })
      .catch(() => undefined);
    const claims = tokens?.claims();
    if (!tokens?.id_token || !claims) return undefined;
    const { alg = '' } = decodeProtectedHeader(tokens.id_token);
    const { sub, acr, auth_time: at } = claims;
    if (!this.issuer.algorithms.includes(alg) || sub.length > 255 || /\p{Cc}/u.test(sub)) return undefined;
    return {
      subject: sub,
      isStrong: typeof acr === 'string' && this.issuer.acr.includes(acr),
      provedAt: Number.isSafeInteger(at) ? at : undefined,
    };
  }

  private async config(): Promise<oidc.Configuration> {
    if (this.known && this.known.until > Date.now()) return this.known.config;
    const config = await this.discovered().catch((cause: unknown) => {
      throw Object.assign(problems.unavailable(), { cause });
    });
    this.known = { config, until: Date.now() + FRESH };
    return config;
  }

  private async discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId = '', clientSecretFile, algorithms } = this.issuer;
    const secret =
      clientSecretFile === undefined ? undefined : (await readFile(clientSecretFile, 'utf8')).trim();
    const [alg] = algorithms;
    const config = await oidc.discovery(
      new URL(issuer),
      clientId,
      {
        redirect_uris: [this.redirectUri],
        ...(algorithms.length === 1 ? { id_token_signed_response_alg: alg ?? '' } : {}),
      },
      secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret),
      {
        [oidc.customFetch]: boundedFetch(issuer),
        // The signature of the ID token is checked too, though it comes from the issuer itself.
        execute: [
          oidc.enableNonRepudiationChecks,
          // Only on this machine itself, as the settings say: in the tests of an installation.
          // eslint-disable-next-line @typescript-eslint/no-deprecated
          ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
    if (config.serverMetadata().issuer !== issuer) throw new Error('the metadata are of another issuer');
    return config;
  }
}
