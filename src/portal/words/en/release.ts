/** The road to a release, in English. */
import type { ReleaseWords } from '../de/release.ts';
import { periodName, STANDINGS } from './period.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));
const moment = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
const schools = (count: number): string => (count === 1 ? '1 school' : `${count} schools`);

const en: ReleaseWords = {
  title: 'Release',
  sub: 'From the last day of reports to the protected table. Two persons decide.',
  noPeriod: 'There is no period yet.',
  periods: 'Periods',
  period: periodName,
  states: STANDINGS,
  waiting: 'Looking where it stands.',
  number: (count) => new Intl.NumberFormat('en-GB').format(count),
  percent: (part, whole) =>
    new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }).format(
      whole === 0 ? 0 : part / whole,
    ),

  road: (period) => `Road to the release: ${period}`,
  stations: { open: 'Open', frozen: 'Frozen', releasing: 'Being protected', released: 'Released' },
  days: (from, to) => `${day(from)} to ${day(to)}`,
  overSince: (to) => `The last day was ${day(to)}`,
  frozenText: 'No report comes in any more',
  releasingText: 'Small numbers are hidden',
  releasedOn: (iso, version) => `${day(iso)}, version ${version}`,
  releasedText: 'Those who may read the figures',
  past: 'done',
  here: 'the period stands here',
  ahead: 'still to come',

  reported: (reported, expected) => `${reported} of ${expected} schools have reported`,
  nobodyMissing: 'No school is missing.',
  missing: (counties) =>
    counties === 1 ? 'Reports are missing in 1 county' : `Reports are missing in ${counties} counties`,
  county: 'County',
  lacking: 'Missing',
  lackingOf: (one) =>
    [
      one.missing > 0 ? schools(one.missing) : '',
      one.vacant > 0 ? `${one.vacant} of them vacant` : '',
      one.returned > 0 ? `${one.returned} sent back` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),

  freezeTitle: 'Freeze',
  freezeWhat: [
    'No report comes in any more after that, and no correction.',
    'Nothing is published yet.',
    'A second person has to release it then.',
    'It takes two to take it back, and only before the first release.',
  ],
  freezeAsk: 'Prepare the freeze',
  freezeNow: (period) => `Freeze ${period} now`,
  unusualTitle: 'Something is unusual. Please confirm each line.',
  unusual: {
    'not-over': 'The last day for reports has not passed. It is meant so.',
    incomplete: 'Fewer than 80 % of the schools have reported. It is meant so.',
  },
  frozen: 'The period is frozen.',
  notNow: 'Not yet',

  lookTitle: 'A look before the release',
  lookWhat:
    'The tables are protected as for a release. You see how many cells would show no number. Nothing is published.',
  lookNow: 'Compute the preview',
  computing: 'The preview is being computed. That can take some minutes.',
  wouldBe: (version) => `It would become version ${version}.`,
  wouldBeNone: 'There would be no new version: every correction would have to wait.',
  wouldWait: (count) => `${schools(count)}: the correction would wait.`,
  lookTable: 'Cells without a number by level',
  level: 'Level',
  cells: 'Cells',
  hidden: 'without a number',
  share: 'Share of cells',
  hiddenShare: 'Consultations without a number',
  about: (percent, hidden) => {
    if (hidden === 0) return 'none';
    if (percent === null) return 'not told';
    return percent === 0 ? 'below 3 %' : `about ${percent} %`;
  },
  hiddenShareHint:
    'The share of consultations is rounded to 5 %. With only one or two cells of consultations it is not told. In the state and the district these consultations count all the same, where their cell shows a number.',
  noneUseless: 'Each county shows at least one number.',
  useless: (count) =>
    count === 1 ? '1 county would show no number' : `${count} counties would show no number`,
  whyUseless: {
    'few-reports': 'Too few schools have reported.',
    protection: 'Its numbers are small, or they would tell small numbers elsewhere.',
  },
  uselessWay: 'Missing reports can still come while the period is open: for that the freeze is taken back.',
  anew: 'hidden anew',
  levels: {
    state: 'State',
    district: 'District',
    county: 'County',
    'school-type': 'School type in a district',
  },
  needsChoice:
    'The new version would hide figures of the state or of a district that were shown before. The release asks what shall become of it.',
  lookHint: 'Why a cell is hidden stands nowhere. That would tell something about children too.',

  releaseTitle: 'Release',
  releaseWhat: [
    'Only somebody other than the person who froze it can do this.',
    'The tables are protected, proved and published with a certificate.',
    'A release cannot be taken back.',
  ],
  releaseAsk: 'Prepare the release',
  releaseNow: (period) => `Release ${period} now`,
  protecting: 'The tables are being protected',
  protectingText: 'That can take some minutes. This page looks by itself.',
  choiceTitle: 'What becomes of corrections?',
  choices: {
    safe: 'Take them over, but hide nothing that was shown',
    publish: 'Take them over, even where that hides figures',
    keep: 'Let them wait until it is opened again',
  },
  thawTitle: 'Take the freeze back',
  thawWhat: 'Reports come in again then. One person asks for it, a second one confirms.',
  thawAsk: 'Ask to take it back',
  thawAsked: 'It is asked for. A second person has to confirm.',
  thawConfirm: 'Confirm to take it back',
  thawed: 'The period takes reports again.',
  thawMine: 'You asked for it. A second person has to confirm.',
  thawOther: (until) => `Somebody asks for it. That holds until ${moment(until)}.`,

  releaseOf: (version, iso) => `Version ${version} of ${day(iso)}`,
  hiddenCells: (count) =>
    `${new Intl.NumberFormat('en-GB').format(count)} cells of all tables show no number.`,
  against: 'The table withstands somebody who …',
  notCovered: 'Not covered',
  certificateHint:
    'The file is signed by the service. How to check it by addition stands in the guide to the certificate.',
  certificateFile: 'Save the certificate (JWS)',
  certificateShow: 'Read the certificate',
  figures: 'See the figures',

  corrections: 'Corrections',
  noneKept: 'No correction waits.',
  kept: (count) =>
    count === 1 ? 'The correction of one school waits.' : `The corrections of ${count} schools wait.`,
  keptWhy:
    'With them the old and the new version together would tell what single schools changed. They come along once enough others do.',
  reopenTitle: 'Open again for corrections',
  reopenWhat:
    'Schools can report once more then. What is released stays. Afterwards it is frozen again and released by two.',
  until: 'Last day',
  reopenNow: 'Open again',
  reopened: 'The period takes reports again.',

  failed: 'The last release did not succeed. Nothing was published.',
  failures: {
    'no-safe-pattern':
      'The last release did not succeed: the table could not be protected well enough. Nothing was published.',
    'protection-failed': 'The protection was not finished. Nothing was published. Please try again.',
    'corrections-kept': 'No correction was taken over. The version before stays the newest.',
    'would-hide':
      'The new version would hide figures that were shown. Please choose what becomes of corrections.',
  },
  ways: {
    'same-person': {
      title: 'A second person has to do this',
      text: 'You froze this period. Only somebody else of the statistics unit can release it.',
    },
    'step-up-needed': {
      title: 'Please show once more who you are',
      text: 'Sign out, and sign in again with your second factor. You have five minutes for it then.',
    },
  },
};

export default en;
