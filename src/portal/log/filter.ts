/** Which entries are shown. Days are those of Germany's clocks on the device, whole from midnight to midnight. */
import type { paths } from '../../client/generated/api.ts';

type Query = NonNullable<paths['/v1/access-log/entries']['get']['parameters']['query']>;

export interface Filter {
  /** Days, `YYYY-MM-DD`; empty where none is given. */
  readonly from: string;
  readonly to: string;
  readonly office: string;
  readonly role: string;
  readonly action: string;
  readonly purpose: string;
  readonly decision: string;
}

export const NO_FILTER: Filter = {
  from: '',
  to: '',
  office: '',
  role: '',
  action: '',
  purpose: '',
  decision: '',
};

/** Midnight at which a day begins on this device, or the day after it. */
function midnight(day: string, after = 0): string | undefined {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + after);
  return day === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

export function queryOf({ from, to, ...words }: Filter): Query {
  const given = {
    from: midnight(from),
    to: midnight(to, 1),
    ...Object.fromEntries(Object.entries(words).filter(([, text]) => text !== '')),
  };
  // What is chosen among the words of the API is one of them.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Longer than any word of the API and any name of an office. */
const LONGEST = 120;

/** Reads an address; what it does not say, or says wrongly, is not chosen. */
export function readFilter(search: URLSearchParams): Filter {
  const text = (name: string): string => (search.get(name) ?? '').slice(0, LONGEST);
  const day = (name: string): string => (DAY.test(text(name)) ? text(name) : '');
  const word = (name: string): string => (/^[\w.-]*$/.test(text(name)) ? text(name) : '');
  return {
    from: day('from'),
    to: day('to'),
    office: text('office'),
    role: word('role'),
    action: word('action'),
    purpose: word('purpose'),
    decision: word('decision'),
  };
}

/** The address of a choice, with only what is chosen. */
export function writeFilter(filter: Filter): string {
  const search = new URLSearchParams(Object.entries(filter).filter(([, text]) => text !== ''));
  return search.size === 0 ? '' : `?${search}`;
}
