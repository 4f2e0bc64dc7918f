/** `kanon witness`: watches the log of a service from elsewhere and vouches that it only grows; `kanon witness-key` makes its key. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256, signing } from '../../access/log-crypto.ts';
import { putOnce } from '../../foundation/durable.ts';
import {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  verifierKey,
} from '../../merkle/keys.ts';
import { Refused } from '../../merkle/refused.ts';
import { isKeyName } from '../../merkle/text.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { keysIn } from '../../verifier/kept-text.ts';
import { Api } from './api.ts';
import { EXIT, Failure } from './failure.ts';
import { readText } from './input.ts';
import { remark, say } from './terminal.ts';
import { Usage } from './usage.ts';
import { Finding, lookOnce, type Witness } from './witness-round.ts';
import { WitnessState } from './witness-state.ts';
import type { Desk } from './words.ts';

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

/** Runs until a signal or a finding ends it; the exit code. */
export async function watch(options: WitnessOptions, desk: Desk): Promise<number> {
  const every = parseWholeNumber(options.every, 1, LONGEST_PAUSE);
  if (every === undefined) throw new Usage(desk.words.notSeconds);
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.once(name, () => {
      stopping.abort();
    });
  const witness = await witnessOf(options, signal, desk);
  for (;;) {
    try {
      const sentence = await lookOnce(witness);
      if (sentence !== undefined) say(sentence);
      else if (options.once) say(desk.words.nothingNew);
    } catch (error) {
      if (signal.aborted) return EXIT.done;
      if (options.once || error instanceof Finding || !(error instanceof Failure)) throw error;
      for (const sentence of error.sentences) remark(`kanon: ${sentence}`);
    }
    if (options.once) return EXIT.done;
    await sleep(every * 1000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return EXIT.done;
  }
}

async function witnessOf(options: WitnessOptions, signal: AbortSignal, desk: Desk): Promise<Witness> {
  const { words } = desk;
  const key = await keyIn(options.key, (text) => parseSignerKey(signing, text), desk);
  if (key.type !== 'witness') throw new Failure([words.notWitnessKey]);
  const log = await keyIn(options.logKey, (text) => parseVerifierKey(sha256, text), desk);
  if (log.type !== 'log') throw new Failure([words.notLogKey]);
  return {
    api: new Api(options.url, desk, signal),
    key,
    log,
    state: new WitnessState(options.state, log, desk),
    desk,
  };
}

async function keyIn<Key>(file: string, parse: (text: string) => Key, desk: Desk): Promise<Key> {
  const [text = '', ...more] = keysIn(await readText(file, desk));
  try {
    if (more.length > 0) throw new Refused('not-a-key');
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    throw new Failure([desk.words.noKeyIn(file), cause.sentence(desk.lang)], undefined, cause);
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
