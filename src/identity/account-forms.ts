/** Forms of what an account is made of: the same for a body and for a line of a list. */

/** Schools of one account at once; a provider may serve a whole county. */
export const SCHOOLS = 600;
/** What is typed at sign-in. */
export const NAME = /^[a-z0-9][a-z0-9.-]{1,63}$/;

export const parseAccountName = (text: string): string | undefined => (NAME.test(text) ? text : undefined);

/** Two parts without anything that an address list or a header could read as the end of an address. */
const MAILBOX = /^[^@\s\p{C}<>()[\]\\,;:"]+@[^@\s\p{C}<>()[\]\\,;:"]+$/u;

/** The address of an office mailbox; whether mail arrives there only mail can tell. */
export const parseMailbox = (text: string): string | undefined =>
  text.length <= 254 && MAILBOX.test(text) ? text : undefined;
