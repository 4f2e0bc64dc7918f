/** The Ed25519 key that signs our tokens: a file that only the service may read. */
import { createPrivateKey, randomBytes, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type JWK, calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { clearUnfinished, putOnce } from '../foundation/durable.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { step } from '../foundation/step.ts';
import { Accounts } from './accounts.ts';

const ALGORITHM = 'EdDSA';
const NO_COPY =
  'Where there is no copy, move the file away and start again: then nobody can check any more what was signed with it, receipts above all.';

@Injectable()
export class SigningKey implements OnModuleInit {
  private pair: { readonly id: string; readonly secret: KeyObject; readonly open: JWK } | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly accounts: Accounts,
  ) {}

  /** Reads the key, or makes one on the first start; throws an Error of two sentences where the file holds none. */
  async onModuleInit(): Promise<void> {
    const file = join(this.settings.data, 'signing-key.pem');
    await mkdir(this.settings.data, { recursive: true, mode: 0o700 });
    if ((await sizeOf(file)) === 0) await this.mend(file);
    await writeOnce(file);
    const secret = parse(file, await readFile(file));
    const { kty, crv, x } = await exportJWK(secret);
    const open = { kty, crv, x } as JWK;
    this.pair = { id: await calculateJwkThumbprint(open), secret, open };
  }

  get id(): string {
    return this.loaded.id;
  }

  get secret(): KeyObject {
    return this.loaded.secret;
  }

  /** The public half, as JWKS lists it. */
  get open(): JWK {
    return { ...this.loaded.open, kid: this.id, alg: ALGORITHM, use: 'sig' };
  }

  private get loaded(): NonNullable<typeof this.pair> {
    if (!this.pair) throw new Error('the signing key was asked for before the start had ended');
    return this.pair;
  }

  /**
   * Older versions, killed at the wrong moment or on a full disk, left an empty file. Where nobody has an account
   * nobody was given a token, so nothing was ever signed and a new key takes nothing away.
   */
  private async mend(file: string): Promise<void> {
    const { tenant } = this.settings;
    const isUsed = await this.accounts.exist({ tenant, role: 'admin', system: 'first start', schools: [] });
    if (isUsed)
      throw new Error(
        `The signing key ${file} is empty: bring it back from the backup of the keys. ${NO_COPY}`,
      );
    // Two processes may mend at once: what is set aside is looked at again, and a key is put back.
    const aside = `${file}.${process.pid}-${randomBytes(8).toString('hex')}.new`;
    await rename(file, aside).catch(unlessMissing);
    step('key.set-aside');
    if ((await sizeOf(aside)) !== 0) await link(aside, file).catch(unlessMissing);
    await rm(aside, { force: true });
  }
}

/** Bytes of the file; undefined where there is none. */
const sizeOf = async (file: string): Promise<number | undefined> =>
  (await stat(file).catch(unlessMissing))?.size;

/** Two processes may start at once: the first one's key stays. */
async function writeOnce(file: string): Promise<void> {
  if ((await sizeOf(file)) === undefined) {
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    await putOnce(file, await exportPKCS8(privateKey), 0o600).catch(unlessMissing);
  }
  await clearUnfinished(file);
}

function parse(file: string, pem: Buffer): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What OpenSSL says of it helps nobody, and would be said of a secret.
  }
  throw new Error(
    `The signing key ${file} cannot be read: bring it back from the backup of the keys. ${NO_COPY}`,
  );
}

/** Somebody else, who starts at the same time, was quicker. */
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
