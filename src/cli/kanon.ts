/** The command line: `kanon` alone starts the service, `kanon help` lists the rest. */
import { Problem } from '../foundation/problem-shape.ts';
import { UnusableSettings, readSettings } from '../foundation/settings.ts';
import { Told } from '../foundation/told.ts';
import type { Boot } from '../operations/boot.ts';
import { Unfit } from '../operations/doctor/unfit.ts';
import { EXIT, Failure } from './terminal/failure.ts';
import { remark } from './terminal/terminal.ts';
import { Usage } from './terminal/usage.ts';
import { type Desk, deskIn, languageOf } from './words/words.ts';

/** Exit code: 0 done, 1 failed, 2 wrong use, 3 not reachable, 4 a witness found a log that changed. Every failure is said in clear sentences on standard error. */
export async function run(args: readonly string[], boot: Boot): Promise<number> {
  const desk = deskIn(languageOf(args, process.env));
  try {
    // Loaded here, so that `kanon help` does not wait for a service.
    if (args.length === 0)
      return await (await import('../operations/start.ts')).start(readSettings(process.env), boot, desk.lang);
    endWithReader();
    return await (await import('./program.ts')).perform(args, boot, desk);
  } catch (error) {
    for (const line of sentences(error, desk)) remark(`kanon: ${line}`);
    if (process.env['KANON_DEBUG'] && error instanceof Error) remark(error.stack ?? '');
    if (error instanceof Usage) return EXIT.wrongUse;
    return error instanceof Failure ? error.exitCode : EXIT.failed;
  }
}

/** `kanon … | head` closes the pipe early, which is no failure. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}

/** What a person reads. A fault of ours has no sentence for people, only a place in the code. */
function sentences(error: unknown, { lang, words }: Desk): readonly string[] {
  if (error instanceof Failure) return error.sentences;
  if (error instanceof UnusableSettings || error instanceof Unfit)
    return error.sentences.map((sentence) => sentence[lang]);
  if (error instanceof Problem) return [error.bodyIn(lang).detail];
  if (error instanceof Told) return [error.sentence[lang]];
  const isOurs =
    !(error instanceof Error) ||
    [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind);
  return [isOurs ? words.unexpected : error.message];
}
