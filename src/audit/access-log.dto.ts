/** Wire shapes of the access log. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { CSV_FORMATS, type CsvFormat } from '../foundation/http/csv.ts';
import { ROLES } from '../access/actor.ts';
import { DECISIONS, PURPOSES } from '../access/entry.ts';
import { IsMoment, IsPeriod, IsRegion, IsSchool, IsWholeNumber } from '../access/forms.ts';
import { RIGHTS } from '../access/rights.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';

/** A breach of data protection, a complaint, a request of the person concerned. */
const CASES = ['BREACH', 'COMPLAINT', 'DATA_SUBJECT'] as const;
const FORMATS = ['json', ...CSV_FORMATS];

/** Filters of the log; all that are given must hold. */
export class EntryQuery {
  /** First moment, RFC 3339 with its zone. */
  @IsOptional() @IsMoment() from?: Date;
  /** Moment after the last, RFC 3339 with its zone. */
  @IsOptional() @IsMoment() to?: Date;
  /** Needs a `case`, which the protection officer sees. */
  @IsOptional() @IsUUID() account?: string;
  /** Why entries of one account are looked for. */
  @ApiProperty({ enum: CASES, required: false })
  @IsOptional()
  @IsIn(CASES)
  case?: (typeof CASES)[number];
  @IsOptional()
  @Matches(/^[^\p{Cc}\p{Cs}]{1,120}$/u, { message: 'office must be a name of at most 120 characters' })
  office?: string;
  @IsOptional() @IsIn(ROLES) role?: string;
  @IsOptional() @IsIn([...Object.keys(RIGHTS), 'session.create', 'password.forgotten']) action?: string;
  /** Region key; entries of every region within it are found. */
  @IsOptional() @IsRegion() region?: RegionKey;
  @IsOptional() @IsSchool() school?: SchoolNumber;
  @IsOptional() @IsPeriod() period?: PeriodKey;
  @IsOptional() @IsIn(PURPOSES) purpose?: string;
  @IsOptional() @IsIn(DECISIONS) decision?: string;
  /** Where the last page ended, as its `next` said. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,200}$/, { message: 'cursor must be what a page gave as next' })
  cursor?: string;
  @IsOptional() @IsWholeNumber(1, 1000) limit?: number;
  /** `csv`: comma; `csv-de`: as German Excel opens it. The next page then stands in the header `Link`. */
  @ApiProperty({ enum: FORMATS, required: false, default: 'json' })
  @IsOptional()
  @IsIn(FORMATS)
  format?: 'json' | CsvFormat;
}

/** A time of the log, from its first moment until before its last. */
export class BundleQuery {
  /** First moment, RFC 3339 with its zone. */
  @IsMoment() from!: Date;
  /** Moment after the last, RFC 3339 with its zone. */
  @IsMoment() to!: Date;
}

/** One access. There is no count in it. Its canonical JSON (RFC 8785) is what its leaf in the tree commits to. */
export class EntryBody {
  /** Names this set of fields: `kanon-entry/1`, with a subject or a span `/2`, with an object or an operator `/3`. */
  version!: string;
  tenant!: string;
  id!: string;
  /** ISO 8601, UTC. */
  at!: string;
  account!: string | null;
  system!: string | null;
  office!: string | null;
  role!: string | null;
  scope!: string | null;
  action!: string;
  region!: string | null;
  school!: string | null;
  period!: string | null;
  release!: string | null;
  releaseVersion!: number | null;
  level!: string | null;
  by!: string | null;
  dryRun!: boolean;
  purpose!: string | null;
  decision!: string;
  rules!: string[];
  policy!: number | null;
  token!: string | null;
  /** Of a report: HMAC-SHA-256 of what was stored, base64url; its key is in the school's receipt. */
  commitment!: string | null;
  /** Id of the entry (log.entry), the account or the hold that it is about; absent where it is about none. */
  subject?: string;
  /** Of an export: the time asked for, and which leaves of which tree went out. Of a hold: its time, and until when. */
  span?: string;
  /**
   * What else it is about, absent where there is nothing: words `name=value` with a blank between them; a value of other
   * characters than letters, digits and `._:/+-` is a JSON string. docs/access-log.md says which act has which.
   */
  @ApiProperty({ type: String, required: false, example: 'action=summary.read office="Erfundenes Amt"' })
  object?: string;
  /** Who sat at the command line, in the same form; only where one did. */
  @ApiProperty({ type: String, required: false, example: 'login=kanon by="A. Beispiel"' })
  operator?: string;
}

export class EntryPage {
  entries!: EntryBody[];
  /** Cursor of the next page, or null at the end. */
  next!: string | null;
}

export class EntryPlace {
  @IsUUID() entry!: string;
}

/** Somebody looked into the log for the entries of one account. */
export class LogCase {
  at!: string;
  /** Account of the auditor, and its office. */
  @ApiProperty({ type: String, nullable: true }) searcher!: string | null;
  @ApiProperty({ type: String, nullable: true }) searcherOffice!: string | null;
  /** Account whose entries were looked for. */
  subject!: string;
  /** Null in entries from before there were cases, and where none was said, which is refused. */
  @ApiProperty({ enum: CASES, nullable: true }) case!: (typeof CASES)[number] | null;
  decision!: string;
}

export class LogCaseList {
  /** Newest first, at most 500. */
  cases!: LogCase[];
}

/** An entry, and the proof that it stands in the log. */
export class EntryWithProof {
  /** Null when its retention has ended; its place in the tree remains. */
  entry!: EntryBody | null;
  /** Key of the commitment, base64; null when the entry is erased, or older than the tree. */
  key!: string | null;
  /** Leaf hash, base64; null until the entry is numbered, which takes about a second. */
  leaf!: string | null;
  /** Place, path and signed checkpoint in the form c2sp.org/tlog-proof@v1; null until signed. */
  proof!: string | null;
}

/** Sizes of two trees, the first not after the second. */
export class ConsistencyQuery {
  /** Leaves of the earlier tree. */
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER) from!: number;
  /** Leaves of the later tree; at most those of the newest checkpoint. */
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER) to!: number;
}

/** That the later tree starts with the earlier one (RFC 9162 §2.1.4). */
export class ConsistencyBody {
  /** Hashes, base64. */
  proof!: string[];
}

/** It happens as soon as a second person asks too, and only if the log refuses to sign. */
export class ReopeningBody {
  state!: 'asked';
}
