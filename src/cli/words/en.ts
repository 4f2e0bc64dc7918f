/** What the command line says in English. */
import { TABLE_FAULTS } from '../../disclosure/table/table-record.ts';
import type { Words } from './de.ts';

export const en: Words = {
  // Wrong use
  unknownCommand: 'There is no such command; kanon help lists them.',
  unknownOption: 'There is no such option here.',
  missing: (what) => `Missing: ${what}.`,
  missingValue: (option) => `A value must follow ${option}.`,
  wrongChoice: (option, allowed) => `${option} takes one of ${allowed}.`,
  tooMany: 'There are too many arguments.',
  wrongUse: 'The command cannot be understood like this.',
  use: (usage) => `Use: ${usage}`,
  notSchool: '--school is an official school number of six digits, such as 990001.',
  notPeriod: '--period is a period such as 2026-Q4, 2026-S2 or 2026.',
  notRegion: '--region is an official key of 2, 3, 5 or 8 digits, such as 05, 051 or 05111.',
  notRevision: '--if-match is the ETag that kanon report or kanon status gave.',
  notUrl:
    '--url is an address such as https://kanon.example, without a name, password or question mark in it.',
  regionOrSchool: 'kanon status needs either --region or --school.',
  noCsvOfSchool: '--csv goes with --region.',
  noCode:
    'This account has a second factor: its code comes from the keyboard or from KANON_CODE; there was none of them.',
  noPassword:
    'The password comes from --password-file, from KANON_PASSWORD or from the keyboard; there was none of them.',

  // Surroundings
  checkWell: 'well',
  checkWarns: 'LOOK:',
  checkRefuses: 'REFUSED:',
  checkUnknown: 'not known:',
  databaseSilent: 'The database does not answer; check DATABASE_URL, and whether the server runs.',
  databaseNotAsked: 'The embedded database does not run; what concerns it was not checked.',

  // Files
  line: (number) => `Line ${number}`,
  more: (number) => `and ${number} more`,
  knownBenefits: (codes) => `There are: ${codes}.`,
  fileUnreadable: 'That file cannot be read; check its name and your rights.',
  fileThere: 'There is such a file already; it is not overwritten.',
  formatAndFile:
    '--out needs a format (--format, --csv or --csv-de), and xlsx and pdf need --out with the name of a file.',
  fileUnwritable: 'That file cannot be written; check its name and your rights.',
  notStrokes: 'That is no tally sheet; it has one line child,benefit a stroke.',
  reportAlready: 'That is a report already; kanon report hands it in.',
  schemeUnknown: 'This version of Kanon does not know the scheme; please update Kanon.',
  noSuchScheme: (names) => `There is no such scheme. There are: ${names}.`,
  whichScheme: (names) => `Several schemes fit: ${names}. Say with --scheme which one is meant.`,
  noSchemeFor: (period, names) =>
    `No scheme in force on the first day of ${period} is collected for a period of that length. There are: ${names}.`,
  policyUnknown: 'This version of Kanon does not know that policy; please update Kanon.',
  policyNumber: 'The policy is a number such as 2; it stands with the period.',

  // Tables
  notWhole: (option, least) => `${option} is a whole number, ${least} or more.`,
  noDimension: 'The columns are missing: --hierarchy, --dimensions or both.',
  outputColumns: (name) =>
    `A column of the result is called so (value, status): ${name}. Please rename it in the table.`,
  notNames: (option) =>
    `${option} takes names of columns with commas between them; a name with a comma stands in quotation marks.`,
  sameColumn: (name) => `This column can be one thing only: ${name}.`,
  noContributors: (option) => `${option} needs --contributors.`,
  notDominance: '--dominance is a number, 1 or more, and a percentage between 0 and 100, such as 2,85.',
  weightOrSum: '--weight says what hiding costs; --objective sum does not go with it.',
  doubtfulTotals: (names) =>
    `Please check: these codes may be sums of others, as far as their figures tell. If they are, what is hidden can be calculated. They are: ${names}. Then --totals, else --not-a-total.`,
  smallSums: (sums) =>
    `Together these are below --k, and their sum can be calculated from the table, though no single one: ${sums}.`,
  notProven: 'Kanon verified its own result as anybody can, and found a fault; nothing was written.',
  commaInName:
    'A name of a column that has a comma in it belongs in quotation marks, such as --dimensions \'"Age, in years",cause\'.',
  zerosMayBeHidden: 'Where zeros are protected, a hidden cell may be zero: --attacker is ge0 then.',
  tableFaults: {
    ...TABLE_FAULTS,
    reserved:
      'This word stands for sums in the result and cannot be a code. Sums are computed; leave them out, or name them with --totals.',
    ownTotal:
      'This is named like a sum, or is the sum of others wherever it stands. Leave sums out, they are computed; or name them with --totals, then they are checked. If it is a category of its own: --not-a-total.',
    disclosingTotal:
      'This may be the sum of all that stand beside it. If it is one, a hidden cell can be calculated exactly from the result. If it is a sum: --totals, if it is a category of its own: --not-a-total.',
    wrongTotal:
      'This is to be a total, but it is not the sum of all that stand beside it. A subtotal needs a level of its own (--hierarchy).',
  },
  protecting: 'Protecting the table',
  protectingRound: (round, open) => `round ${round}, ${open} places still open`,
  tableProtected: (cells, primary, complementary) =>
    `${cells} cells, ${primary + complementary} of them hidden: ${primary} primary, ${complementary} complementary. Safe.`,
  noSafePattern: 'No pattern protects this table; nothing was written. It is about:',

  // Counts and reports
  pupils: 'Pupils',
  consultations: 'Consultations',
  benefit: 'Benefit',
  pooled: 'pooled',
  withheld: 'stays at the school',
  together: 'together; each pupil once',
  staysHere: 'These numbers are for the school. Go on with kanon anonymise or kanon report.',
  kept: (percent) => {
    const kept = `${percent} % of the consultations go into the totals`;
    if (percent === 100) return `${kept}.`;
    const rest = percent === 0 ? 'All numbers' : `${kept}; the other numbers`;
    return `${rest} stay at the school, to protect the children. Even so the report says that there was counselling.`;
  },
  wouldHelp: (unions) =>
    `It would help to know how many different pupils stand behind these benefits together: ${unions}.`,
  willBeSent: (school, period) => `This is reported for school ${school} and ${period}:`,
  refusedHere: 'The report breaks the rules; nothing of it was sent.',
  periodUnknown: 'The service has no such period.',
  yesOrNo: 'Please answer with y or n.',
  isItSo: 'Is that so? (y/n) ',
  sendNow: 'Send it? (y/n) ',
  notStored: 'Cancelled; nothing was stored.',
  willBeAsked: 'Unusual; this will be asked before it is stored:',
  confirmed: 'Confirmed by --confirm:',
  nobodyToAsk: 'This is unusual, and nobody is here to be asked; nothing was stored.',
  howToConfirm: 'If it is so: the same command with --confirm.',
  checked: 'All rules are met. This was a trial; nothing was stored.',
  stored: (revision, at) => `Stored: revision ${revision}, ${at}.`,
  unchanged: (revision, at) => `The same report stood there already: revision ${revision}, ${at}.`,
  tryAgainIn: (seconds) =>
    seconds < 120
      ? `Try again in ${seconds} seconds at the earliest.`
      : `Try again in ${Math.ceil(seconds / 60)} minutes at the earliest.`,
  revision: (etag) => `ETag for --if-match: ${etag}`,
  receiptKept: (file) =>
    `The receipt is in ${file}. Please keep it: only with it can you prove what was reported.`,
  receiptThere:
    'The file for the receipt exists already. Receipts are not overwritten; please choose another name. Nothing was sent.',
  noReceipt: 'The receipt was not kept; with --receipt FILE and the same report you get it again.',

  // Status
  statuses: { reported: 'reported', missing: 'missing', returned: 'returned' },
  postVacant: 'post vacant',
  schoolHead: ['School', 'Name', 'Type', 'Status'],
  countyHead: ['Key', 'Region', 'Schools', 'Reported', 'Missing', 'Returned'],
  vacantHead: 'Post vacant',
  historyHead: ['Revision', 'Reported', ''],
  shareOfSchools: (all, reported, missing, vacant, returned) =>
    `${reported} of ${all} schools have reported, ${missing} are missing${vacant > 0 ? ` (${vacant} of them with a vacant post)` : ''}, ${returned} got their report back.`,

  // Accounts and participation
  operatorName: '--operator needs a name of at most 120 characters.',
  tiedSchools:
    'Whoever puts or reads reports of both schools ties them: they then count as one contributor to a release.',
  providerTrusted:
    "A provider's schools stay contributors of their own in a release. The account needs a processor contract.",
  participationChanged: (school, period, kind) => `${school} is ${kind} in ${period} now.`,
  participationSame: (school, period, kind) => `${school} was ${kind} in ${period} already.`,
  notKnownThere: 'There is no such school or period here.',

  // Summary
  key: 'Key',
  region: 'Region',
  schoolType: 'Type',
  schools: 'Schools',
  ofThese: (some, all) => `${some} of ${all}`,
  summaryOf: (region, period, version, at) =>
    `Region ${region}, period ${period}, version ${version} of ${at}`,
  notItemised: 'pooled',
  notItemisedLegend: 'over several benefits together',
  seriesPeriod: 'period (version)',
  hiddenAnewIn: (period, version, cells) =>
    `${period}: version ${version} hides ${cells} cells that the version before showed (see --json).`,
  reportedTotal: 'reported',
  reportedTotalLegend: 'all that was reported, not all that happened',

  // Receipts
  receiptHolds: (issuer, key) => `The receipt is genuine. It was signed by ${issuer} with the key ${key}.`,
  receiptOf: (school, period, revision, at) =>
    `This was stored for school ${school} and ${period}, revision ${revision}, ${at}:`,
  logMustShow: (entry, commitment) =>
    `The entry ${entry} of the access log must show as its commitment:\n${commitment}`,
  logAgrees: (entry) => `The entry ${entry} of the access log belongs to exactly this.`,
  noReceiptInFile:
    'There is no receipt in that file, or only a part of one. That does not mean that it was changed.',
  otherStatement: 'That is no receipt for a report.',
  noKeys: 'There are no keys there (JWKS); they come from /.well-known/jwks.json of the service.',
  otherKey:
    'The receipt names a key that is not among these. Either it comes from another service, or the key was changed.',
  notSigned: 'The signature does not fit the content: the receipt was changed.',
  otherCommitment: 'The access log shows something else: the entry does not belong to what the receipt says.',

  // Certificates
  proofHolds: (places, hidden, width) =>
    `The proof holds: ${places} cells, ${hidden} of them hidden. For every hidden cell there are two tables that fit and differ there by ${width} or more.`,
  proofFails: 'The proof does not hold.',
  releaseSigned: (key) => `The signature holds; the key is ${key}.`,
  signatureUnchecked:
    'The signature was not checked: whose table it is stays open (exit code 5). Give --keys for that.',
  unsignedTable: 'This certificate has no signature; whose table it is, it does not say.',
  noKeysOfTable:
    'The certificate of a table of your own has no signature; --keys and --url do not go with it.',
  zerosTell: 'There are zeros in the table: who knows that all are shown knows more of what is hidden.',
  quoted: (text) => `"${text}" (as the file has it)`,
  covered: 'Protected against a reader who',
  notCovered: 'Not covered:',
  noCertificate:
    'That is no file as it is verified here: no certificate with a proof, or only a part of one. That does not mean that it was changed.',
  noPublishedTable:
    'That is no protected table: CSV whose last columns are value and status. That does not mean that it was changed.',
  fileTooLarge: (mebibytes) => `The file is larger than ${mebibytes} MiB; --max-mib allows more.`,
  notMib: (most) => `--max-mib is a whole number from 1 to ${most}.`,
  otherReleaseKey:
    'The certificate names a key that is not among these. Either it comes from another service, or the key was changed.',
  releaseNotSigned: 'The signature does not fit the content: the certificate was changed.',

  // Witness
  witnessed: (size, origin) => `Cosigned: ${size} entries in ${origin}.`,
  witnessedFirst: (size, origin) =>
    `Seen for the first time, and cosigned: ${size} entries in ${origin}. What was before is not checked.`,
  nothingNew: 'Nothing has been added since the last time.',
  forked: (size) =>
    `ALARM: the log has two histories. What is shown now does not start with the ${size} entries that this witness has seen.`,
  shrunk: (seen, shown) =>
    `ALARM: the log has shrunk, or an old checkpoint is shown: it had ${seen} entries, and now it has ${shown}.`,
  otherLog: (shown, log) =>
    `ALARM: the log that is shown is ${shown}, not ${log}. Was a new one opened (kanon log reopen)? Then have its key confirmed by another way than the service, write it to the file of --log-key, and start again. It does not go on by itself.`,
  notOfThisKey:
    'ALARM: the checkpoint that is shown is not signed with the key of the log. Either the file of --log-key holds another one, or this is not that log.',
  evidenceIn: (folder) =>
    `Nothing was cosigned. Both sides are kept as evidence in ${folder}; keep them, and tell the supervisory authority.`,
  noCheckpoint: 'What the service shows is no checkpoint; nothing was cosigned.',
  noProof: 'The service does not prove that the log only grew; nothing was cosigned.',
  stateUnreadable: (file) => `The file ${file} cannot be read; nothing is cosigned without it.`,
  stateDamaged: (file) =>
    `The file ${file} is damaged. Bring it back from a copy; without it nobody can see whether the log has changed.`,
  stateShared: (file) =>
    `Another witness writes to ${file}; each needs a folder of its own. Nothing was cosigned.`,
  stateUnwritable: (folder) => `The folder ${folder} cannot be written to; nothing was cosigned.`,
  noKeyIn: (file) => `The file ${file} holds no key as it is needed here.`,
  notWitnessKey: '--key takes the key of a witness; kanon witness-key makes one.',
  notLogKey: '--log-key takes the key of a log, as kanon log status shows it.',
  notSeconds: '--every is a number of seconds from 1 to 86400.',
  notKeyName: 'A witness has a name without spaces and plus signs, such as witness.ldi.example.',
  keyUnwritable: 'The key cannot be put there; a file that exists stays as it is.',

  // Asking the service
  passwordFor: (account) => `Password of ${account}: `,
  codeFor: (account) => `Code of the app or recovery code of ${account}: `,
  cancelled: 'Cancelled; nothing was sent.',
  openToOthers: 'Beware: over http:// password and report travel unencrypted; https:// is better.',
  unreachable: (url, why) =>
    `Nobody answers at ${url} (${why}). Is the service running, and is --url or KANON_URL right?`,
  notKanon: (url) => `What answers at ${url} is no Kanon; please check --url or KANON_URL.`,
  inDoubt:
    'Whether the report was stored is not known. It may be sent again: the same report counts only once.',
  problems: {
    'sign-in-failed': 'Sign-in failed: account and password do not match.',
    'not-allowed': 'The account may not do this. The attempt stands in the access log.',
    'not-found': 'The service has nothing for this.',
    'confirmation-refused':
      'The confirmation does not belong to this report, or its ten minutes are over; nothing was stored. Please hand it in again.',
    'not-released': 'Nothing of this period has been released yet.',
    'no-such-version': 'There is no such version; without --version the newest is shown.',
    'report-refused': 'The report was refused; nothing was stored.',
    'purpose-missing': 'The purpose is missing; --purpose says what the figures are for.',
    'revision-changed':
      'Another revision stands there by now; nothing was stored. kanon status --school tells its ETag for --if-match.',
    'revision-needed':
      'Another account reported for this school; nothing was stored. kanon status --school tells the ETag for --if-match.',
    'outcome-unknown':
      'The connection broke while storing. kanon status --school shows what stands there now.',
  },

  // Long work and faults of ours
  importing: 'Importing the list',
  rehearsing: 'Rehearsal',
  unexpected: 'This should not have happened; with KANON_DEBUG=1 it says where.',
};
