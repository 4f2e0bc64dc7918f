/** Hands the checked settings to whoever needs them. */
import { type DynamicModule, Module } from '@nestjs/common';
import type { Settings } from './settings.ts';

export const SETTINGS = Symbol('settings');

@Module({})
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
