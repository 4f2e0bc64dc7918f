/** The door of reference: the code lists, and how they are brought in. */
import { Module } from '@nestjs/common';
import { ImportLists } from './import-lists.ts';
import { ImportStore } from './import.store.ts';
import { ParticipationStore } from './participation.store.ts';
import { Participations } from './participations.ts';
import { ReferenceController } from './reference.controller.ts';
import { ReferenceStore } from './reference.store.ts';
import { Reference } from './reference.ts';

@Module({
  controllers: [ReferenceController],
  providers: [ImportLists, ImportStore, Participations, ParticipationStore, Reference, ReferenceStore],
  exports: [ImportLists, Participations, Reference],
})
export class ReferenceModule {}
