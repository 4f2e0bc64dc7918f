/** The door of operations: what keeps the service running, and the demo. */
import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { CollectionModule } from '../collection/collection.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { ReleasesModule } from '../releases/releases.module.ts';
import { Demo } from '../demo/demo.ts';
import { FrontPageController } from './front-page.controller.ts';
import { HealthController } from './health.controller.ts';
import { HealthCheck } from './health.ts';
import { OperatorTextsController } from './operator-texts.controller.ts';
import { SameKeys } from './same-keys.ts';
import { SecurityTextController } from './security-txt.controller.ts';
import { SettingsController } from './settings.controller.ts';

@Module({
  imports: [AuditModule, IdentityModule, ReferenceModule, CollectionModule, ReleasesModule],
  controllers: [
    FrontPageController,
    HealthController,
    OperatorTextsController,
    SecurityTextController,
    SettingsController,
  ],
  providers: [Demo, HealthCheck, SameKeys],
})
export class OperationsModule {}
