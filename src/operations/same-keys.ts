/** All processes of an installation have their keys from one place, or do not start. */
import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Sequencer } from '../audit/sequencer.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { KnownKeys } from '../identity/known-keys.ts';

/** For whoever started it: what is wrong, and the ways out. */
class OtherKeys extends Error {
  override name = 'OtherKeys';
}

/**
 * With two data folders each process would be ready, refuse the tokens of the other, sign receipts and certificates that
 * nobody can check at the other, and nothing would sign the log once the one with its key is gone.
 */
@Injectable()
export class SameKeys implements OnModuleInit {
  constructor(
    private readonly keys: KnownKeys,
    private readonly sequencer: Sequencer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws OtherKeys where a key here is not the one that the database knows, unless these very keys were declared new. */
  async onModuleInit(): Promise<void> {
    const known = await this.keys.inUse();
    const log = await this.sequencer.keyAtHand();
    const wrong = [
      ...(known === this.keys.own ? [] : ['signing-key.pem']),
      ...(log && log.own !== log.known ? [log.file] : []),
    ];
    if (wrong.length === 0) return;
    const declared = declarationOf(this.keys.own, log?.known, log?.own);
    if (this.settings.newKeys !== declared) throw new OtherKeys(sentence(wrong, declared));
    await this.keys.adopt();
  }
}

/** Names these keys and no others, so that a setting left behind allows nothing more. */
const declarationOf = (...keys: readonly (string | undefined)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(keys.map((key) => key ?? null)))
    .digest('hex')
    .slice(0, 16);

const sentence = (wrong: readonly string[], declared: string): string =>
  [
    `The data folder (KANON_DATA) does not hold the keys that the database knows: ${wrong.join(' and ')}.`,
    'Put them there from the data folder of the other processes, or from the backup of the keys, and start again.',
    'If they are lost, or were replaced on purpose, and no other process runs with them, start with',
    `KANON_NEW_KEYS=${declared}: then everybody signs in again, and where the key of the log is gone nothing is signed until two administrators run kanon log reopen.`,
  ].join(' ');
