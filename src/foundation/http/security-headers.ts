/**
 * What every answer tells a browser: an answer of the API is data, never a page; no other site may frame it, read it, or
 * learn its address; and nothing keeps a copy.
 *
 * source  Content Security Policy 3 (W3C); RFC 6797 (HSTS); HTML, cross-origin policies; Fetch, `X-Content-Type-Options`
 */

/** Seconds: two years. */
const STRICT_TRANSPORT = 'max-age=63072000; includeSubDomains';

/** Whoever opens an answer of the API as a page sees its text, without script, style, form or frame. */
const DATA_POLICY = [
  "default-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join('; ');

/**
 * By name, in lower case. A page sets `content-security-policy` anew. HSTS stands there where `publicUrl` is https, so
 * that a first look on localhost binds no browser.
 */
export function securityHeaders(publicUrl = ''): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': DATA_POLICY,
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': STRICT_TRANSPORT } : {}),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
