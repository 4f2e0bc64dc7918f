/** Whether this process can do its work: asked of the database within two seconds, whatever state it is in. */
import { Inject, Injectable } from '@nestjs/common';
import { type LogState, Sequencer } from '../audit/sequencer.ts';
import { type WitnessStatus, Witnesses } from '../audit/witnesses.ts';
import type { SqlStatement, Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';

/** Milliseconds within which health answers; a container asks every ten seconds and waits three. */
export const PATIENCE = 2_000;
/** Milliseconds that one look counts for everybody who asks: anybody may, and each look costs a COMMIT. */
const FRESH = 1_000;

/** What stands beside the database; it makes nothing unready, a person should look. */
export interface Beside {
  readonly log: LogState;
  readonly witnesses: readonly { readonly name: string; readonly state: WitnessStatus }[];
}

/**
 * nothing   the database gives no answer in time
 * reading   it answers but stores nothing; as every access is recorded, nothing can be read either
 * stopping  told to end: whoever spreads requests should leave this process out
 */
export type Health =
  ({ readonly can: 'work' } & Beside) | { readonly can: 'nothing' | 'reading' | 'stopping' };

/** One look under way, or the last one. */
interface Look {
  readonly begun: number;
  /** What has been seen so far; that counts where no more comes in time. */
  seen: Health;
  ended: boolean;
  readonly done: Promise<void>;
}

@Injectable()
export class HealthCheck {
  private stopping = false;
  private last: Look | undefined;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly sequencer: Sequencer,
    private readonly witnesses: Witnesses,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** From now on this process is not ready, though it goes on with what reaches it. */
  stop(): void {
    this.stopping = true;
  }

  /** Never throws, and never takes longer than PATIENCE. However many ask, one look is under way. */
  async look(): Promise<Health> {
    if (this.stopping) return { can: 'stopping' };
    const now = performance.now();
    const isOver = this.last?.ended === true && now - this.last.begun > FRESH;
    const look = !this.last || isOver ? (this.last = this.begin(now)) : this.last;
    // Nobody waits twice for the same silence.
    await within(look.begun + PATIENCE - now, look.done);
    return look.seen;
  }

  private begin(begun: number): Look {
    const look: Look = { begun, seen: { can: 'nothing' }, ended: false, done: Promise.resolve() };
    const done = this.see((seen) => (look.seen = seen))
      // How far it came says what is wrong, and the requests themselves leave the lines about it.
      .catch(() => undefined)
      .finally(() => (look.ended = true));
    return Object.assign(look, { done });
  }

  private async see(tell: (seen: Health) => void): Promise<void> {
    await this.unrecorded.read('health', this.settings.tenant, async (tx: Tx) => {
      await tx.query(LIMITS);
      tell({ can: 'reading' });
      for (const statement of WRITING) await tx.query(statement);
    });
    tell({ can: 'work', log: 'late', witnesses: [] });
    const [log, standings] = await Promise.all([this.sequencer.state(), this.witnesses.standings()]);
    tell({ can: 'work', log, witnesses: standings.map(({ name, state }) => ({ name, state })) });
  }
}

/** Beyond them whoever asked has been answered; small memory makes the count below go to the disk. */
const LIMITS: SqlStatement = {
  text: `SELECT set_config('lock_timeout', '1s', true), set_config('statement_timeout', '1500ms', true),
           set_config('work_mem', '64kB', true)`,
};

/** Whether an entry could be stored, without storing one. */
const WRITING: readonly SqlStatement[] = [
  // Refused where the server takes no writes, and waits where somebody locks the log.
  { text: `INSERT INTO access_entry (tenant) SELECT 'no' WHERE false` },
  // Some hundred kilobytes on the disk for a moment: refused where it is full.
  { text: 'SELECT count(*) FROM generate_series(1, 20000)' },
  // A few bytes of WAL, so that COMMIT waits as that of an entry does, for the disk and for a standby.
  { text: `SELECT pg_logical_emit_message(true, 'kanon', 'health')` },
];

/** Waits for it, but not longer. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, milliseconds));
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
