/** Who may do what, where: one table, and what it does not say is refused. */
import { type RegionKey, isWithin, levelOf } from '../rules/region.ts';
import { type Actor, ROLES, type Role, type SystemRole } from './actor.ts';
import type { Place } from './place.ts';

/** How far a right reaches. */
const REACHES = {
  'own schools': (actor: Actor, place: Place) =>
    place.school !== undefined && actor.schools.includes(place.school),
  'own region': (actor: Actor, place: Place) =>
    place.region !== undefined && actor.region !== undefined && isWithin(place.region, actor.region),
  'own region and the state row': (actor: Actor, place: Place) =>
    place.region !== undefined &&
    actor.region !== undefined &&
    (isWithin(place.region, actor.region) || (place.region === actor.tenant && isOwnRow(place))),
  'region rows of own county, district and state': (actor: Actor, place: Place) =>
    isOwnRow(place) &&
    place.by !== 'school-type' &&
    place.by !== 'body' &&
    countiesOf(actor).some((county) => place.region !== undefined && isWithin(county, place.region)),
  /** What is one's own, of a person: the statement reads and changes the account that asks, and no other. */
  own: (actor: Actor) => !actor.isProgram,
  /** Row-level security shows a coordinator the reporters of the own county alone, whichever account is asked for. */
  'reporters of own region': (actor: Actor) => actor.region !== undefined,
  /** A list of schools names them line by line; of another county's no line is taken, nor does row-level security let it in. */
  'schools of own region': (actor: Actor) => actor.region !== undefined,
  /** A file of reports names schools line by line; of another school no line is taken, nor does row-level security let it in. */
  'reports of own schools': (actor: Actor) => actor.schools.length > 0,
  /** The row of the Land alone. */
  'the whole Land': (actor: Actor, place: Place) => place.region === actor.tenant,
  all: () => true,
} satisfies Record<string, (actor: Actor, place: Place) => boolean>;

type Reach = keyof typeof REACHES;

/** Of a coordinator the own one, of a reporter those of its schools. */
const countiesOf = ({ region, counties = [] }: Actor): readonly RegionKey[] =>
  region === undefined ? counties : [region];

/** Only the region's own row is asked for, not those of its parts. */
const isOwnRow = (place: Place): boolean =>
  place.region !== undefined && (place.level === undefined || place.level === levelOf(place.region));

interface Right {
  readonly reach: Partial<Record<Role | SystemRole, Reach>>;
  /** Database role that the act runs as. */
  readonly as:
    'kanon_app' | 'kanon_identity' | 'kanon_auditor' | 'kanon_publisher' | 'kanon_status' | 'kanon_retention';
  /** The actor must say what for. */
  readonly purpose?: true;
  /** Also for whoever has still to set up the second factor that the role works with. */
  readonly isOpenToAll?: true;
  /** Who asks must have shown lately who it is. */
  readonly isGrave?: true;
}

/** Each for itself. */
const EVERYBODY = Object.fromEntries(ROLES.map((role) => [role, 'own'])) as Readonly<Record<Role, 'own'>>;

/** What is public among those who are signed in. */
const TO_EVERYBODY = Object.fromEntries(ROLES.map((role) => [role, 'all'])) as Readonly<Record<Role, 'all'>>;

export const RIGHTS = {
  'report.submit': { reach: { reporter: 'own schools', provider: 'own schools' }, as: 'kanon_app' },
  'report.import': { reach: { provider: 'reports of own schools' }, as: 'kanon_app' },
  'report.read': { reach: { reporter: 'own schools', provider: 'own schools' }, as: 'kanon_app' },
  'report.history': { reach: { reporter: 'own schools', provider: 'own schools' }, as: 'kanon_app' },
  'report.return': { reach: { coordinator: 'own region' }, as: 'kanon_status' },
  'completeness.schools': { reach: { coordinator: 'own region' }, as: 'kanon_status' },
  'completeness.counts': {
    reach: { coordinator: 'own region', district: 'own region', state: 'all', 'disclosure-officer': 'all' },
    as: 'kanon_status',
  },
  'summary.read': {
    reach: {
      reporter: 'region rows of own county, district and state',
      coordinator: 'region rows of own county, district and state',
      district: 'own region and the state row',
      state: 'all',
      'disclosure-officer': 'all',
    },
    as: 'kanon_app',
    purpose: true,
  },
  'reservation.list': { reach: TO_EVERYBODY, as: 'kanon_app' },
  'reservation.state': {
    reach: { coordinator: 'own region', 'protection-officer': 'the whole Land' },
    as: 'kanon_app',
  },
  'reservation.withdraw': {
    reach: { coordinator: 'own region', 'protection-officer': 'the whole Land' },
    as: 'kanon_app',
  },
  'reservation.answer': { reach: { district: 'own region', state: 'all' }, as: 'kanon_app' },
  'outcome.submit': { reach: { 'benefit-office': 'own region' }, as: 'kanon_app' },
  'outcome.own': { reach: { 'benefit-office': 'own region' }, as: 'kanon_app' },
  'outcome.bodies': { reach: { admin: 'all' }, as: 'kanon_identity' },
  'outcome.completeness': {
    reach: { coordinator: 'own region', district: 'own region', state: 'all', 'disclosure-officer': 'all' },
    as: 'kanon_status',
  },
  'outcome.read': {
    reach: {
      coordinator: 'region rows of own county, district and state',
      district: 'own region and the state row',
      state: 'all',
      'disclosure-officer': 'all',
    },
    as: 'kanon_app',
    purpose: true,
  },
  'series.read': {
    reach: {
      reporter: 'region rows of own county, district and state',
      coordinator: 'region rows of own county, district and state',
      district: 'own region and the state row',
      state: 'all',
      'disclosure-officer': 'all',
    },
    as: 'kanon_app',
    purpose: true,
  },
  // It publishes within the act: the officer is shown what is published, and nothing else.
  'outcome.release': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_publisher', isGrave: true },
  'release.list': { reach: { district: 'all', state: 'all', 'disclosure-officer': 'all' }, as: 'kanon_app' },
  'release.read': {
    reach: { state: 'all', 'disclosure-officer': 'all' },
    as: 'kanon_app',
    purpose: true,
  },
  'certificate.read': {
    reach: {
      district: 'all',
      state: 'all',
      'disclosure-officer': 'all',
      'protection-officer': 'all',
      auditor: 'all',
    },
    as: 'kanon_app',
  },
  'period.freeze': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app' },
  'period.thaw': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app', isGrave: true },
  'period.confirm-thaw': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app', isGrave: true },
  'period.release': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app', isGrave: true },
  'period.progress': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app' },
  'period.reopen': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app' },
  'correction.list': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app' },
  'release.preview': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app' },
  'preview.read': { reach: { 'disclosure-officer': 'all' }, as: 'kanon_app' },
  'period.open': { reach: { admin: 'all' }, as: 'kanon_app' },
  'period.change': { reach: { admin: 'all' }, as: 'kanon_app' },
  'period.prolong': { reach: { admin: 'all' }, as: 'kanon_app' },
  'period.withdraw': { reach: { admin: 'all' }, as: 'kanon_app' },
  'setting.list': { reach: { admin: 'all' }, as: 'kanon_app' },
  'reference.import': { reach: { admin: 'all' }, as: 'kanon_app' },
  'participation.keep': { reach: { coordinator: 'schools of own region', admin: 'all' }, as: 'kanon_app' },
  'participation.list': { reach: { coordinator: 'own region', admin: 'all' }, as: 'kanon_app' },
  'participation.change': { reach: { coordinator: 'own region', admin: 'all' }, as: 'kanon_app' },
  'account.read': { reach: { admin: 'all' }, as: 'kanon_identity' },
  'account.create': { reach: { admin: 'all' }, as: 'kanon_identity' },
  'account.list': { reach: { admin: 'all', coordinator: 'reporters of own region' }, as: 'kanon_identity' },
  'account.invite': { reach: { admin: 'all', coordinator: 'reporters of own region' }, as: 'kanon_identity' },
  'account.change': { reach: { admin: 'all', coordinator: 'reporters of own region' }, as: 'kanon_identity' },
  'account.reset': { reach: { admin: 'all', coordinator: 'reporters of own region' }, as: 'kanon_identity' },
  'account.close': { reach: { admin: 'all', coordinator: 'reporters of own region' }, as: 'kanon_identity' },
  'account.erase-names': { reach: { retention: 'all' }, as: 'kanon_identity' },
  'approval.list': { reach: { admin: 'all' }, as: 'kanon_identity' },
  'approval.give': { reach: { admin: 'all' }, as: 'kanon_identity', isGrave: true },
  'approval.refuse': { reach: { admin: 'all' }, as: 'kanon_identity' },
  'approval.withdraw': { reach: { admin: 'all' }, as: 'kanon_identity' },

  'notice.list': {
    reach: { admin: 'own', auditor: 'own', 'protection-officer': 'own' },
    as: 'kanon_identity',
  },
  'notice.acknowledge': {
    reach: { admin: 'own', auditor: 'own', 'protection-officer': 'own' },
    as: 'kanon_identity',
  },
  'account.forget-factors': {
    reach: { admin: 'all', coordinator: 'reporters of own region' },
    as: 'kanon_identity',
    isGrave: true,
  },
  'program.change': { reach: { admin: 'all' }, as: 'kanon_identity' },
  'program.list': { reach: { admin: 'all' }, as: 'kanon_identity' },
  'key.rotate': { reach: { admin: 'all' }, as: 'kanon_identity' },
  'key.retire': { reach: { admin: 'all' }, as: 'kanon_identity' },

  'account.own': { reach: EVERYBODY, as: 'kanon_identity' },
  'account.reminders': { reach: EVERYBODY, as: 'kanon_identity' },
  'school.people': { reach: { reporter: 'own schools', provider: 'own schools' }, as: 'kanon_identity' },
  'draft.key': { reach: { reporter: 'own', provider: 'own' }, as: 'kanon_identity' },
  'account.password': { reach: EVERYBODY, as: 'kanon_identity' },
  'session.list': { reach: EVERYBODY, as: 'kanon_identity', isOpenToAll: true },
  'session.end': { reach: EVERYBODY, as: 'kanon_identity', isOpenToAll: true },
  'device.answer': { reach: EVERYBODY, as: 'kanon_identity' },
  'session.step-up': { reach: EVERYBODY, as: 'kanon_identity', isOpenToAll: true },
  'factor.list': { reach: EVERYBODY, as: 'kanon_identity', isOpenToAll: true },
  'factor.change': { reach: EVERYBODY, as: 'kanon_identity', isOpenToAll: true, isGrave: true },
  'log.read': { reach: { auditor: 'all' }, as: 'kanon_auditor' },
  'log.entry': { reach: { auditor: 'all' }, as: 'kanon_auditor' },
  'log.cases': { reach: { 'protection-officer': 'all' }, as: 'kanon_identity' },
  'log.statistics': { reach: { auditor: 'all' }, as: 'kanon_auditor' },
  'log.checkpoint': { reach: { auditor: 'all' }, as: 'kanon_auditor' },
  'log.bundle': { reach: { auditor: 'all' }, as: 'kanon_auditor' },
  'log.hold': { reach: { 'protection-officer': 'all' }, as: 'kanon_identity', isGrave: true },
  'log.holds': { reach: { 'protection-officer': 'all', auditor: 'all' }, as: 'kanon_identity' },
  'log.confirm-hold': { reach: { auditor: 'all' }, as: 'kanon_identity', isGrave: true },
  'log.decline-hold': { reach: { auditor: 'all' }, as: 'kanon_identity', isGrave: true },
  'log.lift-hold': {
    reach: { 'protection-officer': 'all', auditor: 'all' },
    as: 'kanon_identity',
    isGrave: true,
  },
  'log.erase': { reach: { retention: 'all' }, as: 'kanon_retention' },
  'log.reopen': { reach: { admin: 'all' }, as: 'kanon_identity', isGrave: true },
  'release.protect': { reach: { publisher: 'all' }, as: 'kanon_publisher' },
  'release.publish': { reach: { publisher: 'all' }, as: 'kanon_publisher' },
} as const satisfies Record<string, Right>;

export type ActName = keyof typeof RIGHTS;

export const rightOf = (act: ActName): Right => RIGHTS[act];

/** Whether the table lets this actor do this, here. Default: no. */
export function may(actor: Actor, act: ActName, place: Place): boolean {
  const reach = rightOf(act).reach[actor.role];
  return reach !== undefined && REACHES[reach](actor, place);
}
