/** What the screen of figures says in English. */
import type { RegionWords } from '../de/region.ts';
import { periodInSentence } from './period.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

const en: RegionWords = {
  locale: 'en-GB',
  number: (count) => NUMBER.format(count),
  period: periodInSentence,
  during: (period) => (period.length === 4 ? `In ${period}` : `In ${periodInSentence(period)}`),
  region: (key, name) => (key.length === 3 && !name.startsWith('Reg') ? `${name} district` : name),
  level: { state: 'State', district: 'District', county: 'County' },
  parts: (count, level) =>
    level === 'district' ? `${count} districts` : level === 'county' ? `${count} counties` : `${count} rows`,

  granted: 'Consultations and grants side by side',

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
    more: (count) => `${count} more`,
    noneMissing: 'All schools that are expected have reported.',
    hidden: (count, of) =>
      `${NUMBER.format(count)} of ${NUMBER.format(of)} cells of the table ${count === 1 ? 'shows' : 'show'} no number. They are confidential, so that nobody can tell anything about a child.`,
    noneHidden: 'No number of this table is confidential.',
    pending: (names) => `No number yet, as too few schools reported: ${names}.`,
    pooled: (count) =>
      `${count} consultations were reported for several benefits together only. So a benefit often has a range.`,
  },

  kpi: {
    consultations: 'Consultations reported',
    schools: 'Schools that reported',
    of: (count) => `of ${count}`,
    cells: 'Cells without a number',
    cellsWhy: 'confidential or too early',
    release: 'Release',
    releaseOf: (day) => `of ${day}`,
    pooled: (count) => `${count} of them not itemised`,
    allIn: 'no school is missing',
    open: (count) => (count === 1 ? '1 school is missing' : `${NUMBER.format(count)} schools are missing`),
  },
  waiting: 'Fetching the figures.',
  again: 'Try again',
  purpose: {
    label: 'Purpose',
    ask: 'What do you need the figures for?',
    why: 'The purpose is written into the access log. You can change it here at any time.',
    byRole: 'It follows from your role and is written into the access log.',
    of: {
      GRANT_REVIEW: 'Review of grants',
      PLANNING: 'Planning',
      STATISTICS: 'Statistics',
      AUDIT: 'Audit',
      FEEDBACK: 'Feedback',
    },
  },
  filter: {
    version: 'Version',
    newest: 'the newest',
    versionOf: (version) => `Version ${version}`,
    label: 'Selection',
    period: 'Period',
    region: 'Region',
    benefit: 'Benefit',
    level: 'Split by',
    levels: { district: 'district', county: 'county' },
    schoolTypes: 'school type',
  },
  view: {
    label: 'View',
    of: { map: 'Map', table: 'Table', bars: 'Bars', line: 'Time line' },
    title: (parts) => `Consultations by ${parts}`,
    titleOf: (name) => `Consultations: ${name}`,
    desc: (column, period) =>
      period === undefined ? `Consultations, ${column}` : `Consultations, ${column}, ${period}`,
    lineTitle: (column) => `Consultations over time: ${column}`,
    byBenefit: (name) => `By benefit: ${name}`,
    row: 'Region',
    schoolType: 'School type',
    schools: 'Schools that reported',
    nOfM: (reported, expected) => `${NUMBER.format(reported)} of ${NUMBER.format(expected)}`,
    pupils: 'Children by benefit',
    pupilsTable: 'Table of children',
    pupilsHint: 'Each child counts once at a benefit. That cannot be added up over benefits.',
    asTable: 'Show as a table',
    below: (from, next) => `${from} to below ${next}`,
    from: (from) => `${from} or more`,
    shadedBy: 'Of a range, the smaller number decides the colour.',
    onePeriod: 'One period is released so far. The next one makes a line.',
    noRelease: 'not released',
    hidden: 'confidential',
  },
  periodShort: (period) => {
    const [year = '', part = ''] = period.split('-');
    return [part === '' ? year : part, part === '' ? '' : year];
  },
  download: {
    title: 'Download and cite',
    of: {
      xlsx: 'Excel workbook',
      pdf: 'PDF to be filed',
      'csv-de': 'CSV for German Excel',
      csv: 'CSV for programs',
      json: 'JSON',
      'json-stat': 'JSON-stat',
      'sdmx-csv': 'SDMX-CSV',
      'sdmx-structure': 'SDMX structure',
    },
    done: 'The file is saved.',
    citeTitle: 'How to cite the table',
  },
  lack: {
    'not-released': {
      title: 'Nothing is released here yet',
      way: 'There are figures once the statistics unit has checked and released the period.',
    },
    offline: {
      title: 'The service cannot be reached',
      way: 'Check the connection. Figures are not kept on this device.',
    },
    'not-allowed': {
      title: 'You may not see these figures',
      way: 'Your account sees other regions. Choose one of them above.',
    },
    'not-found': { title: 'There are no rows for this', way: 'Choose another region or another period.' },
    busy: { title: 'The service is busy', way: 'Wait a moment. What you chose stays.' },
    'signed-out': {
      title: 'Your session has ended',
      way: 'Sign in again. The address of this page leads back here.',
    },
    failed: {
      title: 'The figures could not be read',
      way: 'Load the page again. If it stays so, tell the administration.',
    },
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
