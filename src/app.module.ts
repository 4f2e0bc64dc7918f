/** All rooms under one roof. */
import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CollectionModule } from './collection/collection.module.ts';
import { DatabaseModule } from './foundation/database/database.module.ts';
import { SettingsModule } from './foundation/settings.module.ts';
import type { Settings } from './foundation/settings.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { OutcomesModule } from './outcomes/outcomes.module.ts';
import { ReferenceModule } from './reference/reference.module.ts';
import { ReleasesModule } from './releases/releases.module.ts';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        DatabaseModule,
        AccessModule,
        AuditModule,
        IdentityModule,
        ReferenceModule,
        CollectionModule,
        ReleasesModule,
        OutcomesModule,
        OperationsModule,
      ],
    };
  }
}
