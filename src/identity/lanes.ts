/**
 * Which counters a try at an account stands in. Trust hangs on a device, not on an address: a school is one address,
 * and a pupil sits in it. So whoever guesses fills the lane of the unknown, and never that of who signed in before.
 */
import type { Device } from './device.ts';

/** Tries that fail within an hour, of one device, or of one source at one account. */
const OF_ONE = 20;
/** Of all unknown devices together, at one account. */
const OF_ACCOUNT = 100;
/** Of one source, at whatever accounts, there are such or not. */
const OF_SOURCE = 100;

/** `password`: whatever proves the old password; `code`: a one-time code, which guessing cannot find; `mailbox`: asking for one by mail. */
export type Way = 'password' | 'code' | 'mailbox';

/** Who tries, before it is known who it is. */
export interface Caller {
  /** As `sourceOf` spells it. */
  readonly source: string;
  /** Devices that the request brings, each of one account. */
  readonly devices: readonly Device[];
}

export interface Counter {
  /** HMAC of what is counted, 32 bytes. */
  readonly key: Buffer;
  readonly most: number;
  /** HMAC of the account's name, where a new code clears it. */
  readonly account?: Buffer;
}

/** A keyed digest of some words. */
export type Mac = (...words: readonly string[]) => Buffer;

export const sourceCounter = (mac: Mac, source: string): Counter => ({
  key: mac('source', source),
  most: OF_SOURCE,
});

export const accountOfCode = (mac: Mac, name: string): Buffer => mac('code', name);

/**
 * Nothing here depends on whether there is an account of that name.
 *
 * device  of this account; undefined where none is known
 */
export function countersOf(
  mac: Mac,
  way: Way,
  name: string,
  source: string,
  device: Device | undefined,
): readonly Counter[] {
  // Guessing 80 bits is hopeless, so no lane of all is closed by it: a new code always works.
  if (way === 'code')
    return [{ key: mac('code', source, name), most: OF_ONE, account: accountOfCode(mac, name) }];
  // How often a mailbox gets one is bounded where it is made; so nobody closes this lane to a device that is known.
  if (way === 'mailbox')
    return [
      {
        key: device ? mac('mailbox', device.id.toString('hex'), name) : mac('mailbox', source),
        most: OF_ONE,
      },
    ];
  if (device) return [{ key: mac('device', device.id.toString('hex'), name), most: OF_ONE }];
  return [
    sourceCounter(mac, source),
    { key: mac('source and account', source, name), most: OF_ONE },
    { key: mac('account', name), most: OF_ACCOUNT },
  ];
}
