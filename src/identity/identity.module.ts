/** The door of identity: who somebody is, and proof of it. */
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountStore } from './account.store.ts';
import { Accounts } from './accounts.ts';
import { AuthGuard } from './auth.guard.ts';
import { KnownKeys } from './known-keys.ts';
import { KnownKeyStore } from './known-key.store.ts';
import { SessionsController } from './sessions.controller.ts';
import { SignIn } from './sign-in.ts';
import { Signer } from './signer.ts';
import { SigningKey } from './signing-key.ts';
import { TokenFirst } from './token-first.ts';
import { Tokens } from './token.ts';

@Module({
  controllers: [SessionsController],
  providers: [
    AccountStore,
    Accounts,
    KnownKeys,
    KnownKeyStore,
    SignIn,
    Signer,
    SigningKey,
    TokenFirst,
    Tokens,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [Accounts, KnownKeys, Signer],
})
export class IdentityModule {}
