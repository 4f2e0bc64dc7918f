/** Where somebody goes after signing in: an address of this page, with its query and fragment. */

/** Whoever sends a link must not lead elsewhere. asked  path, query and fragment @returns the same, or `/` */
export function addressAfter(asked: string | null): string {
  if (asked === null || !asked.startsWith('/') || /[\\\u0000-\u0020]/.test(asked)) return '/';
  const found = URL.canParse(asked, location.origin) ? new URL(asked, location.origin) : undefined;
  if (found?.origin !== location.origin || found.pathname.startsWith('//')) return '/';
  return found.pathname + found.search + found.hash;
}

/** The address of the sign-in that comes back to where one is. */
export const signInFrom = (signIn: string, here: Location): string =>
  `${signIn}?nach=${encodeURIComponent(here.pathname + here.search + here.hash)}`;
