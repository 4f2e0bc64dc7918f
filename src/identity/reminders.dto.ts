/** Wire shapes of reminders. */
import { type FieldReader, readFields } from '../foundation/http/fields.ts';

const yesOrNo: FieldReader<boolean> = {
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  de: 'true oder false',
  en: 'true or false',
};

export class ReminderWish {
  /** Whether the own mailbox is to be reminded. */
  wanted!: boolean;

  static read(bytes: Uint8Array): ReminderWish {
    return Object.assign(new ReminderWish(), readFields(bytes, { wanted: yesOrNo }));
  }
}

export class ReminderBody {
  wanted!: boolean;
  /** False where the account has no mailbox: then nothing is sent, whatever is wanted. */
  hasMailbox!: boolean;
}
