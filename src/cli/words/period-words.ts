/** What `kanon period …` and `kanon return` say over a service, in both languages. */
import type { Language } from '../../foundation/language.ts';

const de = {
  use: 'So geht es: kanon period open|change|prolong|withdraw|freeze|thaw|state|preview|release|reopen|corrections ZEITRAUM --account NAME; kanon period list; oder auf dem Server selbst kanon period ZEITRAUM.',
  notPeriod: 'Ein Zeitraum wird geschrieben wie 2026-Q3.',
  foreignOption: (option: string, what: string) => `${option} gehört nicht zu kanon period ${what}.`,
  needsDay: (option: string) => `${option} fehlt oder ist kein Tag wie 2026-10-01.`,
  opened: (period: string, from: string, to: string) =>
    `${period} ist geöffnet: Meldungen von ${from} bis ${to}.`,
  daysNow: (period: string, from: string, to: string) => `${period} nimmt Meldungen von ${from} bis ${to}.`,
  withdrawn: (period: string) => `${period} gibt es nicht mehr.`,
  unusualFreeze: 'Das ist ungewöhnlich, und niemand ist da, den man fragen könnte; eingefroren wurde nichts.',
  frozen: (period: string) =>
    `${period} ist eingefroren und nimmt keine Meldungen mehr. Freigeben muss eine zweite Person: kanon period release.`,
  thawAsked: (period: string, until: string) =>
    `Beantragt: ${period} soll wieder Meldungen nehmen. Bis ${until} muss eine zweite Person zustimmen: kanon period thaw ${period} --confirm.`,
  thawed: (period: string) => `${period} nimmt wieder Meldungen.`,
  states: {
    open: 'offen',
    frozen: 'eingefroren',
    releasing: 'eingefroren, wird gerade geschützt und freigegeben',
    released: 'freigegeben',
  },
  failures: {
    'no-safe-pattern': 'Freigegeben wurde nichts: Kein Muster schützt die Tabelle.',
    'protection-failed': 'Freigegeben wurde nichts: Beim Schützen ist etwas fehlgeschlagen.',
    'corrections-kept': 'Keine Korrektur wurde übernommen; die neueste Freigabe bleibt die von vorher.',
    'would-hide':
      'Freigegeben wurde nichts: Die neue Fassung verbirgt, was Land oder Bezirk schon sahen. kanon period preview zeigt es; --corrections publish oder keep entscheidet.',
  },
  previewLater: (period: string) =>
    `Die Vorschau auf ${period} ist noch nicht fertig; bitte gleich noch einmal.`,
  wouldBe: (period: string, version: number) => `${period}: Freigegeben würde Fassung ${version}.`,
  wouldStay: (period: string, version: number) =>
    `${period}: Keine Korrektur könnte übernommen werden; Fassung ${version} bliebe die neueste.`,
  hiding: (level: string, hidden: number, cells: number, anew: number) =>
    `${level}: ${hidden} von ${cells} Feldern verborgen, davon ${anew}, die bisher zu sehen sind`,
  hiddenShare: (percent: number) => `  rund ${percent} % der Beratungen stehen in keinem Feld mit einer Zahl`,
  wouldSay: (reported: number, expected: number) => `${reported} von ${expected} Schulen haben gemeldet`,
  useless: (region: string, reported: number, expected: number) =>
    `${region} würde keine Zahl zeigen; ${reported} von ${expected} Schulen haben gemeldet:`,
  whyUseless: {
    'few-reports': 'zu wenige Meldungen',
    protection: 'kleine Zahlen, eigene oder andere',
  },
  needsChoice:
    'Darunter sind Felder, die Land oder Bezirk schon sahen: kanon period release braucht --corrections publish oder keep.',
  releasing: (period: string) =>
    `${period} wird geschützt und freigegeben; kanon period state ${period} zeigt, wie weit es ist.`,
  reopened: (period: string, until: string) =>
    `${period} nimmt Korrekturen bis ${until}. Was freigegeben ist, bleibt stehen.`,
  noneWaits: (period: string) => `${period}: Keine Korrektur wartet.`,
  wait: (period: string) => `${period}: Die Korrekturen dieser Schulen warten:`,
  returned: (school: string, period: string) =>
    `Die Meldung der Schule ${school} für ${period} ist zurückgegeben; sie kann neu melden.`,
};

export type PeriodWords = typeof de;

const en: PeriodWords = {
  use: 'Use kanon period open|change|prolong|withdraw|freeze|thaw|state|preview|release|reopen|corrections PERIOD --account NAME; kanon period list; or on the server itself kanon period PERIOD.',
  notPeriod: 'A period is written like 2026-Q3.',
  foreignOption: (option, what) => `${option} does not go with kanon period ${what}.`,
  needsDay: (option) => `${option} is missing, or no day such as 2026-10-01.`,
  opened: (period, from, to) => `${period} is open: reports from ${from} to ${to}.`,
  daysNow: (period, from, to) => `${period} takes reports from ${from} to ${to}.`,
  withdrawn: (period) => `${period} is gone.`,
  unusualFreeze: 'This is unusual, and nobody is here to be asked; nothing was frozen.',
  frozen: (period) =>
    `${period} is frozen and takes no more reports. A second person has to release it: kanon period release.`,
  thawAsked: (period, until) =>
    `Asked for: ${period} is to take reports again. Until ${until} a second person has to agree: kanon period thaw ${period} --confirm.`,
  thawed: (period) => `${period} takes reports again.`,
  states: {
    open: 'open',
    frozen: 'frozen',
    releasing: 'frozen, and being protected and released',
    released: 'released',
  },
  failures: {
    'no-safe-pattern': 'Nothing was released: no pattern protects the table.',
    'protection-failed': 'Nothing was released: something failed while it was protected.',
    'corrections-kept': 'No correction was taken over; the newest release is still the one before.',
    'would-hide':
      'Nothing was released: the new version hides what the state or a district has seen. kanon period preview shows it; --corrections publish or keep decides.',
  },
  previewLater: (period) => `The preview of ${period} is not ready yet; please try again soon.`,
  wouldBe: (period, version) => `${period}: version ${version} would be released.`,
  wouldStay: (period, version) =>
    `${period}: no correction could be taken over; version ${version} would stay the newest.`,
  hiding: (level, hidden, cells, anew) =>
    `${level}: ${hidden} of ${cells} cells hidden, ${anew} of them shown so far`,
  hiddenShare: (percent) => `  about ${percent} % of the consultations stand in no cell with a number`,
  wouldSay: (reported, expected) => `${reported} of ${expected} schools have reported`,
  useless: (region, reported, expected) =>
    `${region} would show no number; ${reported} of ${expected} schools have reported:`,
  whyUseless: {
    'few-reports': 'too few reports',
    protection: 'small numbers, its own or others',
  },
  needsChoice:
    'Some of them were shown to the state or a district: kanon period release needs --corrections publish or keep.',
  releasing: (period) =>
    `${period} is being protected and released; kanon period state ${period} shows how far it is.`,
  reopened: (period, until) => `${period} takes corrections until ${until}. What is released stays.`,
  noneWaits: (period) => `${period}: no correction waits.`,
  wait: (period) => `${period}: the corrections of these schools wait:`,
  returned: (school, period) =>
    `The report of school ${school} for ${period} is returned; the school may report again.`,
};

export const PERIOD_WORDS: Readonly<Record<Language, PeriodWords>> = { de, en };
