/** The key to the data: a transaction that only this folder can make. */

declare const minted: unique symbol;

/** A statement: text with $1… placeholders; a name lets the server keep its plan. */
export interface SqlStatement {
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
  /** What must be true of the database when the transaction begins; where it is not, ProvisoFailed is thrown. */
  readonly proviso?: Proviso;
}

/** A function of the database that answers true or false, and what it is asked with. */
export interface Proviso {
  readonly function: string;
  readonly values: readonly (string | number)[];
}

/** An open transaction, bound to one scope. Unusable once its work has ended. */
export interface Tx {
  readonly [minted]: true;
  /** Rows of one statement; throws what the database refuses. */
  query<Row extends object>(statement: SqlStatement): Promise<Row[]>;
  /**
   * Leaves a statement to go out with COMMIT, in one trip; if it fails, nothing is stored (NotCommitted). It may be made
   * of when the transaction began, by the clock of the server.
   */
  atEnd(statement: SqlStatement | ((began: Date) => SqlStatement)): void;
}

export const mint = (query: Tx['query'], atEnd: Tx['atEnd']): Tx => ({ query, atEnd }) as Tx;
