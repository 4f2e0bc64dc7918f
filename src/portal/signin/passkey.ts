/** Passkeys of this device: one is made, or one is shown. What goes over the wire is base64url, as the service has it. */
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { bytesOf } from '../parts/base64url.ts';

export const hasPasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

/** Whether it was the person, or the device, that broke it off; nothing has to be said then but that. */
export const wasLeft = (error: unknown): boolean => error instanceof DOMException;

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** Makes one for the account that is signed in, and hands it to the service; the recovery codes where there were none. */
export async function addPasskey(): Promise<readonly string[]> {
  const { body: asked } = await api.post('/v1/factors/passkeys/options');
  const made = (await navigator.credentials.create({
    publicKey: {
      rp: asked.rp,
      user: { ...asked.user, id: bytesOf(asked.user.id) },
      challenge: bytesOf(asked.challenge),
      pubKeyCredParams: asked.pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
      excludeCredentials: asked.excludeCredentials.map(({ id }) => ({ type: 'public-key', id: bytesOf(id) })),
      authenticatorSelection: asked.authenticatorSelection,
      attestation: asked.attestation,
      timeout: asked.timeout,
    },
  })) as PublicKeyCredential;
  const answer = made.response as AuthenticatorAttestationResponse;
  const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
  const ways = answer.getTransports();
  const { body } = await api.post('/v1/factors/passkeys', {
    body: {
      credential: textOf(made.rawId),
      clientData: textOf(answer.clientDataJSON),
      attestationObject: textOf(answer.attestationObject),
      transports: known.filter((way) => ways.includes(way)),
    },
  });
  return body.recoveryCodes;
}

/** The device asks the person for finger, face or PIN: to sign in, or again for the session that has begun. */
export async function showPasskey(
  challenge: '/v1/passkeys/challenges' | '/v1/sessions/current/step-up/challenge' = '/v1/passkeys/challenges',
): Promise<Schemas['PasskeyAssertion']> {
  const { body: asked } = await api.post(challenge);
  const shown = (await navigator.credentials.get({
    publicKey: {
      challenge: bytesOf(asked.challenge),
      rpId: asked.rpId,
      userVerification: asked.userVerification,
      timeout: asked.timeout,
    },
  })) as PublicKeyCredential;
  const answer = shown.response as AuthenticatorAssertionResponse;
  return {
    credential: textOf(shown.rawId),
    clientData: textOf(answer.clientDataJSON),
    authenticatorData: textOf(answer.authenticatorData),
    signature: textOf(answer.signature),
    ...(answer.userHandle && { userHandle: textOf(answer.userHandle) }),
  };
}
