import { call, matchPath, router, workspace, type Manifest } from '@pipewright/ui';

/** What changes must show within five seconds; asking and answering take their part of that. */
const seconds = 3;
let lastTag: string | undefined;

/** Whether what the page shows is still there for the person. */
function pageIsThere(): boolean {
  const place = matchPath('/t/:slug/:path/*', router.path) ?? matchPath('/t/:slug/:path', router.path);
  const path = place?.path ?? '';
  const { recordTypes, pages } = workspace.manifest!;
  return ['', 'settings', 'imports', 'bin'].includes(path) || (path === 'calendar' && recordTypes.some(({ name }) => name === 'core.activity')) || recordTypes.some((type) => type.path === path) || pages.some(({ target }) => target.split('/')[0] === path);
}

async function look(lost: () => void): Promise<void> {
  const before = workspace.manifest;
  if (!before || document.hidden) {
    return;
  }
  const reply = await call<Manifest>('GET', `/api/tenants/${encodeURIComponent(workspace.slug)}/manifest`, undefined, { anonymous: true, byItself: true }).catch(() => undefined);
  if (!reply || workspace.manifest !== before || reply.etag === lastTag) {
    return;
  }
  lastTag = reply.etag;
  const manifest = reply.data;
  if (JSON.stringify(manifest) === JSON.stringify(before)) {
    return;
  }
  const wasThere = pageIsThere();
  workspace.set({ manifest });
  if (wasThere !== pageIsThere()) {
    lost();
  }
}

/** Lets switched features and changed rights show within seconds where somebody is looking. */
export function keepManifestFresh(lost: () => void): void {
  setInterval(() => void look(lost), seconds * 1000);
  addEventListener('focus', () => void look(lost));
  document.addEventListener('visibilitychange', () => void look(lost));
}
