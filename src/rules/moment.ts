/** Moments as programs write them (RFC 3339): a real day, a time, and always the zone. */
import { parseDay } from './day.ts';

const FORM = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

const MINUTE = 60_000;
const [FIRST, END] = [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1)] as const;

/**
 * The moment that the text spells (RFC 3339 date-time: capital T and Z, at most milliseconds), from 2000 until before
 * 2100, or undefined. Without a zone the server's would decide; a day alone, a second 60 and an hour 24 are none.
 */
export function parseMoment(text: string): Date | undefined {
  const [, day = '', ...parts] = FORM.exec(text) ?? [];
  const [hour = '', minute = '', second = '', fraction = '', sign = '+', zoneHour = '', zoneMinute = ''] =
    parts;
  const isTime = [hour, zoneHour].every(isBelow(24)) && [minute, second, zoneMinute].every(isBelow(60));
  if (parseDay(day) === undefined || !isTime) return undefined;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const milliseconds = Number(fraction.padEnd(3, '0'));
  const local = Date.UTC(year, month - 1, date, Number(hour), Number(minute), Number(second), milliseconds);
  const ahead = (Number(zoneHour) * 60 + Number(zoneMinute)) * MINUTE;
  const time = sign === '+' ? local - ahead : local + ahead;
  return time >= FIRST && time < END ? new Date(time) : undefined;
}

/** An absent part counts as 0: the zone Z has none. */
const isBelow =
  (limit: number) =>
  (digits: string): boolean =>
    Number(digits) < limit;
