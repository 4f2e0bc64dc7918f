/** All keys of the service but that of the log: which one signs, and by which ones something signed is told again. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { JWK } from 'jose';
import { systemActor } from '../access/actor.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Loop } from '../foundation/loop.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Accounts } from './accounts.ts';
import { inUse, type KeyState, stateOf } from './key-choice.ts';
import { KeyFiles } from './key-files.ts';
import { type HeldKey, KEY_PURPOSES, type KeyPurpose, SIGNING_PURPOSES } from './key-purposes.ts';
import { KeyRegisterStore, type NewKey, type RegisteredKey } from './key-register.store.ts';
import { isOurs, sealed } from './key-seal.ts';
import { TOKEN_LIFE } from './token-life.ts';

/** Milliseconds between two looks at the register. */
const PACE = 2000;
/** Milliseconds between two looks that unknown keys cause, however many of them come. */
const AT_MOST = 500;

/** A key of the register as a person sees it. */
export interface ListedKey extends RegisteredKey {
  /** `foreign` where nobody who has our secrets wrote it. */
  readonly state: KeyState | 'foreign';
  /** Name of the file of its secret, where that lies in this folder. */
  readonly file: string | undefined;
}

@Injectable()
export class Keyring implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  readonly files: KeyFiles;
  private readonly loop = new Loop(() => this.look(), PACE);
  private held: readonly HeldKey[] = [];
  private written: readonly RegisteredKey[] = [];
  private ours: readonly RegisteredKey[] = [];
  private readonly publicHalves = new Map<string, KeyObject>();
  private lookedAt = 0;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly register: KeyRegisterStore,
    accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const asking = systemActor(settings.tenant, 'first start', 'admin');
    this.files = new KeyFiles(settings.data, () => accounts.exist(asking));
  }

  /** Reads the keys, or makes them on the first start; throws Told where a file holds none. */
  async onModuleInit(): Promise<void> {
    await this.files.ready();
    await this.look();
    const { tenant } = this.settings;
    const first = KEY_PURPOSES.filter((purpose) => !this.written.some((key) => key.purpose === purpose));
    if (first.length === 0) return;
    await this.unrecorded.read('keys in use', tenant, async (tx) => {
      for (const purpose of first) await this.register.add(tx, tenant, this.line(this.newestOf(purpose)));
    });
    await this.look();
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /** The key of a purpose that signs now. Throws unavailable where no secret of such a key lies in this folder. */
  signing(purpose: KeyPurpose): HeldKey {
    // One that has not come into this folder yet is no reason to sign nothing.
    const key = inUse(this.of(purpose).filter(({ id }) => this.secretOf(purpose, id)));
    const held = key && this.secretOf(purpose, key.id);
    if (!held) throw Object.assign(problems.unavailable(), { cause: new Error(`no key of ${purpose}`) });
    return held;
  }

  /** The public half of a key whose tokens may be valid; undefined for any other id. Looks again where it is unknown. */
  async tokenKey(id: string): Promise<KeyObject | undefined> {
    if (!this.of('tokens').some((key) => key.id === id)) await this.lookAgain();
    return this.isTokenKey(id) ? this.publicHalves.get(id) : undefined;
  }

  /** Whether a token of this key may be valid, as far as was last seen. */
  isTokenKey(id: string): boolean {
    const own = this.of('tokens');
    return own.some((key) => key.id === id && !['over', 'retired'].includes(stateOf(key, own, TOKEN_LIFE)));
  }

  /**
   * The public halves as JWKS (RFC 7517) lists them: of tokens those that may be valid, of receipts and certificates
   * all that there ever were. Two members are ours: what a key is for, and when it was retired.
   */
  published(): JWK[] {
    const found = new Map<string, JWK & { purposes: string[] }>();
    for (const purpose of SIGNING_PURPOSES)
      for (const { id, jwk, retiredAt } of this.of(purpose)) {
        if (!jwk || (purpose === 'tokens' && !this.isTokenKey(id))) continue;
        const { kty, crv, x } = jwk;
        const before = found.get(id) ?? { kty, crv, x, kid: id, alg: 'EdDSA', use: 'sig', purposes: [] };
        const retired = retiredAt ? { retired: retiredAt.toISOString() } : {};
        found.set(id, {
          ...before,
          ...retired,
          purposes: [...new Set([...before.purposes, purpose])],
        } as never);
      }
    return [...found.values()];
  }

  listed(): ListedKey[] {
    return this.written.map((key) => {
      const life = key.purpose === 'tokens' ? TOKEN_LIFE : undefined;
      const state = this.ours.includes(key) ? stateOf(key, this.of(key.purpose), life) : 'foreign';
      return { ...key, state, file: this.secretOf(key.purpose, key.id)?.file };
    });
  }

  /** Those of a purpose that are believed, the oldest first. */
  of(purpose: KeyPurpose): readonly RegisteredKey[] {
    return this.ours.filter((key) => key.purpose === purpose);
  }

  secretOf(purpose: KeyPurpose, id: string): HeldKey | undefined {
    return this.held.find((key) => key.purpose === purpose && key.id === id);
  }

  /** All whose secrets lie in this folder. */
  get atHand(): readonly HeldKey[] {
    return this.held;
  }

  /** A key as the register is to hold it, with the next number and sealed. */
  line({ purpose, id, open }: HeldKey): NewKey {
    const number =
      1 + Math.max(0, ...this.written.filter((key) => key.purpose === purpose).map((key) => key.number));
    const used = inUse(this.of('seals').filter((key) => this.secretOf('seals', key.id)));
    const seals = (used && this.secretOf('seals', used.id)) ?? this.newestOf('seals');
    return { purpose, number, id, jwk: open, seal: sealed(seals, { purpose, number, id }) };
  }

  /** The newest one in this folder, whatever the register says. */
  newestOf(purpose: KeyPurpose): HeldKey {
    const key = this.held.findLast((own) => own.purpose === purpose);
    if (!key) throw new Error(`the keys were asked for before the start had ended`);
    return key;
  }

  /** Looks at the register and the folder now, and not only with the next round. */
  refresh(): Promise<void> {
    return this.loop.now();
  }

  /** Where somebody has just looked it waits for a moment: what is asked for may have been written since. */
  private lookAgain(): Promise<void> {
    const wait = Math.max(0, this.lookedAt + AT_MOST - Date.now());
    this.looking ??= sleep(wait)
      .then(() => this.refresh())
      .finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async look(): Promise<void> {
    const { tenant } = this.settings;
    const written = await this.unrecorded.read('keys in use', tenant, (tx) => this.register.all(tx, tenant));
    const isAtHand = KEY_PURPOSES.every((purpose) => {
      const newest = written.findLast((key) => key.purpose === purpose);
      return newest && this.secretOf(purpose, newest.id);
    });
    if (!isAtHand) this.held = await this.files.read();
    const ours: RegisteredKey[] = [];
    for (const key of written) if (await isOurs(key, this.held)) ours.push(key);
    for (const { jwk, id } of ours)
      if (jwk && !this.publicHalves.has(id))
        this.publicHalves.set(id, createPublicKey({ key: jwk as never, format: 'jwk' }));
    [this.written, this.ours, this.lookedAt] = [written, ours, Date.now()];
  }
}
