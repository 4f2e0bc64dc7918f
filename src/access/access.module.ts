/** The door of access: the gate, the rights table and the entries of the log. */
import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessLog } from './access-log.ts';
import { Census } from './census.ts';
import { Gate } from './gate.ts';
import { GateInterceptor } from './gate.interceptor.ts';

@Global()
@Module({
  providers: [Gate, Census, AccessLog, { provide: APP_INTERCEPTOR, useClass: GateInterceptor }],
  exports: [Gate, Census, AccessLog],
})
export class AccessModule {}
