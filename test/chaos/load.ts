/** The load: reporters, a reader and an auditor who ask one after the other, each with short breaks, so it is bounded. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked, Event, History } from './history.ts';
import type { Keeper } from './service.ts';
import { DISTRICT, OPEN, RELEASED, reportNumber, type School, type World } from './world.ts';

/** Milliseconds between two requests of one person, at most. */
const BREAK = 60;
/** Milliseconds that a person waits who was told that nothing can be had now. */
const LONGER_BREAK = 150;

/** A number from 0 to 1, by chance but from a seed. */
export type Rng = () => number;

export interface Load {
  /** The requests on their way are finished. */
  end(): Promise<void>;
}

/** Does it again and again with breaks, until it is ended. */
export function repeatedly(pause: number | (() => number), act: () => Promise<unknown>): Load {
  let going = true;
  const work = (async () => {
    // Whoever ends it sets this from outside, which the type does not know.
    while (going as boolean) {
      await act();
      await sleep(typeof pause === 'number' ? pause : pause());
    }
  })();
  return {
    async end() {
      going = false;
      await work;
    },
  };
}

/** Four who report for the schools in turn, one reader, one auditor; `services` are asked by chance. */
export function startLoad(world: World, services: readonly Keeper[], history: History, rng: Rng): Load {
  const any = (): Keeper => services[Math.floor(rng() * services.length)]!;
  const often = (act: () => Promise<unknown>): Load => repeatedly(() => rng() * BREAK, act);
  const ask = async (asked: Asked): Promise<Event> => {
    const event = await history.ask(any(), asked);
    // The processor is needed for the start of what was killed.
    if (event.outcome === 'unavailable') await sleep(LONGER_BREAK);
    return event;
  };
  const hands = [0, 1, 2, 3].map((hand) => {
    const own = world.schools.filter((_, i) => i % 4 === hand).map((school) => new Reporter(school));
    return often(() => own[Math.floor(rng() * own.length)]!.act(ask, world, rng));
  });
  const reading = often(() =>
    ask({
      who: world.reader,
      act: 'summary.read',
      method: 'GET',
      path: `/v1/regions/${DISTRICT}/summaries/${RELEASED}?level=county`,
      headers: { 'kanon-purpose': 'PLANNING' },
    }),
  );
  const auditing = often(() =>
    ask({ who: world.auditor, act: 'log.checkpoint', method: 'GET', path: '/v1/access-log/checkpoint' }),
  );
  return {
    async end() {
      await Promise.all([...hands, reading, auditing].map((work) => work.end()));
    },
  };
}

type Ask = (asked: Asked) => Promise<Event>;

/** Who hands in for one school, and knows its newest revision as far as anybody told. */
class Reporter {
  private serial = 0;
  private revision: string | undefined;

  constructor(private readonly school: School) {}

  async act(ask: Ask, world: World, rng: Rng): Promise<void> {
    const chance = rng();
    if (chance < 0.6) await this.put(ask);
    else if (chance < 0.7) await this.race(ask);
    else if (chance < 0.8) await this.read(ask);
    else if (chance < 0.86) await ask(this.dryRun());
    else if (chance < 0.93) await ask(this.belowK());
    else await ask(this.elsewhere(world));
  }

  private async put(ask: Ask): Promise<void> {
    const { outcome, answer } = await ask(this.report());
    if (outcome === 'acknowledged') this.revision = answer.revision;
    else if (outcome !== 'unavailable') await this.read(ask);
  }

  /** Two corrections of the same revision at once: one of them at most may be stored. */
  private async race(ask: Ask): Promise<void> {
    if (this.revision === undefined) return this.put(ask);
    await Promise.all([ask(this.report()), ask(this.report())]);
    return this.read(ask);
  }

  private async read(ask: Ask): Promise<void> {
    const { who, path } = this.place();
    const { outcome, answer, status } = await ask({ who, act: 'report.read', method: 'GET', path });
    if (outcome === 'acknowledged') this.revision = answer.revision;
    if (status === 404) this.revision = undefined;
  }

  private report(): Asked {
    const { who, path } = this.place();
    this.serial += 1;
    const body = reportNumber(this.serial);
    return {
      who,
      act: 'report.submit',
      method: 'PUT',
      path,
      body,
      ...(this.revision === undefined ? {} : { headers: { 'if-match': `"${this.revision}"` } }),
      report: { school: this.school.number, period: OPEN, body },
    };
  }

  private dryRun(): Asked {
    const { who, path } = this.place();
    const body = reportNumber(0);
    return { who, act: 'report.submit', method: 'PUT', path: `${path}?dryRun=true`, body };
  }

  private belowK(): Asked {
    const { who, path } = this.place();
    const body = reportNumber(0);
    const cells = body.cells.map((cell, i) => (i === 0 ? { ...cell, pupils: 2 } : cell));
    return { who, act: 'report.submit', method: 'PUT', path, body: { ...body, cells } };
  }

  private elsewhere(world: World): Asked {
    const other = world.schools.find(({ number }) => number !== this.school.number)!;
    const path = `/v1/schools/${other.number}/reports/${OPEN}`;
    return { who: this.school.reporter, act: 'report.read', method: 'GET', path };
  }

  private place(): { who: School['reporter']; path: string } {
    return { who: this.school.reporter, path: `/v1/schools/${this.school.number}/reports/${OPEN}` };
  }
}
