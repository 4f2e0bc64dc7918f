/** The door of collection: reports in. */
import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.ts';
import { Collect } from './collect.ts';
import { ReportController } from './report.controller.ts';
import { ReportStore } from './report.store.ts';

@Module({
  imports: [ReferenceModule],
  controllers: [ReportController],
  providers: [Collect, ReportStore],
  exports: [Collect],
})
export class CollectionModule {}
