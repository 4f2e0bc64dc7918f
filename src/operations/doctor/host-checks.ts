/** Checks of this host: its Node, its folders, room on its disks, and the access log as it stands there. */
import { type DoctorCheck, type DoctorFinding, refuses, unknown, warns } from './check.ts';
import type { HostFacts, Surroundings } from './facts.ts';
import { nodeEnded } from './support.ts';

const MIB = 1024 * 1024;
/** Bytes below which somebody should make room, and below which no start makes sense. */
const LITTLE = 512 * MIB;
const NONE = 16 * MIB;

const one = (finding: DoctorFinding | undefined): readonly DoctorFinding[] => (finding ? [finding] : []);
const ofHost = (name: string, judge: (host: HostFacts) => readonly DoctorFinding[]): DoctorCheck => ({
  name,
  judge: ({ host }) => judge(host),
});

/** The setting that names a folder says which is meant; no path is told. */
const room = (free: number | undefined, setting: string): DoctorFinding | undefined => {
  if (free === undefined || free >= LITTLE) return undefined;
  const left = Math.floor(free / MIB);
  return (free < NONE ? refuses : warns)(
    `Auf der Platte des Ordners ${setting} sind nur noch ${left} MiB frei. Schaffen Sie Platz.`,
    `The disk of the folder ${setting} has only ${left} MiB left. Make room.`,
  );
};

export const HOST_CHECKS: readonly DoctorCheck[] = [
  ofHost('node-version', ({ node, today }) => {
    const end = nodeEnded(node, today);
    return one(
      end === undefined
        ? undefined
        : warns(
            `Node ${Number.parseInt(node, 10)} wird seit ${end} nicht mehr gepflegt. Nehmen Sie Node 24 oder neuer.`,
            `Node ${Number.parseInt(node, 10)} has not been maintained since ${end}. Take Node 24 or newer.`,
          ),
    );
  }),
  ofHost('data-folder', ({ dataMode = 0 }) => {
    if ((dataMode & 0o022) === 0) return [];
    return [
      ((dataMode & 0o002) === 0 ? warns : refuses)(
        'In den Ordner KANON_DATA können andere schreiben und die Schlüssel austauschen. Setzen Sie seine Rechte auf 700 (chmod).',
        'Others can write into the folder KANON_DATA and put other keys there. Set its mode to 700 (chmod).',
      ),
    ];
  }),
  ofHost('secrets', ({ secrets }) =>
    secrets
      .filter(({ mode }) => (mode & 0o077) !== 0)
      .map(({ name, mode }) =>
        ((mode & 0o007) === 0 ? warns : refuses)(
          `${name} im Ordner KANON_DATA ist nicht nur für den Dienst lesbar. Setzen Sie die Rechte auf 600 (chmod); wurde die Datei gelesen, braucht es neue Schlüssel.`,
          `${name} in the folder KANON_DATA can be read by others than the service. Set its mode to 600 (chmod); if somebody has read it, new keys are needed.`,
        ),
      ),
  ),
  ofHost('room', ({ freeForData, freeForCheckpoints }) => [
    ...one(room(freeForData, 'KANON_DATA')),
    ...one(freeForCheckpoints === freeForData ? undefined : room(freeForCheckpoints, 'KANON_CHECKPOINTS')),
  ]),
  ofHost('checkpoints', ({ checkpointFault }) =>
    one(
      checkpointFault === undefined
        ? undefined
        : warns(
            `In den Ordner KANON_CHECKPOINTS lässt sich nichts schreiben (${checkpointFault}); solange wird das Zugriffsprotokoll nicht signiert. Schaffen Sie Platz oder geben Sie dem Dienst das Recht.`,
            `Nothing can be written into the folder KANON_CHECKPOINTS (${checkpointFault}); meanwhile the access log is not signed. Make room, or give the service the right.`,
          ),
    ),
  ),
  {
    name: 'checkpoints-apart',
    judge: ({ host: { checkpointsBesideDatabase: beside }, declared }) => {
      if (declared.demo || !beside) return [];
      if (beside === 'unknown')
        return [
          unknown(
            'Ob der Ordner KANON_CHECKPOINTS auf der Platte der Datenbank liegt: Ihr Ordner ist von hier nicht zu sehen, oder die Anmeldung des Dienstes darf ihn nicht erfragen (GRANT pg_read_all_settings). Sehen Sie selbst nach; auf derselben Platte setzt, wer sie zurücksetzt, beides zurück.',
            'Whether the folder KANON_CHECKPOINTS is on the disk of the database: its folder cannot be seen from here, or the login of the service may not ask for it (GRANT pg_read_all_settings). Look yourself; on one disk whoever sets it back sets both back.',
          ),
        ];
      return [
        warns(
          'Der Ordner KANON_CHECKPOINTS liegt auf der Platte der Datenbank; wer diese zurücksetzt, setzt beides zurück, und niemand merkt es. Nennen Sie einen Ordner auf einer anderen.',
          'The folder KANON_CHECKPOINTS is on the disk of the database; whoever sets that back sets both back, and nobody notices. Name a folder on another one.',
        ),
      ];
    },
  },
  {
    name: 'access-log',
    judge: ({ log }: Surroundings) => {
      if (log?.refusal !== undefined)
        return [
          warns(
            `Das Zugriffsprotokoll wird nicht signiert. ${log.refusal.de}`,
            `The access log is not signed. ${log.refusal.en}`,
          ),
        ];
      return one(
        log?.state === 'late'
          ? warns(
              'Das Zugriffsprotokoll wartet zu lange auf eine Signatur. kanon log status sagt, woran es liegt.',
              'The access log waits too long for a signature. kanon log status says what it is.',
            )
          : undefined,
      );
    },
  },
];
