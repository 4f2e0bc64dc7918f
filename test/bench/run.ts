/** Runs the named benchmarks one after the other, prints their tables, and says 1 where one of them failed. */
import { machine, writeSection } from './document.ts';
import { type Options, readOptions } from './options.ts';

/** Lines of Markdown; throws where an answer was wrong or a server did not start. */
type Benchmark = (options: Options) => Promise<string[]>;

/** Loaded when asked for. */
const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  service: async (options) => (await import('./service.ts')).service(options),
  formats: async (options) => (await import('./formats.ts')).formats(options),
  bulk: async (options) => (await import('./bulk.ts')).bulk(options),
  release: async () => (await import('./release.ts')).release(),
  start: async (options) => (await import('./start.ts')).start(options),
  directus: async (options) => (await import('./directus.ts')).directus(options),
  profile: async (options) => (await import('./profile.ts')).profile(options),
  disclosure: async (options) => (await import('./disclosure.ts')).disclosure(options),
  log: async (options) => (await import('./log.ts')).log(options),
  attack: async (options) => (await import('./attack.ts')).attack(options),
  shown: async (options) => (await import('./shown.ts')).shown(options),
  anonymity: async (options) => (await import('./anonymity.ts')).anonymity(options),
  epoch: async (options) => (await import('./epoch.ts')).epoch(options),
  guesses: async (options) => (await import('./guesses.ts')).guesses(options),
  floods: async (options) => (await import('./floods.ts')).floods(options),
  existence: async (options) => (await import('./existence.ts')).existence(options),
  control: async (options) => (await import('./control.ts')).control(options),
};
const USUAL = ['service', 'release', 'start'];

export async function run(args: readonly string[]): Promise<number> {
  // Children end with us, and the database with them, only where we end in order.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1));
  let code = 0;
  try {
    const options = readOptions(args);
    for (const name of options.names.length > 0 ? options.names : USUAL) {
      const benchmark = BENCHMARKS[name];
      if (!benchmark)
        throw new Error(`There is no such benchmark; known are ${Object.keys(BENCHMARKS).join(', ')}.`);
      const facts = machine();
      console.error(`bench: ${name}`);
      const lines = [...(await benchmark(options)), '', facts];
      console.log(`\n${lines.join('\n')}\n`);
      if (options.write) await writeSection(name, lines);
    }
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    code = 1;
  }
  return code;
}
