/**
 * What a browser brings from an authenticator, checked as WebAuthn says: origin, RP ID, user verification, signature. The
 * library is loaded when it is first needed, as most processes of the command line never ask it.
 *
 * source  WebAuthn level 3, 7.1 and 7.2
 */
import type { StoredPasskey } from './passkeys.store.ts';

/** COSE algorithms (RFC 9053, RFC 8812) that we take, the best first: EdDSA, ES256, RS256. */
export const ALGORITHMS = [-8, -7, -257] as const;

/** To whom a passkey belongs: the host of our address, and the origin of our pages. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** Address of the service to relying party. */
export function relyingPartyOf(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}

/** What shows a passkey; base64url but for `credential`. */
export interface Assertion {
  readonly credential: Buffer;
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle?: string | undefined;
}

/** What sets one up. */
export interface Attestation {
  readonly credential: Buffer;
  readonly clientData: string;
  readonly attestationObject: string;
  readonly transports: readonly string[];
}

export interface NewPasskey {
  readonly publicKey: Buffer;
  readonly counter: number;
}

interface Expected {
  readonly challenge: string;
  readonly party: RelyingParty;
}

/** The challenge that the client says it answers; undefined where its data cannot be read or another page embedded ours. */
export function challengeIn(clientData: string): string | undefined {
  try {
    const data = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as Record<string, unknown>;
    if (typeof data !== 'object' || data['crossOrigin'] === true || 'topOrigin' in data) return undefined;
    return typeof data['challenge'] === 'string' ? data['challenge'] : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where anything is not as it has to be. What the library says of it repeats what was sent, so it goes nowhere. */
export async function newPasskeyIn(
  { credential, clientData, attestationObject }: Attestation,
  { challenge, party }: Expected,
): Promise<NewPasskey | undefined> {
  try {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
    // We ask for no attestation: chains of certificates are not read at all.
    const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')));
    if (!['none', 'packed'].includes(decoded.get('fmt')) || decoded.get('attStmt').get('x5c'))
      return undefined;
    const id = credential.toString('base64url');
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON: clientData, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    if (!verified || registrationInfo.credential.id !== id) return undefined;
    const { publicKey, counter } = registrationInfo.credential;
    return { publicKey: Buffer.from(publicKey), counter };
  } catch {
    return undefined;
  }
}

/** Its new counter where it is right; undefined where anything is not as it has to be. Whether the counter has risen is not asked. */
export async function counterIn(
  { credential, clientData, authenticatorData, signature }: Assertion,
  { publicKey }: Pick<StoredPasskey, 'publicKey'>,
  { challenge, party }: Expected,
): Promise<number | undefined> {
  try {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const { parseAuthenticatorData } = await import('@simplewebauthn/server/helpers');
    const { counter } = parseAuthenticatorData(new Uint8Array(Buffer.from(authenticatorData, 'base64url')));
    const id = credential.toString('base64url');
    const { verified } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON: clientData, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // The library answers a counter that went back like a wrong signature; we tell the two apart.
      credential: { id, publicKey: new Uint8Array(publicKey), counter: counter > 0 ? counter - 1 : 0 },
    });
    return verified ? counter : undefined;
  } catch {
    return undefined;
  }
}
