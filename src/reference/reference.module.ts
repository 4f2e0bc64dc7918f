/** The door of reference: the code lists, and how they are brought in. */
import { Module } from '@nestjs/common';
import { ImportController } from './import.controller.ts';
import { ImportLists } from './import-lists.ts';
import { ImportStore } from './import.store.ts';
import { ParticipationController } from './participation.controller.ts';
import { ParticipationStore } from './participation.store.ts';
import { Participations } from './participations.ts';
import { PeriodController } from './period.controller.ts';
import { PeriodKeeping } from './period-keeping.ts';
import { Periods } from './periods.ts';
import { ReferenceController } from './reference.controller.ts';
import { ReferenceStore } from './reference.store.ts';
import { Reference } from './reference.ts';

@Module({
  controllers: [ImportController, ParticipationController, PeriodController, ReferenceController],
  providers: [
    ImportLists,
    ImportStore,
    Participations,
    ParticipationStore,
    PeriodKeeping,
    Periods,
    Reference,
    ReferenceStore,
  ],
  exports: [ImportLists, Participations, Periods, Reference],
})
export class ReferenceModule {}
