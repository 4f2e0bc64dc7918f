/** What stands between the right password and an act: a second factor, and one that was shown lately. */
import { Problem, define } from './problem-shape.ts';

export const problemsOfFactors = {
  /** `factors`: the kinds that the account has. */
  secondFactorNeeded: (factors: readonly string[]): Problem =>
    new Problem(
      { status: 401, code: 'second-factor-needed', title: 'A second factor is needed' },
      'The password is right. Send it again with a code of the authenticator app, or with a recovery code, in `code`; or sign in by a passkey.',
      {},
      undefined,
      undefined,
      factors,
    ),
  secondFactorWrong: define(
    401,
    'second-factor-wrong',
    'The code is wrong',
    'The code does not fit, or was used before. The app shows the next one within 30 seconds; check the clock of the device.',
  ),
  passkeyCopied: define(
    401,
    'passkey-copied',
    'This passkey may have been copied',
    'The counter of this passkey went back: there may be a copy of it. Sign in by another way, remove it and set up a new one. The attempt was recorded.',
  ),
  stepUpNeeded: define(
    401,
    'step-up-needed',
    'Show again who you are',
    'This takes a second factor that was shown within the last five minutes: POST /v1/sessions/current/step-up, or sign in again.',
  ),
  secondFactorMissing: define(
    403,
    'second-factor-missing',
    'Set up a second factor first',
    'Your role works with a second factor, and this session has shown none. POST /v1/factors/totp sets one up; refresh the session afterwards, or sign in again.',
  ),
} as const;
