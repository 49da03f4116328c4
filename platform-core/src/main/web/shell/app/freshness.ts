import { api, matchPath, router, workspace, type Manifest } from '@pipewright/ui';

const seconds = 5;

/** Whether what the page shows is still there for the person. */
function pageIsThere(): boolean {
  const place = matchPath('/t/:slug/:path/*', router.path) ?? matchPath('/t/:slug/:path', router.path);
  const path = place?.path ?? '';
  const { recordTypes, pages } = workspace.manifest!;
  return ['', 'settings', 'imports'].includes(path) || recordTypes.some((type) => type.path === path) || pages.some(({ target }) => target.split('/')[0] === path);
}

async function look(lost: () => void): Promise<void> {
  const before = workspace.manifest;
  if (!before || document.hidden || !document.hasFocus()) {
    return;
  }
  const manifest = await api.get<Manifest>(`/api/tenants/${encodeURIComponent(workspace.slug)}/manifest`, { anonymous: true, byItself: true }).catch(() => undefined);
  if (!manifest || workspace.manifest !== before || JSON.stringify(manifest) === JSON.stringify(before)) {
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
}
