/** The rules before storage as data: code, version, the reason a user reads, and what it rests on. */
import type { Policy } from './policy.ts';

export const RULE_CODES = [
  'shape',
  'complete',
  'threshold',
  'derivable',
  'plausible',
  'window',
  'policy',
  'erase',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

export interface Rule {
  readonly code: RuleCode;
  /** Rises when the rule would decide any report differently; that of `derivable` belongs to the policy. */
  readonly version: number;
  /** What the rule asks for, and why, for someone who counts and does not program. */
  readonly reason: { readonly de: string; readonly en: string };
  /** The legal or statistical ground. */
  readonly basis: { readonly de: string; readonly en: string };
}

/** In the order in which a reader should meet them. */
export const RULES: readonly Rule[] = [
  {
    code: 'shape',
    version: 1,
    reason: {
      de: 'Eine Meldung enthält nur die vorgesehenen Felder und nur ganze Zahlen. Ein Feld, das wir nicht kennen, könnte einen Namen enthalten; deshalb wird dann gar nichts angenommen.',
      en: 'A report holds only the declared fields and only whole numbers. A field we do not know may hold a name, so nothing is accepted then.',
    },
    basis: {
      de: 'Datenminimierung und Datenschutz durch Technikgestaltung, Art. 5 Abs. 1 Buchst. c und Art. 25 DSGVO; JSON nach RFC 8259.',
      en: 'Data minimisation and data protection by design, Art. 5(1)(c) and Art. 25 GDPR; JSON as in RFC 8259.',
    },
  },
  {
    code: 'complete',
    version: 1,
    reason: {
      de: 'Jede Leistung steht genau einmal in der Meldung: in einer Zeile, unter „keine“ oder unter „nicht angegeben“. Nur so ist eine Null von einer fehlenden Angabe zu unterscheiden.',
      en: 'Each benefit stands exactly once in the report: in a cell, under none or under withheld. Only then can a zero be told from a gap.',
    },
    basis: {
      de: 'Erhebungsschema; Richtigkeit der Angaben, Art. 5 Abs. 1 Buchst. d DSGVO.',
      en: 'Survey scheme; accuracy, Art. 5(1)(d) GDPR.',
    },
  },
  {
    code: 'threshold',
    version: 1,
    reason: {
      de: 'Hinter jeder Zahl müssen genügend verschiedene Schülerinnen und Schüler stehen. Hinter einer kleineren Zahl könnte jemand ein einzelnes Kind erkennen.',
      en: 'Enough different pupils must stand behind every number. Behind a smaller one somebody might recognise a single child.',
    },
    basis: {
      de: 'Mindestfallzahl (Hundepool u. a., Statistical Disclosure Control, 2012); Schutz von Sozialdaten, § 35 SGB I, §§ 67 ff. SGB X. Kein Gesetz nennt die Zahl: Sie ist in der Schutzregel des Zeitraums festgelegt.',
      en: 'Threshold rule (Hundepool et al., Statistical Disclosure Control, 2012); protection of social data, § 35 SGB I, §§ 67 ff. SGB X. No statute names the number: the policy of the period sets it.',
    },
  },
  {
    code: 'derivable',
    version: 2,
    reason: {
      de: 'Aus einer gemeinsamen Zahl darf sich nicht auf die einzelne Leistung zurückrechnen lassen, auch nicht von jemandem, der das Verfahren kennt. Darum stehen alle Leistungen mit zu wenigen Schülerinnen und Schülern zusammen in einer einzigen Zahl, auch die, nach denen niemand gefragt hat; oder keine von ihnen steht in einer Zahl.',
      en: 'A pooled number must not lead back to the single benefit, not even for someone who knows the method. So all benefits with too few pupils stand together in one single number, those that nobody asked about among them; or none of them stands in a number.',
    },
    basis: {
      de: 'Ableitbare Einzelwerte gelten als offengelegt (Hundepool u. a., 2012); Angriff durch Kenntnis des Verfahrens (Wong u. a., Minimality Attack, VLDB 2007).',
      en: 'A value that can be derived counts as disclosed (Hundepool et al., 2012); attack through knowledge of the method (Wong et al., Minimality Attack, VLDB 2007).',
    },
  },
  {
    code: 'plausible',
    version: 2,
    reason: {
      de: 'Es kann nicht weniger Beratungen geben als beratene Schülerinnen und Schüler, nicht mehr Beratene als zweimal die Schülerzahl und zwanzig, und nicht mehr als 200 Beratungen je Kind. Mehr Beratene als Kinder an der Schule, mehr als 40 Beratungen je Kind und mehr als das Zehnfache der letzten Meldung werden gespeichert, sobald jemand bestätigt hat, dass es stimmt.',
      en: 'There cannot be fewer consultations than pupils who had one, nor more such pupils than twice the roll and twenty, nor more than 200 consultations a pupil. More pupils than the school has, more than 40 consultations a pupil, and more than ten times the last report are stored once somebody has confirmed that it is so.',
    },
    basis: {
      de: 'Bedeutung der beiden Merkmale im Erhebungsschema; Richtigkeit, Art. 5 Abs. 1 Buchst. d DSGVO: Niemand sieht die Zahlen einer Schule später, also fällt ein Tippfehler nur hier auf. Die veröffentlichte Schülerzahl ist auf fünf gerundet, daher wird erst ab drei darüber gefragt.',
      en: 'Meaning of the two measures in the survey scheme; accuracy, Art. 5(1)(d) GDPR: nobody sees the numbers of a school later, so a typing error shows here only. The published roll is rounded to five, hence the question only from three above it.',
    },
  },
  {
    code: 'window',
    version: 2,
    reason: {
      de: 'Gemeldet wird nur, solange der Zeitraum geöffnet ist, nach einem Schema, das in ihm gilt, und nur für eine Schule, die es in ihm gibt. Danach würden sich schon freigegebene Zahlen verschieben.',
      en: 'Reports are taken while the period is open, under a scheme that is in force in it, and only for a school that exists in it. Later ones would shift figures already released.',
    },
    basis: {
      de: 'Freigaben sind unveränderlich: Aus zwei Ständen derselben Tabelle ließe sich der Unterschied einer einzelnen Schule ablesen (Differenzangriff).',
      en: 'Releases are immutable: two states of one table would show the difference that a single school made (differencing).',
    },
  },
  {
    code: 'policy',
    version: 1,
    reason: {
      de: 'Für alle Schulen gilt in einem Zeitraum dasselbe Schema und dieselbe Schutzregel. Wurde nach einer anderen zusammengefasst, muss es neu geschehen.',
      en: 'All schools use the same scheme and the same policy within a period. What was pooled under another one must be pooled again.',
    },
    basis: {
      de: 'Die Schutzregel steht mit der Öffnung des Zeitraums fest; eine Änderung gilt ab dem nächsten.',
      en: 'The policy is fixed when the period opens; a change holds from the next one.',
    },
  },
  {
    code: 'erase',
    version: 1,
    reason: {
      de: 'Eine Korrektur vor dem Stichtag ersetzt die gespeicherten Zahlen. Von der alten Fassung bleiben nur Nummer und Zeitpunkt.',
      en: 'A correction before the freeze replaces the stored cells. Of the old revision only its number and time stay.',
    },
    basis: {
      de: 'Speicherbegrenzung, Art. 5 Abs. 1 Buchst. e DSGVO; zwei Fassungen nebeneinander würden die Differenz verraten.',
      en: 'Storage limitation, Art. 5(1)(e) GDPR; two revisions side by side would give away the difference.',
    },
  },
];

const BY_CODE = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule of that code; throws TypeError for a code that is none. */
export function ruleOf(code: RuleCode): Rule {
  const rule = BY_CODE.get(code);
  if (rule === undefined) throw new TypeError('no such rule');
  return rule;
}

/** The versions that hold under a policy, by code: a period keeps its version of `derivable`. */
export const ruleVersionsUnder = ({ anonymiser }: Pick<Policy, 'anonymiser'>): Record<string, number> => ({
  ...Object.fromEntries(RULES.map((rule) => [rule.code, rule.version])),
  derivable: anonymiser,
});
