/** Figures of releases for Prometheus. */
import type { INestApplicationContext } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { Publisher } from '../releases/publish.ts';

/** Rounds alone: what the search found in them would tell causes of hiding apart. */
export function measureReleases(registry: Registry, app: INestApplicationContext): void {
  const publisher = app.get(Publisher);
  new Gauge({
    name: 'kanon_release_rounds',
    help: 'Rounds of the search for safe releases since the start; it grows while a release is made.',
    registers: [registry],
    collect() {
      this.set(publisher.rounds);
    },
  });
}
