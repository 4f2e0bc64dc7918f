/** Every page: who sees it, what it is called, and where it lies. A new screen is its line here and its path in paths.ts. */
import type { ComponentType } from 'preact';
import type { FrameWords } from '../words/de/frame.ts';
import type { PageProps, SignedProps } from './page.ts';
import type { PageName } from './paths.ts';
import { type Role, ROLES } from './roles.ts';
import type { Session } from './session.ts';

interface PageCommon {
  readonly title: (words: FrameWords) => string;
  /** In the head, for those who may see it. */
  readonly isInMenu?: boolean;
}

export type Page = PageCommon &
  (
    | { readonly roles: 'everybody'; readonly load: () => Promise<{ default: ComponentType<PageProps> }> }
    | {
        readonly roles: readonly Role[];
        readonly load: () => Promise<{ default: ComponentType<SignedProps> }>;
      }
  );

export const PAGES: Readonly<Partial<Record<PageName, Page>>> = {
  start: {
    roles: 'everybody',
    title: ({ pages }) => pages.start,
    isInMenu: true,
    load: () => import('../start/start.tsx'),
  },
  report: {
    roles: ['reporter', 'provider'],
    title: ({ pages }) => pages.report,
    load: () => import('../report/report.tsx'),
  },
  tally: {
    roles: ['reporter', 'provider'],
    title: ({ pages }) => pages.tally,
    isInMenu: true,
    load: () => import('../tally/tally-page.tsx'),
  },
  offline: {
    roles: 'everybody',
    title: ({ pages }) => pages.offline,
    load: () => import('../tally/offline.tsx'),
  },
  completeness: {
    roles: ['coordinator'],
    title: ({ pages }) => pages.completeness,
    isInMenu: true,
    load: () => import('../completeness/completeness.tsx'),
  },
  activate: {
    roles: 'everybody',
    title: ({ pages }) => pages.activate,
    load: () => import('../signin/activate.tsx'),
  },
  security: {
    roles: ROLES,
    title: ({ pages }) => pages.security,
    load: () => import('../signin/security.tsx'),
  },
  signIn: {
    roles: 'everybody',
    title: ({ pages }) => pages.signIn,
    load: () => import('../signin/sign-in.tsx'),
  },
  region: {
    roles: ['reporter', 'coordinator', 'district', 'state', 'disclosure-officer'],
    title: ({ pages }) => pages.region,
    isInMenu: true,
    load: () => import('../region/region.tsx'),
  },
  log: {
    roles: ['auditor'],
    title: ({ pages }) => pages.log,
    isInMenu: true,
    load: () => import('../log/log.tsx'),
  },
  release: {
    roles: ['disclosure-officer'],
    title: ({ pages }) => pages.release,
    isInMenu: true,
    load: () => import('../release/release.tsx'),
  },
  accounts: {
    roles: ['coordinator'],
    title: ({ pages }) => pages.accounts,
    isInMenu: true,
    load: () => import('../accounts/accounts.tsx'),
  },
  administration: {
    roles: ['admin'],
    title: ({ pages }) => pages.administration,
    isInMenu: true,
    load: () => import('../administration/administration.tsx'),
  },
  help: {
    roles: 'everybody',
    title: ({ pages }) => pages.help,
    load: () => import('../help/help.tsx'),
  },
  plainLanguage: {
    roles: 'everybody',
    title: ({ pages }) => pages.plainLanguage,
    load: () => import('../help/plain-language.tsx'),
  },
};

export const maySee = (page: Page, who: Session | 'unknown' | 'none'): boolean =>
  page.roles === 'everybody' || (typeof who === 'object' && page.roles.includes(who.role));
