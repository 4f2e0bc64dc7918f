/** What people may know: of themselves (Art. 15 GDPR), and who else has to do with their school. */
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor, Role } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { everywhere, schoolAlone } from '../access/place.ts';
import { problems } from '../foundation/problem.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { accountBody, listedBody } from './account-bodies.ts';
import { AccountLifeStore } from './account-life.store.ts';
import { OfficeBody, OwnData, SchoolOfPeople, SchoolPeople } from './own-data.dto.ts';
import { OwnDataStore, type PersonOfSchool, type ReporterOfSchool } from './own-data.store.ts';
import { SessionStore } from './session.store.ts';

const MOST_ENTRIES = 1000;
/** Open sessions; nobody has as many. */
const MOST_SESSIONS = 10_000;

@ApiTags('accounts')
@Controller('v1')
export class OwnDataController {
  constructor(
    private readonly store: OwnDataStore,
    private readonly lives: AccountLifeStore,
    private readonly sessions: SessionStore,
  ) {}

  /** All that Kanon has of the own account: its data, its sessions, and what the access log says of it. */
  @Get('own-data')
  @Act('account.own', everywhere)
  async own(@Key() tx: Tx, @By() { tenant, account = '', session }: Actor): Promise<OwnData> {
    note(tx, { subject: account, object: { what: 'own-data' } });
    const known = await this.lives.one(tx, tenant, account);
    if (!known) throw problems.notSignedIn();
    const open = await this.sessions.list(tx, tenant, account, { cursor: undefined, limit: MOST_SESSIONS });
    const entries = await this.store.entries(tx, MOST_ENTRIES);
    return {
      account: accountBody(known),
      sessions: open.map((one) => listedBody(one, session)),
      entries: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    };
  }

  /** Who may report for the own school, who invited them or opened their accounts anew, and who reported. */
  @Get('schools/:school/people')
  @Act('school.people', schoolAlone)
  async people(
    @Key() tx: Tx,
    @By() { account }: Actor,
    @Param() { school }: SchoolOfPeople,
  ): Promise<SchoolPeople> {
    note(tx, { object: { what: 'people' } });
    const people = await this.store.people(tx, school);
    const reports = await this.store.reporters(tx, school);
    return {
      people: people.map((one) => personBody(one, account)),
      reports: reports.map((one) => reportBody(one, account)),
    };
  }
}

const officeBody = (office: string | null, role: Role | null): OfficeBody | null =>
  office === null || role === null ? null : { office, role };

const personBody = (one: PersonOfSchool, reader: string | undefined): SchoolPeople['people'][number] => ({
  office: one.office,
  role: one.role,
  isOwn: one.account === reader,
  active: one.active,
  madeAt: one.madeAt.toISOString(),
  from: one.from,
  to: one.to,
  invitedBy: officeBody(one.inviterOffice, one.inviterRole),
  renewedAt: one.renewedAt?.toISOString() ?? null,
  renewedBy: officeBody(one.renewerOffice, one.renewerRole),
});

const reportBody = (one: ReporterOfSchool, reader: string | undefined): SchoolPeople['reports'][number] => ({
  period: one.period,
  reportedAt: one.reportedAt.toISOString(),
  isOwn: one.account === reader,
  by: officeBody(one.office, one.role),
});
