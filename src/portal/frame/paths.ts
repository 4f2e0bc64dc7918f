/** The addresses of the portal. The build hands this list to the service, so it holds no import. */
export const PATHS = {
  start: '/',
  signIn: '/anmelden',
  activate: '/aktivieren',
  security: '/sicherheit',
  report: '/meldung/:school/:period',
  tally: '/strichliste',
  offline: '/ohne-netz',
  completeness: '/vollstaendigkeit',
  concerns: '/bedenken',
  region: '/region',
  log: '/protokoll',
  release: '/freigabe',
  accounts: '/konten',
  administration: '/verwaltung',
  help: '/hilfe',
  plainLanguage: '/leichte-sprache',
} as const;

export type PageName = keyof typeof PATHS;
