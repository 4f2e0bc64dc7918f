/** Real addresses: a link is a link, back and reload work, and the address says where one is. */
import { signal } from '@preact/signals';
import { PATHS, type PageName } from './paths.ts';

export interface Place {
  readonly page: PageName | 'nowhere';
  readonly params: Readonly<Record<string, string>>;
}

const placeOf = (address: string): Place => {
  for (const [page, path] of Object.entries(PATHS) as [PageName, string][]) {
    const names: string[] = [];
    const pattern = path.replace(/:(\w+)/g, (_, name: string) => {
      names.push(name);
      return '([\\w-]+)';
    });
    const found = new RegExp(`^${pattern}$`).exec(address);
    if (found)
      return { page, params: Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ''])) };
  }
  return { page: 'nowhere', params: {} };
};

export const place = signal<Place>(placeOf(location.pathname));
/** The query of the address, such as what a screen has chosen; a screen may set it by `go`. */
export const query = signal(location.search);

const look = (): void => {
  place.value = placeOf(location.pathname);
  query.value = location.search;
};

export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  look();
  scrollTo(0, 0);
}

/** Links within the portal need no new page; everything else is left to the browser. */
export function startRouter(): void {
  addEventListener('popstate', look);
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      link.target !== '' ||
      link.hasAttribute('download')
    )
      return;
    if (link.origin !== location.origin || placeOf(link.pathname).page === 'nowhere') return;
    if (link.hash !== '' && link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  });
}
