/** How many persons administer: with fewer than three one illness is enough that nothing takes two persons any more. */
import { Inject, Injectable } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { AccountStore } from './account.store.ts';

@Injectable()
export class Administrators {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: AccountStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Persons with an active account of an administrator; which ones, nobody is told. */
  count(): Promise<number> {
    const { tenant } = this.settings;
    return this.unrecorded.read('administrators', tenant, (tx) => this.store.administrators(tx, tenant));
  }
}
