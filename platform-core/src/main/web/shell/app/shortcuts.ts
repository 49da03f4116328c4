import { html } from 'lit';
import { router, t, tenantPage, workspace } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';

export const shortcuts: [string, string][] = [
  ['Ctrl K', 'core.shortcut.palette'],
  ['/', 'core.shortcut.search'],
  ['c', 'core.shortcut.create'],
  ['↑ ↓', 'core.shortcut.move'],
  ['Enter', 'core.shortcut.open'],
  ['F2', 'core.shortcut.edit'],
  ['Space', 'core.shortcut.select'],
  ['Ctrl Enter', 'core.shortcut.save'],
  ['Ctrl ← / →', 'core.shortcut.neighbours'],
  ['g h', 'core.shortcut.home'],
  ['g s', 'core.shortcut.settings'],
  ['Esc', 'core.shortcut.close'],
  ['?', 'core.shortcut.help'],
];

let waitingForPlace = 0;

/** Whether the event comes from where people type. */
export function typing(event: Event): boolean {
  const target = event.composedPath()[0] as HTMLElement;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

export async function openPalette(words = ''): Promise<void> {
  const { openPalette: show } = await import('../palette/palette.js');
  show(words);
}

export function showShortcuts(): void {
  void ask({
    heading: t('core.shortcuts'),
    content: () => html`<dl class="shortcuts">
      ${shortcuts.map(
        ([keys, text]) => html`<dt>${t(text)}</dt>
          <dd>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dd>`,
      )}
    </dl>`,
  });
}

function goTo(key: string): void {
  const places: Record<string, string> = { h: '', s: 'settings' };
  if (key in places) {
    void router.navigate(tenantPage(places[key]));
  }
}

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (!workspace.manifest || document.querySelector('dialog[open]')) {
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void openPalette();
      return;
    }
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (Date.now() - waitingForPlace < 1200) {
      goTo(event.key);
    }
    waitingForPlace = event.key === 'g' ? Date.now() : 0;
    if (event.key === '?') {
      event.preventDefault();
      showShortcuts();
    } else if (event.key === '/' || event.key === 'c') {
      const name = event.key === '/' ? 'search' : 'create';
      const target = document.querySelector<HTMLElement>(`main [data-key="${name}"]`);
      event.preventDefault();
      if (name === 'create') {
        target?.click();
      } else if (target) {
        target.focus();
      } else {
        void openPalette();
      }
    }
  });
}
