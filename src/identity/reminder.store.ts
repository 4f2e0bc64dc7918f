/** SQL of reminders: what is due and was not told, and whether an account wants any. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { ReminderKind } from './mail-words.ts';

export interface DueReminder {
  readonly account: string;
  /** Of the account. */
  readonly name: string;
  readonly mailbox: string;
  readonly kind: ReminderKind;
  readonly period: string;
  /** Last day of the period, `YYYY-MM-DD`. */
  readonly closesOn: string;
}

export interface Wanted {
  readonly wants: boolean;
  readonly hasMailbox: boolean;
}

@Injectable()
export class ReminderStore {
  /** What is due; from now on it was told. */
  take(tx: Tx, most: number): Promise<DueReminder[]> {
    return tx.query<DueReminder>({
      text: `SELECT account, name, mailbox, kind, period, closes_on AS "closesOn" FROM take_reminders($1)`,
      values: [most],
    });
  }

  /** Of the account that asks; `wanted` changes it. Undefined where there is no such account. */
  async own(tx: Tx, wanted: boolean | null): Promise<Wanted | undefined> {
    const [row] = await tx.query<Wanted>({
      text: 'SELECT wants, has_mailbox AS "hasMailbox" FROM own_reminders($1)',
      values: [wanted],
    });
    return row;
  }
}
