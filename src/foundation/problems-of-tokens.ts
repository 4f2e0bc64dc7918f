/** What stands between a program and a token; `error` says it in the words of OAuth. */
import { define, defineOAuth } from './problem-shape.ts';

export const problemsOfTokens = {
  tokenRequestRefused: defineOAuth(
    400,
    'token-request-refused',
    'invalid_request',
    'The token request cannot be read',
    'Send a form with grant_type and what that grant needs, each once, and no scope.',
  ),
  grantUnknown: defineOAuth(
    400,
    'grant-unknown',
    'unsupported_grant_type',
    'There is no such grant',
    'Programs ask by client_credentials with a client_assertion (RFC 7523), devices by urn:ietf:params:oauth:grant-type:device_code (RFC 8628).',
  ),
  clientRefused: defineOAuth(
    401,
    'client-refused',
    'invalid_client',
    'The program is not known by this',
    'The client_assertion does not show an open program with this key, was shown before, or is not for here. Nothing more is said on purpose.',
  ),
  dpopProofRefused: defineOAuth(
    400,
    'dpop-proof-refused',
    'invalid_dpop_proof',
    'The proof does not count',
    'The header DPoP holds no proof of this request that is fresh and new (RFC 9449 §4.3).',
  ),
  dpopProofNeeded: define(
    401,
    'dpop-proof-needed',
    'A proof of the key is needed',
    'The token is bound to a key. Send it as Authorization: DPoP, with a fresh proof of that key for this request in the header DPoP (RFC 9449 §7).',
  ),
  authorizationPending: defineOAuth(
    400,
    'authorization-pending',
    'authorization_pending',
    'Nobody has answered yet',
    'The person has not said yes or no to the code yet. Look again after the interval.',
  ),
  slowDown: defineOAuth(
    400,
    'slow-down',
    'slow_down',
    'Too soon',
    'Look again after the interval; it is five seconds longer from now on.',
  ),
  deviceRefused: defineOAuth(
    400,
    'device-refused',
    'access_denied',
    'The person said no',
    'Somebody who was signed in refused this device.',
  ),
  deviceOver: defineOAuth(
    400,
    'device-over',
    'expired_token',
    'It is over',
    'The code is over, was used, or never was one. Begin anew.',
  ),
} as const;
