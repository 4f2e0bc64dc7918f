/**
 * One account cannot use up the service: it has so many requests of each class a minute, and a share of the connections to
 * the database. Who has no account shares another part of them.
 *
 * source  draft-ietf-httpapi-ratelimit-headers-10 (RateLimit and RateLimit-Policy)
 */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import type { ActName } from '../access/rights.ts';
import { problems } from '../foundation/problem.ts';
import { type RequestClass, REQUEST_CLASSES } from '../foundation/rates.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Buckets, type Policy } from './bucket.ts';
import { Share } from './share.ts';

/** Acts that cost as much as many others: whole tables, long pages of the log, bundles. */
const HEAVY: ReadonlySet<ActName> = new Set<ActName>([
  'log.bundle',
  'log.read',
  'log.statistics',
  'release.read',
  'release.preview',
  'period.release',
]);
/** A bucket holds what comes in within so many seconds. */
const BURST = 12;
/** What a refusal costs more than another answer: it writes an entry into a log that nobody may shorten. */
const REFUSED = 4;
/** Requests of one account that wait for its share. */
const LINE = 100;

/** Of those without an account: from a device that has one; from another; and whoever tries a password from there. */
type OpenLane = 'known' | 'unknown' | 'guessing';

interface Held extends FastifyRequest {
  leaveShare?: () => void;
}

@Injectable()
export class FairShares {
  private readonly policies: Readonly<Record<RequestClass, Policy>>;
  private readonly buckets: Readonly<Record<RequestClass, Buckets>>;
  private readonly accounts = new Map<string, Share>();
  private readonly open: Readonly<Record<OpenLane, Share>>;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    const { rates, processes, pool } = settings;
    const policyOf = (perMinute: number): Policy => {
      const rate = perMinute / 60 / processes;
      return { rate, burst: Math.max(1, Math.ceil(rate * BURST)) };
    };
    this.policies = each((name) => policyOf(rates[name]));
    this.buckets = each((name) => new Buckets(this.policies[name]));
    const half = Math.max(1, Math.floor(pool / 2));
    this.open = {
      known: new Share(half, LINE),
      unknown: new Share(half, LINE),
      guessing: new Share(Math.max(1, Math.floor(pool / 4)), LINE),
    };
  }

  /** Counts a request of an account, and says in the headers what is left. Throws too-many-requests. */
  count({ account = '' }: Actor, act: ActName, request: FastifyRequest, reply: FastifyReply): void {
    const name = classOf(act, request.method);
    const { burst, rate } = this.policies[name];
    const { isAllowed, left, wait } = this.buckets[name].take(account);
    void reply.header('ratelimit-policy', `"${name}";q=${burst};w=${Math.ceil(burst / rate)}`);
    void reply.header('ratelimit', `"${name}";r=${left};t=${wait}`);
    if (!isAllowed) throw problems.tooManyRequests(wait);
    reply.raw.once('finish', () => {
      if (reply.statusCode === 403 || reply.statusCode === 404) this.buckets[name].charge(account, REFUSED);
    });
  }

  /** Waits for a place among the account's own; it is left when the answer has gone. */
  async enter({ account = '' }: Actor, reply: FastifyReply): Promise<void> {
    const share =
      this.accounts.get(account) ?? new Share(Math.max(1, Math.floor(this.settings.pool / 4)), LINE);
    this.accounts.set(account, share);
    const leave = await share.enter();
    reply.raw.once('close', () => {
      leave();
      if (share.isIdle) this.accounts.delete(account);
    });
    if (reply.raw.destroyed) leave();
  }

  /** The same for a request without an account. It is left by `leaveOpen`. */
  async enterOpen(which: OpenLane, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const leave = await this.open[which].enter();
    (request as Held).leaveShare = leave;
    reply.raw.once('close', leave);
    if (reply.raw.destroyed) leave();
  }

  /** The answer is there; how slowly it is read is nobody else's affair. */
  leaveOpen(request: FastifyRequest): void {
    (request as Held).leaveShare?.();
  }
}

const classOf = (act: ActName, method: string): RequestClass =>
  HEAVY.has(act) ? 'heavy' : method === 'GET' || method === 'HEAD' ? 'read' : 'write';

const each = <T>(of: (name: RequestClass) => T): Readonly<Record<RequestClass, T>> =>
  Object.fromEntries(REQUEST_CLASSES.map((name) => [name, of(name)])) as Record<RequestClass, T>;
