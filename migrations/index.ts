/** All migrations in their order; each is imported by name, so none can be forgotten by a build. */
import { Roles1763800000001 } from './1763800000001-roles.ts';
import { Reference1763800000002 } from './1763800000002-reference.ts';
import { Accounts1763800000003 } from './1763800000003-accounts.ts';
import { AccessLog1763800000004 } from './1763800000004-access-log.ts';
import { Reports1763800000005 } from './1763800000005-reports.ts';
import { Releases1763800000006 } from './1763800000006-releases.ts';
import { Nrw1763800000007 } from './1763800000007-nrw.ts';
import { ReturnsAndCertificates1763800000008 } from './1763800000008-returns-and-certificates.ts';
import { Successions1763800000009 } from './1763800000009-successions.ts';
import { Corrections1763800000010 } from './1763800000010-corrections.ts';
import { ProvableLog1763800000011 } from './1763800000011-provable-log.ts';
import { Witnesses1763800000012 } from './1763800000012-witnesses.ts';
import { SubjectsOfEntries1763800000013 } from './1763800000013-subjects-of-entries.ts';
import { LogBundles1763800000014 } from './1763800000014-log-bundles.ts';
import { EntriesLockNothing1763800000015 } from './1763800000015-entries-lock-nothing.ts';
import { SecondPolicy1763800000016 } from './1763800000016-second-policy.ts';
import { Participation1763800000017 } from './1763800000017-participation.ts';
import { ReportHands1763800000018 } from './1763800000018-report-hands.ts';
import { RowsThatWait1763800000019 } from './1763800000019-rows-that-wait.ts';
import { Previews1763800000020 } from './1763800000020-previews.ts';
import { ObjectsOfEntries1763800000021 } from './1763800000021-objects-of-entries.ts';
import { HoldsOfTwoPersons1763800000022 } from './1763800000022-holds-of-two-persons.ts';
import { NothingToPublic1763800000023 } from './1763800000023-nothing-to-public.ts';
import { Processes1763800000024 } from './1763800000024-processes.ts';
import { WholeOrTold1763800000025 } from './1763800000025-whole-or-told.ts';
import { OneBenefitPattern1763800000026 } from './1763800000026-one-benefit-pattern.ts';
import { RowsOfOneRule1763800000027 } from './1763800000027-rows-of-one-rule.ts';
import { LivesOfAccounts1763800000030 } from './1763800000030-lives-of-accounts.ts';
import { InvitationsAndMail1763800000031 } from './1763800000031-invitations-and-mail.ts';
import { TriesAtAccounts1763800000035 } from './1763800000035-tries-at-accounts.ts';
import { KeyPerPurpose1763800000036 } from './1763800000036-key-per-purpose.ts';
import { KeptPeriods1763800000037 } from './1763800000037-kept-periods.ts';
import { SecondFactors1763800000033 } from './1763800000033-second-factors.ts';
import { Approvals1763800000038 } from './1763800000038-approvals.ts';
import { LinksToIssuers1763800000044 } from './1763800000044-links-to-issuers.ts';
import { ProgramsAndDevices1763800000045 } from './1763800000045-programs-and-devices.ts';
import { HostSecond1763800000042 } from './1763800000042-host-second.ts';
import { OwnData1763800000043 } from './1763800000043-own-data.ts';
import { TiedByPasskey1763800000046 } from './1763800000046-tied-by-passkey.ts';
import { Outbox1763800000047 } from './1763800000047-outbox.ts';
import { NamesOfClosedAccounts1763800000063 } from './1763800000063-names-of-closed-accounts.ts';
import { Reservations1763800000069 } from './1763800000069-reservations.ts';
import { Reminders1763800000070 } from './1763800000070-reminders.ts';
import { WhatCameLater1763800000071 } from './1763800000071-what-came-later.ts';
import { RollsOfReleases1763800000067 } from './1763800000067-rolls-of-releases.ts';
import { UnusedAccounts1763800000048 } from './1763800000048-unused-accounts.ts';
import { DraftKeys1763800000049 } from './1763800000049-draft-keys.ts';
import { Outcomes1763800000064 } from './1763800000064-outcomes.ts';
import { ReleasedOutcomes1763800000065 } from './1763800000065-released-outcomes.ts';

export const MIGRATIONS = [
  Roles1763800000001,
  Reference1763800000002,
  Accounts1763800000003,
  AccessLog1763800000004,
  Reports1763800000005,
  Releases1763800000006,
  Nrw1763800000007,
  ReturnsAndCertificates1763800000008,
  Successions1763800000009,
  Corrections1763800000010,
  ProvableLog1763800000011,
  Witnesses1763800000012,
  SubjectsOfEntries1763800000013,
  LogBundles1763800000014,
  EntriesLockNothing1763800000015,
  SecondPolicy1763800000016,
  Participation1763800000017,
  ReportHands1763800000018,
  RowsThatWait1763800000019,
  Previews1763800000020,
  ObjectsOfEntries1763800000021,
  HoldsOfTwoPersons1763800000022,
  NothingToPublic1763800000023,
  Processes1763800000024,
  WholeOrTold1763800000025,
  OneBenefitPattern1763800000026,
  RowsOfOneRule1763800000027,
  LivesOfAccounts1763800000030,
  InvitationsAndMail1763800000031,
  TriesAtAccounts1763800000035,
  KeyPerPurpose1763800000036,
  KeptPeriods1763800000037,
  SecondFactors1763800000033,
  Approvals1763800000038,
  LinksToIssuers1763800000044,
  ProgramsAndDevices1763800000045,
  HostSecond1763800000042,
  OwnData1763800000043,
  TiedByPasskey1763800000046,
  Outbox1763800000047,
  UnusedAccounts1763800000048,
  DraftKeys1763800000049,
  NamesOfClosedAccounts1763800000063,
  Reservations1763800000069,
  Reminders1763800000070,
  Outcomes1763800000064,
  ReleasedOutcomes1763800000065,
  RollsOfReleases1763800000067,
  WhatCameLater1763800000071,
];
