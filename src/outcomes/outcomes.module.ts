/** The door of outcomes: what was granted comes in, is released, and is read. */
import { Module } from '@nestjs/common';
import { CollectionModule } from '../collection/collection.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { BenefitBodiesController } from './benefit-bodies.controller.ts';
import { BenefitBodiesStore } from './benefit-bodies.store.ts';
import { HandIn } from './hand-in.ts';
import { OutcomeController } from './outcome.controller.ts';
import { OutcomeReleaseController } from './outcome-release.controller.ts';
import { OutcomeReleaseStore } from './outcome-release.store.ts';
import { OutcomeStatusController } from './outcome-status.controller.ts';
import { OutcomeStatusStore } from './outcome-status.store.ts';
import { OutcomeStore } from './outcome.store.ts';
import { ReleaseOutcomes } from './release-outcomes.ts';

@Module({
  imports: [CollectionModule, IdentityModule, ReferenceModule],
  controllers: [
    BenefitBodiesController,
    OutcomeController,
    OutcomeReleaseController,
    OutcomeStatusController,
  ],
  providers: [
    BenefitBodiesStore,
    HandIn,
    OutcomeReleaseStore,
    OutcomeStatusStore,
    OutcomeStore,
    ReleaseOutcomes,
  ],
})
export class OutcomesModule {}
