/** What the collection refuses: a report, a list, a period that is not there yet, a revision that is no longer the newest. */
import type { InBoth } from './language.ts';
import { define, defineFindings, defineQuestions, defineWith } from './problem-shape.ts';

export const problemsOfStates = {
  statisticsOff: define(
    403,
    'statistics-off',
    'Statistics are switched off',
    'Figures of accesses by office need the consent of the staff council; once it is given, the operator sets KANON_LOG_STATISTICS=agreed.',
  ),
  notReleased: define(
    404,
    'not-released',
    'Not released',
    'Nothing of this period has been released. GET /v1/periods tells which periods are.',
  ),
  noSuchVersion: defineWith<{ newest: number }>(
    404,
    'no-such-version',
    'No such version',
    ({ newest }) => `This period has the versions 1 to ${newest}; without version the newest is read.`,
  ),
  conflict: defineWith<{ what: InBoth }>(409, 'conflict', 'Not in this state', ({ what }) => what.en),
  participationKept: defineFindings(
    409,
    'participation-kept',
    'The participation stays as it is',
    () => 'The participation of this school in this period was not changed.',
  ),
  confirmationNeeded: defineQuestions(
    409,
    'confirmation-needed',
    'Please confirm that it is so',
    'Something in this report is unusual; nothing was stored. Check it with whoever counted. If it is so, send the same report with `confirm` of this answer in the header Kanon-Confirm, within ten minutes.',
  ),
  freezeUnconfirmed: defineFindings(
    409,
    'freeze-unconfirmed',
    'Please confirm that the period is to be frozen',
    () =>
      'Something is unusual; nothing was frozen. If it is meant so, send the same request with each rule named here in `confirm`.',
  ),
  confirmationRefused: defineQuestions(
    409,
    'confirmation-refused',
    'The confirmation does not hold',
    'Kanon-Confirm does not belong to this report as it is now, or its ten minutes are over; nothing was stored. Send the report without the header: where something has to be confirmed, the answer asks.',
  ),
  revisionChanged: define(
    412,
    'revision-changed',
    'Another revision stands there',
    'The report was changed since you read it; nothing was stored. Read it again, then send your correction with its ETag in If-Match.',
  ),
  revisionNeeded: define(
    428,
    'revision-needed',
    'Say which revision you replace',
    'Another account reported for this school. Get that report, whose counts stay with that account, then send the whole of yours with its ETag in If-Match.',
  ),
  reportRefused: defineFindings(
    422,
    'report-refused',
    'The report was refused',
    (n) => `Refused for ${n} reason(s); nothing was stored.`,
  ),
  importRefused: defineFindings(
    422,
    'import-refused',
    'The import was refused',
    (n) => `Refused for ${n} line(s); nothing was imported.`,
  ),
  invitationsRefused: defineFindings(
    422,
    'invitations-refused',
    'The invitations were refused',
    (n) => `Refused for ${n} reason(s); no account was made.`,
  ),
  cosignatureRefused: defineFindings(
    422,
    'cosignature-refused',
    'The cosignature was refused',
    (n) => `Refused for ${n} reason(s); it is not published.`,
  ),
} as const;
