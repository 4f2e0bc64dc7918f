/** How a transaction can end badly; each asks for an answer of its own. */

/** The work tried to use its Tx after it had ended. */
export class TxEnded extends Error {
  override name = 'TxEnded';
}
/** The server answered COMMIT with ROLLBACK: nothing was stored. */
export class NotCommitted extends Error {
  override name = 'NotCommitted';
}
/** The connection broke during COMMIT: stored or not, nobody here can say. */
export class UnknownOutcome extends Error {
  override name = 'UnknownOutcome';
}
/** The connection broke before COMMIT was sent: nothing was stored. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
}
/** What the scope demanded of the database did not hold when the transaction began: nothing was done. */
export class ProvisoFailed extends Error {
  override name = 'ProvisoFailed';
}
/** No connection could be had. */
export class NoConnection extends Error {
  override name = 'NoConnection';
}

/**
 * What PostgreSQL refuses for a while and would do later; the work before it was rolled back.
 *
 * source  PostgreSQL manual, appendix A, "PostgreSQL Error Codes"
 */
const PASSING: ReadonlySet<string> = new Set([
  '25006', // a server that takes no writes: a standby, or read-only for a while
  '25P03', // idle in a transaction for too long
  '25P04', // the transaction took too long
  '40001', // could not be put in an order with others
  '40P01', // deadlock
  '53000', // out of something
  '53100', // disk full
  '53200', // out of memory
  '53300', // no connection left
  '55P03', // a lock was not to be had in time
  '57014', // the statement took too long
  '57P01', // the server, or somebody, ended the connection
  '57P02', // another connection crashed, and all were ended
  '57P03', // starting up, or shutting down
  '57P05', // idle for too long
]);
/** Connection exceptions, all of them. */
const CONNECTION = /^08...$/;

/** Whether another try may succeed by itself, and this one has stored nothing; else the fault is ours. */
export function isPassing(error: unknown): boolean {
  if ([NoConnection, ConnectionLost, NotCommitted].some((failure) => error instanceof failure)) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && (PASSING.has(code) || CONNECTION.test(code));
}

/** How pg and the system say that a connection is no more; of these errors some have nothing but words. */
const CUT =
  /^(Query read timeout|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable)/;
const SOCKET = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether a statement failed because nobody at the other end answers any more. */
export const isCut = (error: unknown): boolean =>
  error instanceof Error &&
  (CUT.test(error.message) || SOCKET.has(String((error as NodeJS.ErrnoException).code)));
