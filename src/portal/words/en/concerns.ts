/** Reservations, in English. */
import type { ConcernWords } from '../de/concerns.ts';
import { periodName } from './period.ts';

const en: ConcernWords = {
  title: 'Reservations about the collection',
  sub: 'Whoever coordinates or stands for data protection can say here what speaks against a collection. The district or the state answers. Everybody reads both.',
  period: 'Period',
  periodName,
  noPeriod: 'There is no period yet.',
  none: 'Nobody has stated a reservation on this period.',
  headline: (count) => (count === 1 ? 'One reservation' : `${count} reservations`),
  where: 'Where',
  what: 'Reservation',
  answer: 'Answer',
  act: 'Act',
  open: 'none yet',
  land: 'the Land',
  state: 'State a reservation',
  stateWhat: {
    coordinator: 'It is about your county and this period, and stands beside the figures.',
    'protection-officer':
      'It is about the whole Land. The period is released only after the state has answered.',
  },
  choose: 'Which one?',
  stated: 'The reservation is stated.',
  withdraw: 'Take back',
  withdrawWhat: 'The reservation leaves the list. The access log keeps it.',
  withdrawn: 'The reservation is taken back.',
  respond: 'Answer',
  respondWhat: 'The answer stays then, and everybody can read it.',
  response: 'Your answer',
  norm: 'Legal basis',
  responded: 'The answer stands there now.',
  beside: (count) =>
    count === 1
      ? 'There is a reservation about this collection'
      : `There are ${count} reservations about this collection`,
  toAll: 'All reservations and answers',
};

export default en;
