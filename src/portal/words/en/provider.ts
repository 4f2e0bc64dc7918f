/** The first page of a provider, in English. */
import type { ProviderWords } from '../de/provider.ts';
import { periodName } from './period.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));

const en: ProviderWords = {
  headline: (reported, of) => `${reported} of ${of} reports are there`,
  waiting: 'The schools are being fetched.',
  sub: 'All schools that your provider reports for.',
  nothing: 'Nothing is to be reported now: no period is open, or no school belongs to your account.',
  schools: 'Your schools',
  search: 'Search by name or school number',
  filter: 'Show',
  none: 'No school fits.',
  school: 'School',
  period: 'Period',
  state: 'State',
  toDo: 'Report',
  states: { all: 'all', missing: 'missing', returned: 'returned', reported: 'reported' },
  acts: { missing: 'Report', returned: 'Mend', reported: 'Change' },
  until: (iso) => `Due by ${day(iso)}`,
  day,
  periodName,
};

export default en;
