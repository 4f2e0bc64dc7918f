/** What the checks look at: the database server, this host, and the log, as somebody found them. */
import type { LogState } from '../../audit/sequencer.ts';
import type { OutboxStanding } from '../../identity/outbox-standing.ts';
import type { ServerFacts } from '../../foundation/database/server.ts';
import type { InBoth } from '../../foundation/language.ts';

/** A folder or a file, by its name within the data folder. */
export interface Mode {
  readonly name: string;
  /** Permission bits as in 0o600. */
  readonly mode: number;
}

export interface HostFacts {
  /** Such as 24.1.0. */
  readonly node: string;
  /** ISO day. */
  readonly today: string;
  /** Absent where the data folder does not exist yet, or the system has no such bits. */
  readonly dataMode: number | undefined;
  /** Files that hold secrets. */
  readonly secrets: readonly Mode[];
  /** Bytes that an ordinary user may still write. */
  readonly freeForData: number | undefined;
  readonly freeForCheckpoints: number | undefined;
  /** The system's code where a file cannot be written into the folder of checkpoints. */
  readonly checkpointFault: string | undefined;
  /** `unknown` where the server is on this host and does not tell its folder; undefined where it is on another. */
  readonly checkpointsBesideDatabase: boolean | 'unknown' | undefined;
}

export interface DeclaredSettings {
  /** `elsewhere`: the operator says that the way to the database is protected by other means. */
  readonly databaseTls: 'required' | 'elsewhere';
  /** Invented data: what is lost or seen of it harms nobody. */
  readonly demo: boolean;
  /** Texts of the operator that are missing, by their names; undefined where nobody looked. */
  readonly missingTexts?: readonly string[] | undefined;
}

export interface LogFacts {
  readonly state: LogState;
  /** Why nothing may be signed, and what to do. */
  readonly refusal: InBoth | undefined;
}

export interface AccountFacts {
  /** Passkeys that belong to another address than the service has now. */
  readonly passkeysElsewhere: number;
  /** Mails that wait and that failed; undefined where no mail server is named. */
  readonly mails: OutboxStanding | undefined;
}

/** What only a service that is up can tell; undefined where nobody looked, of the log also where none has begun. */
export interface InsideFacts {
  readonly log?: LogFacts | undefined;
  /** Persons who administer. */
  readonly administrators?: number | undefined;
  readonly accounts?: AccountFacts | undefined;
  /** Why the keys here are not those that the database knows, and what to do. */
  readonly otherKeys?: InBoth | undefined;
}

export interface Surroundings {
  readonly declared: DeclaredSettings;
  readonly host: HostFacts;
  /** Undefined where it was not asked. */
  readonly server: ServerFacts | undefined;
  /** Undefined where no log has begun, or nobody looked. */
  readonly log: LogFacts | undefined;
  /** Persons who administer; undefined where nobody counted. */
  readonly administrators: number | undefined;
  /** Undefined where they are the same, or nobody looked. */
  readonly otherKeys?: InBoth | undefined;
  /** Undefined where nobody looked. */
  readonly accounts?: AccountFacts | undefined;
}
