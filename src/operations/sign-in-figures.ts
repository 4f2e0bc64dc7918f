/** Figures of sign-ins for Prometheus: how many ended how, so that a spray of guesses is seen; never whose they were. */
import type { INestApplicationContext } from '@nestjs/common';
import { Counter, type Registry } from 'prom-client';
import { SignIn } from '../identity/sign-in.ts';

export function measureSignIns(registry: Registry, app: INestApplicationContext): void {
  new Counter({
    name: 'kanon_sign_ins_total',
    help: 'Sign-ins by outcome; merged ones were refused and have no entry of their own, throttled ones were not looked at.',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [outcome, times] of Object.entries(app.get(SignIn).figures)) this.inc({ outcome }, times);
    },
  });
}
