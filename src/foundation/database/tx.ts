/** The key to the data: a transaction that only this folder can make. */

declare const minted: unique symbol;

/** A statement: text with $1… placeholders; a name lets the server keep its plan. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** Who the database is to think is asking: its role, and settings that row-level security reads. */
export interface Scope {
  /** Database role for this transaction. */
  readonly role: string;
  /** Custom settings, each with a dot in its name; local to the transaction. */
  readonly settings: Readonly<Record<string, string>>;
}

/** An open transaction, bound to one scope. Unusable once its work has ended. */
export interface Tx {
  readonly [minted]: true;
  /** Rows of one statement; throws what the database refuses. */
  query<Row extends object>(statement: Statement): Promise<Row[]>;
  /**
   * Leaves a statement to go out with COMMIT, in one trip; if it fails, nothing is stored (NotCommitted). It may be made
   * of when the transaction began, by the clock of the server.
   */
  atEnd(statement: Statement | ((began: Date) => Statement)): void;
}

export const mint = (query: Tx['query'], atEnd: Tx['atEnd']): Tx => ({ query, atEnd }) as Tx;
