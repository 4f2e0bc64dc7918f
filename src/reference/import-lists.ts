/** Brings a public list in: all of it or nothing, and the same list again changes nothing. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { levelOf } from '../rules/region.ts';
import { findingsOf } from './import-faults.ts';
import type { List } from './import-lines.ts';
import { readRegions, settleRegions } from './import-regions.ts';
import { readSchools, settleSchools } from './import-schools.ts';
import { changesOf, type Changes, type Settled } from './import-settled.ts';
import { ReferenceStore } from './reference.store.ts';

/** Entries by what became of them. */
export interface Imported {
  readonly read: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Of the schools read, those that lie in a county only, their municipality not being known. */
  readonly withoutMunicipality: number;
}

@Injectable()
export class ImportLists {
  constructor(
    private readonly store: ReferenceStore,
    private readonly gate: Gate,
  ) {}

  /** Adds and updates municipalities; throws import-refused with the faults of every line. */
  regions(admin: Actor, file: Uint8Array): Promise<Imported> {
    const list = readRegions(file);
    return this.pass(admin, async (tx) => {
      const known = new Map(
        (await this.store.regions(tx, admin.tenant, admin.tenant)).map((row) => [row.key, row]),
      );
      const rows = soundRows(list, settleRegions(list, known));
      const changes = changesOf(rows, (row) => known.get(row.key));
      await this.store.putRegions(tx, admin.tenant, [...changes.added, ...changes.updated]);
      return imported(changes, 0);
    });
  }

  /** Adds and updates schools; throws import-refused with the faults of every line. */
  schools(admin: Actor, file: Uint8Array): Promise<Imported> {
    const list = readSchools(file);
    return this.pass(admin, async (tx) => {
      const regions = await this.store.regions(tx, admin.tenant, admin.tenant);
      const listed = await this.store.schoolsNumbered(
        tx,
        admin.tenant,
        list.entries.map(({ entry }) => entry.number),
      );
      const known = new Map(listed.map((row) => [row.number, row]));
      const rows = soundRows(list, settleSchools(list, new Set(regions.map(({ key }) => key)), known));
      const changes = changesOf(rows, (row) => known.get(row.number));
      await this.store.putSchools(tx, admin.tenant, [...changes.added, ...changes.updated]);
      return imported(changes, rows.filter(({ region }) => levelOf(region) === 'county').length);
    });
  }

  /** Reading a large list takes longer than a transaction may think, so it is read before; one import at a time. */
  private pass(admin: Actor, work: (tx: Tx) => Promise<Imported>): Promise<Imported> {
    return this.gate.pass({ actor: admin, act: 'reference.import', place: everywhere }, async (tx) => {
      await this.store.oneImportAtATime(tx);
      return work(tx);
    });
  }
}

/** Refused inside the gate, so that the refusal stands in the access log. */
function soundRows<Entry, Row>(list: List<Entry>, settled: Settled<Row>): readonly Row[] {
  const faults = [...list.faults, ...settled.faults];
  if (faults.length > 0) throw problems.importRefused(findingsOf(faults));
  return settled.rows;
}

const imported = <Row>(
  { added, updated, unchanged }: Changes<Row>,
  withoutMunicipality: number,
): Imported => ({
  read: added.length + updated.length + unchanged,
  added: added.length,
  updated: updated.length,
  unchanged,
  withoutMunicipality,
});
