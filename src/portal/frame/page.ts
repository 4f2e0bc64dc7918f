/** What a page is given. */
import type { Session } from './session.ts';

/** A page of the menu of whoever is signed in. */
export interface MenuEntry {
  readonly href: string;
  readonly title: string;
}

export interface PageProps {
  /** What the address names, such as `school` and `period`. */
  readonly params: Readonly<Record<string, string>>;
  /** The pages that whoever looks may open, save the first one. */
  readonly menu: readonly MenuEntry[];
}

/** A page for somebody who is signed in. */
export interface SignedProps extends PageProps {
  readonly session: Session;
}
