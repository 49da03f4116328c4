import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { language, languageName, languages, loadTexts, one, PwElement, t, tenantPage, workspace } from '@pipewright/ui';
import { appearance, chooseAppearance, chooseDensity, density, type Appearance } from '../parts/preferences.js';
import { initials } from '../parts/states.js';
import type { PwPopup } from '../parts/popup.js';
import '../parts/popup.js';
import './bell.js';
import { logOut } from './session.js';
import { openPalette, showShortcuts } from './shortcuts.js';

/** The bar above the page: search, create, and what belongs to the person. */
@customElement('pw-bar')
export class PwBar extends PwElement {
  @property() here = '';

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="button quiet icon drawer-button"
        aria-label=${t('core.open-menu')}
        @click=${() => this.dispatchEvent(new CustomEvent('pw-open-menu'))}
      >
        <pw-icon name="menu"></pw-icon>
      </button>
      <span class="here">${this.here}</span>
      <span class="space" style="flex: 0"></span>
      <button type="button" class="finder" aria-label=${t('core.search-everywhere')} @click=${() => void openPalette()}>
        <pw-icon name="search"></pw-icon><span>${t('core.search-everywhere')}</span><kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <span class="space"></span>
      ${this.renderCreate()}
      <pw-bell></pw-bell>
      <pw-popup
        look="avatar"
        label=${t('core.your-menu')}
        .button=${html`<span aria-hidden="true">${initials(workspace.session!.person.name)}</span>`}
        .content=${this.renderOwn}
      ></pw-popup>`;
  }

  private renderCreate(): TemplateResult | typeof nothing {
    const types = workspace.manifest!.recordTypes.filter(({ actions, path }) => actions.create && !['people', 'teams'].includes(path));
    if (!types.length) {
      return nothing;
    }
    return html`<pw-popup
      look="button create"
      .button=${html`<pw-icon name="plus"></pw-icon><span class="wide">${t('core.create')}</span>`}
      label=${t('core.create')}
      .content=${() =>
        types.map(
          (type) => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.create(type.name)}>
            <pw-icon name=${type.icon ?? 'file'}></pw-icon>${one(type.label)}
          </button>`,
        )}
    ></pw-popup>`;
  }

  private async create(name: string): Promise<void> {
    const { createRecord } = await import('../records/create.js');
    await createRecord(workspace.recordType(name)!);
  }

  private readonly renderOwn = (): TemplateResult => {
    const { person } = workspace.session!;
    const choose = (checked: boolean, label: string, act: () => void, icon = ''): TemplateResult =>
      html`<button type="button" role="menuitemradio" tabindex="-1" data-stay aria-checked=${checked} @click=${act}>
        ${icon ? html`<pw-icon name=${icon}></pw-icon>` : nothing}${label}
      </button>`;
    const look = (name: Appearance, icon: string): TemplateResult =>
      choose(appearance() === name, t(`core.appearance.${name}`), () => this.redraw(() => chooseAppearance(name)), icon);
    return html`<div style="padding: 8px 10px 6px">
        <b>${person.name}</b>
        <div class="muted" style="font-size: 13px">${person.email}</div>
        <div class="muted" style="font-size: 13px">${workspace.manifest!.me.roles.map(({ name }) => name).join(', ')}</div>
      </div>
      <hr />
      <div class="heading">${t('core.appearance')}</div>
      ${look('system', 'sun-moon')} ${look('light', 'sun')} ${look('dark', 'moon')}
      <div class="heading">${t('core.density')}</div>
      ${['comfortable', 'compact'].map((name) =>
        choose(density() === name, t(`core.density.${name}`), () => this.redraw(() => chooseDensity(name))),
      )}
      <div class="heading">${t('core.language')}</div>
      ${languages.map((code) => choose(language() === code, languageName(code), () => void this.speak(code)))}
      <hr />
      <a role="menuitem" tabindex="-1" href=${tenantPage('settings/profile')}><pw-icon name="user"></pw-icon>${t('core.own-profile')}</a>
      <button type="button" role="menuitem" tabindex="-1" @click=${showShortcuts}>
        <pw-icon name="keyboard"></pw-icon><span class="grow">${t('core.shortcuts')}</span><kbd>?</kbd>
      </button>
      ${person.operator
        ? html`<a role="menuitem" tabindex="-1" href="/operator"><pw-icon name="gauge"></pw-icon>${t('core.operator')}</a>`
        : nothing}
      <button type="button" role="menuitem" tabindex="-1" @click=${() => void logOut()}>
        <pw-icon name="log-out"></pw-icon>${t('core.log-out')}
      </button>`;
  };

  private redraw(change: () => void): void {
    change();
    this.querySelectorAll<PwPopup>('pw-popup').forEach((popup) => popup.requestUpdate());
  }

  private async speak(code: string): Promise<void> {
    localStorage.setItem('pw.language', code);
    document.documentElement.lang = code;
    await loadTexts(code);
    await workspace.reload();
    this.redraw(() => undefined);
  }
}
