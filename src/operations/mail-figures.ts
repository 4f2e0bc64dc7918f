/** Figures of mails for Prometheus: how many ended how, never to whom they went. */
import type { INestApplicationContext } from '@nestjs/common';
import { Counter, type Registry } from 'prom-client';
import { Mails } from '../identity/mails.ts';

export function measureMails(registry: Registry, app: INestApplicationContext): void {
  new Counter({
    name: 'kanon_mails_total',
    help: 'Mails by outcome: sent, delayed (it is tried again), refused by the mail server, given up after the last try.',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [outcome, times] of Object.entries(app.get(Mails).figures)) this.inc({ outcome }, times);
    },
  });
}
