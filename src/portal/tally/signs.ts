/** What stands for a child in a tally: an animal, a colour or a number. There is no field for anything else, so no name gets in. */

/** Such as `animal:fox`, `colour:red` or `number:12`. */
export type Sign = string;

interface Named {
  readonly de: string;
  readonly en: string;
}

const ANIMALS: Readonly<Record<string, Named>> = {
  fox: { de: 'Fuchs', en: 'fox' },
  owl: { de: 'Eule', en: 'owl' },
  hedgehog: { de: 'Igel', en: 'hedgehog' },
  frog: { de: 'Frosch', en: 'frog' },
  bear: { de: 'Bär', en: 'bear' },
  cat: { de: 'Katze', en: 'cat' },
  dog: { de: 'Hund', en: 'dog' },
  horse: { de: 'Pferd', en: 'horse' },
  cow: { de: 'Kuh', en: 'cow' },
  mouse: { de: 'Maus', en: 'mouse' },
  rabbit: { de: 'Hase', en: 'rabbit' },
  duck: { de: 'Ente', en: 'duck' },
  penguin: { de: 'Pinguin', en: 'penguin' },
  lion: { de: 'Löwe', en: 'lion' },
  tiger: { de: 'Tiger', en: 'tiger' },
  monkey: { de: 'Affe', en: 'monkey' },
  elephant: { de: 'Elefant', en: 'elephant' },
  whale: { de: 'Wal', en: 'whale' },
  fish: { de: 'Fisch', en: 'fish' },
  bee: { de: 'Biene', en: 'bee' },
  snail: { de: 'Schnecke', en: 'snail' },
  turtle: { de: 'Schildkröte', en: 'turtle' },
  wolf: { de: 'Wolf', en: 'wolf' },
  squirrel: { de: 'Eichhorn', en: 'squirrel' },
};

const COLOURS: Readonly<Record<string, Named>> = {
  red: { de: 'Rot', en: 'red' },
  orange: { de: 'Orange', en: 'orange' },
  yellow: { de: 'Gelb', en: 'yellow' },
  green: { de: 'Grün', en: 'green' },
  blue: { de: 'Blau', en: 'blue' },
  violet: { de: 'Lila', en: 'violet' },
  brown: { de: 'Braun', en: 'brown' },
  black: { de: 'Schwarz', en: 'black' },
  white: { de: 'Weiß', en: 'white' },
};

const KINDS = { animal: ANIMALS, colour: COLOURS } as const;
export const MOST_NUMBERS = 999;

export const SIGNS: readonly Sign[] = Object.entries(KINDS).flatMap(([kind, all]) =>
  Object.keys(all).map((name) => `${kind}:${name}`),
);

const named = (sign: Sign): Named | undefined => {
  const [kind = '', name = ''] = sign.split(':');
  return kind === 'animal' ? ANIMALS[name] : kind === 'colour' ? COLOURS[name] : undefined;
};

export const isSign = (text: string): boolean =>
  SIGNS.includes(text) || (/^number:[1-9]\d{0,2}$/.test(text) && Number(text.slice(7)) <= MOST_NUMBERS);

/** The colour that a sign is drawn in, if it is one: a name of a class. */
export const colourOf = (sign: Sign): string | undefined =>
  sign.startsWith('colour:') ? `is-${sign.slice(7)}` : undefined;
export const nameOf = (sign: Sign, language: 'de' | 'en'): string =>
  named(sign)?.[language] ?? `${language === 'de' ? 'Nummer' : 'number'} ${sign.slice(7)}`;
