/** The door of collection: reports in. */
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { Collect } from './collect.ts';
import { CompletenessController } from './completeness.controller.ts';
import { Completeness } from './completeness.ts';
import { Confirmations } from './confirmation.ts';
import { PeriodReports } from './period-reports.ts';
import { PeriodReportStore } from './period-report.store.ts';
import { Plausibility } from './plausibility.ts';
import { ReportBatchStore } from './report-batch.store.ts';
import { ReportController } from './report.controller.ts';
import { ReportImportController } from './report-import.controller.ts';
import { ReportImport } from './report-import.ts';
import { ReportStore } from './report.store.ts';
import { StatusStore } from './status.store.ts';

@Module({
  imports: [IdentityModule, ReferenceModule],
  controllers: [ReportController, ReportImportController, CompletenessController],
  providers: [
    Collect,
    Completeness,
    Confirmations,
    PeriodReports,
    PeriodReportStore,
    Plausibility,
    ReportBatchStore,
    ReportImport,
    ReportStore,
    StatusStore,
  ],
  exports: [Collect, Confirmations, PeriodReports],
})
export class CollectionModule {}
