/**
 * What the page of Swagger UI may load: scripts and styles of this service and nothing written into the page, but for the
 * styles that the page is delivered with.
 *
 * source  Content Security Policy 3 (W3C), §2.3.1 (hashes) and `unsafe-hashes`
 */
import { createHash } from 'node:crypto';

/** What Swagger UI's own logo brings along for itself. */
const LOGO = '.logo_small_svg__cls-2{fill:#fff}.logo_small_svg__cls-3{fill:#85ea2d}';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy for this page. Nothing that a caller sends is in it, so its own styles are known by their digests. */
export function docsPolicy(page: string): string {
  const written = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, sheet = '']) => sheet);
  const sheets = [...written, LOGO].map(hashOf);
  const attributes = [...page.matchAll(/\sstyle="([^"]*)"/g)].map(([, style = '']) => hashOf(style));
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${sheets.join(' ')}`,
    `style-src-attr 'unsafe-hashes' ${attributes.join(' ')}`,
    // Swagger UI draws its signs from `data:` addresses in its own style sheet.
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
