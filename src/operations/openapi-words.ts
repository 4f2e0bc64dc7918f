/** What the description says besides its routes: how to begin, the groups in their order, and what each refusal means. */

export const TITLE = 'Kanon';

export const INTRODUCTION = `Collects statistics on BuT counselling (Bildung und Teilhabe), protected before storage.

**How to begin.** Send account and password to \`POST /v1/sessions\`. Its answer holds an \`access_token\`; press
**Authorize**, paste it there, without \`Bearer\` in front, and try any other route. It lasts 15 minutes; \`POST /v1/sessions/refresh\` gives the next one.

**Refusals** are problems (RFC 9457): they name places and rules, never a value. Title and detail come in German or
English, as \`Accept-Language\` asks; the reason of each finding comes in both.

**Tables** come as JSON, as CSV with commas, or as German Excel opens it: \`format=json|csv|csv-de\`.`;

export const AUTHORISATION =
  'The access_token of POST /v1/sessions, without "Bearer" in front. It lasts 15 minutes; POST /v1/sessions/refresh gives the next.';

/** Groups of routes in the order in which somebody meets them. */
export const TAGS: readonly (readonly [name: string, description: string])[] = [
  [
    'sign-in',
    'Account and password become a session; its tokens, the own password, second factors, public keys.',
  ],
  ['reports', 'What a school hands in, tries out and reads back.'],
  ['accounts', 'Who may do what where: inviting, changing, resetting and closing accounts.'],
  ['administration', 'Periods and lists: what the administration opens, changes and imports.'],
  ['code lists', 'Regions, schools, schemes and periods: public, no token needed.'],
  ['completeness', 'Who has reported and who is missing, never what; sending a report back.'],
  ['reservations', 'What speaks against a collection, by code, and what was answered; everybody reads it.'],
  ['outcomes', 'What was granted: benefit offices hand it in, and it is released beside the counselling.'],
  ['releases', 'From a frozen period to figures that may be read, with their certificate.'],
  ['access log', 'Who saw what, when and what for; proofs, bundles and holds.'],
  ['witnesses', 'What witnesses of the log ask and bring.'],
  ['health', 'Whether the service lives and can do its work.'],
  ['service', 'What is at this address.'],
];

/** What a status means where a route says nothing of its own. */
export const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read; findings name the places.',
  401: 'No valid access token.',
  403: 'Role and scope do not include this; the refusal was recorded.',
  404: 'There is nothing at this address.',
  405: 'This address knows other methods only.',
  413: 'The body is larger than any body may be.',
  415: 'The body is not application/json in UTF-8, or of a list not text/csv.',
  503: 'The access could not be recorded, so nothing was read or stored; or the outcome is unknown.',
};
