/**
 * What the REST API takes and answers, as types. Made by `npm run generate:client` from /openapi.json of the
 * built service: do not edit. A test compares the two.
 */
/* eslint-disable */
export interface paths {
  readonly '/': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The portal where `Accept` asks for HTML, else the addresses as JSON. */
    readonly get: operations['FrontPageController_show'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/.well-known/jwks.json': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Public keys of our tokens, receipts and certificates (RFC 7517), each with what it is for. */
    readonly get: operations['SessionsController_keys'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/.well-known/security.txt': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Whom to tell of a weakness (RFC 9116); not-found where the operator has named nobody. */
    readonly get: operations['SecurityTextController_show'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/health/live': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The process answers. One that cannot come back ends by itself. */
    readonly get: operations['HealthController_live'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/health/ready': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * An access could be read, stored and recorded now; answered within two seconds. A log that is not signed, and
     *     witnesses that are missing, make nothing unready.
     */
    readonly get: operations['HealthController_ready'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/bundle': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The log of a time as a tar, to be verified offline with `kanon verify`. Its entry says which leaves of which
     *     tree it holds, and is committed before the first byte leaves. Delete it by the day that it names.
     */
    readonly get: operations['AccessLogController_bundle'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/cases': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who looked for the entries of one account, and in which case. */
    readonly get: operations['AccessLogController_cases'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/checkpoint': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The newest signed head of the log, as a C2SP checkpoint. */
    readonly get: operations['AccessLogController_checkpoint'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/consistency': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** That the log only grew from one size to another. */
    readonly get: operations['AccessLogController_consistency'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/entries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Entries, newest first, a page at a time. */
    readonly get: operations['AccessLogController_entries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/entries/{entry}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One entry, the key of its commitment, and the proof that it stands in the log. */
    readonly get: operations['AccessLogController_entry'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/holds': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every hold with its state, newest first, a page at a time. */
    readonly get: operations['HoldsController_list'];
    readonly put?: never;
    /**
     * The protection officer asks that entries of some time are kept longer, such as for a proceeding. They are kept for 14
     *     days from now, and until `keepUntil` once an auditor has confirmed it.
     */
    readonly post: operations['HoldsController_ask'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/holds/{hold}/confirmation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** An auditor, another person than the one who asked, confirms it. */
    readonly post: operations['HoldsController_confirm'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/holds/{hold}/lifting': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** One of two asks to lift it; it is lifted once the protection officer and an auditor have, within 14 days. */
    readonly post: operations['HoldsController_lift'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/holds/{hold}/refusal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** An auditor declines it: from then on it keeps nothing. */
    readonly post: operations['HoldsController_decline'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/reopening': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** One of two persons asks for a new log, because the old one cannot be signed any more. */
    readonly post: operations['AccessLogController_reopen'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/statistics': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Accesses by office, day and action, of at most three months that are over. */
    readonly get: operations['LogStatisticsController_statistics'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/access-log/witnesses': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who vouches for the log beside us, how far, and since when. */
    readonly get: operations['AccessLogController_witnesses'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/accounts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The accounts that one may look after, by name. */
    readonly get: operations['AccountsController_list'];
    readonly put?: never;
    /**
     * Makes an account and a one-time code, by which its person sets a password. The code is told here alone. An account of a
     *     privileged role is asked for, and made when a second administrator approves of it.
     */
    readonly post: operations['AccountsController_invite'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/accounts/{account}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One account that one may look after. */
    readonly get: operations['AccountsController_one'];
    /** Changes office, mailbox, scope or days; effective with the account's next request. */
    readonly put: operations['AccountsController_change'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/accounts/{account}/bodies': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The bodies that an account of a benefit office reports for. */
    readonly get: operations['BenefitBodiesController_read'];
    /** These bodies and no others, from its next request on. Several accounts may report for one body. */
    readonly put: operations['BenefitBodiesController_put'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/accounts/{account}/closing': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** At once and for good. Its entries in the access log keep its id. */
    readonly post: operations['AccountsController_close'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/accounts/{account}/factors': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** Lost: takes the second factors of an account away. Its sessions end; it reads back no counts from before. */
    readonly delete: operations['AccountsController_forgetFactors'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/accounts/{account}/reset': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Forgotten: a new one-time code. The password and every session of the account end at once. */
    readonly post: operations['AccountsController_reset'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/accounts/invitations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Makes all accounts of a list, or none, each with a one-time code. The codes are told here alone, as JSON or on letters. */
    readonly post: operations['InvitationsController_invite'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/activations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sets the password of an account by a one-time code, and signs in. */
    readonly post: operations['SessionsController_activate'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/approvals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What waits for a second administrator, and what became of the rest. */
    readonly get: operations['ApprovalsController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/approvals/{approval}/giving': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Approves, and so does what was asked for. Another person than who asked, and than whose account it is. */
    readonly post: operations['ApprovalsController_give'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/approvals/{approval}/refusal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Nothing is done. */
    readonly post: operations['ApprovalsController_refuse'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/approvals/{approval}/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Whoever asked takes it back. */
    readonly post: operations['ApprovalsController_withdraw'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/counties/{county}/outcomes/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The bodies that one reports for, and what is stored of them. */
    readonly get: operations['OutcomeController_read'];
    /** An office hands in what was granted, for all its bodies; with ?dryRun=true the same walk, stored nowhere. */
    readonly put: operations['OutcomeController_submit'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/demo/sessions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Which roles a visitor may be; none but in a demo on this very machine. */
    readonly get: operations['DemoSessionsController_roles'];
    readonly put?: never;
    /** Signs a browser in to the demo as that role, in place of whoever it was: the refresh token is in the cookie. */
    readonly post: operations['DemoSessionsController_create'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/device/answers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Says yes or no to the device that shows this code: with yes it is signed in as the account that says so. */
    readonly post: operations['DeviceGrantsController_answer'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/device/authorizations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A device that has no browser asks to be let in; it shows the code, and looks at POST /v1/tokens what became of it. */
    readonly post: operations['DeviceGrantsController_begin'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/draft-key': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * The key that wraps the drafts of one's own account on any device; made at the first call. After a reset by somebody else, or
     *     by the mailbox, it is another one, and drafts from before open no more.
     */
    readonly post: operations['DraftKeysController_hand'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/factors': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What is set up for one's own account. */
    readonly get: operations['FactorsController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/factors/passkeys': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The new passkey counts from now on. Other sessions end; refresh this one for a token without limits. */
    readonly post: operations['PasskeysController_add'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/factors/passkeys/{passkey}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** Takes a passkey away. Other sessions end. */
    readonly delete: operations['PasskeysController_remove'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/factors/passkeys/options': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** What a new passkey is made from, as navigator.credentials.create() takes it; the answer to it counts within five minutes. */
    readonly post: operations['PasskeysController_options'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/factors/recovery-codes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** New recovery codes; those from before are void. */
    readonly post: operations['FactorsController_renewCodes'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/factors/totp': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A new secret for an authenticator app. It counts once a code of it has come back, within a quarter of an hour. */
    readonly post: operations['FactorsController_beginTotp'];
    /** Takes the authenticator app away. Other sessions end. */
    readonly delete: operations['FactorsController_removeTotp'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/factors/totp/confirmation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A code of the app shows that it has the secret. Other sessions end; refresh this one for a token without limits. */
    readonly post: operations['FactorsController_confirmTotp'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports/participation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Who is expected to report: all entries of each school that the list names. All lines, or none. The coordination of a
     *     county keeps its own schools.
     */
    readonly post: operations['ImportController_participation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports/regions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Municipalities and counties: known keys are updated, others are added. All lines, or none. */
    readonly post: operations['ImportController_regions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports/reports': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Reports of many schools, each by the rules of a single one, with a receipt and an entry of its own. What stands there
     *     already is not changed, so the same file may be sent again. A line that cannot be read refuses the whole file.
     */
    readonly post: operations['ReportImportController_reports'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports/schools': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Schools: known numbers are updated, others are added. All lines, or none. Periods that have opened keep their schools. */
    readonly post: operations['ImportController_schools'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/notices': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where the host stood for the second person, and one has not acknowledged it yet. */
    readonly get: operations['NoticesController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/notices/acknowledgement': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** One has read those up to this moment; they are told once. */
    readonly post: operations['NoticesController_acknowledge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/outcome-releases/{release}/certificate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What released outcomes were protected by, signed; with a digest of the published table. */
    readonly get: operations['OutcomeReleaseController_certificate'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/outcome-releases/{release}/document': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The whole table of released outcomes with its certificate. */
    readonly get: operations['OutcomeReleaseController_document'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/own-data': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** All that Kanon has of the own account: its data, its sessions, and what the access log says of it. */
    readonly get: operations['OwnDataController_own'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/passkeys/challenges': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * What is answered by showing a passkey, as navigator.credentials.get() takes it: to sign in, or besides a password. The
     *     same for everybody, so it tells nothing of any account.
     */
    readonly post: operations['PasskeysController_challenge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/password-resets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Sends a one-time code to the mailbox of the account, if there is such an account and it has one; the answer never tells.
     *     The old password counts until the code is used at POST /v1/activations.
     */
    readonly post: operations['ForgottenPasswordsController_ask'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/passwords': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sets a new password in place of the old one. Every session ends, and a new one begins. */
    readonly post: operations['SessionsController_changePassword'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Periods, newest first, each with the policy that was fixed when it opened. */
    readonly get: operations['ReferenceController_periods'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Opens a period under the newest policy: its scheme, and the days on which reports are taken. */
    readonly put: operations['PeriodController_open'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/corrections': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Schools whose correction waits, by number, a page at a time: with it, the releases together would tell what a few of them
     *     changed.
     */
    readonly get: operations['CorrectionController_kept'];
    readonly put?: never;
    /**
     * A released period takes reports again. What was released stays; a new release needs a freeze and a
     *     second person as the first did, so one disclosure officer may do this alone.
     */
    readonly post: operations['CorrectionController_reopen'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/days': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Changes the days of a period in which nobody has reported. */
    readonly post: operations['PeriodController_change'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/freeze': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * No report comes in any more. A disclosure officer does this. Before the end of the last day, or while fewer schools have
     *     reported than usual, the answer is `freeze-unconfirmed`; the same request with `confirm` says that it is meant so.
     */
    readonly post: operations['ReleaseController_freeze'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/outcomes-release': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * A disclosure officer publishes what offices have handed in, once the period itself is released. Whatever comes late or is
     *     corrected goes into the next version, which is published by the same act.
     */
    readonly post: operations['OutcomeReleaseController_release'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/preview': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The preview of a frozen period; it is gone once the period is released or opened again. */
    readonly get: operations['PreviewController_read'];
    readonly put?: never;
    /**
     * Has a frozen period protected as for a release, and keeps only which places that would hide: all that is hidden, by
     *     level, and, where there is an earlier release, each cell that it shows and the new one would not. Nothing is
     *     published. One officer may do this alone.
     */
    readonly post: operations['PreviewController_ask'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/prolongation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Takes reports for longer: a later last day, while the period is open. */
    readonly post: operations['PeriodController_prolong'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/release': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * A second person has the frozen period protected and released; ask for the state to see it done. A body is needed only
     *     where corrections would hide what the state or a district was shown: see the preview.
     */
    readonly post: operations['ReleaseController_release'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/state': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How far a period is on its way to a release. */
    readonly get: operations['ReleaseController_state'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/thaw': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Whether somebody asks for it, and until when that holds. */
    readonly get: operations['ThawController_read'];
    readonly put?: never;
    /** Asks that a frozen period take reports again, while nothing of it is released; it expires after 72 hours. */
    readonly post: operations['ThawController_ask'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/thaw/confirmation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A second disclosure officer, another person than the one who asked, confirms it: reports come in again. */
    readonly post: operations['ThawController_confirm'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/periods/{period}/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Takes away a period that was opened by mistake, while nobody has reported in it; the access log still names it. */
    readonly post: operations['PeriodController_withdraw'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Regions by official key; `within` and `level` narrow the list. */
    readonly get: operations['ReferenceController_regions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{key}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One region by its official key. */
    readonly get: operations['ReferenceController_region'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/completeness/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How many schools reported of how many expected, county by county; the missing whose post is vacant stand apart too. */
    readonly get: operations['CompletenessController_counts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/completeness/{period}/outcomes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Which body of which county has handed in numbers, said why it has none, or is missing. */
    readonly get: operations['OutcomeStatusController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/completeness/{period}/schools': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Which schools of a county have reported, are missing or were sent back; as CSV also the reminder list. */
    readonly get: operations['CompletenessController_schools'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/outcomes/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was granted in a region, out of a release of a period: the newest, or the version asked for. */
    readonly get: operations['OutcomeReleaseController_read'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/participation/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The schools of a period in a region, a page at a time: who is expected, who is not, and what changed since it opened. */
    readonly get: operations['ParticipationController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/participation/{period}/{school}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Changes whether a school is expected, while the period is open and nothing of it was released; the reason is kept
     *     with the change. A school whose report stands cannot leave the period until it is sent back.
     */
    readonly put: operations['ParticipationController_change'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/reports/{period}/{school}/return': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sends a school's report back; the reporter sees the reason, and the report counts as missing until it comes again. */
    readonly post: operations['CompletenessController_sendBack'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/reservations/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What speaks against the collection of a period in a region, and what was answered: for every role. */
    readonly get: operations['ReservationController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/reservations/{period}/{code}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * States a reservation: a coordinator for the own county, the protection officer for the Land. One of the protection
     *     officer holds the release back until the state has answered. Stating it twice changes nothing.
     */
    readonly put: operations['ReservationController_state'];
    readonly post?: never;
    /** Takes it back, as long as nobody has answered; the answer is what stood there. */
    readonly delete: operations['ReservationController_withdraw'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/reservations/{period}/{code}/answer': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** A district answers its counties, the state anybody; the first answer stays. */
    readonly put: operations['ReservationController_answer'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/series': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Figures of a region over several periods, a line a cell: of each period the newest release, or the one that was the newest
     *     `asOf` a moment. What a newer version hides that the one before showed is named.
     */
    readonly get: operations['SeriesController_read'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/regions/{region}/summaries/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Figures of a region out of a release of a period: the newest, or the version asked for. The format is that of `format`,
     *     or of Accept; the same figures in each.
     */
    readonly get: operations['ReleaseController_summary'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/releases': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every release, newest first, a page at a time. */
    readonly get: operations['ReleaseController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/releases/{release}/certificate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What a release was protected against, signed; with a digest of the published table. */
    readonly get: operations['ReleaseController_certificate'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/releases/{release}/document': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The whole table of a release with its certificate and the proof that `kanon verify-release` checks. */
    readonly get: operations['ReleaseController_document'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reminders': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Whether the own account is reminded by mail. */
    readonly get: operations['RemindersController_read'];
    /** Reminds the own account by mail, or does so no more. */
    readonly put: operations['RemindersController_change'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/schemes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every scheme, whether a period uses it or not; what a period asks is told by the `scheme` that it names. */
    readonly get: operations['ReferenceController_schemes'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/schemes/{code}/{version}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A scheme: what is asked, with German and English labels and the legal norm of each benefit. */
    readonly get: operations['ReferenceController_scheme'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/schools': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Schools within a region, by number, a page at a time. */
    readonly get: operations['ReferenceController_schools'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/schools/{school}/people': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who may report for the own school, who invited them or opened their accounts anew, and who reported. */
    readonly get: operations['OwnDataController_people'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/schools/{school}/reports/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What is stored of this school and period. */
    readonly get: operations['ReportController_read'];
    /** A school hands in its counts; with ?dryRun=true the same walk, stored nowhere. */
    readonly put: operations['ReportController_submit'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/schools/{school}/reports/{period}/history': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Revisions by number and time, a page at a time, with the reason where one was sent back. Old numbers are gone. */
    readonly get: operations['ReportController_history'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One's own sessions that may still be used, newest first, a page at a time. */
    readonly get: operations['SessionsController_list'];
    readonly put?: never;
    /**
     * A session for account and password, and a code or a passkey where the account has a second factor: an access token, and a refresh
     *     token for the next one.
     */
    readonly post: operations['SessionsController_create'];
    /** Ends all of one's own sessions, this one too. */
    readonly delete: operations['SessionsController_endAll'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** Ends another of one's own sessions. */
    readonly delete: operations['SessionsController_endOne'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/current': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** Signs out: the session and its tokens end at once. */
    readonly delete: operations['SessionsController_endCurrent'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/current/step-up': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Shows the second factor again; the answer opens for five minutes what takes one that was shown lately (RFC 9470). */
    readonly post: operations['FactorsController_showAgain'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/current/step-up/challenge': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The same to show a passkey again: it counts in the session that asks and in no other. */
    readonly post: operations['PasskeysController_challengeAgain'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/passkey': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A session for a passkey alone: the device has verified the person, so it counts as two factors. */
    readonly post: operations['PasskeysController_create'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/refresh': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The next access token, with the account's rights as they are now, and the next refresh token. */
    readonly post: operations['SessionsController_refresh'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/settings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every setting with its value and where that comes from; of what is or may be a secret no value. */
    readonly get: operations['SettingsController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sign-in/oidc': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Issuers at which people can sign in. */
    readonly get: operations['OidcController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/texts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Imprint, privacy notice, accessibility statement and whom to ask, as the operator wrote them; those that there are. */
    readonly get: operations['OperatorTextsController_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/tokens': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * An access token for a program, for 15 minutes; there is no refresh token, since it can ask again. With a proof in the header DPoP (RFC
     *     9449) it is bound to the key of the proof.
     */
    readonly post: operations['TokensController_create'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/witness/checkpoint': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The newest signed head of the log with its cosignatures, as a C2SP checkpoint. */
    readonly get: operations['WitnessController_checkpoint'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/witness/consistency': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** That the log only grew from one size to another. */
    readonly get: operations['WitnessController_consistency'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/witness/cosignatures': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A checkpoint that a witness vouches for. */
    readonly post: operations['WitnessController_cosign'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly AccountBody: {
      readonly activatedAt: string | null;
      readonly closedAt: string | null;
      readonly from: string | null;
      readonly id: string;
      readonly madeAt: string;
      readonly mailbox: string | null;
      readonly name: string;
      readonly office: string;
      readonly region: string | null;
      /** @enum {string} */
      readonly role:
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin';
      readonly schools: readonly string[];
      /**
       * @description `invited`: nobody has set its password yet.
       * @enum {string}
       */
      readonly state: 'invited' | 'active' | 'closed';
      readonly to: string | null;
    };
    readonly AccountChangeBody: {
      /** Format: date */
      readonly from?: string;
      readonly mailbox?: string;
      readonly office?: string;
      /** @example 05111 */
      readonly region?: string;
      /**
       * @description All schools from now on.
       * @example [
       *       "990001"
       *     ]
       */
      readonly schools?: readonly string[];
      /** Format: date */
      readonly to?: string;
    };
    readonly AccountList: {
      /** @description By name. */
      readonly accounts: readonly components['schemas']['AccountBody'][];
      /** @description Of the next page; null on the last one. */
      readonly cursor: string | null;
    };
    readonly AcknowledgementBody: {
      /**
       * Format: date-time
       * @description `at` of the newest one that was read.
       * @example 2026-11-05T08:00:00.000Z
       */
      readonly upTo: string;
    };
    readonly ActivationBody: {
      /** @description Name of the account. */
      readonly account: string;
      /** @description The one-time code, with or without its hyphens. */
      readonly code: string;
      /** @description Where the account has a second factor: the code that its authenticator app shows, or a recovery code. */
      readonly factorCode?: string;
      /** @description An access token of an issuer that this service knows: its subject is this account from now on. */
      readonly issuerToken?: string;
      /**
       * @description Of a browser: the refresh token is kept in a cookie that no script reads, and is not in the answer.
       * @enum {string}
       */
      readonly keep?: 'cookie';
      /**
       * @description Of a browser that has just come from an issuer without being linked: it is linked from now on.
       * @enum {string}
       */
      readonly link?: 'cookie';
      /** @description Or, in place of factorCode, one of the passkeys of the account. */
      readonly passkey?: components['schemas']['PasskeyAssertion'];
      /**
       * Format: password
       * @description The password to be.
       */
      readonly password: string;
    };
    readonly Answer: Record<string, never>;
    readonly AnswerBody: {
      /** @enum {string} */
      readonly answer: 'NOTED' | 'SCHEME_CHANGED' | 'BASIS_NAMED' | 'NOT_REQUIRED';
      /**
       * @description Of `BASIS_NAMED`, and of no other answer: the norm.
       * @enum {string}
       */
      readonly norm?:
        'SGB2_28' | 'SGB12_34' | 'BKGG_6B' | 'ASYLBLG_3' | 'SCHULG_120' | 'DSG_NRW_3' | 'DSGVO_6_1_E';
    };
    readonly ApprovalBody: {
      /** @description Id of the account concerned; of an invitation the one to be. */
      readonly account: string;
      readonly answeredAt: string | null;
      /** @description Account; null where the host stood for the second person. */
      readonly answeredBy: string | null;
      readonly askedAt: string;
      /** @description Account; null where the host asked. */
      readonly askedBy: string | null;
      /** @description 72 hours later. */
      readonly endsAt: string;
      readonly from: string | null;
      readonly id: string;
      readonly mailbox: string | null;
      /** @description Its name; null of an invitation that was not given. */
      readonly name: string | null;
      /** @description What it is to have from then on, as far as it was asked for; null where it stays, and once it is answered. */
      readonly office: string | null;
      readonly onHost: boolean;
      readonly region: string | null;
      /** @enum {string} */
      readonly role:
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin';
      /** @enum {string} */
      readonly state: 'asked' | 'given' | 'refused' | 'withdrawn' | 'expired';
      readonly to: string | null;
      /** @enum {string} */
      readonly what: 'invite' | 'reset' | 'change' | 'factor';
    };
    readonly ApprovalList: {
      /** @description Newest first: those that wait, and those of the last 30 days. */
      readonly approvals: readonly components['schemas']['ApprovalBody'][];
    };
    readonly AskedDeviceBody: {
      readonly askedAt: string;
      readonly endsAt: string;
    };
    readonly BenefitBodiesBody: {
      readonly bodies: readonly ('SGB2' | 'SGB12' | 'ASYLBLG' | 'BKGG')[];
    };
    readonly BenefitBody: {
      /** @example LERNFOERDERUNG */
      readonly code: string;
      readonly label: components['schemas']['LabelBody'];
      /** @description Legal norm. */
      readonly norm: string;
    };
    readonly BodiesBody: {
      /** @description Bodies times counties. */
      readonly expected: number;
      /** @description Those that said why they have none. */
      readonly inGap: number;
      /** @description Those with numbers. */
      readonly reported: number;
    };
    readonly BodyStatusBody: {
      readonly body: string;
      /** @enum {string|null} */
      readonly gap: 'NOT_COLLECTED' | 'NOT_SEPARABLE' | 'NO_LEGAL_BASIS' | 'LATE' | null;
      readonly name: string;
      readonly region: string;
      readonly reportedAt: string | null;
      /**
       * @description `in-gap`: the office said why it has no numbers.
       * @enum {string}
       */
      readonly status: 'reported' | 'in-gap' | 'missing';
    };
    readonly BodyStatusList: {
      readonly bodies: readonly components['schemas']['BodyStatusBody'][];
      readonly period: string;
      readonly region: string;
    };
    readonly CellBody: {
      /**
       * @description One benefit, or several that are pooled.
       * @example [
       *       "LERNFOERDERUNG"
       *     ]
       */
      readonly benefits: readonly string[];
      /**
       * @description Consultations about any of these benefits.
       * @example 19
       */
      readonly consultations: number;
      /**
       * @description Distinct pupils behind all of these benefits together.
       * @example 7
       */
      readonly pupils: number;
    };
    readonly CertificateBody: {
      /** @description Its claims, for reading. */
      readonly certificate: {
        readonly [key: string]: unknown;
      };
      /** @description Compact JWS, signed by a key of /.well-known/jwks.json. */
      readonly jws: string;
    };
    readonly CodeBody: {
      /** @description What the authenticator app shows, or a recovery code. */
      readonly code: string;
    };
    readonly CommandLineIssuer: {
      /** @description What its access tokens are for. */
      readonly audience: string;
      /** @description What the command line is called there. */
      readonly clientId: string;
      readonly id: string;
      /**
       * @description Its metadata are behind `/.well-known/openid-configuration`.
       * @example https://idp.example/realms/schule
       */
      readonly issuer: string;
    };
    readonly ConsistencyBody: {
      /** @description Hashes, base64. */
      readonly proof: readonly string[];
    };
    readonly CosignatureBody: {
      /** @description C2SP signed note. */
      readonly note: string;
    };
    readonly CountyCountsBody: {
      /** @description Schools on the list of the period: reported, returned and missing together. */
      readonly expected: number;
      readonly missing: number;
      readonly name: string;
      readonly region: string;
      readonly reported: number;
      /** @description Sent back and not corrected yet. */
      readonly returned: number;
      /** @description Of the missing, those whose post nobody holds. */
      readonly vacant: number;
    };
    readonly CountyCountsList: {
      readonly counties: readonly components['schemas']['CountyCountsBody'][];
      readonly period: string;
      readonly region: string;
    };
    readonly Credentials: {
      /**
       * @description Name of the account.
       * @example meldung
       */
      readonly account: string;
      /** @description Where the account has a second factor: the code that its authenticator app shows, or a recovery code. */
      readonly code?: string;
      /**
       * @description Of a browser: the refresh token is kept in a cookie that no script reads, and is not in the answer.
       * @enum {string}
       */
      readonly keep?: 'cookie';
      /** @description Or, in place of the code, one of its passkeys. */
      readonly passkey?: components['schemas']['PasskeyAssertion'];
      /**
       * Format: password
       * @description Its password.
       */
      readonly password: string;
    };
    readonly DemoRole: {
      /**
       * @example reporter
       * @enum {string}
       */
      readonly role:
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin';
    };
    readonly DemoRoles: {
      /** @description Roles that a visitor may be; empty where this is no demo. */
      readonly roles: readonly (
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin'
      )[];
    };
    readonly DeviceAnswer: {
      /** @description The code that the device shows. */
      readonly code: string;
      /**
       * @description `look` only tells when it was asked; `yes` lets the device in.
       * @enum {string}
       */
      readonly say: 'look' | 'yes' | 'no';
    };
    readonly DeviceAuthorization: {
      /** @description What the device asks with at POST /v1/tokens. */
      readonly device_code: string;
      /** @description Seconds. */
      readonly expires_in: number;
      /** @description Seconds between two looks. */
      readonly interval: number;
      /**
       * @description What it shows, and the person types.
       * @example WDJB-MJHT
       */
      readonly user_code: string;
      /** @description Where the person types it. */
      readonly verification_uri: string;
      /** @description The same with the code behind `#`, which no line of a server ever holds. */
      readonly verification_uri_complete: string;
    };
    readonly DeviceAuthorizationRequest: {
      /** @enum {string} */
      readonly client_id?: 'kanon-cli';
    };
    readonly DraftKeyBody: {
      /** @description Changes where the key does: what was wrapped by another one opens no more. */
      readonly id: string;
      /** @description 256 bits, base64url. */
      readonly key: string;
    };
    readonly EntryBody: {
      readonly account: string | null;
      readonly action: string;
      /** @description ISO 8601, UTC. */
      readonly at: string;
      readonly by: string | null;
      /** @description Of a report: HMAC-SHA-256 of what was stored, base64url; its key is in the school's receipt. */
      readonly commitment: string | null;
      readonly decision: string;
      readonly dryRun: boolean;
      readonly id: string;
      readonly level: string | null;
      /**
       * @description What else it is about, absent where there is nothing: words `name=value` with a blank between them; a value of other
       *     characters than letters, digits and `._:/+-` is a JSON string. docs/access-log.md says which act has which.
       * @example action=summary.read office="Erfundenes Amt"
       */
      readonly object?: string;
      readonly office: string | null;
      /**
       * @description Who sat at the command line, in the same form; only where one did.
       * @example login=kanon by="A. Beispiel"
       */
      readonly operator?: string;
      readonly period: string | null;
      readonly policy: number | null;
      readonly purpose: string | null;
      readonly region: string | null;
      readonly release: string | null;
      readonly releaseVersion: number | null;
      readonly role: string | null;
      readonly rules: readonly string[];
      readonly school: string | null;
      readonly scope: string | null;
      /** @description Of an export: the time asked for, and which leaves of which tree went out. Of a hold: its time, and until when. */
      readonly span?: string;
      /** @description Id of the entry (log.entry), the account or the hold that it is about; absent where it is about none. */
      readonly subject?: string;
      readonly system: string | null;
      readonly tenant: string;
      readonly token: string | null;
      /** @description Names this set of fields: `kanon-entry/1`, with a subject or a span `/2`, with an object or an operator `/3`. */
      readonly version: string;
    };
    readonly EntryPage: {
      readonly entries: readonly components['schemas']['EntryBody'][];
      /** @description Cursor of the next page, or null at the end. */
      readonly next: string | null;
    };
    readonly EntryWithProof: {
      /** @description Null when its retention has ended; its place in the tree remains. */
      readonly entry: components['schemas']['EntryBody'] | null;
      /** @description Key of the commitment, base64; null when the entry is erased, or older than the tree. */
      readonly key: string | null;
      /** @description Leaf hash, base64; null until the entry is numbered, which takes about a second. */
      readonly leaf: string | null;
      /** @description Place, path and signed checkpoint in the form c2sp.org/tlog-proof@v1; null until signed. */
      readonly proof: string | null;
    };
    readonly FactorList: {
      /** @description Oldest first. */
      readonly passkeys: readonly components['schemas']['ListedPasskeyBody'][];
      /** @description Recovery codes that are left. */
      readonly recoveryCodes: number;
      /** @description Whether the role works with a second factor, so that the last one stays. */
      readonly required: boolean;
      /** @description Since when an authenticator app is set up; null where none is. */
      readonly totpSince: string | null;
    };
    readonly FindingBody: {
      /** @description Tells the causes of one rule apart, such as `closed` and `frozen`. */
      readonly cause?: string;
      /**
       * @description JSON pointer (RFC 6901) to the place; a value is never repeated.
       * @example /cells/0/pupils
       */
      readonly pointer?: string;
      readonly reason: components['schemas']['FindingReason'];
      /**
       * @description Stable code of the rule that spoke.
       * @example threshold
       */
      readonly rule: string;
      /**
       * @description A refusal stores nothing; what stands behind a question is stored once it is confirmed.
       * @enum {string}
       */
      readonly severity?: 'refusal' | 'question';
      /** @description Version of the rule. */
      readonly version?: number;
    };
    readonly FindingReason: {
      readonly de: string;
      readonly en: string;
    };
    readonly FreezeBody: {
      /**
       * @description What is unusual and meant so: `not-over`, the last day is not over; `incomplete`, fewer than 80 % of the expected schools
       *     have reported. Where it lacks something, the answer is `freeze-unconfirmed` and names it.
       */
      readonly confirm?: readonly ('not-over' | 'incomplete')[];
    };
    readonly GapBody: {
      readonly body: string;
      /** @enum {string} */
      readonly gap: 'NOT_COLLECTED' | 'NOT_SEPARABLE' | 'NO_LEGAL_BASIS' | 'LATE';
    };
    readonly GivenBody: {
      readonly account: components['schemas']['AccountBody'];
      readonly approval: components['schemas']['ApprovalBody'];
      /**
       * @description Of an invitation or a reset; whoever approved hands it to the person of the account.
       * @example k3mh-a8xd-2pqr-zz7u
       */
      readonly code: string | null;
      readonly codeEndsAt: string | null;
      /** @description Page on which the password is set by the code. */
      readonly page: string | null;
    };
    readonly GrantedBody: {
      readonly body: string;
      readonly cells: readonly components['schemas']['GrantedCellBody'][];
      /** @description Benefits that nobody was granted: true zeros. */
      readonly none: readonly string[];
      /** @description Benefits whose numbers stayed at the office. */
      readonly withheld: readonly string[];
    };
    readonly GrantedCellBody: {
      /** @description One benefit, or several that are pooled. */
      readonly benefits: readonly string[];
      /**
       * @description Distinct children with a grant of any of these benefits.
       * @example 12
       */
      readonly children: number;
      /**
       * @description Grants of any of these benefits.
       * @example 31
       */
      readonly grants: number;
    };
    readonly HandedBody: {
      readonly account: components['schemas']['AccountBody'];
      /**
       * @description Its person sets a password with it at POST /v1/activations.
       * @example k3mh-a8xd-2pqr-zz7u
       */
      readonly code: string;
      /** @description Last moment at which it can be used. */
      readonly codeEndsAt: string;
      /**
       * @description Page on which its person sets the password; with `#` and the code behind it the code need not be typed.
       * @example https://kanon.example/aktivieren
       */
      readonly page: string;
    };
    readonly HealthBody: {
      /** @enum {string} */
      readonly status: 'ok';
    };
    readonly HiddenAnewBody: {
      readonly column: string;
      /** @enum {string} */
      readonly level: 'state' | 'district' | 'county' | 'school-type';
      /** @enum {string} */
      readonly measure: 'consultations' | 'pupils';
      readonly region: string;
      readonly schoolType: string | null;
    };
    readonly HistoryBody: {
      /** @description `cursor` of the next page; null where there is none. */
      readonly next: number | null;
      readonly period: string;
      /** @description Newest first. */
      readonly revisions: readonly components['schemas']['PastRevisionBody'][];
      readonly school: string;
    };
    readonly HoldBody: {
      /**
       * Format: date-time
       * @description Moment after the last.
       * @example 2026-11-06T00:00:00Z
       */
      readonly before: string;
      /**
       * Format: date-time
       * @description First moment, RFC 3339 with its zone.
       * @example 2026-11-05T00:00:00Z
       */
      readonly first: string;
      /**
       * Format: date-time
       * @description Until then, whatever the setting says: in the future, and at most twelve months from now.
       * @example 2027-05-01T00:00:00Z
       */
      readonly keepUntil: string;
    };
    readonly HoldList: {
      /** @description Of the next page; null on the last one. */
      readonly cursor: string | null;
      /** @description Newest first. */
      readonly holds: readonly components['schemas']['HoldStateBody'][];
    };
    readonly HoldStateBody: {
      readonly answeredAt: string | null;
      readonly answeredBy: string | null;
      readonly askedAt: string;
      /** @description Account. */
      readonly askedBy: string;
      readonly before: string;
      /** @description First moment of the time whose entries are kept, ISO 8601, UTC; so are all moments here. */
      readonly first: string;
      /** @description Until when it keeps entries as it stands: of one that is only asked for 14 days; null where it keeps none. */
      readonly holdsUntil: string | null;
      readonly id: string;
      readonly keepUntil: string;
      /**
       * @description Who asked within 14 days to lift it; the other one has to ask too.
       * @enum {string|null}
       */
      readonly liftAskedBy: 'protection-officer' | 'auditor' | null;
      /**
       * @description `asked` by the protection officer; `confirmed` or `declined` by an auditor; `lifted` by both.
       * @enum {string}
       */
      readonly state: 'asked' | 'confirmed' | 'declined' | 'lifted';
    };
    readonly ImportedBody: {
      readonly added: number;
      /** @description Known, not in the list, and given an end. */
      readonly closed: number;
      /** @description Nothing was stored. */
      readonly dryRun: boolean;
      /** @description Lines about another Land. */
      readonly ignored: number;
      readonly notes: readonly components['schemas']['ImportNoteBody'][];
      readonly read: number;
      readonly unchanged: number;
      readonly updated: number;
      /** @description Schools that are known by their county only, their municipality not being known. */
      readonly withoutMunicipality: number;
    };
    readonly ImportedReportBody: {
      /** @description What confirms it: `confirm` of this report, when the file is sent again within ten minutes. */
      readonly confirm: string | null;
      readonly findings: readonly components['schemas']['FindingBody'][];
      /** @description Line of the file; of CSV the first of the report. */
      readonly line: number;
      /** @enum {string} */
      readonly outcome: 'stored' | 'unchanged' | 'checked' | 'refused';
      readonly period: string;
      /**
       * @description Code of the problem that a request of its own would have been answered with; null where there is none.
       * @example report-refused
       */
      readonly problem: string | null;
      /** @description Something unusual, that is stored once it is confirmed. */
      readonly questions: readonly components['schemas']['QuestionBody'][];
      /** @description Compact JWS. */
      readonly receipt: string | null;
      readonly reportedAt: string | null;
      readonly revision: string | null;
      readonly revisionNumber: number | null;
      readonly school: string;
    };
    readonly ImportedReportsBody: {
      readonly atomic: boolean;
      readonly checked: number;
      readonly dryRun: boolean;
      readonly read: number;
      readonly refused: number;
      /** @description In the order of the file. */
      readonly reports: readonly components['schemas']['ImportedReportBody'][];
      readonly stored: number;
      readonly unchanged: number;
    };
    readonly ImportNoteBody: {
      /** @example dissolved */
      readonly code: string;
      /** @description Lines of the list; 1 is its first. */
      readonly lines: readonly number[];
      readonly reason: components['schemas']['FindingReason'];
    };
    readonly InBothBody: {
      readonly de: string;
      readonly en: string;
    };
    readonly InvitationBody: {
      /**
       * Format: date
       * @description First and last day of a vacation cover.
       */
      readonly from?: string;
      /** @description Office mailbox, for reminders. */
      readonly mailbox?: string;
      /** @example meldung-990001 */
      readonly name: string;
      /** @example Erfundene Schule, Sozialarbeit */
      readonly office: string;
      /**
       * @description Of a coordinator or benefit office the county, of a district government the district.
       * @example 05111
       */
      readonly region?: string;
      /** @enum {string} */
      readonly role:
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin';
      /** @description Another account of the same person, by its name; its accounts count as one person. */
      readonly samePersonAs?: string;
      /**
       * @description Of a reporter or provider.
       * @example [
       *       "990001"
       *     ]
       */
      readonly schools?: readonly string[];
      /** Format: date */
      readonly to?: string;
    };
    readonly InvitationsAnswer: {
      /** @description None of a dry run. */
      readonly accounts: readonly components['schemas']['InvitedBody'][];
      /** @description Nothing was stored. */
      readonly dryRun: boolean;
      /** @description Lines of the list that have become an account, or would. */
      readonly rows: number;
    };
    readonly InvitationsBody: {
      /**
       * @description CSV with a header: name, role and office; beside them region, schools, mailbox, from, to, same_person_as and address,
       *     which stands on the letter and is stored nowhere.
       * @example name;role;office;schools
       *     meldung-900003;reporter;Sozialarbeit;900003
       */
      readonly list: string;
    };
    readonly InvitedBody: {
      /** @example k3mh-a8xd-2pqr-zz7u */
      readonly code: string;
      readonly codeEndsAt: string;
      readonly id: string;
      /** @description Line of the list; 1 is its header. */
      readonly line: number;
      readonly name: string;
      /** @enum {string} */
      readonly role:
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin';
    };
    readonly IssuedToken: {
      readonly access_token: string;
      /** @description Seconds. */
      readonly expires_in: number;
      /** @description Seconds for which it may be left unused. */
      readonly refresh_expires_in?: number;
      /** @description Of a device, which is a session of the person; see POST /v1/sessions/refresh. */
      readonly refresh_token?: string;
      /**
       * @description `DPoP` where the request came with a proof: then each request needs one of the same key.
       * @enum {string}
       */
      readonly token_type: 'Bearer' | 'DPoP';
    };
    readonly KeptCorrections: {
      /**
       * @description Schools whose correction the newest release leaves out, so that nobody can tell it from the one before.
       * @example [
       *       "990001"
       *     ]
       */
      readonly kept: readonly string[];
      /** @description Pass it as `after` for the next page; null at the end. */
      readonly next: string | null;
      readonly period: string;
    };
    readonly KeptOutcomeBody: {
      readonly body: string;
      readonly county: string;
    };
    readonly KeptPeriodBody: {
      /** Format: date */
      readonly closesOn: string;
      /** Format: date */
      readonly opensOn: string;
      readonly period: string;
    };
    readonly KeySet: {
      readonly keys: readonly {
        readonly [key: string]: unknown;
      }[];
    };
    readonly LabelBody: {
      readonly de: string;
      readonly en: string;
    };
    readonly ListedPasskeyBody: {
      readonly id: string;
      /**
       * @description Where it is, as far as the browser told: its only name.
       * @enum {string}
       */
      readonly kind: 'this-device' | 'security-key' | 'other-device' | 'unknown';
      /** @description Whether it belongs to an earlier address of the service: at this one no browser offers it. */
      readonly ofOtherAddress: boolean;
      readonly since: string;
      readonly usedAt: string | null;
    };
    readonly ListedSessionBody: {
      /** @description When it ends if it is left unused. */
      readonly endsAt: string;
      readonly id: string;
      /** @description Whether it is the one that asks. */
      readonly isCurrent: boolean;
      /** @description When it was signed in. */
      readonly madeAt: string;
      /** @description When it was refreshed last. */
      readonly usedAt: string;
    };
    readonly LogCase: {
      readonly at: string;
      /**
       * @description Null in entries from before there were cases, and where none was said, which is refused.
       * @enum {string|null}
       */
      readonly case: 'BREACH' | 'COMPLAINT' | 'DATA_SUBJECT' | null;
      readonly decision: string;
      /** @description Account of the auditor, and its office. */
      readonly searcher: string | null;
      readonly searcherOffice: string | null;
      /** @description Account whose entries were looked for. */
      readonly subject: string;
    };
    readonly LogCaseList: {
      /** @description Newest first, at most 500. */
      readonly cases: readonly components['schemas']['LogCase'][];
    };
    readonly NewPeriodBody: {
      /** Format: date */
      readonly closesOn: string;
      /**
       * Format: date
       * @description First and last day on which reports are taken.
       */
      readonly opensOn: string;
      /**
       * @description Number of its policy, which is the newest; whoever names it learns where the program has another one by now.
       * @example 2
       */
      readonly policy?: number;
      /**
       * @description Name and version of its scheme.
       * @example but-counselling/1
       */
      readonly scheme: string;
    };
    readonly NoticeBody: {
      /** @description Id of the account concerned. */
      readonly account: string;
      readonly at: string;
      readonly id: string;
      /** @description Its name; null for whoever sees no accounts. */
      readonly name: string | null;
      /**
       * @description Who sat there, as far as the machine knows.
       * @example login=kanon by="A. Beispiel"
       */
      readonly operator: string;
      /** @description Why, as it was typed there. */
      readonly reason: string;
      /** @enum {string} */
      readonly role:
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin';
      /** @enum {string} */
      readonly what: 'invite' | 'reset' | 'change' | 'factor';
    };
    readonly NoticeList: {
      /** @description Oldest first; those that one has not acknowledged. */
      readonly notices: readonly components['schemas']['NoticeBody'][];
    };
    readonly OfferedIssuer: {
      /**
       * @description A browser is sent to `/v1/sign-in/oidc/{id}`.
       * @example schule
       */
      readonly id: string;
    };
    readonly OfferedIssuers: {
      /** @description Where the command line gets an access token by a browser (RFC 8252). */
      readonly commandLine: readonly components['schemas']['CommandLineIssuer'][];
      /** @description Where a browser signs in. */
      readonly issuers: readonly components['schemas']['OfferedIssuer'][];
    };
    readonly OfficeBodiesAnswer: {
      readonly account: string;
      /** @description In scheme order. */
      readonly bodies: readonly ('SGB2' | 'SGB12' | 'ASYLBLG' | 'BKGG')[];
      readonly county: string;
    };
    readonly OfficeBody: {
      readonly office: string;
      /** @enum {string} */
      readonly role:
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin';
    };
    readonly OfficeDayBody: {
      /** @description Allowed accesses. */
      readonly accesses: number;
      readonly action: string;
      /** @description In Berlin. */
      readonly day: string;
      /** @description Null stands for all offices in which fewer than five accounts did this in that month. */
      readonly office: string | null;
    };
    readonly OperatorTextBody: {
      /** @enum {string} */
      readonly language: 'de' | 'en';
      /** @enum {string} */
      readonly name: 'contact' | 'imprint' | 'privacy' | 'accessibility' | 'arbitration';
      /** @description Plain text; paragraphs stand apart by an empty line. */
      readonly text: string;
    };
    readonly OperatorTextList: {
      readonly texts: readonly components['schemas']['OperatorTextBody'][];
    };
    readonly OutcomeCellBody: {
      /** @example 0 */
      readonly from: number | null;
      /**
       * @description `pending` in a row in which no body reported numbers.
       * @example open
       * @enum {string}
       */
      readonly status: 'open' | 'pending';
      /**
       * @description Reported at most: with all that the row has in NOT_ITEMISED. Null where no upper end can be told.
       * @example 12
       */
      readonly to: number | null;
      /**
       * @description What offices reported in this column alone; null in a row in which no body reported numbers. Of a benefit it is the
       *     lower end: a 0 means that none was itemised, and `to` says how much there can have been.
       * @example 0
       */
      readonly value: number | null;
    };
    readonly OutcomeCertificateBody: {
      /** @description Its claims, for reading. */
      readonly certificate: {
        readonly [key: string]: unknown;
      };
      /** @description Compact JWS, signed by a key of /.well-known/jwks.json. */
      readonly jws: string;
    };
    readonly OutcomeDocumentBody: {
      /** @description Compact JWS; its `publishedDigest` is the SHA-256 of the canonical JSON of columns and rows. */
      readonly certificate: string;
      /** @description Columns of grants; the first of them, as many as a row has, are those of children too. */
      readonly columns: readonly string[];
      /** @enum {string} */
      readonly format: 'kanon-outcome-release/1';
      readonly period: string;
      readonly policy: number;
      readonly release: string;
      readonly rows: readonly {
        readonly [key: string]: unknown;
      }[];
      readonly scheme: string;
    };
    readonly OutcomeReleaseBody: {
      readonly id: string;
      readonly period: string;
      readonly policy: number;
      readonly releasedAt: string;
      readonly scheme: string;
      readonly version: number;
    };
    readonly OutcomeRowBody: {
      readonly bodies: components['schemas']['BodiesBody'];
      /** @description Code of the one body that the row is about; null for all together. */
      readonly body: string | null;
      /** @description Distinct children by benefit; without a total, as a child would count twice. */
      readonly children: {
        readonly [key: string]: components['schemas']['OutcomeCellBody'];
      };
      /** @description By benefit, then NOT_ITEMISED (in pooled cells) and REPORTED_TOTAL; they add up as figures reported. */
      readonly grants: {
        readonly [key: string]: components['schemas']['OutcomeCellBody'];
      };
      readonly name: string;
      readonly region: string;
    };
    readonly OutcomesAnswer: {
      /** @description Confirms just these questions about the same body: for the header `Kanon-Confirm`, within ten minutes. */
      readonly confirm: string | null;
      readonly county: string;
      /**
       * @description `stored`: new or corrected. `unchanged`: the same stood there already. `checked`: a dry run.
       * @enum {string}
       */
      readonly outcome: 'stored' | 'unchanged' | 'checked';
      readonly period: string;
      /** @description What has to be confirmed before it is stored; empty but after a dry run. */
      readonly questions: readonly components['schemas']['QuestionBody'][];
      /** @description Compact JWS over what is stored, with a random key to its commitment in the access log. Keep it; null after a dry run. */
      readonly receipt: string | null;
      readonly reportedAt: string | null;
      readonly revision: string | null;
      readonly revisionNumber: number | null;
      /** @description Versions of the rules that it passed. */
      readonly rules: {
        readonly [key: string]: number;
      };
      /** @description What is stored, or would be. */
      readonly stored: components['schemas']['OutcomesBody'];
    };
    readonly OutcomesBody: {
      readonly bodies: readonly (components['schemas']['GrantedBody'] | components['schemas']['GapBody'])[];
      /** @description Policy that it was made under. */
      readonly policy: number;
      readonly scheme: string;
    };
    readonly OutcomesOfRegionBody: {
      /** @enum {string} */
      readonly by: 'benefit' | 'body';
      /**
       * @description Form of this answer. A program that knows another one should stop.
       * @enum {string}
       */
      readonly format: 'kanon-outcomes/1';
      /** @enum {string} */
      readonly level: 'state' | 'district' | 'county';
      /** @description Belongs under every table of these figures. */
      readonly note: components['schemas']['InBothBody'];
      readonly period: string;
      readonly region: string;
      readonly release: components['schemas']['OutcomeReleaseBody'];
      readonly rows: readonly components['schemas']['OutcomeRowBody'][];
    };
    readonly OutcomesReleasedBody: {
      /** @description Bodies whose correction waits, since it would move a number by fewer than k; the release says of them what the one before said. */
      readonly kept: readonly components['schemas']['KeptOutcomeBody'][];
      readonly release: components['schemas']['OutcomeReleaseBody'];
    };
    readonly OwnData: {
      readonly account: components['schemas']['AccountBody'];
      /** @description Newest first, at most 1000. */
      readonly entries: readonly components['schemas']['OwnEntryBody'][];
      /** @description Sessions that are open. */
      readonly sessions: readonly components['schemas']['ListedSessionBody'][];
    };
    readonly OwnEntryBody: {
      readonly action: string;
      readonly at: string;
      /** @description Office of whoever else did; null of oneself, of the host and of the system. */
      readonly byOffice: string | null;
      readonly decision: string;
      /** @description Whether one did it oneself. */
      readonly isOwn: boolean;
      /** @description What else it is about, as docs/access-log.md says. */
      readonly object: string | null;
      readonly period: string | null;
      readonly purpose: string | null;
      readonly region: string | null;
      readonly school: string | null;
    };
    readonly ParticipatingSchoolBody: {
      /** Format: date-time */
      readonly changedAt: string | null;
      /** @enum {string} */
      readonly kind: 'FUNDED' | 'OTHER' | 'VACANT' | 'NONE';
      readonly name: string;
      /**
       * @description Of its newest change since the period opened; null where there was none.
       * @enum {string|null}
       */
      readonly reason:
        | 'POST_FILLED'
        | 'POST_VACANT'
        | 'FUNDING_CHANGED'
        | 'SCHOOL_NEW'
        | 'SCHOOL_ENDED'
        | 'LIST_WRONG'
        | null;
      readonly region: string;
      readonly school: string;
      readonly type: string;
    };
    readonly ParticipationAnswer: {
      /** @description False where it was so already: then nothing is stored but the entry in the access log. */
      readonly changed: boolean;
      /** @enum {string} */
      readonly kind: 'FUNDED' | 'OTHER' | 'VACANT' | 'NONE';
      readonly period: string;
      readonly school: string;
    };
    readonly ParticipationBody: {
      /**
       * @description `FUNDED` and `OTHER`: somebody reports there. `VACANT`: expected, and nobody holds the post. `NONE`: takes no part.
       * @enum {string}
       */
      readonly kind: 'FUNDED' | 'OTHER' | 'VACANT' | 'NONE';
      /**
       * @description Why it changes while the period runs; a code, since a text could hold a name.
       * @enum {string}
       */
      readonly reason:
        'POST_FILLED' | 'POST_VACANT' | 'FUNDING_CHANGED' | 'SCHOOL_NEW' | 'SCHOOL_ENDED' | 'LIST_WRONG';
    };
    readonly ParticipationList: {
      /**
       * Format: date-time
       * @description When its schools were fixed, on its opening day; null while it follows the list that is kept.
       */
      readonly fixedAt: string | null;
      /** @description Pass it as `after` for the next page; null at the end. */
      readonly next: string | null;
      readonly period: string;
      readonly region: string;
      /** @description By number, those that take no part among them. */
      readonly schools: readonly components['schemas']['ParticipatingSchoolBody'][];
    };
    readonly PasskeyAlgorithm: {
      /** @description COSE: EdDSA, ES256, RS256. */
      readonly alg: number;
      /** @enum {string} */
      readonly type: 'public-key';
    };
    readonly PasskeyAssertion: {
      readonly authenticatorData: string;
      /** @description clientDataJSON. */
      readonly clientData: string;
      /** @description Id of the credential. */
      readonly credential: string;
      readonly signature: string;
      /** @description As the authenticator gave it. */
      readonly userHandle?: string;
    };
    readonly PasskeyBody: {
      readonly attestationObject: string;
      /** @description clientDataJSON. */
      readonly clientData: string;
      /** @description Id of the credential. */
      readonly credential: string;
      /** @description Ways to it, as getTransports() tells them. */
      readonly transports?: readonly (
        'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb'
      )[];
    };
    readonly PasskeyChallenge: {
      /** @description Good for one answer within five minutes. */
      readonly challenge: string;
      readonly rpId: string;
      /** @description Milliseconds. */
      readonly timeout: number;
      /** @enum {string} */
      readonly userVerification: 'required';
    };
    readonly PasskeyCreation: {
      /** @enum {string} */
      readonly attestation: 'none';
      readonly authenticatorSelection: components['schemas']['PasskeySelection'];
      /** @description Good for one answer within five minutes. */
      readonly challenge: string;
      readonly excludeCredentials: readonly components['schemas']['PasskeyKnown'][];
      readonly pubKeyCredParams: readonly components['schemas']['PasskeyAlgorithm'][];
      readonly rp: components['schemas']['PasskeyParty'];
      /** @description Milliseconds. */
      readonly timeout: number;
      readonly user: components['schemas']['PasskeyUser'];
    };
    readonly PasskeyKnown: {
      readonly id: string;
      /** @enum {string} */
      readonly type: 'public-key';
    };
    readonly PasskeyParty: {
      readonly id: string;
      readonly name: string;
    };
    readonly PasskeySelection: {
      readonly requireResidentKey: boolean;
      /** @enum {string} */
      readonly residentKey: 'required';
      /** @enum {string} */
      readonly userVerification: 'required';
    };
    readonly PasskeySessionBody: {
      readonly authenticatorData: string;
      /** @description clientDataJSON. */
      readonly clientData: string;
      /** @description Id of the credential. */
      readonly credential: string;
      /**
       * @description Of a browser: the refresh token is kept in a cookie that no script reads, and is not in the answer.
       * @enum {string}
       */
      readonly keep?: 'cookie';
      readonly signature: string;
      /** @description As the authenticator gave it. */
      readonly userHandle?: string;
    };
    readonly PasskeyUser: {
      readonly displayName: string;
      /** @description Random; it tells nobody who it is. */
      readonly id: string;
      readonly name: string;
    };
    readonly PasswordBody: {
      /** @description Name of the account. */
      readonly account: string;
      /** @description Where the account has a second factor: the code that its authenticator app shows, or a recovery code. */
      readonly factorCode?: string;
      /**
       * Format: password
       * @description The password so far.
       */
      readonly old: string;
      /** @description Or, in place of factorCode, one of the passkeys of the account. */
      readonly passkey?: components['schemas']['PasskeyAssertion'];
      /**
       * Format: password
       * @description The password to be.
       */
      readonly password: string;
    };
    readonly PasswordResetBody: {
      /**
       * @description Name of the account.
       * @example meldung
       */
      readonly account: string;
    };
    readonly PastRevisionBody: {
      readonly number: number;
      readonly reportedAt: string;
      readonly returned: components['schemas']['ReturnedBody'] | null;
    };
    readonly PeriodBody: {
      /** @description Last such day. */
      readonly closesOn: string;
      /** @example 2026-Q3 */
      readonly key: string;
      /** @description First day on which reports are taken. */
      readonly opensOn: string;
      readonly policy: components['schemas']['PolicyBody'];
      /**
       * @description Name and version of its scheme, as `GET /v1/schemes` lists them.
       * @example but-counselling/1
       */
      readonly scheme: string;
      /**
       * @description Reports are taken while it is `open`, and then only: `upcoming` has not begun, of one that is `over` the last day
       *     has passed. No report comes into a `frozen` one, and of a `released` one there are figures.
       * @enum {string}
       */
      readonly state: 'upcoming' | 'open' | 'over' | 'frozen' | 'released';
    };
    readonly PeriodDaysBody: {
      /** Format: date */
      readonly closesOn: string;
      /**
       * Format: date
       * @description First and last day on which reports are taken.
       */
      readonly opensOn: string;
    };
    readonly PeriodList: {
      readonly periods: readonly components['schemas']['PeriodBody'][];
    };
    readonly PeriodStateBody: {
      /**
       * @description Why the last try to release failed; then nothing was published. `corrections-kept`: no correction was taken over,
       *     because none could be safely or because the officers kept them back, and the newest release is still the one before.
       *     `would-hide`: a new version would hide what the state or a district was shown, and nobody chose `corrections`; the
       *     preview says what.
       * @enum {string|null}
       */
      readonly failure: 'no-safe-pattern' | 'protection-failed' | 'corrections-kept' | 'would-hide' | null;
      readonly period: string;
      /** @enum {string} */
      readonly state: 'open' | 'frozen' | 'releasing' | 'released';
    };
    readonly PolicyBody: {
      /**
       * @description Version of the anonymiser and of the rule derivable, by which reports of the period are pooled.
       * @enum {integer}
       */
      readonly anonymiser: 1 | 2;
      /** @description Smallest number of distinct pupils behind a stored cell. */
      readonly k: number;
      /** @description Fewest contributing schools behind a published cell. */
      readonly minimumSchools: number;
      readonly number: number;
      readonly poolingWeight: number;
      /** @description Most schools that one reporter may have. */
      readonly schoolsPerReporter: number;
      readonly width: number;
    };
    readonly PreviewBody: {
      /** Format: date-time */
      readonly askedAt: string | null;
      /**
       * @description Why there is none; a release would fail alike.
       * @enum {string|null}
       */
      readonly failure: 'no-safe-pattern' | 'protection-failed' | null;
      readonly period: string;
      /** @description Places, and how many cells and schools; no number of a report or release. */
      readonly preview: components['schemas']['PreviewResultBody'] | null;
      /**
       * @description `none`: not asked for, or gone with the freeze that it was about.
       * @enum {string}
       */
      readonly state: 'none' | 'computing' | 'ready' | 'failed';
    };
    readonly PreviewLevelBody: {
      readonly cells: number;
      /** @description Cells that would show no number. */
      readonly hidden: number;
      /** @description Cells that the newest release shows and this one would hide. */
      readonly hiddenAnew: number;
      /** @description Cells that show no number in the newest release; null where there is none. */
      readonly hiddenBefore: number | null;
      /**
       * @description Percent of the consultations reported that no cell of the level would show, in steps of 5; null where fewer than three
       *     cells are hidden, or nothing new would be released.
       */
      readonly hiddenShare: number | null;
      /** @enum {string} */
      readonly level: 'state' | 'district' | 'county' | 'school-type';
      /** @description Of the hidden ones, totals. */
      readonly totalsHidden: number;
      /** @description Of those, totals. */
      readonly totalsHiddenAnew: number;
    };
    readonly PreviewPlaceBody: {
      /** @description A benefit code, NOT_ITEMISED or REPORTED_TOTAL. */
      readonly column: string;
      /**
       * @description `school-type`: a school type in a district.
       * @enum {string}
       */
      readonly level: 'state' | 'district' | 'county' | 'school-type';
      /** @enum {string} */
      readonly measure: 'consultations' | 'pupils';
      readonly region: string;
      readonly schoolType: string | null;
    };
    readonly PreviewResultBody: {
      /** @description Cells that the newest release shows and this one would hide, place by place. */
      readonly hiddenAnew: readonly components['schemas']['PreviewPlaceBody'][];
      /** @description Whether there would be a new version; false where every correction has to wait. */
      readonly isNew: boolean;
      readonly levels: readonly components['schemas']['PreviewLevelBody'][];
      /** @description Some of them belong to the state, a district or a school type of one: the release needs `corrections` to be chosen. */
      readonly needsChoice: boolean;
      /** @description Of the whole state, as the new version would say it; null where there would be none. */
      readonly schoolsExpected: number | null;
      readonly schoolsReported: number | null;
      /** @description Schools whose report would be new, other or gone; 0 for a first release. */
      readonly schoolsTaken: number;
      /** @description Schools whose correction would wait. */
      readonly schoolsWaiting: number;
      /** @description Counties that would show neither a total nor any benefit but true zeros. */
      readonly useless: readonly components['schemas']['UselessCountyBody'][];
      /** @description Version that would be released, or the newest one where nothing new would be. */
      readonly version: number;
    };
    readonly ProblemAnswer: {
      /** @description Where something has to be confirmed: send it in `Kanon-Confirm` with the same body, within ten minutes. */
      readonly confirm?: string;
      readonly detail: string;
      /**
       * @description At the token endpoint: the code that OAuth gives (RFC 6749 §5.2).
       * @example invalid_client
       */
      readonly error?: string;
      /** @description Where a second factor is asked for: those that the account has. */
      readonly factors?: readonly ('totp' | 'passkey' | 'recovery')[];
      readonly findings?: readonly components['schemas']['FindingBody'][];
      /** @example 422 */
      readonly status: number;
      readonly title: string;
      /** @example urn:kanon:problem:report-refused */
      readonly type: string;
    };
    readonly ProlongBody: {
      /**
       * Format: date
       * @description New last day; later than the present one.
       */
      readonly closesOn: string;
    };
    readonly ProofBody: {
      /** @description What the authenticator app shows, or a recovery code. */
      readonly code?: string;
      /** @description Or, in place of the code, one of the own passkeys. */
      readonly passkey?: components['schemas']['PasskeyAssertion'];
    };
    readonly QuestionBody: {
      /** @description What is unusual: `roll`, `ratio` or `last`. */
      readonly cause: string;
      /** @description JSON pointer into the report; empty where the whole of it is meant. */
      readonly pointer: string;
      readonly reason: components['schemas']['ReasonBody'];
      readonly rule: string;
      /** @enum {string} */
      readonly severity: 'question';
      readonly version: number;
    };
    readonly ReadyBody: {
      /** @enum {string} */
      readonly checkpointWebhook?: 'ok' | 'failing';
      /** @enum {string} */
      readonly log: 'signing' | 'late' | 'refuses';
      /** @enum {string} */
      readonly status: 'ok';
      readonly witnesses?: readonly components['schemas']['WitnessHealth'][];
    };
    readonly ReasonBody: {
      readonly de: string;
      readonly en: string;
    };
    readonly RecoveryCodes: {
      /**
       * @description Each good for one sign-in; empty where those from before still count.
       * @example [
       *       "k3mh-a8xd-2pqr-zz7u"
       *     ]
       */
      readonly recoveryCodes: readonly string[];
    };
    readonly RefreshBody: {
      /** @description The newest one; absent where a cookie holds it. */
      readonly refresh_token?: string;
    };
    readonly RegionBody: {
      /** @example 05111 */
      readonly key: string;
      /** @description Official kind, such as `Kreisfreie Stadt`. */
      readonly kind: string;
      /** @enum {string} */
      readonly level: 'state' | 'district' | 'county' | 'municipality';
      /** @example Düsseldorf */
      readonly name: string;
      readonly parent: string | null;
      /** @description Keys of the regions that took over when this one ended. */
      readonly successors: readonly string[];
      readonly validFrom: string;
      readonly validTo: string | null;
    };
    readonly RegionList: {
      readonly regions: readonly components['schemas']['RegionBody'][];
    };
    readonly ReleaseBody: {
      /** @description Cells that show no number, of all tables; one figure whatever the causes. */
      readonly hiddenCells: number;
      readonly id: string;
      readonly period: string;
      readonly policy: number;
      readonly releasedAt: string;
      readonly scheme: string;
      readonly version: number;
    };
    readonly ReleaseChoiceBody: {
      /**
       * @description `publish`: a new version also where it hides what the state or a district was shown. `keep`: all corrections wait
       *     for the next time the period is opened, such as the annual closing, and the newest release stays the newest. Without
       *     it nothing is published that would hide such a cell, and the state says `would-hide`.
       * @enum {string}
       */
      readonly corrections?: 'publish' | 'keep';
    };
    readonly ReleaseDocumentBody: {
      /** @description Compact JWS, signed by a key of /.well-known/jwks.json. */
      readonly certificate: string;
      /** @description Columns of consultations; the first of them, as many as a row has, are those of pupils too. */
      readonly columns: readonly string[];
      /**
       * @description Missing in releases whose rows say `atLeast` instead of `pending`.
       * @enum {string}
       */
      readonly format?: 'kanon-release/2' | 'kanon-release/3';
      readonly period: string;
      readonly policy: number;
      /** @description docs/certificate.md tells how to check it. */
      readonly proof: {
        readonly [key: string]: unknown;
      };
      readonly release: string;
      /** @description Every row; null stands where a cell shows no number. */
      readonly rows: readonly {
        readonly [key: string]: unknown;
      }[];
      readonly scheme: string;
    };
    readonly ReleaseList: {
      /** @description Of the next page; null on the last one. */
      readonly cursor: string | null;
      /** @description The newest period first, and of each its newest version. */
      readonly releases: readonly components['schemas']['ReleaseBody'][];
    };
    readonly ReminderBody: {
      /** @description False where the account has no mailbox: then nothing is sent, whatever is wanted. */
      readonly hasMailbox: boolean;
      readonly wanted: boolean;
    };
    readonly ReminderWish: {
      /** @description Whether the own mailbox is to be reminded. */
      readonly wanted: boolean;
    };
    readonly ReopenBody: {
      /**
       * Format: date
       * @description Last day on which reports are taken.
       * @example 2026-11-30
       */
      readonly until: string;
    };
    readonly ReopeningBody: {
      /** @enum {string} */
      readonly state: 'asked';
    };
    readonly ReportAnswer: {
      /** @description Confirms just these questions about the same body: for the header `Kanon-Confirm`, within ten minutes. */
      readonly confirm: string | null;
      /**
       * @description `stored`: new or corrected. `unchanged`: the same report stood there already. `checked`: a dry run.
       * @enum {string}
       */
      readonly outcome: 'stored' | 'unchanged' | 'checked';
      readonly period: string;
      /** @description What has to be confirmed before it is stored; empty but after a dry run. */
      readonly questions: readonly components['schemas']['QuestionBody'][];
      /** @description Compact JWS over what is stored, with a random key to its commitment in the access log. Keep it; null after a dry run. */
      readonly receipt: string | null;
      readonly reportedAt: string | null;
      readonly revision: string | null;
      readonly revisionNumber: number | null;
      /** @description Versions of the rules that it passed. */
      readonly rules: {
        readonly [key: string]: number;
      };
      readonly school: string;
      /** @description What is stored, or would be. */
      readonly stored: components['schemas']['ReportBody'];
    };
    readonly ReportBody: {
      readonly cells: readonly components['schemas']['CellBody'][];
      /**
       * @description Benefits that nobody asked about: true zeros.
       * @example [
       *       "KLASSENFAHRT"
       *     ]
       */
      readonly none: readonly string[];
      /**
       * @description Policy that the report was made under.
       * @example 1
       */
      readonly policy: number;
      /** @example but-counselling/1 */
      readonly scheme: string;
      /**
       * @description Benefits whose numbers stayed at the school.
       * @example [
       *       "SCHULBEDARF"
       *     ]
       */
      readonly withheld: readonly string[];
    };
    readonly ReservationBody: {
      /**
       * @description Null until somebody has answered.
       * @enum {string|null}
       */
      readonly answer: 'NOTED' | 'SCHEME_CHANGED' | 'BASIS_NAMED' | 'NOT_REQUIRED' | null;
      /** Format: date-time */
      readonly answeredAt: string | null;
      /** @enum {string} */
      readonly code:
        'NOT_KNOWABLE' | 'NO_LEGAL_BASIS' | 'SOCIAL_DATA' | 'SECRECY' | 'STAFF_COUNCIL' | 'EFFORT';
      /** @enum {string|null} */
      readonly norm:
        'SGB2_28' | 'SGB12_34' | 'BKGG_6B' | 'ASYLBLG_3' | 'SCHULG_120' | 'DSG_NRW_3' | 'DSGVO_6_1_E' | null;
      /** @description County, or the key of the Land where the protection officer stated it. */
      readonly region: string;
      /** Format: date-time */
      readonly statedAt: string;
    };
    readonly ReservationList: {
      readonly period: string;
      readonly region: string;
      /** @description Those within the region, and those of the Land, by place and code. */
      readonly reservations: readonly components['schemas']['ReservationBody'][];
    };
    readonly ReturnAnswer: {
      readonly period: string;
      /** @enum {string} */
      readonly reason: 'SCHOOL_ASKED' | 'WRONG_SCHOOL' | 'WRONG_PERIOD' | 'COUNTED_TWICE' | 'TEST_REPORT';
      readonly school: string;
    };
    readonly ReturnBody: {
      /** @enum {string} */
      readonly reason: 'SCHOOL_ASKED' | 'WRONG_SCHOOL' | 'WRONG_PERIOD' | 'COUNTED_TWICE' | 'TEST_REPORT';
    };
    readonly ReturnedBody: {
      /** @enum {string} */
      readonly reason: 'SCHOOL_ASKED' | 'WRONG_SCHOOL' | 'WRONG_PERIOD' | 'COUNTED_TWICE' | 'TEST_REPORT';
      readonly returnedAt: string;
      readonly text: components['schemas']['ReasonBody'];
    };
    readonly SchemeBody: {
      /** @description In scheme order, which every list of benefits follows. */
      readonly benefits: readonly components['schemas']['BenefitBody'][];
      /** @example but-counselling */
      readonly code: string;
      /**
       * @description Length of its periods.
       * @enum {string}
       */
      readonly frequency: 'quarter' | 'half-year' | 'year';
      /** @description First day on which a period of the scheme may begin. */
      readonly validFrom: string;
      /** @description Last such day; null while the scheme is in force. */
      readonly validTo: string | null;
      /** @example 1 */
      readonly version: number;
    };
    readonly SchemeList: {
      readonly schemes: readonly components['schemas']['SchemeBody'][];
    };
    readonly SchoolBody: {
      readonly name: string;
      /** @example 100011 */
      readonly number: string;
      readonly region: string;
      /** @description Pupils on the roll as published, rounded to 5. */
      readonly roll: number | null;
      /** @description Numbers of the schools that took over when this one ended. */
      readonly successors: readonly string[];
      /** @description Schulform, such as `Gesamtschule`. */
      readonly type: string;
      readonly validFrom: string;
      readonly validTo: string | null;
    };
    readonly SchoolList: {
      /** @description Pass it as `after` for the next page; null at the end. */
      readonly next: string | null;
      readonly schools: readonly components['schemas']['SchoolBody'][];
    };
    readonly SchoolPeople: {
      readonly people: readonly components['schemas']['SchoolPersonBody'][];
      /** @description Of the last twenty periods. */
      readonly reports: readonly components['schemas']['SchoolReportBody'][];
    };
    readonly SchoolPersonBody: {
      /** @description Whether it is open. */
      readonly active: boolean;
      /** @description First and last day of a cover. */
      readonly from: string | null;
      /** @description Null where the host made it. */
      readonly invitedBy: components['schemas']['OfficeBody'] | null;
      /** @description Whether it is the own account. */
      readonly isOwn: boolean;
      readonly madeAt: string;
      readonly office: string;
      /** @description When somebody else opened it anew; null where nobody did. */
      readonly renewedAt: string | null;
      readonly renewedBy: components['schemas']['OfficeBody'] | null;
      /** @enum {string} */
      readonly role:
        | 'reporter'
        | 'provider'
        | 'coordinator'
        | 'benefit-office'
        | 'district'
        | 'state'
        | 'disclosure-officer'
        | 'protection-officer'
        | 'auditor'
        | 'admin';
      readonly to: string | null;
    };
    readonly SchoolReportBody: {
      readonly by: components['schemas']['OfficeBody'] | null;
      readonly isOwn: boolean;
      readonly period: string;
      readonly reportedAt: string;
    };
    readonly SchoolsBody: {
      readonly expected: number;
      readonly reported: number;
      /** @description On the state's own row of a first release only: schools that withheld something, rounded down to tens. */
      readonly withholding?: number;
    };
    readonly SchoolStatusBody: {
      readonly name: string;
      /**
       * @description As fixed when the period opened, or changed since; `VACANT` counts as expected, and its post is vacant.
       * @enum {string}
       */
      readonly participation: 'FUNDED' | 'OTHER' | 'VACANT';
      readonly region: string;
      readonly reportedAt: string | null;
      /** @enum {string|null} */
      readonly returnReason:
        'SCHOOL_ASKED' | 'WRONG_SCHOOL' | 'WRONG_PERIOD' | 'COUNTED_TWICE' | 'TEST_REPORT' | null;
      readonly school: string;
      /** @enum {string} */
      readonly status: 'reported' | 'missing' | 'returned';
      readonly type: string;
    };
    readonly SchoolStatusList: {
      readonly period: string;
      readonly region: string;
      readonly schools: readonly components['schemas']['SchoolStatusBody'][];
    };
    readonly SeriesBody: {
      /** @enum {string} */
      readonly by: 'benefit' | 'school-type';
      /** @enum {string} */
      readonly format: 'kanon-series/1';
      /** @enum {string} */
      readonly level: 'state' | 'district' | 'county';
      /** @description Released periods, in the order of time. */
      readonly periods: readonly components['schemas']['SeriesPeriodBody'][];
      readonly region: string;
      /** @description Name of the region; its key where no period of the series is released. */
      readonly regionName: string;
      readonly rows: readonly components['schemas']['SeriesRowBody'][];
    };
    readonly SeriesPeriodBody: {
      /** @description Cells of the rows asked for that the version before showed and this one hides: places, and no number. */
      readonly hiddenAnew: readonly components['schemas']['HiddenAnewBody'][];
      readonly release: components['schemas']['ReleaseBody'];
    };
    readonly SeriesRowBody: {
      /** @description A benefit code, NOT_ITEMISED or REPORTED_TOTAL. */
      readonly column: string;
      readonly from: number | null;
      /** @enum {string} */
      readonly measure: 'consultations' | 'pupils';
      readonly name: string;
      /** @description Fewer than the least number of schools reported: no number is shown. */
      readonly pending: boolean;
      /**
       * @description For 1,000 pupils on the roll of the row's expected schools, to one decimal. Null where the number is not open and certain,
       *     the roll is not known or below 100 × k, or fewer than three schools are expected.
       */
      readonly per1000: number | null;
      readonly period: string;
      readonly region: string;
      readonly schools: components['schemas']['SchoolsBody'];
      readonly schoolType: string | null;
      /** @enum {string} */
      readonly status: 'open' | 'hidden' | 'pending';
      readonly to: number | null;
      /** @description As in a summary. */
      readonly value: number | null;
      /** @description Version of the release that the row is of. */
      readonly version: number;
    };
    readonly ServiceBody: {
      /** @description Swagger UI. */
      readonly documentation: string;
      /** @description 200 where the service can do its work. */
      readonly health: string;
      /** @description Public keys (RFC 7517) that tell tokens, receipts and certificates. */
      readonly keys: string;
      /** @enum {string} */
      readonly name: 'Kanon';
      /** @description OpenAPI 3.1, as JSON. */
      readonly openapi: string;
      readonly periods: string;
      /** @description Where account and password become an access token. */
      readonly signIn: string;
    };
    readonly Session: {
      /** @description Send it as `Authorization: Bearer …`. */
      readonly access_token: string;
      /**
       * @description Says at the next sign-in, in the header Kanon-Device, that this device came in before, so that it has tries of its own;
       *     absent where a cookie holds it.
       */
      readonly device?: string;
      /** @description Seconds. */
      readonly expires_in: number;
      /**
       * @description Only where it is so: the role works with a second factor, and till one is set up nothing else is open.
       * @enum {boolean}
       */
      readonly factor_missing?: true;
      /** @description Seconds for which it may be left unused. */
      readonly refresh_expires_in: number;
      /** @description Good for one use at POST /v1/sessions/refresh, which gives the next one; absent where a cookie holds it. */
      readonly refresh_token?: string;
      /** @enum {string} */
      readonly token_type: 'Bearer';
    };
    readonly SessionList: {
      /** @description Of the next page; null on the last one. */
      readonly cursor: string | null;
      /** @description Newest first. */
      readonly sessions: readonly components['schemas']['ListedSessionBody'][];
    };
    readonly SettingBody: {
      /**
       * @description `file`: a file that the environment names.
       * @enum {string}
       */
      readonly from: 'environment' | 'file' | 'default';
      /** @description It is, or may hold, a secret: its value is told nowhere. */
      readonly isSecret: boolean;
      /** @example KANON_LOG_MONTHS */
      readonly name: string;
      /**
       * @description Null where it is absent, or a secret.
       * @example 12
       */
      readonly value: string | number | boolean | null;
    };
    readonly SettingList: {
      /** @description By name. */
      readonly settings: readonly components['schemas']['SettingBody'][];
    };
    readonly StatisticsBody: {
      /** @description No account, and no figure behind which fewer than five accounts stand. */
      readonly days: readonly components['schemas']['OfficeDayBody'][];
      readonly from: string;
      readonly to: string;
    };
    readonly SteppedUp: {
      readonly access_token: string;
      /** @description Seconds. */
      readonly expires_in: number;
      /** @enum {string} */
      readonly token_type: 'Bearer';
    };
    readonly StoredBodyBody: {
      readonly body: string;
      readonly reportedAt: string | null;
      /** @description Random id of this revision; null where nothing is stored. Together they are the ETag. */
      readonly revision: string | null;
      readonly revisionNumber: number | null;
      /** @description What was stored, for the account that sent it; null for everybody else, and where nothing is. */
      readonly stored: (components['schemas']['GrantedBody'] | components['schemas']['GapBody']) | null;
    };
    readonly StoredOutcomesBody: {
      /** @description The bodies that the account reports for, in scheme order, whether something is stored of them or not. */
      readonly bodies: readonly components['schemas']['StoredBodyBody'][];
      readonly county: string;
      readonly period: string;
      readonly policy: number;
      /** @description The scheme and policy to hand in under. */
      readonly scheme: string;
    };
    readonly StoredReportBody: {
      readonly period: string;
      readonly reportedAt: string;
      /** @description Random id of this revision; also the ETag. */
      readonly revision: string;
      /** @description 1 for the first report, one more for each correction. */
      readonly revisionNumber: number;
      readonly school: string;
      /** @description What was stored, for the account that sent it; null for everybody else at the school, and for whoever came into that account since. */
      readonly stored: components['schemas']['ReportBody'] | null;
    };
    readonly SummaryBody: {
      /** @enum {string} */
      readonly by: 'benefit' | 'school-type';
      /**
       * @description Form of this answer. A program that knows another one should stop.
       * @enum {string}
       */
      readonly format: 'kanon-summary/2';
      /** @enum {string} */
      readonly level: 'state' | 'district' | 'county';
      readonly period: string;
      readonly region: string;
      /** @description Name of the region. */
      readonly regionName: string;
      readonly release: components['schemas']['ReleaseBody'];
      readonly rows: readonly components['schemas']['SummaryRowBody'][];
    };
    readonly SummaryCellBody: {
      /**
       * @description Reported at least; null where hidden or pending.
       * @example 0
       */
      readonly from: number | null;
      /**
       * @description `hidden` whatever the cause; `pending` in a row in which too few schools reported.
       * @example open
       * @enum {string}
       */
      readonly status: 'open' | 'hidden' | 'pending';
      /**
       * @description Reported at most: with all that the row has in NOT_ITEMISED. Null where no upper end can be told: hidden,
       *     pending, NOT_ITEMISED hidden, or pupils of a row in which something was pooled.
       * @example 151
       */
      readonly to: number | null;
      /**
       * @description What schools reported in this column alone; null where hidden or pending. Of a benefit it is the lower end: a 0
       *     means that none was itemised, and `to` says how much there can have been.
       * @example 0
       */
      readonly value: number | null;
    };
    readonly SummaryRowBody: {
      /** @description By benefit, then NOT_ITEMISED (in pooled cells) and REPORTED_TOTAL; they add up as figures reported. */
      readonly consultations: {
        readonly [key: string]: components['schemas']['SummaryCellBody'];
      };
      readonly name: string;
      /** @description Fewer than the least number of schools reported: the row shows no number. */
      readonly pending: boolean;
      /** @description Distinct pupils by benefit; without a total, as a child would count twice. */
      readonly pupils: {
        readonly [key: string]: components['schemas']['SummaryCellBody'];
      };
      readonly region: string;
      readonly schools: components['schemas']['SchoolsBody'];
      readonly schoolType: string | null;
    };
    readonly ThawBody: {
      /** @description When somebody asked; ISO 8601, UTC. */
      readonly askedAt: string | null;
      /** @description Account. */
      readonly askedBy: string | null;
      /** @description From then on it has to be asked for anew. */
      readonly endsAt: string | null;
      readonly period: string;
      /**
       * @description `asked`: a second disclosure officer has to confirm it; `none`: nobody asks, or its 72 hours are over.
       * @enum {string}
       */
      readonly state: 'none' | 'asked' | 'thawed';
    };
    readonly TokenRequest: {
      /** @description What the program says of itself, signed by its key. */
      readonly client_assertion?: string;
      /** @description Always `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`. */
      readonly client_assertion_type?: string;
      /** @description Name of the program; the statement names it anyhow. */
      readonly client_id?: string;
      /** @description Of a device: what POST /v1/device/authorizations gave it. */
      readonly device_code?: string;
      /** @enum {string} */
      readonly grant_type?: 'client_credentials' | 'urn:ietf:params:oauth:grant-type:device_code';
      /** @description There are none: the account says what it may. */
      readonly scope?: string;
    };
    readonly TotpSecret: {
      /**
       * @description In base32, as it is typed into an app.
       * @example JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
       */
      readonly secret: string;
      /**
       * @description The same as an app reads it from a QR code.
       * @example otpauth://totp/Kanon:meldung?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
       */
      readonly uri: string;
    };
    readonly UselessCountyBody: {
      readonly region: string;
      readonly schoolsExpected: number;
      readonly schoolsReported: number;
      /**
       * @description `few-reports`: too few schools reported. `protection`: small numbers, of its own or of others; more is told to nobody.
       * @enum {string}
       */
      readonly why: 'few-reports' | 'protection';
    };
    readonly WithdrawnPeriodBody: {
      readonly period: string;
      /** @enum {string} */
      readonly state: 'withdrawn';
    };
    readonly WitnessBody: {
      /** @description When it saw them, ISO 8601, by its own clock. */
      readonly at: string | null;
      /** @description The checkpoint that it cosigned, as a C2SP note. */
      readonly checkpoint: string | null;
      /** @description C2SP verifier key. */
      readonly key: string;
      readonly name: string;
      /** @description Entries that it vouches for; null if it has cosigned nothing yet. */
      readonly size: number | null;
      /**
       * @description `missing` has cosigned nothing of this log yet, `behind` lacks a checkpoint of more than ten minutes ago,
       *     `disagrees` has seen a history that our key signed and that is not this one.
       * @enum {string}
       */
      readonly state: 'current' | 'behind' | 'missing' | 'disagrees';
    };
    readonly WitnessHealth: {
      readonly name: string;
      /** @enum {string} */
      readonly state: 'current' | 'behind' | 'missing' | 'disagrees';
    };
    readonly WitnessList: {
      readonly witnesses: readonly components['schemas']['WitnessBody'][];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly FrontPageController_show: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description HTML where `Accept` names it, else JSON. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ServiceBody'];
          readonly 'text/html': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_keys: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/jwk-set+json': components['schemas']['KeySet'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SecurityTextController_show: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/plain': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly HealthController_live: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HealthBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly HealthController_ready: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReadyBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /**
       * @description The database gives no answer (not-reading), stores nothing (not-writing), or the process is stopping.
       *
       *     Not possible at this moment, and nothing was read or stored; or the outcome is unknown.
       */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccessLogController_bundle: {
    readonly parameters: {
      readonly query: {
        /**
         * @description First moment, RFC 3339 with its zone.
         * @example 2026-11-27T00:00:00Z
         */
        readonly from: string;
        /**
         * @description Moment after the last, RFC 3339 with its zone.
         * @example 2026-11-29T00:00:00Z
         */
        readonly to: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/x-tar': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccessLogController_cases: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LogCaseList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccessLogController_checkpoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/plain': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccessLogController_consistency: {
    readonly parameters: {
      readonly query: {
        /**
         * @description Leaves of the earlier tree.
         * @example 1
         */
        readonly from: number;
        /**
         * @description Leaves of the later tree; at most those of the newest checkpoint.
         * @example 2
         */
        readonly to: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsistencyBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccessLogController_entries: {
    readonly parameters: {
      readonly query?: {
        /** @description Needs a `case`, which the protection officer sees. */
        readonly account?: string;
        /** @description Only entries of this act, such as `report.submit`. */
        readonly action?:
          | 'report.submit'
          | 'report.import'
          | 'report.read'
          | 'report.history'
          | 'report.return'
          | 'completeness.schools'
          | 'completeness.counts'
          | 'summary.read'
          | 'reservation.list'
          | 'reservation.state'
          | 'reservation.withdraw'
          | 'reservation.answer'
          | 'outcome.submit'
          | 'outcome.own'
          | 'outcome.bodies'
          | 'outcome.completeness'
          | 'outcome.read'
          | 'series.read'
          | 'outcome.release'
          | 'release.list'
          | 'release.read'
          | 'certificate.read'
          | 'period.freeze'
          | 'period.thaw'
          | 'period.confirm-thaw'
          | 'period.release'
          | 'period.progress'
          | 'period.reopen'
          | 'correction.list'
          | 'release.preview'
          | 'preview.read'
          | 'period.open'
          | 'period.change'
          | 'period.prolong'
          | 'period.withdraw'
          | 'setting.list'
          | 'reference.import'
          | 'participation.keep'
          | 'participation.list'
          | 'participation.change'
          | 'account.read'
          | 'account.create'
          | 'account.list'
          | 'account.invite'
          | 'account.change'
          | 'account.reset'
          | 'account.close'
          | 'account.erase-names'
          | 'approval.list'
          | 'approval.give'
          | 'approval.refuse'
          | 'approval.withdraw'
          | 'notice.list'
          | 'notice.acknowledge'
          | 'account.forget-factors'
          | 'program.change'
          | 'program.list'
          | 'key.rotate'
          | 'key.retire'
          | 'account.own'
          | 'account.reminders'
          | 'school.people'
          | 'draft.key'
          | 'account.password'
          | 'session.list'
          | 'session.end'
          | 'device.answer'
          | 'session.step-up'
          | 'factor.list'
          | 'factor.change'
          | 'log.read'
          | 'log.entry'
          | 'log.cases'
          | 'log.statistics'
          | 'log.checkpoint'
          | 'log.bundle'
          | 'log.hold'
          | 'log.holds'
          | 'log.confirm-hold'
          | 'log.decline-hold'
          | 'log.lift-hold'
          | 'log.erase'
          | 'log.reopen'
          | 'release.protect'
          | 'release.publish'
          | 'session.create'
          | 'password.forgotten';
        /** @description Why entries of one account are looked for. */
        readonly case?: 'BREACH' | 'COMPLAINT' | 'DATA_SUBJECT';
        /** @description Where the last page ended, as its `next` said. */
        readonly cursor?: string;
        /** @description Only entries with this decision. */
        readonly decision?: 'allowed' | 'refused' | 'failed';
        /** @description `csv`: comma; `csv-de`: as German Excel opens it. The next page then stands in the header `Link`. */
        readonly format?: 'json' | 'csv' | 'csv-de';
        /** @description First moment, RFC 3339 with its zone. */
        readonly from?: string;
        /** @description Most entries of one page. */
        readonly limit?: number;
        /** @description Only entries of this office. */
        readonly office?: string;
        /** @description Period in SDMX form: quarter, half-year or year. */
        readonly period?: string;
        /** @description Only entries with this purpose. */
        readonly purpose?: 'GRANT_REVIEW' | 'PLANNING' | 'STATISTICS' | 'AUDIT' | 'FEEDBACK';
        /** @description Region key; entries of every region within it are found. */
        readonly region?: string;
        /** @description Only entries of accounts with this role. */
        readonly role?:
          | 'reporter'
          | 'provider'
          | 'coordinator'
          | 'benefit-office'
          | 'district'
          | 'state'
          | 'disclosure-officer'
          | 'protection-officer'
          | 'auditor'
          | 'admin';
        /** @description Official number of the school, six digits. */
        readonly school?: string;
        /** @description Moment after the last, RFC 3339 with its zone. */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EntryPage'];
          readonly 'text/csv': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccessLogController_entry: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of an entry of the access log, as a receipt names it.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly entry: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EntryWithProof'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly HoldsController_list: {
    readonly parameters: {
      readonly query?: {
        /** @description Where the last page ended, as its `cursor` said. */
        readonly cursor?: string;
        /** @description Lines of one page. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HoldList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly HoldsController_ask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "first": "2026-11-21T00:00:00Z",
         *       "before": "2026-11-28T00:00:00Z",
         *       "keepUntil": "2027-02-26T00:00:00Z"
         *     }
         */
        readonly 'application/json': components['schemas']['HoldBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HoldStateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description A hold of an overlapping time waits for its answer. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly HoldsController_confirm: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of a hold, as the list of holds has it.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly hold: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HoldStateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It has its answer already. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly HoldsController_lift: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of a hold, as the list of holds has it.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly hold: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HoldStateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is not in force. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly HoldsController_decline: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of a hold, as the list of holds has it.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly hold: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HoldStateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It has its answer already. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccessLogController_reopen: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReopeningBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly LogStatisticsController_statistics: {
    readonly parameters: {
      readonly query: {
        /**
         * @description First month.
         * @example 2026-09
         */
        readonly from: string;
        /**
         * @description Last month; it must be over.
         * @example 2026-09
         */
        readonly to: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StatisticsBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccessLogController_witnesses: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WitnessList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccountsController_list: {
    readonly parameters: {
      readonly query?: {
        /** @description Name of the last account of the page before. */
        readonly cursor?: string;
        /** @description Accounts of one page. */
        readonly limit?: number;
        /** @description Of this role alone. */
        readonly role?:
          | 'reporter'
          | 'provider'
          | 'coordinator'
          | 'benefit-office'
          | 'district'
          | 'state'
          | 'disclosure-officer'
          | 'protection-officer'
          | 'auditor'
          | 'admin';
        /** @description Only accounts in this state. */
        readonly state?: 'invited' | 'active' | 'closed';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AccountList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccountsController_invite: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "name": "meldung-900002",
         *       "role": "reporter",
         *       "office": "Sozialarbeit im Ganztag",
         *       "schools": [
         *         "900002"
         *       ],
         *       "mailbox": "ganztag@schule.example"
         *     }
         */
        readonly 'application/json': components['schemas']['InvitationBody'];
      };
    };
    readonly responses: {
      /** @description The account and its code. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HandedBody'];
        };
      };
      /** @description Of a privileged role: nothing is done yet, a second administrator approves within 72 hours. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApprovalBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The name is taken, or a rule about persons and schools forbids it. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccountsController_one: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of an account, as `GET /v1/accounts` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AccountBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccountsController_change: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of an account, as `GET /v1/accounts` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "office": "Sozialarbeit in Teilzeit",
         *       "schools": [
         *         "900002",
         *         "900003"
         *       ]
         *     }
         */
        readonly 'application/json': components['schemas']['AccountChangeBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AccountBody'];
        };
      };
      /** @description Of a privileged role: nothing is done yet, a second administrator approves within 72 hours. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApprovalBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is closed, or a rule about schools forbids it. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly BenefitBodiesController_read: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of an account, as `GET /v1/accounts` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OfficeBodiesAnswer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The account is of no benefit office, or is closed. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly BenefitBodiesController_put: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of an account, as `GET /v1/accounts` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "bodies": [
         *         "SGB12",
         *         "ASYLBLG"
         *       ]
         *     }
         */
        readonly 'application/json': components['schemas']['BenefitBodiesBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OfficeBodiesAnswer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The account is of no benefit office, or is closed. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccountsController_close: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of an account, as `GET /v1/accounts` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AccountBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is closed already. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccountsController_forgetFactors: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AccountBody'];
        };
      };
      /** @description Of a privileged role: nothing is done yet, a second administrator approves within 72 hours. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApprovalBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is closed. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly AccountsController_reset: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of an account, as `GET /v1/accounts` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HandedBody'];
        };
      };
      /** @description Of a privileged role: nothing is done yet, a second administrator approves within 72 hours. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApprovalBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is closed. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly InvitationsController_invite: {
    readonly parameters: {
      readonly query?: {
        /** @description `true`: all is checked, nothing is stored. */
        readonly dryRun?: 'true' | 'false';
        /** @description `true`: one letter a person, all in one PDF, in place of the codes as JSON. */
        readonly letters?: 'true' | 'false';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "list": "name;role;office;schools;mailbox\nmeldung-900007;reporter;Sozialarbeit;900003;ganztag@schule.example"
         *     }
         */
        readonly 'application/json': components['schemas']['InvitationsBody'];
      };
    };
    readonly responses: {
      /** @description The accounts with their codes; of `letters=true` one letter a person, in one file. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InvitationsAnswer'];
          readonly 'application/pdf': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Refused, with every fault of every line; no account was made. */
      readonly 422: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_activate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Of a program: `device` of an earlier sign-in to the account, so that it has tries of its own. */
        readonly 'kanon-device'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ActivationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ApprovalsController_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApprovalList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ApprovalsController_give: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of a request, as `GET /v1/approvals` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly approval: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['GivenBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is answered already, or older than 72 hours. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ApprovalsController_refuse: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of a request, as `GET /v1/approvals` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly approval: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApprovalBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is answered already, or older than 72 hours. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ApprovalsController_withdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of a request, as `GET /v1/approvals` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly approval: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApprovalBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is answered already, or older than 72 hours. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OutcomeController_read: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
      };
      readonly path: {
        /**
         * @description Official key of the county or independent city.
         * @example 05111
         */
        readonly county: string;
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q3
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StoredOutcomesBody'];
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OutcomeController_submit: {
    readonly parameters: {
      readonly query?: {
        /** @description Run the rules only: nothing is stored but the log entry. */
        readonly dryRun?: 'true' | 'false';
      };
      readonly header?: {
        /** @description ETag of what this corrects, as it came, also weakened by a proxy. `*`: only where something stands. */
        readonly 'if-match'?: string;
        /** @description `*`: only where nothing stands yet. */
        readonly 'if-none-match'?: string;
        /** @description Something unusual is so: `confirm` of the answer that asked about this very body, not older than ten minutes. */
        readonly 'kanon-confirm'?: string;
      };
      readonly path: {
        /**
         * @description Official key of the county or independent city.
         * @example 05111
         */
        readonly county: string;
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q3
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "scheme": "but-outcomes/1",
         *       "policy": 2,
         *       "bodies": [
         *         {
         *           "body": "SGB2",
         *           "cells": [
         *             {
         *               "benefits": [
         *                 "SCHULBEDARF"
         *               ],
         *               "children": 812,
         *               "grants": 812
         *             },
         *             {
         *               "benefits": [
         *                 "MITTAG"
         *               ],
         *               "children": 231,
         *               "grants": 268
         *             }
         *           ],
         *           "none": [
         *             "AUSFLUG",
         *             "KLASSENFAHRT",
         *             "BEFOERDERUNG",
         *             "LERNFOERDERUNG",
         *             "TEILHABE"
         *           ],
         *           "withheld": []
         *         }
         *       ]
         *     }
         */
        readonly 'application/json': components['schemas']['OutcomesBody'];
      };
    };
    readonly responses: {
      /** @description A correction, the same again, or a dry run. */
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomesAnswer'];
        };
      };
      /** @description The first outcomes of this office and period. */
      readonly 201: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomesAnswer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Something has to be confirmed first, or the confirmation does not hold. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Another revision stands there; read it again. */
      readonly 412: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Refused by the rules; findings name places and rules. Nothing was stored. */
      readonly 422: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Another account reported here; send If-Match. */
      readonly 428: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly DemoSessionsController_roles: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DemoRoles'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly DemoSessionsController_create: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DemoRole'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /**
       * @description There is nothing at this address.
       *
       *     There is nothing at this address.
       */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly DeviceGrantsController_answer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DeviceAnswer'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AskedDeviceBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly DeviceGrantsController_begin: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/x-www-form-urlencoded': components['schemas']['DeviceAuthorizationRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeviceAuthorization'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly DraftKeysController_hand: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DraftKeyBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly FactorsController_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FactorList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PasskeysController_add: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PasskeyBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Another account has it. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PasskeysController_remove: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly passkey: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Answer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is the last factor of a role that works with one. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PasskeysController_options: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyCreation'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The address of the service is a number, or the account has too many. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly FactorsController_renewCodes: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is no second factor yet. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly FactorsController_beginTotp: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TotpSecret'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly FactorsController_removeTotp: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Answer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is the last factor of a role that works with one. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly FactorsController_confirmTotp: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CodeBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No secret waits for its first code. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ImportController_participation: {
    readonly parameters: {
      readonly query?: {
        /** @description `true`: all is checked, nothing is stored. */
        readonly dryRun?: 'true' | 'false';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example school;from;to;kind
         *     900001;2026-08-01;;FUNDED
         */
        readonly 'text/csv': string;
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportedBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Refused, with every fault of every line; nothing was imported. */
      readonly 422: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ImportController_regions: {
    readonly parameters: {
      readonly query?: {
        /** @description Last day of all that is valid beyond it and not in the list; without it they stay as they are. */
        readonly closesMissing?: string;
        /** @description `true`: all is checked, nothing is stored. */
        readonly dryRun?: 'true' | 'false';
        /** @description `true`: also where that closes more than a fifth of what is known. */
        readonly force?: 'true' | 'false';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example ags;name;typ
         *     05111001;Erfundene Gemeinde;Gemeinde
         */
        readonly 'text/csv': string;
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportedBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Refused, with every fault of every line; nothing was imported. */
      readonly 422: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReportImportController_reports: {
    readonly parameters: {
      readonly query?: {
        /** @description `true`: all reports or none. Else those that the rules refuse are left out. */
        readonly atomic?: 'true' | 'false';
        /** @description `true`: all is checked, nothing is stored. */
        readonly dryRun?: 'true' | 'false';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/x-ndjson': string;
        /**
         * @example school;period;scheme;policy;part;benefits;pupils;consultations
         *     900002;2026-Q4;but-counselling/1;2;cell;AUSFLUG+KLASSENFAHRT+SCHULBEDARF+BEFOERDERUNG+MITTAG+TEILHABE;9;14
         *     900002;2026-Q4;but-counselling/1;2;cell;LERNFOERDERUNG;7;19
         */
        readonly 'text/csv': string;
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportedReportsBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description A line cannot be read or, with atomic, a report is refused; nothing was stored. */
      readonly 422: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ImportController_schools: {
    readonly parameters: {
      readonly query?: {
        /** @description Last day of all that is valid beyond it and not in the list; without it they stay as they are. */
        readonly closesMissing?: string;
        /** @description `true`: all is checked, nothing is stored. */
        readonly dryRun?: 'true' | 'false';
        /** @description `true`: also where that closes more than a fifth of what is known. */
        readonly force?: 'true' | 'false';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example schulnummer;schulform;bezeichnung;ags;kreis_key;schueler_gerundet5
         *     900005;Grundschule;Erfundene Schule;;05111;250
         */
        readonly 'text/csv': string;
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportedBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Refused, with every fault of every line; nothing was imported. */
      readonly 422: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly NoticesController_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NoticeList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly NoticesController_acknowledge: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "upTo": "2026-11-28T08:00:00Z"
         *     }
         */
        readonly 'application/json': components['schemas']['AcknowledgementBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NoticeList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OutcomeReleaseController_certificate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of released outcomes, as their answer names it.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly release: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomeCertificateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OutcomeReleaseController_document: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
        /**
         * @description What the figures are for; it is logged.
         * @example PLANNING
         */
        readonly 'kanon-purpose': 'GRANT_REVIEW' | 'PLANNING' | 'STATISTICS' | 'AUDIT' | 'FEEDBACK';
      };
      readonly path: {
        /**
         * @description Id of released outcomes, as their answer names it.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly release: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomeDocumentBody'];
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OwnDataController_own: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OwnData'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PasskeysController_challenge: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyChallenge'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ForgottenPasswordsController_ask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Of a program: `device` of an earlier sign-in to the account, so that it has tries of its own. */
        readonly 'kanon-device'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "account": "meldung"
         *     }
         */
        readonly 'application/json': components['schemas']['PasswordResetBody'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This service sends no mail. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_changePassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Of a program: `device` of an earlier sign-in to the account, so that it has tries of its own. */
        readonly 'kanon-device'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "account": "meldung",
         *       "old": "ein-Satz-zum-Ausprobieren",
         *       "password": "noch-ein-Satz-zum-Ausprobieren"
         *     }
         */
        readonly 'application/json': components['schemas']['PasswordBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReferenceController_periods: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PeriodController_open: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2027-Q1
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "scheme": "but-counselling/1",
         *       "opensOn": "2027-01-01",
         *       "closesOn": "2027-05-11"
         *     }
         */
        readonly 'application/json': components['schemas']['NewPeriodBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['KeptPeriodBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is there already, another period counts the same consultations, or the policy is not the newest. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly CorrectionController_kept: {
    readonly parameters: {
      readonly query?: {
        /** @description Schools after this number. */
        readonly after?: string;
        /** @description Schools of one page. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q3
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['KeptCorrections'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly CorrectionController_reopen: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q3
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "until": "2026-12-12"
         *     }
         */
        readonly 'application/json': components['schemas']['ReopenBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodStateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not in this state. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PeriodController_change: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2027-Q1
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "opensOn": "2027-01-08",
         *       "closesOn": "2027-05-11"
         *     }
         */
        readonly 'application/json': components['schemas']['PeriodDaysBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['KeptPeriodBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Somebody has reported, or it is frozen or released. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReleaseController_freeze: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q4
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        /**
         * @example {
         *       "confirm": [
         *         "not-over",
         *         "incomplete"
         *       ]
         *     }
         */
        readonly 'application/json': components['schemas']['FreezeBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodStateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is not open, or something unusual has to be confirmed. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OutcomeReleaseController_release: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q3
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomesReleasedBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The period is not released, nobody has handed in numbers, or there is nothing new that may be published. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PreviewController_read: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q4
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PreviewBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PreviewController_ask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q4
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PreviewBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not in this state. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PeriodController_prolong: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2027-Q1
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "closesOn": "2027-05-25"
         *     }
         */
        readonly 'application/json': components['schemas']['ProlongBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['KeptPeriodBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The day is no later one, or the period is frozen or released. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReleaseController_release: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q4
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        /**
         * @example {
         *       "corrections": "publish"
         *     }
         */
        readonly 'application/json': components['schemas']['ReleaseChoiceBody'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodStateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not in this state. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReleaseController_state: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q4
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PeriodStateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ThawController_read: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q2
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ThawBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ThawController_ask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q2
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ThawBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It is not frozen, is released or about to be, or somebody asks already. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ThawController_confirm: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q2
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ThawBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Nobody asks for it any more, or it is about to be released. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PeriodController_withdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2027-Q1
         */
        readonly period: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WithdrawnPeriodBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Something hangs on it: a report, a changed participation, a release. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReferenceController_regions: {
    readonly parameters: {
      readonly query?: {
        /** @description Level of regions, or of the parts of a region that get a row each. */
        readonly level?: 'state' | 'district' | 'county' | 'municipality';
        /** @description Only regions within this one. */
        readonly within?: string;
      };
      readonly header?: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RegionList'];
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReferenceController_region: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Official key: 2 (state), 3 (district), 5 (county) or 8 digits (municipality).
         * @example 05111
         */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RegionBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly CompletenessController_counts: {
    readonly parameters: {
      readonly query?: {
        /** @description `csv`: comma; `csv-de`: as German Excel opens it. */
        readonly format?: 'json' | 'csv' | 'csv-de';
      };
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official key of a state, district or county.
         * @example 05111
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CountyCountsList'];
          readonly 'text/csv': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OutcomeStatusController_list: {
    readonly parameters: {
      readonly query?: {
        /** @description `csv`: comma; `csv-de`: as German Excel opens it. */
        readonly format?: 'json' | 'csv' | 'csv-de';
      };
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official key of a state, district or county.
         * @example 05111
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BodyStatusList'];
          readonly 'text/csv': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly CompletenessController_schools: {
    readonly parameters: {
      readonly query?: {
        /** @description `csv`: comma; `csv-de`: as German Excel opens it. */
        readonly format?: 'json' | 'csv' | 'csv-de';
        /** @description Only schools with this status; `missing` with a CSV format is the reminder list. */
        readonly status?: 'reported' | 'missing' | 'returned';
      };
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official key of a state, district or county.
         * @example 05111
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SchoolStatusList'];
          readonly 'text/csv': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OutcomeReleaseController_read: {
    readonly parameters: {
      readonly query?: {
        /** @description One row a region (`benefit`), or one a district and body that reported there (`body`). */
        readonly by?: 'benefit' | 'body';
        /** @description `csv`: one line a cell; `csv-de`: one line a row, as German Excel opens it, with the signs of German official statistics. */
        readonly format?: 'json' | 'csv' | 'csv-de';
        /** @description Rows for the parts of the region at this level; without it the region's own row. */
        readonly level?: 'state' | 'district' | 'county';
        /** @description An older release of the period, by its version; without it the newest. */
        readonly version?: number;
      };
      readonly header: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
        /**
         * @description What the figures are for; it is logged.
         * @example PLANNING
         */
        readonly 'kanon-purpose': 'GRANT_REVIEW' | 'PLANNING' | 'STATISTICS' | 'AUDIT' | 'FEEDBACK';
      };
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q3
         */
        readonly period: string;
        /**
         * @description Official key of a state, district or county.
         * @example 051
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomesOfRegionBody'];
          readonly 'text/csv': string;
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ParticipationController_list: {
    readonly parameters: {
      readonly query?: {
        /** @description Schools after this number. */
        readonly after?: string;
        /** @description Schools of one page. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official region key: 2 (state), 3 (district), 5 (county) or 8 digits.
         * @example 05111
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ParticipationList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ParticipationController_change: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official region key: 2 (state), 3 (district), 5 (county) or 8 digits.
         * @example 05111
         */
        readonly region: string;
        /**
         * @description Official number of the school, six digits.
         * @example 900001
         */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "kind": "VACANT",
         *       "reason": "POST_VACANT"
         *     }
         */
        readonly 'application/json': components['schemas']['ParticipationBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ParticipationAnswer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The period or a report of the school does not allow it; the finding says which. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly CompletenessController_sendBack: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official key of a state, district or county.
         * @example 05111
         */
        readonly region: string;
        /**
         * @description Official number of the school, six digits.
         * @example 900001
         */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "reason": "SCHOOL_ASKED"
         *     }
         */
        readonly 'application/json': components['schemas']['ReturnBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReturnAnswer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not in this state. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReservationController_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official region key: 2 (state), 3 (district), 5 (county) or 8 digits.
         * @example 05111
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReservationList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReservationController_state: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description What speaks against the collection.
         * @example NOT_KNOWABLE
         */
        readonly code:
          'NOT_KNOWABLE' | 'NO_LEGAL_BASIS' | 'SOCIAL_DATA' | 'SECRECY' | 'STAFF_COUNCIL' | 'EFFORT';
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official region key: 2 (state), 3 (district), 5 (county) or 8 digits.
         * @example 05111
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReservationBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReservationController_withdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly code:
          'NOT_KNOWABLE' | 'NO_LEGAL_BASIS' | 'SOCIAL_DATA' | 'SECRECY' | 'STAFF_COUNCIL' | 'EFFORT';
        readonly period: string;
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReservationBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It has its answer already. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReservationController_answer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description What speaks against the collection.
         * @example SOCIAL_DATA
         */
        readonly code:
          'NOT_KNOWABLE' | 'NO_LEGAL_BASIS' | 'SOCIAL_DATA' | 'SECRECY' | 'STAFF_COUNCIL' | 'EFFORT';
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official region key: 2 (state), 3 (district), 5 (county) or 8 digits.
         * @example 05111
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "answer": "BASIS_NAMED",
         *       "norm": "DSG_NRW_3"
         *     }
         */
        readonly 'application/json': components['schemas']['AnswerBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReservationBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description It has its answer already. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SeriesController_read: {
    readonly parameters: {
      readonly query: {
        /** @description Of each period the version that was the newest at this moment. */
        readonly asOf?: string;
        /** @description One row a region (`benefit`), or one a district and school type (`school-type`). */
        readonly by?: 'benefit' | 'school-type';
        /** @description `csv`: one line a cell, with commas; `csv-de`: the same as German Excel opens it. */
        readonly format?: 'json' | 'csv' | 'csv-de';
        /**
         * @description First period. It says how long the periods of the series are: quarters, half-years or years.
         * @example 2026-Q3
         */
        readonly from: string;
        /** @description Rows for the parts of the region at this level; without it the region's own row. */
        readonly level?: 'state' | 'district' | 'county';
        /**
         * @description Last period, as long as the first.
         * @example 2026-Q3
         */
        readonly to: string;
        /** @description Only periods whose version was released after this moment. */
        readonly updatedAfter?: string;
      };
      readonly header: {
        /**
         * @description What the figures are for; it is logged.
         * @example PLANNING
         */
        readonly 'kanon-purpose': 'GRANT_REVIEW' | 'PLANNING' | 'STATISTICS' | 'AUDIT' | 'FEEDBACK';
      };
      readonly path: {
        /**
         * @description Official key of a state, district or county.
         * @example 051
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SeriesBody'];
          readonly 'text/csv': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReleaseController_summary: {
    readonly parameters: {
      readonly query?: {
        /** @description One row a region (`benefit`), or one a district and school type (`school-type`). */
        readonly by?: 'benefit' | 'school-type';
        /**
         * @description `csv`: one line a cell; `csv-de`: one line a region, as German Excel opens it, with the signs of German official statistics;
         *     `xlsx`: a workbook; `json-stat`: JSON-stat 2.0; `sdmx-csv`: SDMX-CSV 2.1, whose structure is `sdmx-structure`; `pdf`: to be filed.
         */
        readonly format?:
          'json' | 'csv' | 'csv-de' | 'xlsx' | 'json-stat' | 'sdmx-csv' | 'sdmx-structure' | 'pdf';
        /** @description Rows for the parts of the region at this level; without it the region's own row. */
        readonly level?: 'state' | 'district' | 'county';
        /** @description An older release of the period, by its version; without it the newest. */
        readonly version?: number;
      };
      readonly header: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
        /**
         * @description What the figures are for; it is logged.
         * @example PLANNING
         */
        readonly 'kanon-purpose': 'GRANT_REVIEW' | 'PLANNING' | 'STATISTICS' | 'AUDIT' | 'FEEDBACK';
      };
      readonly path: {
        /**
         * @description Period in SDMX form: quarter, half-year or year.
         * @example 2026-Q3
         */
        readonly period: string;
        /**
         * @description Official key of a state, district or county.
         * @example 051
         */
        readonly region: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SummaryBody'];
          readonly 'application/pdf': string;
          readonly 'application/vnd.json-stat+json': Record<string, never>;
          readonly 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          readonly 'application/vnd.sdmx.data+csv': string;
          readonly 'application/vnd.sdmx.structure+json': Record<string, never>;
          readonly 'text/csv': string;
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReleaseController_list: {
    readonly parameters: {
      readonly query?: {
        /** @description Where the last page ended, as its `cursor` said. */
        readonly cursor?: string;
        /** @description Lines of one page. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReleaseList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReleaseController_certificate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Id of a release, as `GET /v1/releases` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly release: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CertificateBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReleaseController_document: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
        /**
         * @description What the figures are for; it is logged.
         * @example PLANNING
         */
        readonly 'kanon-purpose': 'GRANT_REVIEW' | 'PLANNING' | 'STATISTICS' | 'AUDIT' | 'FEEDBACK';
      };
      readonly path: {
        /**
         * @description Id of a release, as `GET /v1/releases` lists them.
         * @example 3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70
         */
        readonly release: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReleaseDocumentBody'];
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly RemindersController_read: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReminderBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly RemindersController_change: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "wanted": false
         *     }
         */
        readonly 'application/json': components['schemas']['ReminderWish'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReminderBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReferenceController_schemes: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SchemeList'];
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReferenceController_scheme: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Name of the scheme.
         * @example but-counselling
         */
        readonly code: string;
        /**
         * @description Version of the scheme.
         * @example 1
         */
        readonly version: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SchemeBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReferenceController_schools: {
    readonly parameters: {
      readonly query: {
        /** @description Number of the last school of the page before. */
        readonly after?: string;
        /** @description Most entries of one page. */
        readonly limit?: number;
        /**
         * @description Schools that lie within this region.
         * @example 05111
         */
        readonly region: string;
      };
      readonly header?: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SchoolList'];
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OwnDataController_people: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /**
         * @description Official number of the school, six digits.
         * @example 900001
         */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SchoolPeople'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReportController_read: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETag of an answer that is held already: 304 where it still is the answer. */
        readonly 'if-none-match'?: string;
      };
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official number of the school.
         * @example 900001
         */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StoredReportBody'];
        };
      };
      /** @description What If-None-Match names is still the answer; there is no body. */
      readonly 304: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReportController_submit: {
    readonly parameters: {
      readonly query?: {
        /** @description Run the rules only: nothing is stored but the log entry. */
        readonly dryRun?: 'true' | 'false';
      };
      readonly header?: {
        /** @description ETag of the revision that this corrects, as it came, also weakened by a proxy. `*`: only where one stands. */
        readonly 'if-match'?: string;
        /** @description `*`: only where nothing stands yet. */
        readonly 'if-none-match'?: string;
        /** @description Something unusual is so: `confirm` of the answer that asked about this very report, not older than ten minutes. */
        readonly 'kanon-confirm'?: string;
      };
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official number of the school.
         * @example 900001
         */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "scheme": "but-counselling/1",
         *       "policy": 2,
         *       "cells": [
         *         {
         *           "benefits": [
         *             "AUSFLUG",
         *             "KLASSENFAHRT",
         *             "SCHULBEDARF",
         *             "BEFOERDERUNG",
         *             "MITTAG",
         *             "TEILHABE"
         *           ],
         *           "pupils": 9,
         *           "consultations": 14
         *         },
         *         {
         *           "benefits": [
         *             "LERNFOERDERUNG"
         *           ],
         *           "pupils": 7,
         *           "consultations": 19
         *         }
         *       ],
         *       "none": [],
         *       "withheld": []
         *     }
         */
        readonly 'application/json': components['schemas']['ReportBody'];
      };
    };
    readonly responses: {
      /** @description A correction, the same report again, or a dry run. */
      readonly 200: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReportAnswer'];
        };
      };
      /** @description The first report of this school and period. */
      readonly 201: {
        headers: {
          /** @description Random id of what is shown: for If-None-Match, and of a report for If-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReportAnswer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Something has to be confirmed first, or the confirmation does not hold. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Another revision stands there; read it again. */
      readonly 412: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Refused by the rules; findings name places and rules. Nothing was stored. */
      readonly 422: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Another account reported here; send If-Match. */
      readonly 428: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly ReportController_history: {
    readonly parameters: {
      readonly query?: {
        /** @description Where the last page ended, as its `next` said. */
        readonly cursor?: number;
        /** @description Most entries of one page. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        /**
         * @description Period in SDMX form, such as `2026-Q3`.
         * @example 2026-Q4
         */
        readonly period: string;
        /**
         * @description Official number of the school.
         * @example 900001
         */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HistoryBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_list: {
    readonly parameters: {
      readonly query?: {
        /** @description Where the last page ended, as its `cursor` said. */
        readonly cursor?: string;
        /** @description Lines of one page. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_create: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Of a program: `device` of an earlier sign-in to the account, so that it has tries of its own. */
        readonly 'kanon-device'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "account": "meldung",
         *       "password": "ein-Satz-zum-Ausprobieren"
         *     }
         */
        readonly 'application/json': components['schemas']['Credentials'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_endAll: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Answer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_endOne: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Answer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_endCurrent: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Answer'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly FactorsController_showAgain: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ProofBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SteppedUp'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is no second factor to show. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PasskeysController_challengeAgain: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyChallenge'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The token belongs to no session of Kanon. */
      readonly 409: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly PasskeysController_create: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Of a program: `device` of an earlier sign-in to the account, so that it has tries of its own. */
        readonly 'kanon-device'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PasskeySessionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SessionsController_refresh: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RefreshBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly SettingsController_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SettingList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Role and scope do not include this; the refusal was recorded. */
      readonly 403: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OidcController_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OfferedIssuers'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly OperatorTextsController_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OperatorTextList'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly TokensController_create: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/x-www-form-urlencoded': components['schemas']['TokenRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IssuedToken'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description No valid access token. */
      readonly 401: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description How to authorise. */
          readonly 'WWW-Authenticate'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly WitnessController_checkpoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/plain': string;
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly WitnessController_consistency: {
    readonly parameters: {
      readonly query: {
        /**
         * @description Leaves of the earlier tree.
         * @example 1
         */
        readonly from: number;
        /**
         * @description Leaves of the later tree; at most those of the newest checkpoint.
         * @example 2
         */
        readonly to: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsistencyBody'];
        };
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
  readonly WitnessController_cosign: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CosignatureBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request cannot be read; findings name the places. */
      readonly 400: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description There is nothing at this address. */
      readonly 404: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description This address knows other methods only. */
      readonly 405: {
        headers: {
          /** @description Methods that are known. */
          readonly Allow?: string;
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is larger than any body may be. */
      readonly 413: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description The body is not application/json in UTF-8, or of a list not text/csv. */
      readonly 415: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Refused by the rules; findings name places and rules. Nothing was stored. */
      readonly 422: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Too many requests or attempts; wait as Retry-After says. */
      readonly 429: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
      /** @description Not possible at this moment, and nothing was read or stored; or the outcome is unknown. */
      readonly 503: {
        headers: {
          /** @description Language of title and detail. */
          readonly 'Content-Language'?: string;
          /** @description Seconds after which another try makes sense. */
          readonly 'Retry-After'?: number;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemAnswer'];
        };
      };
    };
  };
}
