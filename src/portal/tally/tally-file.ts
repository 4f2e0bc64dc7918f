/** A tally as a file, sealed by a passphrase of its own: to carry it to another device. */
import { bytesOf } from '../parts/base64url.ts';
import { freshSalt, keyOfPassphrase, openText, ROUNDS, sealText } from '../report/passphrase.ts';

const FORM = 'kanon-tally/1';
/** Bytes; twenty thousand strokes are fewer. */
export const LARGEST_FILE = 4_000_000;
/** A file says by how many rounds its key is made; more would stop the device. */
const MOST_ROUNDS = 5_000_000;

const textOf = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

export async function sealedFile(content: unknown, passphrase: string): Promise<string> {
  const salt = freshSalt();
  const { iv, data } = await sealText(JSON.stringify(content), await keyOfPassphrase(passphrase, salt));
  return JSON.stringify({
    form: FORM,
    kdf: 'PBKDF2-HMAC-SHA-256',
    iterations: ROUNDS,
    cipher: 'AES-256-GCM',
    salt: textOf(salt),
    iv: textOf(iv),
    data: textOf(new Uint8Array(data)),
  });
}

/** What was sealed; `not-ours` where the file is something else, `wrong` where the passphrase does not open it. */
export async function openedFile(
  text: string,
  passphrase: string,
): Promise<{ content: unknown } | 'not-ours' | 'wrong'> {
  let read: Record<string, unknown>;
  try {
    read = (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return 'not-ours';
  }
  const { form, iterations, salt, iv, data } = read;
  if (form !== FORM || typeof iterations !== 'number' || !(iterations >= 1 && iterations <= MOST_ROUNDS))
    return 'not-ours';
  if (typeof salt !== 'string' || typeof iv !== 'string' || typeof data !== 'string') return 'not-ours';
  try {
    const key = await keyOfPassphrase(passphrase, bytesOf(salt), iterations);
    const plain = await openText({ iv: bytesOf(iv), data: bytesOf(data).buffer }, key);
    return plain === undefined ? 'wrong' : { content: JSON.parse(plain) as unknown };
  } catch {
    return 'not-ours';
  }
}
