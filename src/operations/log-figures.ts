/** Figures of the access log for Prometheus: how large, how late, and how far its witnesses are. */
import type { INestApplicationContext } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { Retention } from '../audit/retention.ts';
import { Sequencer } from '../audit/sequencer.ts';
import { Witnesses } from '../audit/witnesses.ts';
import { logFailure } from '../foundation/http/log.ts';

interface Figures {
  readonly size: number | undefined;
  readonly lag: number | undefined;
  readonly strays: number | undefined;
  readonly witnesses: readonly { readonly name: string; readonly lag: number; readonly disagrees: boolean }[];
}

/** Adds them; each look asks the database once. While it does not answer they are absent, and the others stay. */
export function measureLog(registry: Registry, app: INestApplicationContext): void {
  let asked: Promise<Figures> | undefined;
  /** All gauges of one look share it. */
  const figures = (): Promise<Figures> =>
    (asked ??= ask(app).finally(() => {
      asked = undefined;
    }));
  const gauge = (
    name: string,
    help: string,
    fill: (gauge: Gauge, figures: Figures) => void,
    ...labelNames: string[]
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        if (labelNames.length > 0) this.reset();
        else this.remove();
        fill(this, await figures());
      },
    });

  gauge('kanon_log_entries', 'Entries in the tree of the access log.', (made, { size }) => {
    if (size !== undefined) made.set(size);
  });
  gauge(
    'kanon_log_checkpoint_lag_seconds',
    'Age of the oldest entry that no signed checkpoint vouches for; 0 where there is none.',
    (made, { lag }) => {
      if (lag !== undefined) made.set(lag);
    },
  );
  gauge(
    'kanon_log_strays',
    'Rows that waited for a number and were no entry; 0 unless somebody wrote past the gate.',
    (made, { strays }) => {
      if (strays !== undefined) made.set(strays);
    },
  );
  gauge(
    'kanon_log_witness_lag_seconds',
    'Age of the first checkpoint that a witness has not cosigned; 0 where it has them all.',
    (made, { witnesses }) => {
      for (const { name, lag } of witnesses) made.set({ witness: name }, lag);
    },
    'witness',
  );
  gauge(
    'kanon_log_witness_disagrees',
    'Whether a witness has seen another history that our key signed.',
    (made, { witnesses }) => {
      for (const { name, disagrees } of witnesses) made.set({ witness: name }, Number(disagrees));
    },
    'witness',
  );
  gauge(
    'kanon_clock_difference_seconds',
    'Seconds by which the clock of this process is ahead of that of the database; 0 within a minute.',
    (made) => {
      made.set(app.get(Sequencer).clockDifference);
    },
  );
  gauge(
    'kanon_log_retention_waits',
    'Whether the last look of retention erased nothing because a clock cannot be believed.',
    (made) => {
      made.set(Number(app.get(Retention).waits !== undefined));
    },
  );
  gauge('kanon_log_webhook_failing', 'Whether the last checkpoint sent out was not taken.', (made) => {
    const { state } = app.get(Sequencer).webhook;
    if (state) made.set(Number(state === 'failing'));
  });
}

async function ask(app: INestApplicationContext): Promise<Figures> {
  try {
    const [log, witnesses] = await Promise.all([
      app.get(Sequencer).figures(),
      app.get(Witnesses).standings(),
    ]);
    return { size: log?.size, lag: log?.lag, strays: log?.strays, witnesses };
  } catch (error) {
    logFailure(error);
    return { size: undefined, lag: undefined, strays: undefined, witnesses: [] };
  }
}
