/** The door of identity: who somebody is, and proof of it. */
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountLife } from './account-life.ts';
import { AccountLifeStore } from './account-life.store.ts';
import { AccountStore } from './account.store.ts';
import { AccountsController } from './accounts.controller.ts';
import { Accounts } from './accounts.ts';
import { ApprovalStore } from './approval.store.ts';
import { ApprovalsController } from './approvals.controller.ts';
import { Administrators } from './administrators.ts';
import { Approvals } from './approvals.ts';
import { HostSecond } from './host-second.ts';
import { NoticeStore } from './notice.store.ts';
import { NoticesController } from './notices.controller.ts';
import { AuthGuard } from './auth.guard.ts';
import { Callers } from './callers.ts';
import { DeviceGrantStore } from './device-grant.store.ts';
import { DeviceGrantsController } from './device-grants.controller.ts';
import { DemoSessionsController } from './demo-sessions.controller.ts';
import { Devices } from './device.ts';
import { DraftKeyStore } from './draft-key.store.ts';
import { DraftKeys } from './draft-keys.ts';
import { DraftKeysController } from './draft-keys.controller.ts';
import { FactorSeal } from './factor-seal.ts';
import { FactorsController } from './factors.controller.ts';
import { FactorsStore } from './factors.store.ts';
import { Factors } from './factors.ts';
import { ForgottenPasswordsController } from './forgotten-passwords.controller.ts';
import { ForgottenPasswords } from './forgotten-passwords.ts';
import { KeyChanges } from './key-changes.ts';
import { KeyRegisterStore } from './key-register.store.ts';
import { Keyring } from './keyring.ts';
import { Invitations } from './invitations.ts';
import { InvitationsController } from './invitations.controller.ts';
import { InvitationsStore } from './invitations.store.ts';
import { FairShares } from './fair-shares.ts';
import { Issuers } from './issuers.ts';
import { KnownKeys } from './known-keys.ts';
import { LinkStore } from './link.store.ts';
import { Mails } from './mails.ts';
import { Outbox } from './outbox.ts';
import { OutboxStore } from './outbox.store.ts';
import { Once } from './once.ts';
import { OwnDataController } from './own-data.controller.ts';
import { OwnDataStore } from './own-data.store.ts';
import { OwnPassword } from './own-password.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';
import { PasskeyProofs } from './passkey-proofs.ts';
import { PasskeysController } from './passkeys.controller.ts';
import { PasskeysStore } from './passkeys.store.ts';
import { Passkeys } from './passkeys.ts';
import { ProgramStore } from './program.store.ts';
import { Programs } from './programs.ts';
import { RefusalPace } from './refusal-pace.ts';
import { SessionAnswers } from './session-answers.ts';
import { SessionStore } from './session.store.ts';
import { ReplacedSessions } from './sessions-replaced.ts';
import { Sessions } from './sessions.ts';
import { SessionsController } from './sessions.controller.ts';
import { DemoSignIn } from './sign-in-demo.ts';
import { DeviceSignIn } from './sign-in-device.ts';
import { OidcController } from './sign-in-oidc.controller.ts';
import { OidcSignIn } from './sign-in-oidc.ts';
import { PasskeySignIn } from './sign-in-passkey.ts';
import { SignIn } from './sign-in.ts';
import { SignInTries } from './sign-in-tries.ts';
import { SignInTryStore } from './sign-in-try.store.ts';
import { Signer } from './signer.ts';
import { StepUp } from './step-up.ts';
import { TokenFirst } from './token-first.ts';
import { Bearers } from './token-bearers.ts';
import { Links } from './token-links.ts';
import { ProgramTokens } from './token-of-program.ts';
import { TokenRequests } from './token-requests.ts';
import { Tokens } from './token.ts';
import { ClosedNames } from './closed-names.ts';
import { ReminderStore } from './reminder.store.ts';
import { Reminders } from './reminders.ts';
import { RemindersController } from './reminders.controller.ts';
import { UnusedAccounts } from './unused-accounts.ts';
import { UnusedStore } from './unused.store.ts';
import { TokensController } from './tokens.controller.ts';

@Module({
  controllers: [
    AccountsController,
    ApprovalsController,
    FactorsController,
    ForgottenPasswordsController,
    InvitationsController,
    DemoSessionsController,
    DeviceGrantsController,
    DraftKeysController,
    OidcController,
    NoticesController,
    RemindersController,
    OwnDataController,
    PasskeysController,
    SessionsController,
    TokensController,
  ],
  providers: [
    AccountLife,
    AccountLifeStore,
    AccountStore,
    Accounts,
    Bearers,
    Callers,
    DeviceGrantStore,
    DemoSignIn,
    DeviceSignIn,
    Devices,
    DraftKeyStore,
    DraftKeys,
    Factors,
    FactorSeal,
    FactorsStore,
    ForgottenPasswords,
    KeyChanges,
    KeyRegisterStore,
    Keyring,
    ApprovalStore,
    Approvals,
    Administrators,
    HostSecond,
    NoticeStore,
    Invitations,
    InvitationsStore,
    FairShares,
    Issuers,
    KnownKeys,
    Links,
    LinkStore,
    Mails,
    Outbox,
    OutboxStore,
    OidcSignIn,
    Once,
    OwnDataStore,
    OwnPassword,
    ProgramStore,
    ProgramTokens,
    Programs,
    PasskeyChallenges,
    PasskeyProofs,
    PasskeySignIn,
    Passkeys,
    PasskeysStore,
    RefusalPace,
    ReplacedSessions,
    SessionAnswers,
    SessionStore,
    Sessions,
    SignIn,
    SignInTries,
    SignInTryStore,
    Signer,
    StepUp,
    TokenFirst,
    TokenRequests,
    Tokens,
    ClosedNames,
    ReminderStore,
    Reminders,
    UnusedAccounts,
    UnusedStore,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [AccountLife, Mails, PasskeySignIn, Accounts, Keyring, KnownKeys, Signer],
})
export class IdentityModule {}
