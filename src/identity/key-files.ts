/** The secret halves of our keys: one file each, which only the service may read. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exportPKCS8, generateKeyPair } from 'jose';
import { clearUnfinished, putOnce, syncFolder } from '../foundation/durable.ts';
import { step } from '../foundation/step.ts';
import { emptyKey, sealsFrom, secretIn } from './key-text.ts';
import { type HeldKey, isSigning, KEY_PURPOSES, type KeyPurpose, SIGNING_PURPOSES } from './key-purposes.ts';

/** Older versions had one key for all that is signed. Where it lies it is the first one of each purpose. */
export const FIRST_FILE = 'signing-key.pem';
const NAME = new RegExp(`^(${KEY_PURPOSES.join('|')})-key-(\\d{1,6})(\\.pem)?$`);

/** How the file of a key is called by its number. */
export const keyFile = (purpose: KeyPurpose, number: number): string =>
  `${purpose}-key-${number}${isSigning(purpose) ? '.pem' : ''}`;

export class KeyFiles {
  /** isUsed  whether anybody has an account; it is asked where a file is empty */
  constructor(
    private readonly folder: string,
    private readonly isUsed: () => Promise<boolean>,
  ) {}

  /**
   * Makes the first key of each purpose that has none. Two processes may start at once: the first one's keys stay.
   *
   * throws  Told for a file that is empty although somebody has an account, or that cannot be read
   */
  async ready(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const file of await this.names()) if ((await this.sizeOf(file)) === 0) await this.mend(file);
    const old = (await this.sizeOf(FIRST_FILE)) === undefined ? [] : await this.keysIn(FIRST_FILE);
    const named = await this.names();
    for (const purpose of KEY_PURPOSES) {
      if (named.some((file) => purposeOf(file) === purpose)) continue;
      if (old.length > 0 && isSigning(purpose)) continue;
      // With a folder of its own each process comes to the same secret, if they had the same key before.
      const text = old[0] && !isSigning(purpose) ? sealsFrom(old[0].secret) : await newText(purpose);
      await this.put(keyFile(purpose, 1), text);
    }
    for (const file of new Set([FIRST_FILE, ...KEY_PURPOSES.map((purpose) => keyFile(purpose, 1))]))
      await clearUnfinished(join(this.folder, file));
  }

  /** All keys, of each purpose the oldest file first. Throws Told for a file that holds none. */
  async read(): Promise<HeldKey[]> {
    const files = (await this.names()).sort((one, other) => numberIn(one) - numberIn(other));
    return (await Promise.all(files.map((file) => this.keysIn(file)))).flat();
  }

  /** A new key; its file is named by the number, or by the next one that is free. */
  async add(purpose: KeyPurpose, number: number): Promise<HeldKey> {
    const file = keyFile(purpose, number);
    if (!(await putOnce(join(this.folder, file), await newText(purpose), 0o600)))
      return this.add(purpose, number + 1);
    const [key] = await this.keysIn(file);
    if (!key) throw new Error(`${file} was removed while it was made`);
    return key;
  }

  async remove(file: string): Promise<void> {
    await rm(join(this.folder, file), { force: true });
    await syncFolder(this.folder);
  }

  private async put(file: string, text: string): Promise<void> {
    await putOnce(join(this.folder, file), text, 0o600).catch(unlessMissing);
  }

  private async names(): Promise<string[]> {
    return (await readdir(this.folder)).filter((file) => file === FIRST_FILE || NAME.test(file));
  }

  private async keysIn(file: string): Promise<HeldKey[]> {
    const bytes = await readFile(join(this.folder, file)).catch(unlessMissing);
    if (bytes === undefined) return [];
    const purpose = purposeOf(file);
    const read = await secretIn(join(this.folder, file), bytes, purpose ?? 'tokens');
    const purposes = purpose === undefined ? SIGNING_PURPOSES : [purpose];
    return purposes.map((own) => ({ purpose: own, file, ...read }));
  }

  /** Bytes of the file; undefined where there is none. */
  private async sizeOf(file: string): Promise<number | undefined> {
    return (await stat(join(this.folder, file)).catch(unlessMissing))?.size;
  }

  /**
   * Older versions, killed at the wrong moment or on a full disk, left an empty file. Where nobody has an account
   * nobody was given a token, so nothing was ever signed and a new key takes nothing away.
   */
  private async mend(name: string): Promise<void> {
    const file = join(this.folder, name);
    if (await this.isUsed()) throw emptyKey(file);
    // Two processes may mend at once: what is set aside is looked at again, and a key is put back.
    const aside = `${name}.${process.pid}-${randomBytes(8).toString('hex')}.new`;
    await rename(file, join(this.folder, aside)).catch(unlessMissing);
    step('key.set-aside');
    if (((await this.sizeOf(aside)) ?? 0) > 0)
      await link(join(this.folder, aside), file).catch(unlessMissing);
    await rm(join(this.folder, aside), { force: true });
  }
}

const purposeOf = (file: string): KeyPurpose | undefined => NAME.exec(file)?.[1] as KeyPurpose | undefined;

/** The one that older versions made comes first. */
const numberIn = (file: string): number => Number(NAME.exec(file)?.[2] ?? 0);

async function newText(purpose: KeyPurpose): Promise<string> {
  if (!isSigning(purpose)) return `${randomBytes(32).toString('base64url')}\n`;
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return exportPKCS8(privateKey);
}

/** Somebody else, who starts at the same time, was quicker. */
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
