/** Every request with what came of it: the memory that the database is held against afterwards. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '../../src/rules/report.ts';
import type { Keeper } from './service.ts';

/**
 * acknowledged  2xx: it must be there
 * refused       4xx: nothing was stored, and the entry of the refusal is there
 * unavailable   503, or nobody listened: nothing was stored
 * unknown       the connection broke, or the answer says that the outcome is unknown: there or not, whole either way
 * failed        any other 5xx: a fault of ours
 */
export type Outcome = 'acknowledged' | 'refused' | 'unavailable' | 'unknown' | 'failed';

/** Who asks: the id of the account, and a token that is renewed meanwhile. */
export interface Person {
  readonly account: string;
  readonly token: () => string;
}

export interface Asked {
  readonly who: Person;
  /** Act that the entry names. */
  readonly act: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a report that is to be stored. */
  readonly report?: { readonly school: string; readonly period: string; readonly body: Report };
}

export interface Event extends Asked {
  readonly service: Keeper;
  readonly outcome: Outcome;
  readonly status: number;
  readonly began: number;
  readonly ended: number;
  /** Parsed, or as text. */
  readonly answer: any;
}

/** Longer than any limit of the service, so that it is the service that gives up. */
const PATIENCE = 60_000;

export class History {
  readonly events: Event[] = [];
  private readonly listeners = new Set<(event: Event) => void>();

  async ask(service: Keeper, asked: Asked): Promise<Event> {
    const began = performance.now();
    const { outcome, status, answer } = await askOnce(service, asked);
    const event: Event = { ...asked, service, outcome, status, answer, began, ended: performance.now() };
    this.events.push(event);
    for (const listener of this.listeners) listener(event);
    return event;
  }

  count(outcome: Outcome): number {
    return this.events.filter((event) => event.outcome === outcome).length;
  }

  /** Milliseconds from `since` until a service has given a good answer to a request that began after that. */
  async goodAnswerAfter(since: number, service: Keeper, patience: number): Promise<number | undefined> {
    let found: number | undefined;
    const listener = (event: Event): void => {
      if (event.outcome === 'acknowledged' && event.service === service && event.began >= since)
        found ??= event.ended - since;
    };
    this.listeners.add(listener);
    while (found === undefined && performance.now() - since < patience) await sleep(5);
    this.listeners.delete(listener);
    return found;
  }
}

async function askOnce(
  service: Keeper,
  { who, method, path, body, headers }: Asked,
): Promise<Pick<Event, 'outcome' | 'status' | 'answer'>> {
  try {
    const response = await fetch(service.url + path, {
      method,
      headers: {
        authorization: `Bearer ${who.token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const answer: any = isJson ? JSON.parse(text) : text;
    return { outcome: outcomeOf(response.status, answer), status: response.status, answer };
  } catch (error) {
    const code = (error as { cause?: { code?: unknown } }).cause?.code;
    return { outcome: code === 'ECONNREFUSED' ? 'unavailable' : 'unknown', status: 0, answer: code };
  }
}

function outcomeOf(status: number, answer: any): Outcome {
  if (status < 400) return 'acknowledged';
  if (status < 500) return 'refused';
  if (status !== 503) return 'failed';
  return String(answer?.type).endsWith('outcome-unknown') ? 'unknown' : 'unavailable';
}
