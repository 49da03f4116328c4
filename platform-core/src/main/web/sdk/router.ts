/** Pages of one document: addresses, links and the going back of the browser. */

export interface Match {
  [name: string]: string;
}

/** Values of the pattern's `:names` in the path, or undefined where it does not fit; `*` takes the rest. */
export function matchPath(pattern: string, path: string): Match | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  const open = wanted.at(-1) === '*';
  if (open ? given.length < wanted.length - 1 : given.length !== wanted.length) {
    return undefined;
  }
  const found: Match = {};
  for (const [index, part] of wanted.entries()) {
    if (part === '*') {
      found['*'] = given.slice(index).map(decode).join('/');
    } else if (part.startsWith(':')) {
      found[part.slice(1)] = decode(given[index]!);
    } else if (part !== given[index]) {
      return undefined;
    }
  }
  return found;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

type Guard = () => boolean | Promise<boolean>;
const listeners = new Set<() => void>();
const guards = new Set<Guard>();
let current = typeof location === 'undefined' ? '/' : location.pathname + location.search;

const announce = (): void => {
  current = location.pathname + location.search;
  listeners.forEach((listener) => listener());
};

async function mayLeave(): Promise<boolean> {
  for (const guard of guards) {
    if (!(await guard())) {
      return false;
    }
  }
  return true;
}

export const router = {
  get path(): string {
    return location.pathname;
  },

  get search(): URLSearchParams {
    return new URLSearchParams(location.search);
  },

  async navigate(address: string, options: { replace?: boolean } = {}): Promise<void> {
    if (address === location.pathname + location.search || !(await mayLeave())) {
      return;
    }
    history[options.replace ? 'replaceState' : 'pushState']({}, '', address);
    announce();
  },

  /** Changes the query string only, without a new step for the back button. */
  setSearch(values: Record<string, string | undefined>): void {
    const search = new URLSearchParams(location.search);
    Object.entries(values).forEach(([name, value]) => (value ? search.set(name, value) : search.delete(name)));
    const text = search.toString();
    history.replaceState({}, '', location.pathname + (text && `?${text}`));
    current = location.pathname + location.search;
  },

  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Asks before the page is left, for example because of unsaved input; returns how to stop asking. */
  guard(guard: Guard): () => void {
    guards.add(guard);
    return () => guards.delete(guard);
  },

  /** Starts to follow links and the back button; the shell calls it once. */
  start(): void {
    addEventListener('popstate', async () => {
      const wanted = location.pathname + location.search;
      if (wanted === current) {
        return;
      }
      if (guards.size && !(await mayLeave())) {
        history.pushState({}, '', current);
        return;
      }
      announce();
    });
    document.addEventListener('click', followLink);
  },
};

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && !!node.href);
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) {
    return;
  }
  if (/^\/(api|login|logout|ui|openapi|health|metrics)(\/|$)/.test(link.pathname)) {
    return;
  }
  event.preventDefault();
  void router.navigate(link.pathname + link.search);
}
