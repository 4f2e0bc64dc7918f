/** What stands between a person and an act: signing in, rights, a second person, too many tries. */
import { define, defineWait, defineWith } from './problem-shape.ts';

export const problemsOfAccounts = {
  notSignedIn: define(
    401,
    'not-signed-in',
    'Sign in first',
    'Send Authorization: Bearer with an access token from POST /v1/sessions; tokens last 15 minutes.',
  ),
  signInFailed: define(
    401,
    'sign-in-failed',
    'Sign-in failed',
    'Account and password do not match. Nothing more is said on purpose.',
  ),
  notLinked: define(
    403,
    'not-linked',
    'Not linked to an account',
    'The issuer knows you, and no account here is linked to you yet. Send the token as `issuerToken` when you activate the account.',
  ),
  notAllowed: define(
    403,
    'not-allowed',
    'Not allowed',
    'Your role and scope do not include this. The refusal was recorded.',
  ),
  samePerson: define(
    403,
    'same-person',
    'A second person is needed',
    'Who froze a period cannot also release it, who asked for something cannot also confirm it, and nobody approves of what concerns the own account.',
  ),
  ownAccount: define(
    403,
    'own-account',
    'Not your own account',
    'Somebody else changes, resets or closes an account; your own password is changed with the old one.',
  ),
  tooManySchools: defineWith<{ most: number }>(
    409,
    'too-many-schools',
    'Too many schools for a reporter',
    (f) =>
      `A reporter has at most ${f.most} schools. For more, make an account for each worker, or one with the role provider for a processor under contract.`,
  ),
  tooManySignIns: defineWait(
    429,
    'too-many-sign-ins',
    'Too many attempts',
    'Too many sign-ins have failed from here, or at this account from devices that are not known to it. Wait as Retry-After says, or sign in from a device that did so before. A new one-time code works at once.',
  ),
  tooManyRequests: defineWait(
    429,
    'too-many-requests',
    'Too many requests',
    'More was asked than one account, or everybody without one, may ask at once. Wait as Retry-After says; RateLimit tells what is left.',
  ),
  busySigningIn: define(
    429,
    'busy-signing-in',
    'Many sign in at once',
    'More people sign in at this moment than can be served. Try again in a few seconds.',
    5,
  ),
} as const;
