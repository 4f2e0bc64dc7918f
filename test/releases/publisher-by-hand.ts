/** The publisher of an application, which looks for work when it is told to and not every second. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Gate } from '../../src/access/gate.ts';
import { Unrecorded } from '../../src/foundation/database/unrecorded.ts';
import type { Settings } from '../../src/foundation/settings.ts';
import { Signer } from '../../src/identity/signer.ts';
import { Periods } from '../../src/reference/periods.ts';
import { Candidates } from '../../src/releases/candidate.ts';
import { Claim } from '../../src/releases/claim.ts';
import { CorrectionStore } from '../../src/releases/correction.store.ts';
import { PreviewStore } from '../../src/releases/preview.store.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { ReleaseStore } from '../../src/releases/release.store.ts';
import { ReservationStore } from '../../src/releases/reservation.store.ts';

export async function publisherByHand(app: NestFastifyApplication, settings: Settings): Promise<Publisher> {
  await app.get(Publisher).onApplicationShutdown();
  return new Publisher(
    app.get(Gate),
    app.get(Unrecorded),
    app.get(Claim),
    app.get(Candidates),
    app.get(Periods),
    app.get(ReleaseStore),
    app.get(CorrectionStore),
    app.get(PreviewStore),
    app.get(ReservationStore),
    app.get(Signer),
    settings,
  );
}
