/** What may follow `npm run chaos`, and what it prints: figures of a run, or the controls that must fail. */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { CONTROLS, fails } from './controls.ts';
import { type Hit, HITS } from './faults.ts';
import { type Figures, run } from './run.ts';

const MINUTE = 60_000;

/** Exit code: 0 where nothing was lost, doubled, forked or stuck and each control failed, 1 otherwise, 2 wrong use. */
export async function main(args: readonly string[]): Promise<number> {
  // Children end with us only where we end in order.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1));
  const options = optionsIn(args);
  if (!options) {
    console.error('npm run chaos -- [--minutes N] [--seed N] [--controls | --control NAME] [--quiet]');
    console.error(`Controls: ${Object.keys(CONTROLS).join(', ')}.`);
    return 2;
  }
  const { seed, minutes, controls, quiet } = options;
  const say = quiet ? () => undefined : (line: string): void => console.error(`chaos: ${line}`);
  console.log(`chaos: seed ${seed}`);
  if (controls.length > 0) {
    let missed = 0;
    for (const name of controls) {
      const findings = await fails(name, seed, say);
      const [first] = findings;
      console.log(
        first === undefined
          ? `chaos: the control "${name}" found nothing, and must`
          : `chaos: the control "${name}" fails as it must: ${findings.length} findings, such as: ${first}`,
      );
      if (first === undefined) missed += 1;
    }
    return missed === 0 ? 0 : 1;
  }
  const began = performance.now();
  const { findings, figures } = await run({
    seed,
    ...(minutes === undefined ? {} : { time: minutes * MINUTE }),
    changes: ['short-idle'],
    say,
  });
  for (const line of inWords(figures, performance.now() - began)) console.log(line);
  for (const [finding, times] of counted(findings))
    console.log(`FOUND: ${finding}${times > 1 ? ` (${times} times)` : ''}`);
  console.log(
    findings.length === 0
      ? 'chaos: 0 lost, 0 doubled, 0 forks, 0 dead ends'
      : `chaos: ${findings.length} findings; again with --seed ${seed}`,
  );
  return findings.length === 0 ? 0 : 1;
}

interface Options {
  readonly seed: number;
  readonly minutes: number | undefined;
  readonly controls: readonly string[];
  readonly quiet: boolean;
}

function optionsIn(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        minutes: { type: 'string' },
        seed: { type: 'string' },
        controls: { type: 'boolean' },
        control: { type: 'string' },
        quiet: { type: 'boolean' },
      },
    });
    const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
    const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
    const controls = values.controls ? Object.keys(CONTROLS) : values.control ? [values.control] : [];
    if (!Number.isInteger(seed) || (minutes !== undefined && !(minutes > 0 && minutes <= 600)))
      return undefined;
    if (!controls.every((name) => name in CONTROLS)) return undefined;
    return { seed, minutes, controls, quiet: values.quiet ?? false };
  } catch {
    return undefined; // an option that is none
  }
}

function inWords(figures: Figures, time: number): string[] {
  const { faults, answers, recoveries } = figures;
  const all = [...faults.values()].reduce((sum, times) => sum + times, 0);
  const of = (hit: Hit): string => {
    const times = [...(recoveries.get(hit) ?? [])].sort((a, b) => a - b);
    if (times.length === 0) return `  ${hit}: none`;
    const seconds = (at: number): string => (times[at]! / 1000).toFixed(2);
    return `  ${hit.padEnd(23)} ${String(times.length).padStart(4)} times; good again after ${seconds(Math.floor(times.length / 2))} s at the median, ${seconds(times.length - 1)} s at most`;
  };
  return [
    `chaos: ${all} faults in ${(time / MINUTE).toFixed(1)} minutes, two processes, PostgreSQL ${figures.version}, synchronous_commit = off on the server`,
    ...HITS.map(of),
    `  starts: ${middle(figures.starts)} s of a processor at the median until the first good answers; the machine has ${availableParallelism()} and a load average of ${loadavg()[1]!.toFixed(1)}`,
    `  answers: ${Object.entries(answers)
      .map(([outcome, times]) => `${times} ${outcome}`)
      .join(', ')}`,
    `  releases: ${figures.releases}${figures.releaseFailures.length > 0 ? `; not released at first: ${figures.releaseFailures.join(', ')}` : ''}`,
    `  log: ${figures.leaves} entries in one tree, ${figures.checkpoints} checkpoints are a start of it`,
  ];
}

const middle = (values: readonly number[]): string =>
  ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(2);

function counted(findings: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(finding, (counts.get(finding) ?? 0) + 1);
  return counts;
}
