/** The door of audit: the log as a signed tree, its witnesses, and what auditors read of it. */
import { Module } from '@nestjs/common';
import { AccessLogController } from './access-log.controller.ts';
import { CheckpointFolder } from './checkpoint-folder.ts';
import { CosignatureStore } from './cosignature.store.ts';
import { EntryStore } from './entry.store.ts';
import { HoldStore } from './hold.store.ts';
import { Holds } from './holds.ts';
import { HoldsController } from './holds.controller.ts';
import { LogBundles } from './log-bundle.ts';
import { LogBundleStore } from './log-bundle.store.ts';
import { LogProofs } from './log-proofs.ts';
import { LogStatisticsController } from './log-statistics.controller.ts';
import { LogStatisticsStore } from './log-statistics.store.ts';
import { LogTreeStore } from './log-tree.store.ts';
import { RetentionStore } from './retention.store.ts';
import { Retention } from './retention.ts';
import { Sequencer } from './sequencer.ts';
import { WitnessController } from './witness.controller.ts';
import { Witnesses } from './witnesses.ts';

@Module({
  controllers: [AccessLogController, HoldsController, LogStatisticsController, WitnessController],
  providers: [
    CheckpointFolder,
    CosignatureStore,
    EntryStore,
    Holds,
    HoldStore,
    LogBundles,
    LogBundleStore,
    LogProofs,
    LogStatisticsStore,
    LogTreeStore,
    Retention,
    RetentionStore,
    Sequencer,
    Witnesses,
  ],
  exports: [Retention, Sequencer, Witnesses],
})
export class AuditModule {}
