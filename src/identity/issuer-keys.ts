/**
 * The public keys of an issuer. They are fetched from where the settings lead, never from where a token does; kept, and fetched
 * anew where they are old or a token names one that is not among them, but not again and again for tokens that name nonsense.
 *
 * source  RFC 7517 (JWK Set), RFC 8414 §3, OpenID Connect Discovery 1.0 §4
 */
import {
  type CryptoKey,
  type JSONWebKeySet,
  type JWSHeaderParameters,
  createLocalJWKSet,
  errors,
} from 'jose';
import { fetchedJson } from '../foundation/http/fetched-json.ts';
import { logFailure } from '../foundation/http/log.ts';
import type { Issuer } from '../foundation/issuers-file.ts';
import { problems } from '../foundation/problem.ts';

/** Milliseconds for which a set counts without a look. */
const FRESH = 10 * 60_000;
/** And how long, while the issuer does not answer. */
const LONGEST = 60 * 60_000;
/** Between two fetches, whatever tokens name. */
const PAUSE = 30_000;
const MOST_KEYS = 50;

export class IssuerKeys {
  private set: ReturnType<typeof createLocalJWKSet> | undefined;
  private fetchedAt = -Infinity;
  private triedAt = -Infinity;
  private fetching: Promise<void> | undefined;

  constructor(private readonly issuer: Issuer) {}

  /** The key that a header names. Throws JWKSNoMatchingKey, and unavailable where there are no keys to look at. */
  async keyOf(header: JWSHeaderParameters): Promise<CryptoKey> {
    if (Date.now() - this.fetchedAt > FRESH) await this.fetchAnew();
    try {
      return await this.among(header);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !(await this.fetchAnew())) throw error;
      return this.among(header);
    }
  }

  private async among(header: JWSHeaderParameters): Promise<CryptoKey> {
    if (!this.set || Date.now() - this.fetchedAt > LONGEST) throw problems.unavailable();
    return this.set(header);
  }

  /** Whether they were fetched; of many who ask at once one does. */
  private async fetchAnew(): Promise<boolean> {
    if (!this.fetching) {
      if (Date.now() - this.triedAt < PAUSE) return false;
      this.triedAt = Date.now();
      this.fetching = this.fetch().finally(() => (this.fetching = undefined));
    }
    const before = this.fetchedAt;
    await this.fetching.catch(logFailure);
    return this.fetchedAt > before;
  }

  private async fetch(): Promise<void> {
    const { keys } = (await fetchedJson(await this.address())) as { keys?: unknown };
    if (!Array.isArray(keys) || keys.length > MOST_KEYS) throw new Error('the issuer has no set of keys');
    const open = (keys as ({ kty?: unknown; kid?: unknown } | null)[]).filter(
      (key) => key !== null && key.kty !== 'oct' && typeof key.kid === 'string',
    );
    this.set = createLocalJWKSet({ keys: open } as JSONWebKeySet);
    this.fetchedAt = Date.now();
  }

  /** From the metadata only on the issuer's own host: they must not lead us to a machine of whoever answers for it. */
  private async address(): Promise<string> {
    const { issuer, jwksUri } = this.issuer;
    if (jwksUri !== undefined) return jwksUri;
    const known = (await fetchedJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)) as {
      issuer?: unknown;
      jwks_uri?: unknown;
    };
    const address = typeof known.jwks_uri === 'string' ? known.jwks_uri : '';
    if (
      known.issuer !== issuer ||
      !URL.canParse(address) ||
      new URL(address).origin !== new URL(issuer).origin
    )
      throw new Error('the metadata of the issuer are of another one');
    return address;
  }
}
