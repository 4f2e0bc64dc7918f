/** A list of participation: from bytes to entries, and beside what is known to what is to be stored. */
import { type SchoolNumber, parseSchoolNumber } from '../rules/school.ts';
import type { Fault } from './import-faults.ts';
import { type List, type Listed, dayOf, readLines } from './import-lines.ts';
import type { Imported } from './import-lists.ts';
import { tellNote } from './import-notes.ts';
import { readTable } from './import-table.ts';
import { type ParticipationEntry, parseParticipation } from './participation.ts';

const COLUMNS = { needed: ['school', 'from', 'to', 'kind'].map((name) => ({ name })), optional: [] };

/** Where a list does not say since when. */
const SINCE_EVER = '1900-01-01';

/** Entries and faults of a list; see `readTable` for its form. A school may stand on several lines. */
export function readParticipation(bytes: Uint8Array): List<ParticipationEntry> {
  return readLines(readTable(bytes, COLUMNS), '', (cells) => {
    const school = cells.key('school', parseSchoolNumber, 'school-number');
    const validFrom = cells.optionalKey('from', dayOf, 'date') ?? SINCE_EVER;
    const validTo = cells.optionalKey('to', dayOf, 'date');
    if (validTo !== null && validTo !== '' && validTo < validFrom) cells.refuse('date-order', 'to');
    const kind = cells.key('kind', parseParticipation, 'participation');
    return { key: '', entry: { school, validFrom, validTo, kind } };
  });
}

interface ParticipationPlan {
  readonly faults: readonly Fault[];
  /** Schools of which an entry is added, changed or withdrawn. */
  readonly schools: readonly SchoolNumber[];
  /** All entries that these schools are to have. */
  readonly entries: readonly ParticipationEntry[];
  readonly summary: Imported;
}

/** What is to be stored, and the faults that only the whole list shows: unknown schools, entries that overlap. */
export function participationPlan(
  list: List<ParticipationEntry>,
  schools: ReadonlySet<string>,
  known: readonly ParticipationEntry[],
): ParticipationPlan {
  const listed = bySchool(list.entries, ({ entry }) => entry.school);
  const before = bySchool(known, ({ school }) => school);
  const faults: Fault[] = [...list.faults];
  const changed: SchoolNumber[] = [];
  let [added, updated, unchanged, closed] = [0, 0, 0, 0];
  for (const [school, lines] of listed) {
    if (!schools.has(school))
      faults.push(...lines.map(({ line }): Fault => ({ rule: 'school-unknown', line, column: 'school' })));
    faults.push(...overlaps(lines));
    const old = new Map((before.get(school) ?? []).map((entry) => [entry.validFrom, entry]));
    let same = 0;
    for (const { entry } of lines) {
      const was = old.get(entry.validFrom);
      if (!was) added += 1;
      else if (was.validTo === entry.validTo && was.kind === entry.kind) same += 1;
      else updated += 1;
    }
    const gone = [...old.keys()].filter((day) => !lines.some(({ entry }) => entry.validFrom === day)).length;
    unchanged += same;
    closed += gone;
    if (same < lines.length || gone > 0) changed.push(school);
  }
  return {
    faults,
    schools: changed,
    entries: changed.flatMap((school) => (listed.get(school) ?? []).map(({ entry }) => entry)),
    summary: {
      read: list.entries.length,
      added,
      updated,
      unchanged,
      closed,
      ignored: 0,
      withoutMunicipality: 0,
      notes: list.notes.map(tellNote),
    },
  };
}

function bySchool<One>(all: readonly One[], schoolOf: (one: One) => SchoolNumber): Map<SchoolNumber, One[]> {
  const groups = new Map<SchoolNumber, One[]>();
  for (const one of all) {
    const group = groups.get(schoolOf(one));
    if (group) group.push(one);
    else groups.set(schoolOf(one), [one]);
  }
  return groups;
}

/** Lines that begin before the one before them of the same school has ended. */
function overlaps(lines: readonly Listed<ParticipationEntry>[]): Fault[] {
  const inOrder = [...lines].sort((a, b) => (a.entry.validFrom < b.entry.validFrom ? -1 : 1));
  return inOrder.slice(1).flatMap(({ line, entry }, at): Fault[] => {
    const previous = inOrder[at]!;
    if (previous.entry.validTo !== null && previous.entry.validTo < entry.validFrom) return [];
    return [{ rule: 'participation-overlap', line, column: 'from', about: String(previous.line) }];
  });
}
