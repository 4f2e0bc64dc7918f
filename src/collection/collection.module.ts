/** The door of collection: reports in. */
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { Collect } from './collect.ts';
import { CompletenessController } from './completeness.controller.ts';
import { Completeness } from './completeness.ts';
import { Confirmations } from './confirmation.ts';
import { Plausibility } from './plausibility.ts';
import { ReportController } from './report.controller.ts';
import { ReportStore } from './report.store.ts';
import { StatusStore } from './status.store.ts';

@Module({
  imports: [IdentityModule, ReferenceModule],
  controllers: [ReportController, CompletenessController],
  providers: [Collect, Completeness, Confirmations, Plausibility, ReportStore, StatusStore],
  exports: [Collect],
})
export class CollectionModule {}
