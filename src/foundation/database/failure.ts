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
/** No connection could be had. */
export class NoConnection extends Error {
  override name = 'NoConnection';
}

/** Whether a statement waited in vain for a lock, such as that of a long import; the work before it was rolled back. */
export const isLockTimeout = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === '55P03';
