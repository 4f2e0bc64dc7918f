/** A service with witnesses, and what somebody with a key can make of a checkpoint. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { formatVerifierKey, type SignerKey, signerKey, verifierKey } from '../../src/merkle/keys.ts';
import { formatNote, type Note, type NoteSignature, parseNote } from '../../src/merkle/note.ts';
import { cosign } from '../../src/merkle/signatures.ts';
import { signing } from '../merkle/primitives.ts';
import { call, signedIn, startApp, type TestApp } from '../setup/app.ts';

export const witnessNamed = (name: string): SignerKey => signerKey(signing, 'witness', name, randomBytes(32));
export const vkeyOf = (key: SignerKey): string => formatVerifierKey(verifierKey(signing, key));

/** Seconds since 1970. */
export const seconds = (): number => Math.floor(Date.now() / 1000);

/** The same text under these signatures alone. */
export const noteOf = ({ text }: Note, ...signatures: NoteSignature[]): string =>
  formatNote({ text, signatures });
export const cosigned = (note: Note, key: SignerKey, time = seconds()): string =>
  noteOf(note, cosign(signing, key, note.text, time));

export interface WitnessedApp extends TestApp {
  /** Folder for keys and states of witnesses. */
  readonly folder: string;
  /** Numbers and signs all that waits. */
  sign(): Promise<void>;
  /** One more entry of the log, signed. */
  grow(): Promise<void>;
  shown(): Promise<Note>;
  bring(note: string): ReturnType<typeof call>;
}

/** Starts it with the keys of these witnesses; the first checkpoint is signed. */
export async function startWitnessed(
  witnesses: readonly SignerKey[],
  env: Record<string, string> = {},
): Promise<WitnessedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'kanon-test-witness-'));
  const file = join(folder, 'witnesses');
  await writeFile(file, ['# who vouches for the log', '', ...witnesses.map(vkeyOf), ''].join('\n'));
  const app = await startApp({ KANON_WITNESSES: file, ...env });
  const sequencer = app.app.get(Sequencer);
  const sign = async (): Promise<void> => {
    // The service's own round may be under way; then a call of ours finds the lock taken.
    for (let tries = 0; tries < 100; tries++) {
      await sequencer.sequence();
      const { tree, waiting } = (await sequencer.status()) ?? {};
      if (tree && tree.signed === tree.size && waiting === 0) return;
    }
    throw new Error('the log was never signed');
  };
  await sign();
  return {
    ...app,
    folder,
    sign,
    async grow() {
      await signedIn(app, 'admin');
      await sign();
    },
    shown: async () => parseNote(Buffer.from((await call(app, 'GET', '/v1/witness/checkpoint')).text)),
    bring: (note) => call(app, 'POST', '/v1/witness/cosignatures', { body: JSON.stringify({ note }) }),
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
