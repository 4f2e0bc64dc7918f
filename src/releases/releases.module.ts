/** The door of releases: freeze, protect, publish, and summaries out. */
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { Publisher } from './publish.ts';
import { ReleaseController } from './release.controller.ts';
import { Releases } from './release.service.ts';
import { ReleaseStore } from './release.store.ts';

@Module({
  imports: [IdentityModule, ReferenceModule],
  controllers: [ReleaseController],
  providers: [Releases, ReleaseStore, Publisher],
  exports: [Publisher, Releases],
})
export class ReleasesModule {}
