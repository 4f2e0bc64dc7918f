/** Holds reports, receipts and entries of the database against what was answered; each finding is a sentence. */
import { createHmac } from 'node:crypto';
import { type JSONWebKeySet, compactVerify, createLocalJWKSet } from 'jose';
import type { Cluster } from './cluster.ts';
import type { Event } from './history.ts';

type Rows = Record<string, any>[];

/** Everything that the database holds of reports, entries and releases. */
export interface Held {
  readonly reports: Rows;
  readonly revisions: Rows;
  readonly entries: Rows;
}

export async function heldBy(cluster: Cluster): Promise<Held> {
  return {
    reports: await cluster.ask('SELECT * FROM report'),
    revisions: await cluster.ask('SELECT period, school, number FROM report_revision ORDER BY number'),
    entries: await cluster.ask(
      `SELECT id, account::text, action, decision, school, period, dry_run, commitment FROM access_entry`,
    ),
  };
}

export async function checkReports(
  events: readonly Event[],
  held: Held,
  keys: JSONWebKeySet,
): Promise<string[]> {
  const wrong: string[] = [];
  const stored = events.filter(({ report, outcome }) => report && outcome === 'acknowledged');
  const places = new Map<string, Event[]>();
  for (const event of events)
    if (event.report) group(places, `${event.report.school} ${event.report.period}`).push(event);
  for (const [place, asked] of places) wrong.push(...checkPlace(place, asked, held));
  wrong.push(...(await checkReceipts(stored, held, keys)));
  return wrong;
}

/** One school in one period. */
function checkPlace(place: string, asked: readonly Event[], held: Held): string[] {
  const wrong: string[] = [];
  const isHere = (row: Record<string, any>): boolean => `${row['school']} ${row['period']}` === place;
  const acknowledged = asked.filter(
    ({ outcome, answer }) => outcome === 'acknowledged' && answer.outcome === 'stored',
  );
  const unknown = asked.filter(({ outcome }) => outcome === 'unknown').length;
  const numbers = held.revisions.filter(isHere).map(({ number }) => number as number);
  if (numbers.some((number, i) => number !== i + 1)) wrong.push(`${place}: revisions with a gap`);
  const told = acknowledged.map(({ answer }) => answer.revisionNumber as number);
  if (new Set(told).size < told.length) wrong.push(`${place}: a revision was acknowledged twice`);
  if (told.some((number) => number > numbers.length)) wrong.push(`${place}: an acknowledged report is lost`);
  if (numbers.length < told.length || numbers.length > told.length + unknown)
    wrong.push(
      `${place}: ${numbers.length} revisions, ${told.length} acknowledged, ${unknown} with an unknown outcome`,
    );

  const [row] = held.reports.filter(isHere);
  if (!row) return told.length > 0 ? [...wrong, `${place}: all acknowledged reports are lost`] : wrong;
  const newest = acknowledged.find(({ answer }) => answer.revision === row['revision']);
  const could = newest ? [newest] : asked.filter(({ outcome }) => outcome === 'unknown');
  if (!could.some(({ report }) => numbersOf(report!.body) === numbersOf(cellsOf(row))))
    wrong.push(`${place}: what stands there is not what was handed in last`);
  if (newest && newest.answer.revisionNumber !== row['revision_number'])
    wrong.push(`${place}: the newest revision has another number than its receipt`);
  if (row['revision_number'] !== numbers.length)
    wrong.push(`${place}: the newest revision is not the last one`);

  const entries = held.entries.filter(
    (entry) =>
      isHere(entry) &&
      entry['action'] === 'report.submit' &&
      entry['decision'] === 'allowed' &&
      entry['dry_run'] === false,
  );
  if (entries.length < numbers.length) wrong.push(`${place}: a revision without an entry`);
  return wrong;
}

/** Each is signed by a known key, and its entry holds the commitment to it, once. */
async function checkReceipts(stored: readonly Event[], held: Held, keys: JSONWebKeySet): Promise<string[]> {
  const wrong: string[] = [];
  const entries = new Map(held.entries.map((entry) => [entry['id'] as string, entry]));
  const used = new Set<string>();
  const known = createLocalJWKSet(keys);
  for (const { answer, report } of stored) {
    const place = `${report!.school} ${report!.period}`;
    if (typeof answer.receipt !== 'string') continue; // a dry run
    const verified = await compactVerify(answer.receipt as string, known).catch(() => undefined);
    if (!verified) {
      wrong.push(`${place}: a receipt that no known key has signed`);
      continue;
    }
    const receipt: any = JSON.parse(Buffer.from(verified.payload).toString());
    const { school, period, revision } = receipt;
    const commitment = createHmac('sha256', Buffer.from(receipt.nonce as string, 'base64url'))
      .update(sorted({ school, period, revision, report: receipt.report }))
      .digest();
    const entry = entries.get(receipt.entry as string);
    if (!entry) wrong.push(`${place}: a receipt without its entry`);
    else if (!(entry['commitment'] as Buffer | null)?.equals(commitment))
      wrong.push(`${place}: the entry does not commit to what the receipt says`);
    if (used.has(receipt.entry as string)) wrong.push(`${place}: two receipts name one entry`);
    used.add(receipt.entry as string);
    if (numbersOf(receipt.report) !== numbersOf(report!.body))
      wrong.push(`${place}: the receipt holds other numbers than were handed in`);
  }
  return wrong;
}

/** Of each account and act: as many entries as answers, and at most as many more as outcomes are unknown. */
export function checkEntries(events: readonly Event[], { entries }: Held): string[] {
  const wrong: string[] = [];
  const counts = new Map<string, number>();
  for (const { account, action, decision } of entries)
    count(counts, `${String(account)} ${String(action)} ${String(decision)}`);
  const asked = new Map<string, Event[]>();
  for (const event of events) group(asked, `${event.who.account} ${event.act}`).push(event);
  for (const [who, of] of asked) {
    const number = (outcome: Event['outcome']): number => of.filter((e) => e.outcome === outcome).length;
    const [unknown, maybe] = [
      number('unknown'),
      number('unknown') + number('unavailable') + number('failed'),
    ];
    for (const [decision, least, most] of [
      ['allowed', number('acknowledged'), number('acknowledged') + unknown],
      // The entry of a refusal may be there though nobody could say so.
      ['refused', number('refused'), number('refused') + maybe],
    ] as const) {
      const found = counts.get(`${who} ${decision}`) ?? 0;
      if (found < least) wrong.push(`${who}: ${least - found} of ${least} ${decision} answers have no entry`);
      if (found > most) wrong.push(`${who}: ${found - most} ${decision} entries more than answers`);
    }
  }
  return wrong;
}

/** Nobody was shown what is not his. */
export function checkAnswers(events: readonly Event[], district: string): string[] {
  return events.flatMap(({ act, outcome, answer, path }) => {
    if (outcome !== 'acknowledged') return [];
    if (act === 'report.read' && !path.includes(String(answer.school)))
      return ['an answer shows the report of another school'];
    if (
      act === 'summary.read' &&
      (answer.rows as Rows).some(({ region }) => !String(region).startsWith(district))
    )
      return ['an answer shows a row of another region'];
    return [];
  });
}

const cellsOf = (row: Record<string, any>): { cells: unknown[] } => ({
  cells: (row['cells'] as string[]).map((benefits, i) => ({
    benefits: benefits.split('+'),
    pupils: row['pupils'][i],
    consultations: row['consultations'][i],
  })),
});

export const numbersOf = ({ cells }: { readonly cells: readonly unknown[] }): string => sorted(cells);

/** JSON with its keys in order; written anew, so that no fault of canonical-json.ts hides itself. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, of]) => `${JSON.stringify(key)}:${sorted(of)}`).join(',')}}`;
}

function group<T>(groups: Map<string, T[]>, key: string): T[] {
  const found = groups.get(key) ?? [];
  groups.set(key, found);
  return found;
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
