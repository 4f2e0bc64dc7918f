/** Where somebody goes after signing in: an address of this page, with its query and fragment. */

/** Where one is, as the browser says it. */
interface Here {
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** Browsers read a backslash as a slash, and leave out tabs and ends of lines. */
const isPlain = (text: string): boolean => !/[\s\\]/.test(text);

/** Whoever sends a link must not lead elsewhere. asked  path, query and fragment @returns the same, or `/` */
export function addressAfter(asked: string | null, { origin }: Pick<Here, 'origin'>): string {
  if (asked === null || !asked.startsWith('/') || !isPlain(asked)) return '/';
  const found = URL.canParse(asked, origin) ? new URL(asked, origin) : undefined;
  if (found?.origin !== origin || found.pathname.startsWith('//')) return '/';
  return found.pathname + found.search + found.hash;
}

/** The address of the sign-in that comes back to where one is. */
export const signInFrom = (signIn: string, here: Here): string =>
  `${signIn}?nach=${encodeURIComponent(here.pathname + here.search + here.hash)}`;
