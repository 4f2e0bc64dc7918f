/** The day it is where the schools are. */

const BERLIN = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** `YYYY-MM-DD` in Berlin; deadlines are days, and a day ends there. */
export const today = (now = new Date()): string => BERLIN.format(now);
