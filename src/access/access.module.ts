/** The door of access: the gate, the rights table and the log. */
import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessLogController } from './access-log.controller.ts';
import { AccessLog } from './access-log.ts';
import { AccessLogStore } from './access-log.store.ts';
import { Census } from './census.ts';
import { Gate } from './gate.ts';
import { GateInterceptor } from './gate.interceptor.ts';
import { LogBundles } from './log-bundle.ts';
import { LogBundleStore } from './log-bundle.store.ts';
import { LogProofs } from './log-proofs.ts';
import { LogTreeStore } from './log-tree.store.ts';
import { Retention } from './retention.ts';
import { Sequencer } from './sequencer.ts';

@Global()
@Module({
  controllers: [AccessLogController],
  providers: [
    Gate,
    Census,
    AccessLog,
    AccessLogStore,
    LogBundles,
    LogBundleStore,
    LogProofs,
    LogTreeStore,
    Sequencer,
    Retention,
    { provide: APP_INTERCEPTOR, useClass: GateInterceptor },
  ],
  exports: [Gate, Census, AccessLog, Sequencer],
})
export class AccessModule {}
