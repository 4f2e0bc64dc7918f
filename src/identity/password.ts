/** Passwords by argon2id, no more of them at once than there are cores. */
import { availableParallelism } from 'node:os';
import { randomBytes } from 'node:crypto';
import argon2 from 'argon2';
import { problems } from '../foundation/problem.ts';
import { PasswordLine } from './password-line.ts';

/** OWASP's second choice: 19 MiB, two passes, one lane. */
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = availableParallelism();
/** More sign-ins in line than this would wait longer than a person does. */
const LINE = 64;

const line = new PasswordLine(AT_ONCE, LINE);

/** Throws busy-signing-in where so many wait already. */
export function mustHaveRoom(isKnown: boolean): void {
  if (!line.hasRoom(isKnown)) throw problems.busySigningIn();
}

/** Of somebody who has proved already who it is. */
export const hashPassword = (password: string): Promise<string> =>
  line.run(true, () => argon2.hash(password, COST));

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the account's; takes as long where there is no account.
 *
 * isKnown  whether the device signed in before; its line is not that of strangers
 * throws   busy-signing-in
 */
export async function isPassword(
  hash: string | null | undefined,
  password: string,
  isKnown = false,
): Promise<boolean> {
  mustHaveRoom(isKnown);
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const against = hash ?? (await decoy);
  const matches = await line.run(isKnown, () => argon2.verify(against, password));
  return matches && typeof hash === 'string';
}

/** Twenty letters and digits that nobody confuses: 100 bits. */
export function newPassword(): string {
  const letters = 'abcdefghijkmnopqrstuvwxyz2345678';
  const text = [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('');
  return text.replaceAll(/(.{5})(?=.)/g, '$1-');
}
