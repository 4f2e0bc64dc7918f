/** The token by which a reporter says "yes, that is so": whoever was asked about a report can show that the service asked. */
import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Signer } from '../identity/signer.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import type { Finding } from '../rules/finding.ts';

/** Milliseconds from the question to the last moment at which its answer counts. */
const LIFE = 10 * 60 * 1000;
/** When it ends, in milliseconds since 1970, and the MAC: neither tells anything about the report. */
const FORM = /^(\d{13})\.[A-Za-z0-9_-]{43}$/;

/** Who was asked what about which report, of a school or of an office in a county. */
export interface AskedBack {
  readonly tenant: string;
  readonly account: string;
  readonly school?: string;
  readonly county?: string;
  readonly period: string;
  /** In its canonical form. */
  readonly report: object;
  /** What has to be confirmed, by cause and place in that form. */
  readonly questions: readonly Finding[];
}

@Injectable()
export class Confirmations {
  constructor(private readonly signer: Signer) {}

  /** A token for ten minutes. Nothing is kept: every process of the service that shares the signing key knows it again. */
  give(asked: AskedBack, now = Date.now()): string {
    return this.tokenOf(asked, now + LIFE);
  }

  /** Whether this token was given to exactly that, and its time is not over. Without a question none was. */
  holds(token: string, asked: AskedBack, now = Date.now()): boolean {
    const until = Number(FORM.exec(token)?.[1] ?? NaN);
    if (!(now < until) || asked.questions.length === 0) return false;
    return timingSafeEqual(Buffer.from(token), Buffer.from(this.tokenOf(asked, until)));
  }

  /** Keyed: a plain digest over so small numbers would be guessed within moments. */
  private tokenOf({ questions, ...asked }: AskedBack, until: number): string {
    const about = questions.map(({ cause, pointer }) => `${cause} ${pointer}`).sort();
    const text = canonicalJson({ ...asked, questions: about, until });
    return `${until}.${this.signer.mac('kanon-confirmation', text).toString('base64url')}`;
  }
}
