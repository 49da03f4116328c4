import { html, nothing, render, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, many, one, PwElement, query, router, t, tenantApi, tenantPage, workspace } from '@pipewright/ui';
import { showShortcuts } from '../app/shortcuts.js';
import { logOut } from '../app/session.js';
import { chooseAppearance } from '../parts/preferences.js';
import '../parts/dialog.js';
import { shortlists } from '../records/shortlists.js';
import { openSections } from '../settings/sections.js';
import { rank } from './rank.js';

interface Entry {
  group: string;
  icon: string;
  label: string;
  hint?: string;
  act: () => unknown;
}

interface Found {
  groups: { recordType: string; items: { id: string; title: string; subtitle?: string }[] }[];
}

const go = (path: string) => (): Promise<void> => router.navigate(tenantPage(path));

/** Everything one can go to or do, by typing. */
@customElement('pw-palette')
export class PwPalette extends PwElement {
  @state() private words = '';
  @state() private found: Entry[] = [];
  @state() private at = 0;
  @state() private searching = false;
  private typed = 0;
  close: () => void = () => undefined;

  private get places(): Entry[] {
    const { menu, recordTypes, pages } = workspace.manifest!;
    const labels = new Map(menu.map(({ path, label }) => [path, t(label)]));
    const lists = recordTypes.map(({ path, label, icon }) => ({ path, label: many(label), icon: icon ?? 'file' }));
    const others = pages.filter(({ target }) => labels.has(target)).map(({ target, label }) => ({ path: target, label: t(label), icon: 'compass' }));
    const sections = openSections().map(({ path, label, icon }) => ({ path: `settings/${path}`, label: `${t('core.settings')} › ${t(label)}`, icon }));
    return [{ path: '', label: t('core.home'), icon: 'house' }, ...lists, ...others, ...sections].map(({ path, label, icon }) => ({
      group: t('core.palette.go'),
      icon,
      label,
      act: go(path),
    }));
  }

  private get actions(): Entry[] {
    const types = workspace.manifest!.recordTypes;
    const create = types
      .filter(({ actions }) => actions.create)
      .map((type) => ({
        group: t('core.palette.do'),
        icon: 'plus',
        label: t('core.new-type', { type: one(type.label) }),
        act: async () => (await import('../records/create.js')).createRecord(type),
      }));
    const imports = types
      .filter(({ actions, importable }) => actions.import && importable !== false && workspace.can('core.import'))
      .map((type) => ({ group: t('core.palette.do'), icon: 'upload', label: t('core.import-type', { type: many(type.label) }), act: go(`${type.path}/import`) }));
    const own: Entry[] = [
      { group: t('core.palette.do'), icon: 'sun', label: t('core.palette.light'), act: () => chooseAppearance('light') },
      { group: t('core.palette.do'), icon: 'moon', label: t('core.palette.dark'), act: () => chooseAppearance('dark') },
      { group: t('core.palette.do'), icon: 'keyboard', label: t('core.shortcuts'), act: showShortcuts },
      { group: t('core.palette.do'), icon: 'log-out', label: t('core.log-out'), act: logOut },
    ];
    return [...create, ...imports, ...own];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void shortlists.read().then(() => this.requestUpdate(), () => undefined);
  }

  private kept(name: 'favourites' | 'recent', group: string): Entry[] {
    const shown = shortlists.of(name).filter(({ id }) => name === 'favourites' || !shortlists.has('favourites', id));
    return shown.map(({ path, id, title, icon, label }) => ({ group: t(group), icon, label: title, hint: one(label), act: go(`${path}/${id}`) }));
  }

  private get entries(): Entry[] {
    const favourites = this.kept('favourites', 'core.favourites');
    const recent = this.kept('recent', 'core.recent');
    if (!this.words) {
      return [...favourites.slice(0, 6), ...recent.slice(0, 6), ...this.places, ...this.actions.slice(0, 6)];
    }
    const near = rank([...favourites, ...recent, ...this.places, ...this.actions], this.words, ({ label }) => label).slice(0, 8);
    return [...near, ...this.found];
  }

  private onWords(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
    this.at = 0;
    clearTimeout(this.typed);
    if (this.words === '?') {
      this.choose({ group: '', icon: '', label: '', act: showShortcuts });
      return;
    }
    this.typed = window.setTimeout(() => void this.search(), 160);
  }

  private async search(): Promise<void> {
    const { words } = this;
    if (words.trim().length < 2) {
      this.found = [];
      return;
    }
    this.searching = true;
    try {
      const { groups } = await api.get<Found>(tenantApi('search') + query({ q: words }));
      if (words === this.words) {
        this.found = groups.flatMap(({ recordType, items }) => this.hits(recordType, items));
      }
    } catch {
      this.found = [];
    } finally {
      this.searching = false;
    }
  }

  private hits(name: string, items: Found['groups'][0]['items']): Entry[] {
    const type = workspace.recordType(name);
    return type
      ? items.map(({ id, title, subtitle }) => ({ group: many(type.label), icon: type.icon ?? 'file', label: title, hint: subtitle, act: go(`${type.path}/${id}`) }))
      : [];
  }

  private choose(entry: Entry | undefined): void {
    if (entry) {
      this.close();
      void entry.act();
    }
  }

  private onKey(event: KeyboardEvent): void {
    const { length } = this.entries;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && length) {
      event.preventDefault();
      this.at = (this.at + by + length) % length;
      void this.updateComplete.then(() => this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(this.entries[this.at]);
    }
  }

  protected override render(): TemplateResult {
    const { entries } = this;
    return html`<div class="query">
        <pw-icon name="search"></pw-icon>
        <input
          type="text"
          role="combobox"
          autofocus
          aria-expanded="true"
          aria-controls="pw-palette-list"
          aria-activedescendant="pw-palette-${this.at}"
          aria-label=${t('core.search-everywhere')}
          placeholder=${t('core.palette.placeholder')}
          .value=${this.words}
          @input=${this.onWords}
          @keydown=${this.onKey}
        />
        <kbd>Esc</kbd>
      </div>
      <div role="listbox" id="pw-palette-list" aria-label=${t('core.results')}>
        ${entries.map(
          (entry, index) => html`${entry.group === entries[index - 1]?.group ? nothing : html`<div class="heading" role="presentation">${entry.group}</div>`}
            <div
              role="option"
              id="pw-palette-${index}"
              aria-selected=${index === this.at}
              @click=${() => this.choose(entry)}
              @mousemove=${() => (this.at = index)}
            >
              <pw-icon name=${entry.icon}></pw-icon><span class="grow">${entry.label}</span>${entry.hint ? html`<small>${entry.hint}</small>` : nothing}
            </div>`,
        )}
        ${entries.length ? nothing : html`<p class="muted" style="padding: 18px 12px">${this.searching ? t('core.loading') : t('core.palette.nothing')}</p>`}
      </div>
      <div class="foot">
        <span><kbd>↑</kbd> <kbd>↓</kbd> ${t('core.shortcut.move')}</span><span><kbd>Enter</kbd> ${t('core.shortcut.open')}</span
        ><span><kbd>?</kbd> ${t('core.shortcuts')}</span>
      </div>`;
  }
}

/** Opens the palette above the page. */
export function openPalette(words: string): void {
  const host = document.createElement('div');
  document.body.append(host);
  const close = (): void => {
    render(nothing, host);
    host.remove();
  };
  const palette = document.createElement('pw-palette') as PwPalette;
  Object.assign(palette, { words, close });
  render(html`<pw-dialog look="palette" width="640px" .heading=${t('core.search-everywhere')} .content=${palette} @pw-close=${close} @click=${(event: Event) => (event.target as Element).localName === 'dialog' && close()}></pw-dialog>`, host);
}
