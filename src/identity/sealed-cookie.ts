/**
 * What a browser carries for us from one page to the next, in a cookie that no script reads and that nobody can write: a few
 * words, when they were said, and a MAC.
 *
 * source  RFC 6265bis §4.1.3 (`__Host-`)
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Signer } from './signer.ts';

/** Seconds. */
export const COOKIE_LIFE = 600;

export class SealedCookie<Words extends object> {
  constructor(
    private readonly signer: Signer,
    /** With the prefix `__Host-`. */
    private readonly name: string,
    /** Lax where it has to come with a navigation from another site. */
    private readonly sameSite: 'Lax' | 'Strict',
  ) {}

  /** The value of Set-Cookie. */
  set(words: Words): string {
    const said = Buffer.from(JSON.stringify({ ...words, at: Math.floor(Date.now() / 1000) })).toString(
      'base64url',
    );
    return this.line(`${said}.${this.mac(said).toString('base64url')}`, COOKIE_LIFE);
  }

  readonly none = (): string => this.line('', 0);

  /** The words of the one cookie of this name; undefined where there is none, or it is not ours, or too old. */
  of({ headers }: Pick<FastifyRequest, 'headers'>): Words | undefined {
    const values = (headers.cookie ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${this.name}=`))
      .map((pair) => pair.slice(this.name.length + 1));
    const [said = '', mac = ''] = values.length === 1 ? (values[0] ?? '').split('.') : [];
    const [given, ours] = [Buffer.from(mac, 'base64url'), this.mac(said)];
    if (given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined;
    const words = JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as Words & {
      readonly at: number;
    };
    const age = Date.now() / 1000 - words.at;
    return age >= 0 && age <= COOKIE_LIFE ? words : undefined;
  }

  private mac(said: string): Buffer {
    return this.signer.mac(`kanon-cookie ${this.name}`, said);
  }

  private line(value: string, seconds: number): string {
    return `${this.name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=${this.sameSite}`;
  }
}
