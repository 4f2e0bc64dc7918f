/** What a request got wrong, whatever it asked for. */
import { define, defineFindings } from './problem-shape.ts';

export const problemsOfRequests = {
  badRequest: defineFindings(
    400,
    'bad-request',
    'The request cannot be read',
    (n) => `${n} thing(s) in the address, query or body are not as documented at /docs.`,
  ),
  malformedRequest: define(
    400,
    'malformed-request',
    'The request cannot be read',
    'The address or a header of this request is malformed.',
  ),
  purposeMissing: define(
    400,
    'purpose-missing',
    'A purpose is required',
    'Send the header Kanon-Purpose with one of GRANT_REVIEW, PLANNING, STATISTICS, AUDIT, FEEDBACK.',
  ),
  notFound: define(404, 'not-found', 'Not found', 'There is nothing at this address.'),
  methodNotAllowed: define(
    405,
    'method-not-allowed',
    'Method not allowed',
    'This address knows other methods only.',
  ),
  requestTimeout: define(
    408,
    'request-timeout',
    'The request took too long',
    'The headers of a request have ten seconds, the whole of it thirty.',
  ),
  tooLarge: define(
    413,
    'too-large',
    'Body too large',
    'A body may hold 32 KiB at most, a list of invitations 640 KiB, another list 4 MiB.',
  ),
  unsupportedType: define(
    415,
    'unsupported-type',
    'Wrong media type',
    'Send the body as application/json in UTF-8, and a list that is imported as text/csv.',
  ),
  unsupportedCoding: define(
    415,
    'unsupported-coding',
    'Compressed bodies are not read',
    'Send the body as it is, without Content-Encoding.',
  ),
  headersTooLarge: define(
    431,
    'headers-too-large',
    'The headers are too large',
    'Address and headers together may hold 16 KiB. Perhaps a proxy or a browser adds cookies; Kanon needs none.',
  ),
} as const;
