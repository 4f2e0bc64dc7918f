/**
 * What a password must be: long, and nothing that a stranger would try. No mixture of characters is asked for.
 *
 * source  NIST SP 800-63B-4 §3.1.1.2; OWASP ASVS 5.0, V6.2
 */
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { triesFor } from './common-words.ts';

/** UTF-16 units, for a password that stands alone, and for one beside a second factor. */
const SHORTEST = 15;
const SHORTEST_OF_TWO = 8;
const LONGEST = 256;
/** Decimal digits of the number of tries that a stranger must need, who begins with what is common. */
const TRIES = 8;
const PRODUCT = [
  'kanon',
  'passwort',
  'password',
  'kennwort',
  'geheim',
  'beratung',
  'bildung',
  'teilhabe',
  'bildung-und-teilhabe',
  'schulsozialarbeit',
];
/** Letters of one word that count as part of a password. */
const WORD = 4;

/**
 * What is wrong with it.
 *
 * own    words of the account, which its password must not be made of
 * alone  whether it opens the account without a second factor
 */
export async function passwordFaults(
  password: string,
  own: readonly string[],
  alone = true,
): Promise<ProblemFinding[]> {
  const shortest = alone ? SHORTEST : SHORTEST_OF_TWO;
  const faults = password.length < shortest || password.length > LONGEST ? [length(shortest)] : [];
  if (isMadeOf(password, own) || isMonotonous(password)) faults.push(GUESSABLE);
  if (faults.length > 0) return faults;
  const words = [...own, ...PRODUCT].flatMap((text) => [text, ...wordsIn(text)]);
  return (await triesFor(password, words)) < TRIES ? [COMMON] : [];
}

/** Whether hardly anything is left of it without the words of its account and of the product. */
function isMadeOf(password: string, own: readonly string[]): boolean {
  const words = [...own, ...PRODUCT]
    .flatMap(wordsIn)
    .filter((word) => word.length >= WORD)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
  // Digits and signs alone are nobody's words.
  return rest.length < password.length && new Set(rest.replaceAll(/[^\p{L}]/gu, '')).size < WORD;
}

const wordsIn = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

/** The same few characters over and over, or a walk along the alphabet or the keyboard. */
function isMonotonous(password: string): boolean {
  if (new Set(password).size < 5) return true;
  const walks = [
    'abcdefghijklmnopqrstuvwxyz',
    '01234567890',
    'qwertzuiopü',
    'qwertyuiop',
    'asdfghjklöä',
    'yxcvbnm',
  ];
  const text = password.toLowerCase();
  const steps = Array.from(text).filter(
    (letter, i) => i > 0 && walks.some((walk) => walk.includes((text[i - 1] ?? '') + letter)),
  );
  return steps.length > text.length * 0.7;
}

const length = (shortest: number): ProblemFinding => ({
  rule: 'password-length',
  pointer: '/password',
  reason: {
    de: `Ein Passwort hat mindestens ${shortest} Zeichen, höchstens ${LONGEST}; gut sind vier oder fünf Wörter, die nichts miteinander zu tun haben.`,
    en: `A password has at least ${shortest} characters and at most ${LONGEST}; four or five words that have nothing to do with each other are good.`,
  },
});
const GUESSABLE: ProblemFinding = {
  rule: 'password-guessable',
  pointer: '/password',
  reason: {
    de: 'Dieses Passwort ist leicht zu raten: Es besteht fast nur aus Wörtern, die zum Konto oder zum Programm gehören, oder aus einer Folge von Tasten.',
    en: 'This password is easy to guess: it is made of little else than words of the account or the product, or of a row of keys.',
  },
};
const COMMON: ProblemFinding = {
  rule: 'password-common',
  pointer: '/password',
  reason: {
    de: 'Dieses Passwort steht weit vorn auf den Listen, die zuerst durchprobiert werden: Es besteht aus wenigen gängigen Wörtern, Namen oder Jahren.',
    en: 'This password stands high on the lists that are tried first: it is made of few common words, names or years.',
  },
};
