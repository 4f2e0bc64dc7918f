/** Figures of health for Prometheus: the same look as that of /health/ready. */
import type { INestApplicationContext } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { LOG_STATES } from '../audit/sequencer.ts';
import { HealthCheck } from './health.ts';

export function measureHealth(registry: Registry, app: INestApplicationContext): void {
  const health = app.get(HealthCheck);
  new Gauge({
    name: 'kanon_ready',
    help: 'Whether the database answers (reading), and whether an access could be stored (writing) and is taken.',
    labelNames: ['for'],
    registers: [registry],
    async collect() {
      const { can } = await health.look();
      this.set({ for: 'reading' }, Number(can === 'reading' || can === 'work'));
      this.set({ for: 'writing' }, Number(can === 'work'));
    },
  });
  new Gauge({
    name: 'kanon_log_state',
    help: 'How the access log stands: 1 at one of signing, late, refuses; absent while nothing can be stored.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      const found = await health.look();
      if (found.can !== 'work') return;
      for (const state of LOG_STATES) this.set({ state }, Number(state === found.log));
    },
  });
}
