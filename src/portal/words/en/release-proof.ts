/** Checking the proof of a release in the browser, in English. */
import type { ReleaseProofWords } from '../de/release-proof.ts';

const number = (count: number): string => new Intl.NumberFormat('en-GB').format(count);

const en: ReleaseProofWords = {
  title: 'Check the proof',
  what: 'Your browser fetches the released table with its proof and does the sums itself. The log names this with the purpose audit.',
  check: 'Check the proof',
  checking: 'Doing the sums.',
  holds: 'The proof holds.',
  fails: 'The proof does not hold. Please call the operator and data protection.',
  table: (places) =>
    `The table is the one certified: ${number(places)} cells, sum by sum and with its fingerprint.`,
  cells: (hidden, tables) =>
    `${number(hidden)} cells without a number: for each there are at least two tables that fit all that is shown. ${number(tables)} tables were added up.`,
  signature: {
    good: 'The signature of the certificate holds.',
    bad: 'The signature does not hold, or the certificate is another than the one you read.',
    unknown: 'The signature is not checked: its key is missing, or the browser does not know the algorithm.',
  },
  not: 'This browser does not check:',
  notCovered: [
    'whether the key is the right one: it comes from the same service as the table. To be quite sure, use kanon verify-release with a key that came another way.',
    'the inner proof against reporters and against earlier versions: it names numbers that nobody publishes.',
    'whether the schools counted rightly.',
  ],
};

export default en;
