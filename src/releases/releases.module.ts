/** The door of releases: freeze, protect, publish, and summaries out. */
import { Module } from '@nestjs/common';
import { CollectionModule } from '../collection/collection.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { Candidates } from './candidate.ts';
import { Claim } from './claim.ts';
import { ClaimStore } from './claim.store.ts';
import { CorrectionController } from './correction.controller.ts';
import { CorrectionStore } from './correction.store.ts';
import { DocumentStore } from './document.store.ts';
import { PreviewController } from './preview.controller.ts';
import { Previews } from './preview.service.ts';
import { PreviewStore } from './preview.store.ts';
import { Publisher } from './publish.ts';
import { ReleaseController } from './release.controller.ts';
import { Releases } from './release.service.ts';
import { ReleaseStore } from './release.store.ts';
import { ReservationController } from './reservation.controller.ts';
import { ReservationStore } from './reservation.store.ts';
import { Reservations } from './reservations.ts';
import { Reopening } from './reopening.ts';
import { SeriesController } from './series.controller.ts';
import { Series } from './series.service.ts';
import { SeriesStore } from './series.store.ts';
import { ThawController } from './thaw.controller.ts';
import { Thawing } from './thawing.ts';

@Module({
  imports: [CollectionModule, IdentityModule, ReferenceModule],
  controllers: [
    CorrectionController,
    PreviewController,
    ReleaseController,
    ReservationController,
    SeriesController,
    ThawController,
  ],
  providers: [
    Candidates,
    Claim,
    ClaimStore,
    CorrectionStore,
    DocumentStore,
    Previews,
    PreviewStore,
    Publisher,
    Releases,
    ReleaseStore,
    Reopening,
    Reservations,
    ReservationStore,
    Series,
    SeriesStore,
    Thawing,
  ],
  exports: [Publisher, Releases],
})
export class ReleasesModule {}
