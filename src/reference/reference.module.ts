/** The door of reference: the code lists, and how they are brought in. */
import { Module } from '@nestjs/common';
import { ReferenceController } from './reference.controller.ts';
import { ReferenceStore } from './reference.store.ts';
import { Reference } from './reference.ts';

@Module({
  controllers: [ReferenceController],
  providers: [Reference, ReferenceStore],
  exports: [Reference],
})
export class ReferenceModule {}
