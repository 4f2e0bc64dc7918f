/** What the database refuses of an account, in words; the name of the constraint tells which rule it is. */
import type { InBoth } from '../foundation/language.ts';
import { problems } from '../foundation/problem.ts';
import type { Problem } from '../foundation/problem-shape.ts';

const ACCOUNT_REFUSALS = {
  account_tenant_name_key: {
    de: 'Ein Konto dieses Namens gibt es schon.',
    en: 'An account of that name exists already.',
  },
  scope_fits_role: {
    de: 'Der Bereich passt nicht zur Rolle: Koordination und Leistungsstelle brauchen einen Kreis (region, etwa 05111), ein Bezirk den Bezirk (051), Ministerium und Statistikstelle das Land (05), Meldende und Träger Schulen, die anderen keines davon.',
    en: 'The scope does not fit the role: a coordinator or benefit office needs a county (region, such as 05111), a district a district (051), state and disclosure officer the Land (05), a reporter or provider schools, the others neither.',
  },
  account_one_side: {
    de: 'Ein Mensch kann nur eines sein: reporter, provider, coordinator, benefit-office, district oder state, und das nur mit einem Konto, das nicht geschlossen ist.',
    en: 'One human may hold only one of reporter, provider, coordinator, benefit-office, district and state, and only one account of it that is not closed.',
  },
  account_watches_apart: {
    de: 'Wer prüft, den Datenschutz wahrt oder freigibt (auditor, protection-officer, disclosure-officer), darf nicht zugleich verwalten, melden oder Zahlen lesen.',
    en: 'Whoever audits, protects data or releases (auditor, protection-officer, disclosure-officer) may not administer, report or read figures as well.',
  },
  account_tenant_region_fkey: {
    de: 'Diese Region ist nicht bekannt; bitte zuerst die Regionen einlesen.',
    en: 'That region is not known; import the regions first.',
  },
  account_school_tenant_school_fkey: {
    de: 'Eine dieser Schulen ist nicht bekannt; bitte zuerst die Schulen einlesen.',
    en: 'One of these schools is not known; import the schools first.',
  },
  cover_in_order: {
    de: 'Der erste Tag einer Vertretung liegt nicht nach dem letzten.',
    en: 'The first day of a cover is not after the last one.',
  },
  two_persons: {
    de: 'Bei dieser Rolle braucht es zwei Personen: Eine Verwaltung beantragt es, eine zweite genehmigt es.',
    en: 'This role takes two persons: one administrator asks, a second one approves.',
  },
  approval_open: {
    de: 'Für dieses Konto liegt schon ein Antrag vor; zuerst wird er genehmigt, abgelehnt oder zurückgezogen.',
    en: 'Something is asked for this account already; that is approved, refused or withdrawn first.',
  },
  approval_open_name: {
    de: 'Ein Konto dieses Namens ist schon beantragt.',
    en: 'An account of that name is asked for already.',
  },
  approval_answered: {
    de: 'Über diesen Antrag ist schon entschieden; die Liste zeigt, wie.',
    en: 'This request has its answer already; the list tells which.',
  },
  approval_over: {
    de: 'Dieser Antrag ist älter als 72 Stunden und gilt nicht mehr; er wird neu gestellt.',
    en: 'This request is older than 72 hours and counts no more; it is made anew.',
  },
  asker_stands: {
    de: 'Wer das beantragt hat, verwaltet nicht mehr; der Antrag wird neu gestellt.',
    en: 'Whoever asked for this administers no more; the request is made anew.',
  },
  giver_stands: {
    de: 'Wer genehmigt, muss in diesem Augenblick verwalten.',
    en: 'Whoever approves must administer at that moment.',
  },
  program_has_keys: {
    de: 'Ein Programm hat Schlüssel und kein Passwort; ein verlorener Schlüssel wird durch einen neuen ersetzt (kanon program key).',
    en: 'A program has keys and no password; a key that was lost is replaced by a new one (kanon program key).',
  },
  host_is_second: {
    de: 'Mindestens zwei Personen verwalten Kanon; die zweite genehmigt es, nicht der Rechner des Dienstes.',
    en: 'Two persons or more administer Kanon; the second one approves, not the host of the service.',
  },
} as const satisfies Readonly<Record<string, InBoth>>;

export const refusalOf = (error: unknown): InBoth | undefined => {
  const { constraint } = (error ?? {}) as { constraint?: unknown };
  return typeof constraint === 'string' && Object.hasOwn(ACCOUNT_REFUSALS, constraint)
    ? ACCOUNT_REFUSALS[constraint as keyof typeof ACCOUNT_REFUSALS]
    : undefined;
};

/** Whether the database refused an account for what the same human holds already. */
export const isOfOneHuman = (error: unknown): boolean => {
  const refused = refusalOf(error);
  return refused === ACCOUNT_REFUSALS.account_one_side || refused === ACCOUNT_REFUSALS.account_watches_apart;
};

export const conflictOf = (rule: keyof typeof ACCOUNT_REFUSALS): Problem =>
  problems.conflict({ what: ACCOUNT_REFUSALS[rule] });
