/** Checks of the database server: the way to it, what it keeps, whom it lets in, and its clock. */
import type { ServerFacts } from '../../foundation/database/server.ts';
import { type DoctorCheck, type DoctorFinding, refuses, warns } from './check.ts';
import type { DeclaredSettings, HostFacts } from './facts.ts';
import { serverEnded } from './support.ts';

const MINUTE = 60_000;
/** Milliseconds of difference that are worth a word. */
const NOTABLE = 2_000;

/** A check of a server; of one that was not asked it says nothing. */
const ofServer = (
  name: string,
  judge: (
    server: ServerFacts,
    beside: { declared: DeclaredSettings; host: HostFacts },
  ) => DoctorFinding | undefined,
): DoctorCheck => ({
  name,
  judge(facts) {
    const finding = facts.server && judge(facts.server, facts);
    return finding ? [finding] : [];
  },
});

export const SERVER_CHECKS: readonly DoctorCheck[] = [
  ofServer('tls', ({ isRemote, isEncrypted }, { declared }) =>
    isRemote && !isEncrypted && declared.databaseTls === 'required'
      ? refuses(
          'Die Verbindung zur Datenbank verlässt diesen Rechner unverschlüsselt. Hängen Sie ?sslmode=verify-full an DATABASE_URL, oder erklären Sie mit KANON_DATABASE_TLS=elsewhere, dass der Weg anders geschützt ist.',
          'The connection to the database leaves this machine without encryption. Add ?sslmode=verify-full to DATABASE_URL, or declare by KANON_DATABASE_TLS=elsewhere that the way is protected by other means.',
        )
      : undefined,
  ),
  ofServer('writes', ({ takesWrites }) =>
    takesWrites
      ? undefined
      : refuses(
          'Die Datenbank nimmt nichts an: Sie ist ein Standby oder nur zum Lesen offen. Jeder Zugriff wird protokolliert, also geht ohne Schreiben nichts. DATABASE_URL muss zum Primärserver führen; default_transaction_read_only muss off sein.',
          'The database takes no writes: it is a standby, or read-only. Every access is recorded, so nothing works without writing. DATABASE_URL must lead to the primary, and default_transaction_read_only must be off.',
        ),
  ),
  ofServer('commits', ({ settings }) =>
    ['off', 'local'].includes(settings.synchronous_commit ?? 'on')
      ? warns(
          `Der Datenbankserver hat synchronous_commit = ${settings.synchronous_commit}. Kanon verlangt für jede eigene Transaktion on; was andere dort speichern, kann bei einem Absturz verloren gehen. Setzen Sie dort synchronous_commit = on.`,
          `The database server has synchronous_commit = ${settings.synchronous_commit}. Kanon asks for on in each transaction of its own; what others store there may be lost in a crash. Set synchronous_commit = on there.`,
        )
      : undefined,
  ),
  ofServer('disk-writes', ({ settings }) =>
    settings.fsync === 'off'
      ? warns(
          'Der Datenbankserver läuft mit fsync = off: Fällt der Strom aus, ist die Datenbank verloren. Setzen Sie dort fsync = on; so taugt er nur für Tests.',
          'The database server runs with fsync = off: when the power fails, the database is lost. Set fsync = on there; like this it is for tests only.',
        )
      : undefined,
  ),
  ofServer('login', ({ isSuperuser, ownsTables }) => {
    if (isSuperuser)
      return refuses(
        'Das Datenbankkonto des Dienstes ist ein Superuser oder umgeht die Zeilenrechte. Legen Sie ein eigenes an: CREATE ROLE kanon_service LOGIN NOINHERIT.',
        'The database login of the service is a superuser or bypasses row-level security. Make one of its own: CREATE ROLE kanon_service LOGIN NOINHERIT.',
      );
    return ownsTables
      ? warns(
          'Dem Datenbankkonto des Dienstes gehören die Tabellen. Geben Sie in DATABASE_OWNER_URL ein anderes an, dem sie gehören; der Dienst braucht es nicht.',
          'The database login of the service owns the tables. Name another one that owns them in DATABASE_OWNER_URL; the service does not need it.',
        )
      : undefined;
  }),
  ofServer('other-logins', ({ otherLogins }) =>
    otherLogins.length > 0
      ? warns(
          `Auch andere Konten können die Rollen von Kanon annehmen: ${otherLogins.join(', ')}. Gehören sie nicht zu Kanon, nehmen Sie ihnen die Rollen (REVOKE).`,
          `Other logins may take the roles of Kanon: ${otherLogins.join(', ')}. Where they are not Kanon's own, take the roles from them (REVOKE).`,
        )
      : undefined,
  ),
  ofServer('clock', ({ clockAhead }) => {
    const off = Math.abs(clockAhead);
    const seconds = Math.round(off / 1000);
    if (off > MINUTE)
      return refuses(
        `Die Uhren dieses Rechners und der Datenbank gehen ${seconds} Sekunden auseinander. Anmeldungen und Quittungen trügen eine falsche Zeit. Stellen Sie beide, am besten über NTP.`,
        `The clocks of this machine and of the database are ${seconds} seconds apart. Sign-ins and receipts would bear a wrong time. Set both, best by NTP.`,
      );
    return off > NOTABLE
      ? warns(
          `Die Uhren dieses Rechners und der Datenbank gehen ${seconds} Sekunden auseinander. Stellen Sie beide, am besten über NTP.`,
          `The clocks of this machine and of the database are ${seconds} seconds apart. Set both, best by NTP.`,
        )
      : undefined;
  }),
  ofServer('server-version', ({ version }, { host }) => {
    const major = Math.floor(version / 10_000);
    const end = serverEnded(version, host.today);
    return end === undefined
      ? undefined
      : warns(
          `PostgreSQL ${major} wird seit ${end} nicht mehr gepflegt. Bringen Sie den Server auf eine neuere Hauptversion.`,
          `PostgreSQL ${major} has not been maintained since ${end}. Bring the server to a newer major version.`,
        );
  }),
];
