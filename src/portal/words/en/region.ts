/** What the screen of figures says in English. */
import type { RegionWords } from '../de/region.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

/** `2026-Q2` as a reader says it. */
function periodName(period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return year;
  return `${part.startsWith('Q') ? 'quarter' : 'half'} ${part.slice(1)} of ${year}`;
}

const en: RegionWords = {
  locale: 'en-GB',
  number: (count) => NUMBER.format(count),
  period: periodName,
  during: (period) => (period.length === 4 ? `In ${period}` : `In ${periodName(period)}`),
  region: (key, name) => (key.length === 3 && !name.startsWith('Reg') ? `${name} district` : name),
  level: { state: 'State', district: 'District', county: 'County' },
  parts: (count, level) =>
    level === 'district' ? `${count} districts` : level === 'county' ? `${count} counties` : `${count} rows`,

  column: { NOT_ITEMISED: 'not itemised', REPORTED_TOTAL: 'reported in total' },
  measure: { consultations: 'Consultations', pupils: 'Pupils' },
  allBenefits: 'All benefits',
  noSchoolType: 'all school types',

  headline: {
    exact: (during, count) => `${during}, ${count} consultations were reported`,
    one: (during) => `${during}, 1 consultation was reported`,
    range: (during, range) => `${during}, ${range} consultations were reported`,
    nothing: (during) => `${during}, no consultation was reported`,
    hidden: (during) => `${during}, no number is shown here`,
    pending: (during) => `${during}, too few schools have reported yet`,
    about: (sentence, benefit) => `${sentence}: ${benefit}`,
  },

  complete: (reported, expected) =>
    `${NUMBER.format(reported)} of ${NUMBER.format(expected)} schools have reported.`,
  gaps: {
    title: 'What is missing?',
    schools: (name, missing) =>
      missing === 1 ? `${name}: 1 school` : `${name}: ${NUMBER.format(missing)} schools`,
    missing: (list) => `No report yet from: ${list}.`,
    more: (count) => `and ${count} more`,
    noneMissing: 'All schools that are expected have reported.',
    hidden: (count, of) =>
      `${NUMBER.format(count)} of ${NUMBER.format(of)} cells of the table ${count === 1 ? 'shows' : 'show'} no number. They are confidential, so that nobody can tell anything about a child.`,
    noneHidden: 'No number of this table is confidential.',
    pending: (names) => `No number yet, as too few schools reported: ${names}.`,
    pooled: (count) =>
      `${count} consultations were reported for several benefits together only. So a benefit often has a range.`,
  },

  source: (stand) => `Source: figures that schools reported, released on ${stand}.`,
  cite: (what) =>
    `Kanon: counselling statistics on education and participation benefits, ${what.region}, ${what.period}. Release ${what.version} of ${what.released}, id ${what.id}. Read on ${what.read}.`,
  day: (iso) =>
    new Intl.DateTimeFormat('en-GB', {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'Europe/Berlin',
    }).format(new Date(iso)),
  and: (names) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names),
};

export default en;
