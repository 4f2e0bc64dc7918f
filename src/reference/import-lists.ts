/**
 * Brings a public list in: all of it or nothing, and the same list again changes nothing. A period that has opened
 * keeps the schools that its opening day found, whatever the list says.
 *
 * A list is read whole and not as a stream: nothing may be stored before its last line is known to be sound, so a
 * stream would spare the text of the file and keep all else. Measured on Node 20 beside 40,000 known schools: 100,000
 * lines raise the peak of the process, some 300 MiB before, by 110 to 150 MiB (11 MiB of text) or 180 MiB (31 MiB).
 */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import type { ObjectWords } from '../access/object.ts';
import { everywhere } from '../access/place.ts';
import { step } from '../foundation/step.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { levelOf } from '../rules/region.ts';
import { type Fault, importFindings } from './import-faults.ts';
import { type List, dayOf } from './import-lines.ts';
import { type KnownRows, type Plan, planOf } from './import-plan.ts';
import { type ToldNote, tellNote } from './import-notes.ts';
import { type ListedRegion, readRegions, settleRegions } from './import-regions.ts';
import { type ListedSchool, readSchools, settleSchools } from './import-schools.ts';
import type { History, Settled } from './import-settled.ts';
import { wordsOf } from './import-words.ts';
import { ImportStore } from './import.store.ts';
import { ParticipationStore } from './participation.store.ts';
import { type RegionRow, ReferenceStore, type SchoolEntry } from './reference.store.ts';

/** The list is read; its lines are checked beside what is known; what changes is stored. */
export type ImportStage = 'read' | 'checked' | 'stored';

export interface ImportOptions {
  /** Same checks, same summary, one entry in the log that says so, and nothing stored. */
  readonly dryRun?: boolean;
  /** Last day, `YYYY-MM-DD`, of all that is valid beyond it and not in the list. Without it they stay as they are. */
  readonly closesMissing?: string;
  /** Closes the missing even where they are more than a fifth of the known. */
  readonly force?: boolean;
  /** Hears how far it is: so many of so many lines, or rows to be stored. */
  readonly progress?: (stage: ImportStage, done: number, of: number) => void;
}

/** What became of the list: read = added + updated + unchanged + ignored. */
export interface Imported {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Known, not in the list, and given an end by `closesMissing`. */
  readonly closed: number;
  /** Lines about another Land. */
  readonly ignored: number;
  /** Of the schools read, those that lie in a county only, their municipality not being known. */
  readonly withoutMunicipality: number;
  /** What was passed over or taken for granted, with its lines. */
  readonly notes: readonly ToldNote[];
}

/** Schools or regions: what is known of them, and how a list of them is settled and stored. */
interface Kind<Entry, Row> extends KnownRows<Row> {
  readonly name: 'school' | 'region';
  readonly settle: (list: List<Entry>) => Settled<Row>;
  readonly put: (rows: readonly Row[]) => Promise<unknown>;
}

/** Rows of one statement: between two of them the caller hears how far it is. */
const STORED_AT_ONCE = 5000;

type Work = (tx: Tx) => Promise<Imported>;

@Injectable()
export class ImportLists {
  constructor(
    private readonly reference: ReferenceStore,
    private readonly store: ImportStore,
    private readonly participation: ParticipationStore,
    private readonly gate: Gate,
  ) {}

  /** Adds, updates and closes municipalities; throws import-refused with the faults of every line. */
  async regions(admin: Actor, file: Uint8Array, options: ImportOptions = {}): Promise<Imported> {
    return this.pass(admin, this.regionsOf(admin, file, options));
  }

  /** The same for schools. */
  async schools(admin: Actor, file: Uint8Array, options: ImportOptions = {}): Promise<Imported> {
    return this.pass(admin, this.schoolsOf(admin, file, options));
  }

  /** The same, where the gate was passed already. Such a list should be a small one: the transaction waits while it is read. */
  async within(
    tx: Tx,
    admin: Actor,
    which: 'regions' | 'schools',
    file: Uint8Array,
    options: ImportOptions = {},
  ): Promise<Imported> {
    return this[`${which}Of`](admin, file, options)(tx);
  }

  private regionsOf({ tenant }: Actor, file: Uint8Array, options: ImportOptions): Work {
    return this.workOf(
      tenant,
      readRegions(file),
      wordsOf('regions', file, options),
      options,
      async (tx): Promise<Kind<ListedRegion, RegionRow>> => {
        const keyOf = (row: RegionRow): string => row.key;
        const rows = mapOf(await this.reference.regions(tx, tenant, tenant), keyOf);
        return {
          name: 'region',
          rows,
          keyOf,
          isListed: (row) => levelOf(row.key) === 'municipality',
          settle: (list) => settleRegions(list, tenant, rows),
          put: (changed) => this.store.putRegions(tx, tenant, changed),
        };
      },
    );
  }

  private schoolsOf({ tenant }: Actor, file: Uint8Array, options: ImportOptions): Work {
    return this.workOf(
      tenant,
      readSchools(file),
      wordsOf('schools', file, options),
      options,
      async (tx): Promise<Kind<ListedSchool, SchoolEntry>> => {
        const keyOf = (row: SchoolEntry): string => row.number;
        const regions = mapOf(await this.reference.regions(tx, tenant, tenant), (row) => row.key);
        const rows = mapOf(await this.reference.allSchools(tx, tenant), keyOf);
        return {
          name: 'school',
          rows,
          keyOf,
          isListed: () => true,
          settle: (list) => settleSchools(list, tenant, regions, rows),
          put: (changed) => this.reference.putSchools(tx, tenant, changed),
        };
      },
    );
  }

  /** Reading a large list takes longer than a transaction may think, so it was read before. */
  private pass(admin: Actor, work: Work): Promise<Imported> {
    return this.gate.pass({ actor: admin, act: 'reference.import', place: everywhere }, work);
  }

  /** What is to be done with a list that was read; one import at a time. */
  private workOf<Entry, Row extends History>(
    tenant: string,
    list: List<Entry>,
    words: ObjectWords,
    { dryRun = false, closesMissing, force = false, progress = silent }: ImportOptions,
    kindOf: (tx: Tx) => Promise<Kind<Entry, Row>>,
  ): Work {
    const read = list.entries.length;
    progress('read', read, read);
    const day = closesMissing === undefined ? undefined : dayOf(closesMissing);
    const options: Fault[] =
      closesMissing !== undefined && day === undefined ? [{ rule: 'closing-day', line: 0 }] : [];
    return async (tx) => {
      note(tx, { dryRun, object: { ...words, rows: read } });
      await this.store.oneImportAtATime(tx);
      step('import.alone');
      const kind = await kindOf(tx);
      const settled = kind.settle(list);
      refuse([...options, ...list.faults, ...settled.faults]);
      const plan = planOf(settled, kind, day === undefined ? undefined : { day, force });
      refuse(plan.faults);
      progress('checked', read, read);
      if (!dryRun) await this.participation.fix(tx, null);
      if (!dryRun) await this.put(tx, tenant, kind, plan, progress);
      return { ...summaryOf(read, settled, plan), notes: list.notes.map(tellNote) };
    };
  }

  /** Rows first: a successor may stand on any line after the one that names it. */
  private async put<Entry, Row extends History>(
    tx: Tx,
    tenant: string,
    kind: Kind<Entry, Row>,
    { added, updated, closed }: Plan<Row>,
    progress: NonNullable<ImportOptions['progress']>,
  ): Promise<void> {
    const rows = [...added, ...updated, ...closed];
    for (let from = 0; from < rows.length; from += STORED_AT_ONCE) {
      const some = rows.slice(from, from + STORED_AT_ONCE);
      await kind.put(some);
      step('import.rows');
      progress('stored', from + some.length, rows.length);
    }
    const successions = rows.flatMap((row) =>
      row.successors.map((successor) => ({ key: kind.keyOf(row), successor })),
    );
    await this.store.putSuccessions(tx, tenant, kind.name, rows.map(kind.keyOf), successions);
    step('import.stored');
  }
}

const silent = (): void => undefined;

const mapOf = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));

/** Refused inside the gate, so that the refusal stands in the access log. */
function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw problems.importRefused(importFindings(faults));
}

const summaryOf = <Row>(
  read: number,
  { ignored, withoutMunicipality }: Settled<Row>,
  { added, updated, unchanged, closed }: Plan<Row>,
): Omit<Imported, 'notes'> => ({
  read,
  added: added.length,
  updated: updated.length,
  unchanged,
  closed: closed.length,
  ignored,
  withoutMunicipality,
});
