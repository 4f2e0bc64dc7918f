/** Slows down guessing: so many tries an hour, counted in the database for all processes, before any work is done for them. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Loop } from '../foundation/loop.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Devices } from './device.ts';
import {
  accountOfCode,
  type Caller,
  type Counter,
  countersOf,
  type Mac,
  sourceCounter,
  type Way,
} from './lanes.ts';
import { SignInTryStore } from './sign-in-try.store.ts';
import { Signer } from './signer.ts';

/** Full counters remembered at once, so that what is refused anyway costs no trip; the database knows them all. */
const REMEMBERED = 10_000;
/** Seconds for which that is believed: in another process a try may be given back meanwhile. */
const BELIEVED = 60;
/** Milliseconds between two looks for what is over. */
const PACE = 600_000;
/** Rows removed in one transaction. */
const BATCH = 5_000;

/** A try that counts until it is given back. */
export interface Taken {
  /** Whether the device signed in to this account before. */
  readonly isKnown: boolean;
  readonly keys: readonly Buffer[];
  readonly at: string;
}

@Injectable()
export class SignInTries implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.clear(), PACE);
  /** By key, when another try makes sense, and until when that is believed; in milliseconds of this process. */
  private readonly full = new Map<string, { readonly until: number; readonly believed: number }>();
  private readonly mac: Mac;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: SignInTryStore,
    private readonly devices: Devices,
    signer: Signer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.mac = (...words) => signer.mac('kanon-try', JSON.stringify([settings.tenant, ...words]));
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /**
   * Counts a try at the account of that name, whether there is one or not. It counts before the password is looked at,
   * since guesses may come all at once.
   *
   * throws  too-many-sign-ins where a counter is full; then this try counts in none
   */
  async take(way: Way, name: string, { source, devices }: Caller): Promise<Taken> {
    const device = devices.find((one) => this.devices.isOf(one, name));
    const counters = countersOf(this.mac, way, name, source, device);
    this.refuseFull(counters);
    const counts = await this.unrecorded.read('sign-in', this.settings.tenant, async (tx) => {
      const added = await this.store.add(tx, this.settings.tenant, counters);
      const over = added.filter(({ key, tries }) => tries > mostOf(counters, key));
      if (over.length === 0) return added;
      // A new code may open it at any moment, in another process too.
      if (way !== 'code') for (const { key, wait } of over) this.remember(key, wait);
      throw problems.tooManySignIns(Math.max(...over.map(({ wait }) => wait)));
    });
    return { isKnown: device !== undefined, keys: counters.map(({ key }) => key), at: counts[0]?.at ?? '' };
  }

  /** It was right, or could not be made: it does not count. */
  async giveBack({ keys, at }: Taken): Promise<void> {
    const { tenant } = this.settings;
    await this.unrecorded.read('sign-in', tenant, (tx) => this.store.takeAway(tx, tenant, keys, at));
    // It may have been the one that filled them.
    for (const key of keys) this.full.delete(key.toString('base64'));
  }

  /** Throws too-many-sign-ins where this source has no try left at any account, as far as this process knows. */
  refuseFullSource(source: string): void {
    this.refuseFull([sourceCounter(this.mac, source)]);
  }

  /** The account of that name gets a new code. */
  forget(tx: Tx, name: string): Promise<void> {
    return this.store.forget(tx, this.settings.tenant, accountOfCode(this.mac, name));
  }

  /** Removes what is over; how much it was. */
  async clear(): Promise<number> {
    const { tenant } = this.settings;
    let cleared = 0;
    for (let batch = BATCH; batch === BATCH && !this.loop.stopping.aborted; cleared += batch)
      batch = await this.unrecorded.read('sign-in', tenant, (tx) => this.store.clear(tx, tenant, BATCH));
    return cleared;
  }

  private refuseFull(counters: readonly Counter[], now = performance.now()): void {
    const waits = counters
      .map(({ key }) => this.full.get(key.toString('base64')))
      .filter((full) => full !== undefined && full.believed > now)
      .map((full) => (full?.until ?? now) - now);
    if (waits.length > 0) throw problems.tooManySignIns(Math.max(1, Math.ceil(Math.max(...waits) / 1000)));
  }

  private remember(key: Buffer, wait: number): void {
    const [text, now] = [key.toString('base64'), performance.now()];
    this.full.delete(text);
    // A Map keeps the order of insertion, so the first key is the oldest.
    if (this.full.size >= REMEMBERED) this.full.delete(this.full.keys().next().value ?? '');
    this.full.set(text, { until: now + wait * 1000, believed: now + Math.min(wait, BELIEVED) * 1000 });
  }
}

const mostOf = (counters: readonly Counter[], key: Buffer): number =>
  counters.find((counter) => counter.key.equals(key))?.most ?? 0;
