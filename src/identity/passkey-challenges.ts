/**
 * Challenges of passkeys: each counts once, for five minutes, for one use, in whichever process. One that was given out is
 * known again by its MAC, so that asking for many of them fills no table; only those that were answered stand in one.
 *
 * source  WebAuthn level 3, 13.4.3
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Signer } from './signer.ts';

/** Seconds. */
export const CHALLENGE_LIFE = 5 * 60;
/** Bytes: random ones, the second of 1970 in which it is over, and the MAC over these and its use. */
const RANDOM = 16;
const HEAD = RANDOM + 4;
const LENGTH = HEAD + 32;

/**
 * To set one up, of one account; to show one again, in one session of one account; or to show one where nobody is signed
 * in, whose it is being seen from what is shown.
 */
export type ChallengeUse =
  { readonly setUpBy: string } | { readonly shownAgainBy: string; readonly session: string } | 'show';

/** One that is ours and not over; whether it was answered before, the database knows. */
export interface KnownChallenge {
  /** In base64url, as the browser repeats it. */
  readonly text: string;
  /** SHA-256. */
  readonly hash: Buffer;
  readonly endsAt: Date;
}

@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly signer: Signer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  make(use: ChallengeUse, now = Date.now()): Buffer {
    const end = Buffer.alloc(4);
    end.writeUInt32BE(Math.floor(now / 1000) + CHALLENGE_LIFE);
    const head = Buffer.concat([randomBytes(RANDOM), end]);
    return Buffer.concat([head, this.mac(head, use)]);
  }

  /** Undefined where it is none of ours, of another use or account, or over. */
  read(text: string, use: ChallengeUse, now = Date.now()): KnownChallenge | undefined {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length !== LENGTH || bytes.toString('base64url') !== text) return undefined;
    const head = bytes.subarray(0, HEAD);
    if (!timingSafeEqual(this.mac(head, use), bytes.subarray(HEAD))) return undefined;
    const end = head.readUInt32BE(RANDOM) * 1000;
    if (now >= end) return undefined;
    return { text, hash: createHash('sha256').update(bytes).digest(), endsAt: new Date(end) };
  }

  private mac(head: Buffer, use: ChallengeUse): Buffer {
    return this.signer.mac(
      'kanon passkey challenges',
      JSON.stringify([this.settings.tenant, head.toString('base64'), ...wordsOf(use)]),
    );
  }
}

function wordsOf(use: ChallengeUse): readonly string[] {
  if (use === 'show') return [use];
  return 'setUpBy' in use ? ['set-up', use.setUpBy] : ['show-again', use.shownAgainBy, use.session];
}
