/** The door of access: the gate, the rights table and the log. */
import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessLogController } from './access-log.controller.ts';
import { AccessLog } from './access-log.ts';
import { AccessLogStore } from './access-log.store.ts';
import { Census } from './census.ts';
import { CosignatureStore } from './cosignature.store.ts';
import { Gate } from './gate.ts';
import { GateInterceptor } from './gate.interceptor.ts';
import { LogStatisticsController } from './log-statistics.controller.ts';
import { LogStatisticsStore } from './log-statistics.store.ts';
import { LogBundles } from './log-bundle.ts';
import { LogBundleStore } from './log-bundle.store.ts';
import { LogProofs } from './log-proofs.ts';
import { LogTreeStore } from './log-tree.store.ts';
import { Retention } from './retention.ts';
import { Sequencer } from './sequencer.ts';
import { WitnessController } from './witness.controller.ts';
import { Witnesses } from './witnesses.ts';

@Global()
@Module({
  controllers: [AccessLogController, LogStatisticsController, WitnessController],
  providers: [
    Gate,
    Census,
    AccessLog,
    AccessLogStore,
    LogBundles,
    LogBundleStore,
    LogProofs,
    LogStatisticsStore,
    LogTreeStore,
    Sequencer,
    Retention,
    CosignatureStore,
    Witnesses,
    { provide: APP_INTERCEPTOR, useClass: GateInterceptor },
  ],
  exports: [Gate, Census, AccessLog, Sequencer, Witnesses],
})
export class AccessModule {}
