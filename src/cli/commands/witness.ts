/** `kanon witness`: watches the log of a service from elsewhere and vouches that it only grows; `kanon witness-key` makes its key. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signing } from '../../access/log-crypto.ts';
import { clearUnfinished, putOnce, putOver } from '../../foundation/durable.ts';
import {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  type SignerKey,
  type VerifierKey,
  verifierKey,
} from '../../merkle/keys.ts';
import { Refused } from '../../merkle/refused.ts';
import { isKeyName } from '../../merkle/text.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { keysIn } from '../../verifier/kept-text.ts';
import { nodeChecking } from '../../verifier/node-crypto.ts';
import { REFUSAL_WORDS } from '../../verifier/refusal-words.ts';
import { Alarm, WitnessFault } from '../../witness/fault.ts';
import { WitnessMemory } from '../../witness/memory.ts';
import { lookOnce, type Watch, type WitnessedService } from '../../witness/round.ts';
import { readFileText } from '../files/input.ts';
import { serviceAt } from '../service/service.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { remark, say } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { contradictionWords, faultWords } from '../words/witness-words.ts';
import type { Desk } from '../words/words.ts';

export interface WitnessOptions {
  readonly url: string;
  /** Files of our own key, and of the log's. */
  readonly key: string;
  readonly logKey: string;
  readonly state: string;
  /** Seconds between two looks. */
  readonly every: string;
  readonly once?: true;
}

const LONGEST_PAUSE = 86_400;

/** Runs until a signal or an alarm ends it; the exit code. */
export async function watch(options: WitnessOptions, desk: Desk): Promise<number> {
  const every = parseWholeNumber(options.every, 1, LONGEST_PAUSE);
  if (every === undefined) throw new Usage(desk.words.notSeconds);
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.once(name, () => {
      stopping.abort();
    });
  const look = await lookerOf(options, signal, desk);
  for (;;) {
    try {
      const sentence = await look();
      if (sentence !== undefined) say(sentence);
      else if (options.once) say(desk.words.nothingNew);
    } catch (error) {
      if (signal.aborted) return EXIT.done;
      if (options.once || !(error instanceof Failure) || error.exitCode === EXIT.finding) throw error;
      for (const sentence of error.sentences) remark(`kanon: ${sentence}`);
    }
    if (options.once) return EXIT.done;
    await sleep(every * 1000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return EXIT.done;
  }
}

async function lookerOf(
  options: WitnessOptions,
  signal: AbortSignal,
  desk: Desk,
): Promise<() => Promise<string | undefined>> {
  const { words } = desk;
  const key = await keyIn(options.key, (text) => parseSignerKey(signing, text), desk);
  if (key.type !== 'witness') throw new Failure([words.notWitnessKey]);
  const log = await keyIn(options.logKey, (text) => parseVerifierKey(nodeChecking.sha256, text), desk);
  if (log.type !== 'log') throw new Failure([words.notLogKey]);
  const watch = watchOf(key, log, options, desk, signal);
  return () => lookInWords(watch, desk);
}

/** A witness with these keys on the service at `url`, with its memory in the folder `state`. */
export function watchOf(
  key: SignerKey,
  log: VerifierKey,
  { url, state }: Pick<WitnessOptions, 'url' | 'state'>,
  desk: Desk,
  ending?: AbortSignal,
): Watch {
  const kanon = serviceAt(url, desk, ending);
  const service: WitnessedService = {
    checkpoint: async () => (await kanon.bytes('/v1/witness/checkpoint')).body,
    consistency: async (from, to) =>
      (await kanon.get('/v1/witness/consistency', { query: { from, to } })).body.proof,
    handBack: (note) => kanon.post('/v1/witness/cosignatures', { body: { note } }),
  };
  const memory = new WitnessMemory(state, log, nodeChecking, { putOver, clearUnfinished });
  return { service, key, log, memory, checking: nodeChecking, signing };
}

/**
 * One look, in words; undefined where there was nothing new.
 *
 * throws  Failure, with the exit code of a finding where the log contradicts itself
 */
export async function lookInWords(watch: Watch, desk: Desk): Promise<string | undefined> {
  const { words } = desk;
  try {
    const vouched = await lookOnce(watch);
    if (!vouched) return undefined;
    const { size, origin, isFirst } = vouched;
    return isFirst ? words.witnessedFirst(size, origin) : words.witnessed(size, origin);
  } catch (error) {
    if (error instanceof WitnessFault) throw new Failure(faultWords(error, desk), EXIT.failed, error);
    if (!(error instanceof Alarm)) throw error;
    const { cause } = error;
    if (cause instanceof Error && !(cause instanceof Failure)) throw cause;
    const more = cause instanceof Failure ? cause.sentences : [];
    const sentences = [...contradictionWords(error, desk), ...more];
    throw new Failure(sentences, EXIT.finding, error);
  }
}

async function keyIn<Key>(file: string, parse: (text: string) => Key, desk: Desk): Promise<Key> {
  const [text = '', ...more] = keysIn(await readFileText(file, desk));
  try {
    if (more.length > 0) throw new Refused('not-a-key');
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    throw new Failure([desk.words.noKeyIn(file), REFUSAL_WORDS[cause.code][desk.lang]], undefined, cause);
  }
}

/** A new key in a new file, which only its owner may read; its public half is printed. */
export async function makeWitnessKey(name: string, { out }: { out: string }, desk: Desk): Promise<number> {
  if (!isKeyName(name)) throw new Usage(desk.words.notKeyName);
  const key = signerKey(signing, 'witness', name, randomBytes(32));
  const isMade = await putOnce(out, `${formatSignerKey(key)}\n`, 0o600).catch((cause: unknown) => {
    throw new Failure([desk.words.keyUnwritable], undefined, cause);
  });
  if (!isMade) throw new Failure([desk.words.keyUnwritable]);
  say(formatVerifierKey(verifierKey(signing, key)));
  return EXIT.done;
}
