/** Log lines by allow-list: a field that is not named here cannot reach a log. */

interface LogFields {
  readonly event: 'request' | 'failure' | 'start' | 'stop' | 'publication';
  /** Random id of one request; also in the answer's header. */
  readonly request?: string;
  readonly method?: string;
  /** The route's pattern, never the address: that may hold a school or a query. */
  readonly route?: string;
  /** Absent where the client broke off before an answer began. */
  readonly status?: number;
  readonly brokenOff?: boolean;
  readonly milliseconds?: number;
  /** Class of an error and the places it passed; its message may quote a value and is left out. */
  readonly error?: string;
  readonly code?: string;
  readonly at?: readonly string[];
}

let silent = false;
/** For benchmarks and tests that would drown in lines. */
export const silenceLog = (): void => {
  silent = true;
};

export function logLine(fields: LogFields): void {
  if (silent) return;
  if (waiting.length === 0) setImmediate(flush);
  waiting.push(`${JSON.stringify({ time: new Date().toISOString(), ...fields })}\n`);
}

/** Lines of one turn of the event loop go out together: a call to the system costs more than a line. */
let waiting: string[] = [];
function flush(): void {
  process.stdout.write(waiting.join(''));
  waiting = [];
}
process.on('exit', () => {
  if (waiting.length > 0) flush();
});

/** An error without its message: class, code, and the places in our code that it passed. */
export function logFailure(error: unknown, request?: string): void {
  const known = error instanceof Error ? error : new Error('not an error');
  const code = (error as { code?: unknown }).code;
  const cause = known.cause instanceof Error ? ` < ${known.cause.name}` : '';
  logLine({
    event: 'failure',
    ...(request ? { request } : {}),
    error: known.name + cause,
    ...(typeof code === 'string' ? { code } : {}),
    at: placesOf(known),
  });
}

const placesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?\/[^ ]*\/(?=(src|dist|node_modules)\/)/, ''));
