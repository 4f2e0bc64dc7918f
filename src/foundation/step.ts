/** Names the steps between which a process may be stopped or killed, so that a test can do it exactly there. */
import { writeSync } from 'node:fs';

const SIGNALS = { stop: 'SIGSTOP', kill: 'SIGKILL' } as const;

/** `stop:NAME` or `kill:NAME`, and with `@3` after it at its third time; nothing else is read, and no service sets it. */
const [, how, where, time = '1'] =
  /^(stop|kill):([a-z0-9.-]+)(?:@([1-9]\d{0,5}))?$/.exec(process.env['KANON_TEST_STOP_AT'] ?? '') ?? [];
let left = Number(time);

/**
 * Says that the work has come this far. It does nothing but in a test, where it ends the process (`kill`) or halts it
 * until SIGCONT (`stop`), once; stderr then says where.
 *
 * name  letters, digits, dots and dashes, such as `log.exported`; each stands in one place of the code
 */
export function step(name: string): void {
  if (name !== where || --left !== 0) return;
  writeSync(2, `step ${name}\n`);
  process.kill(process.pid, SIGNALS[how as keyof typeof SIGNALS]);
}
