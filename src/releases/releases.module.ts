/** The door of releases: freeze, protect, publish, and summaries out. */
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { Candidates } from './candidate.ts';
import { Claim } from './claim.ts';
import { ClaimStore } from './claim.store.ts';
import { CorrectionController } from './correction.controller.ts';
import { Corrections } from './correction.service.ts';
import { CorrectionStore } from './correction.store.ts';
import { DocumentStore } from './document.store.ts';
import { PreviewController } from './preview.controller.ts';
import { Previews } from './preview.service.ts';
import { PreviewStore } from './preview.store.ts';
import { Publisher } from './publish.ts';
import { ReleaseController } from './release.controller.ts';
import { Releases } from './release.service.ts';
import { ReleaseStore } from './release.store.ts';

@Module({
  imports: [IdentityModule, ReferenceModule],
  controllers: [CorrectionController, PreviewController, ReleaseController],
  providers: [
    Candidates,
    Claim,
    ClaimStore,
    Corrections,
    CorrectionStore,
    DocumentStore,
    Previews,
    PreviewStore,
    Publisher,
    Releases,
    ReleaseStore,
  ],
  exports: [Publisher, Releases],
})
export class ReleasesModule {}
