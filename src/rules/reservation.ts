/** Reservations (Bedenken) about what is collected in a period, and the answers to them: codes alone, since a text could hold a name. */

interface Sentence {
  readonly de: string;
  readonly en: string;
}

/** Why somebody objects. */
export const CONCERNS = {
  NOT_KNOWABLE: {
    de: 'Was aus der Beratung wurde, kann eine Schule nicht wissen.',
    en: 'What became of a consultation cannot be known at a school.',
  },
  NO_LEGAL_BASIS: {
    de: 'Für diese Erhebung ist keine Rechtsgrundlage genannt.',
    en: 'No legal basis is named for this collection.',
  },
  SOCIAL_DATA: {
    de: 'Es geht um Sozialdaten (§ 35 SGB I, §§ 67 ff. SGB X).',
    en: 'Social data are concerned (section 35 SGB I, sections 67 ff. SGB X).',
  },
  SECRECY: {
    de: 'Die Schweigepflicht steht entgegen (§ 203 StGB).',
    en: 'Professional secrecy stands against it (section 203 StGB).',
  },
  STAFF_COUNCIL: {
    de: 'Der Personalrat ist nicht beteiligt.',
    en: 'The staff council has not been involved.',
  },
  EFFORT: {
    de: 'Der Aufwand steht nicht im Verhältnis zum Nutzen.',
    en: 'The effort is out of proportion to the use.',
  },
} as const satisfies Record<string, Sentence>;

export type Concern = keyof typeof CONCERNS;
export const CONCERN_CODES = Object.keys(CONCERNS) as Concern[];

/** What a district or the state answers. */
export const RESPONSES = {
  NOTED: { de: 'Zur Kenntnis genommen.', en: 'Noted.' },
  SCHEME_CHANGED: {
    de: 'Das Erhebungsschema wird geändert.',
    en: 'The scheme is going to be changed.',
  },
  BASIS_NAMED: { de: 'Die Rechtsgrundlage ist:', en: 'The legal basis is:' },
  NOT_REQUIRED: {
    de: 'Diese Angabe wird nicht verlangt.',
    en: 'This is not asked for.',
  },
} as const satisfies Record<string, Sentence>;

export type Response = keyof typeof RESPONSES;
export const RESPONSE_CODES = Object.keys(RESPONSES) as Response[];

/** What may be named as a legal basis. */
export const NORMS = {
  SGB2_28: '§ 28 SGB II',
  SGB12_34: '§ 34 SGB XII',
  BKGG_6B: '§ 6b BKGG',
  ASYLBLG_3: '§ 3 Abs. 4 AsylbLG',
  SCHULG_120: '§ 120 SchulG NRW',
  DSG_NRW_3: '§ 3 DSG NRW',
  DSGVO_6_1_E: 'Art. 6 Abs. 1 Buchst. e DSGVO',
} as const;

export type Norm = keyof typeof NORMS;
export const NORM_CODES = Object.keys(NORMS) as Norm[];

/** An answer in words, with the norm where one is named. */
export const responseText = (answer: Response, norm: Norm | null, lang: 'de' | 'en'): string =>
  norm === null ? RESPONSES[answer][lang] : `${RESPONSES[answer][lang]} ${NORMS[norm]}`;
