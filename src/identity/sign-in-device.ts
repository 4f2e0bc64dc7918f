/**
 * A device without a browser of its own asks to be let in, and a person who is signed in elsewhere says yes or no to the code that
 * it shows.
 *
 * source  RFC 8628 (device authorization grant), above all §5.1 (guessing) and §5.4 (phishing)
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '../access/access-log.ts';
import type { Actor } from '../access/actor.ts';
import { newEntryId } from '../access/entry.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import { UnknownOutcome } from '../foundation/database/failure.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { AccountStore } from './account.store.ts';
import { Buckets } from './bucket.ts';
import { type AskedDevice, DeviceGrantStore } from './device-grant.store.ts';
import { type Granted, Sessions } from './sessions.ts';
import { Signer } from './signer.ts';

/** Seconds for which a device may ask, and between two looks of it. */
const LIFE = 600;
const PACE = 5;
/** Letters of a code: no vowels, so that no word comes of it, and none that look alike (RFC 8628 §6.1). */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;
const FORM = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);
/** Devices of one source that ask: each is a row. */
const ASKING = { burst: 20, rate: 1 / 30 };
/** Codes that one account tries: of 20⁸ it finds none. */
const TRYING = { burst: 10, rate: 1 / 30 };

export interface Asking {
  readonly device: string;
  /** As it is shown: two times four letters. */
  readonly code: string;
  readonly seconds: number;
  readonly pace: number;
}

@Injectable()
export class DeviceSignIn {
  private readonly asking = new Buckets(ASKING);
  private readonly trying = new Buckets(TRYING);

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: DeviceGrantStore,
    private readonly accounts: AccountStore,
    private readonly sessions: Sessions,
    private readonly signer: Signer,
    private readonly log: AccessLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws too-many-sign-ins. */
  async begin(source: string): Promise<Asking> {
    const { isAllowed, wait } = this.asking.take(source);
    if (!isAllowed) throw problems.tooManySignIns(wait);
    const device = randomBytes(32);
    const letters = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
    const { tenant } = this.settings;
    await this.unrecorded.read('sign-in', tenant, async (tx) => {
      await this.store.forgetOver(tx, tenant);
      await this.store.put(tx, tenant, digestOf(device), this.codeDigest(letters) ?? device, LIFE);
    });
    const code = `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
    return { device: device.toString('base64url'), code, seconds: LIFE, pace: PACE };
  }

  /**
   * What a person says to the device that shows this code; `look` says nothing to it.
   *
   * throws  not-found where no device with this code waits; too-many-sign-ins
   */
  async answer(tx: Tx, actor: Actor, code: string, say: 'look' | 'yes' | 'no'): Promise<AskedDevice> {
    const { tenant, account = '', amr = [], provedAt: at = 0 } = actor;
    note(tx, { object: { say } });
    const { isAllowed, wait } = this.trying.look(account);
    if (!isAllowed) throw problems.tooManySignIns(wait);
    const digest = this.codeDigest(code);
    const asked = digest && (await this.store.waiting(tx, tenant, digest));
    const isDone =
      asked &&
      (say === 'look' ||
        (await this.store.answer(tx, tenant, digest, { said: say, account, proof: { amr, at } })));
    if (isDone) return asked;
    this.trying.take(account);
    throw problems.notFound();
  }

  /** A session once somebody has said yes. Throws authorization-pending, slow-down, device-refused, device-over. */
  async poll(text: string): Promise<Granted> {
    const secret = Buffer.from(text, 'base64url');
    if (secret.length !== 32 || secret.toString('base64url') !== text) throw problems.deviceOver();
    const { tenant } = this.settings;
    const outcome = await this.unrecorded
      .read('entry of an access', tenant, (tx) => this.outcome(tx, digestOf(secret)))
      .catch((cause: unknown) => {
        // The session may stand there after all.
        if (cause instanceof UnknownOutcome) throw cause;
        throw Object.assign(problems.unavailable(), { cause });
      });
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.granted;
  }

  private async outcome(tx: Tx, device: Buffer): Promise<{ granted: Granted } | { refusal: Problem }> {
    const { tenant } = this.settings;
    const polled = await this.store.poll(tx, tenant, device);
    if (!polled || polled.isOver) return { refusal: problems.deviceOver() };
    if (polled.isSoon) return { refusal: problems.slowDown() };
    if (polled.said === null || polled.account === null) return { refusal: problems.authorizationPending() };
    await this.store.use(tx, tenant, device);
    if (polled.said === 'no') return { refusal: problems.deviceRefused() };
    const account = await this.accounts.byId(tx, tenant, polled.account);
    if (!account) return { refusal: problems.deviceOver() };
    const { amr, provedAt: at } = polled;
    const { granted, actor, begin } = await this.sessions.prepare(account, { amr, at });
    await begin(tx);
    this.log.append(tx, {
      id: newEntryId(),
      tenant,
      actor,
      action: 'session.create',
      place: everywhere(),
      purpose: undefined,
      decision: 'allowed',
      rules: [],
      object: { how: 'device' },
    });
    return { granted };
  }

  /** However it was typed; undefined where it can be none. Keyed, since so few letters are soon tried. */
  codeDigest(code: string): Buffer | undefined {
    const letters = code.toUpperCase().replaceAll(/[\s-]/g, '');
    if (!FORM.test(letters)) return undefined;
    return this.signer.mac('kanon-device-code', letters);
  }
}

const digestOf = (secret: Buffer): Buffer => createHash('sha256').update(secret).digest();
