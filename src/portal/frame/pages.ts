/** Every page: who sees it, what it is called, and where it lies. A new screen is its line here and its path in paths.ts. */
import type { ComponentType } from 'preact';
import accounts from '../style/accounts.css';
import help from '../style/help.css';
import lists from '../style/lists.css';
import log from '../style/log.css';
import region from '../style/region.css';
import release from '../style/release.css';
import report from '../style/report.css';
import signin from '../style/signin.css';
import tally from '../style/tally.css';
import type { FrameWords } from '../words/de/frame.ts';
import type { PageProps, SignedProps } from './page.ts';
import type { PageName } from './paths.ts';
import { type Role, ROLES } from './roles.ts';
import type { Session } from './session.ts';
import { dressed } from './sheet.ts';

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
    load: () => dressed(report, import('../report/report.tsx')),
  },
  tally: {
    roles: ['reporter', 'provider'],
    title: ({ pages }) => pages.tally,
    isInMenu: true,
    load: () => dressed(tally, import('../tally/tally-page.tsx')),
  },
  offline: {
    roles: 'everybody',
    title: ({ pages }) => pages.offline,
    load: () => dressed(tally, import('../tally/offline.tsx')),
  },
  completeness: {
    roles: ['coordinator'],
    title: ({ pages }) => pages.completeness,
    isInMenu: true,
    load: () => dressed(lists, import('../completeness/completeness.tsx')),
  },
  concerns: {
    roles: ['coordinator', 'district', 'state', 'protection-officer', 'disclosure-officer'],
    title: ({ pages }) => pages.concerns,
    isInMenu: true,
    load: () => dressed(lists, import('../concerns/concerns.tsx')),
  },
  activate: {
    roles: 'everybody',
    title: ({ pages }) => pages.activate,
    load: () => import('../signin/activate.tsx'),
  },
  security: {
    roles: ROLES,
    title: ({ pages }) => pages.security,
    load: () => dressed(signin, import('../signin/security.tsx')),
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
    load: () => dressed(region, import('../region/region.tsx')),
  },
  log: {
    roles: ['auditor'],
    title: ({ pages }) => pages.log,
    isInMenu: true,
    load: () => dressed(log, import('../log/log.tsx')),
  },
  release: {
    roles: ['disclosure-officer'],
    title: ({ pages }) => pages.release,
    isInMenu: true,
    load: () => dressed(release, import('../release/release.tsx')),
  },
  accounts: {
    roles: ['coordinator'],
    title: ({ pages }) => pages.accounts,
    isInMenu: true,
    load: () => dressed(accounts, import('../accounts/accounts.tsx')),
  },
  administration: {
    roles: ['admin'],
    title: ({ pages }) => pages.administration,
    isInMenu: true,
    load: () => dressed(accounts, import('../administration/administration.tsx')),
  },
  help: {
    roles: 'everybody',
    title: ({ pages }) => pages.help,
    load: () => dressed(help, import('../help/help.tsx')),
  },
  plainLanguage: {
    roles: 'everybody',
    title: ({ pages }) => pages.plainLanguage,
    load: () => dressed(help, import('../help/plain-language.tsx')),
  },
};

export const maySee = (page: Page, who: Session | 'unknown' | 'none'): boolean =>
  page.roles === 'everybody' || (typeof who === 'object' && page.roles.includes(who.role));
