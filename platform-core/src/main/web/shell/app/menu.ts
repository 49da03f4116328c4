import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { hasText, PwElement, router, t, tenantPage, workspace, type MenuEntry } from '@pipewright/ui';
import '../parts/icon.js';
import '../parts/popup.js';
import { mayOpenSettings } from '../settings/sections.js';
import { menuGroups } from './menu-order.js';

/** The side menu: the tenant on top, then what the modules and roles of the person give. */
@customElement('pw-menu')
export class PwMenu extends PwElement {
  private stop?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = router.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.stop?.();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { tenant } = workspace.manifest!;
    return html`<div class="side-head">
        <pw-popup
          style="flex: 1; min-width: 0"
          look="tenant"
          .button=${html`<span class="mark" aria-hidden="true">${tenant.name[0]?.toUpperCase()}</span>
            <span class="names"><b>${tenant.name}</b><small>Pipewright</small></span>
            <span class="unseen">, ${t('core.switch-organisation')}</span>
            <pw-icon name="chevrons-up-down"></pw-icon>`}
          .content=${this.renderTenants}
        ></pw-popup>
      </div>
      <nav class="side-nav" aria-label=${t('core.menu')}>
        <div class="menu">
          <ul>
            ${this.renderLink({ key: 'home', group: '', label: 'core.home', path: '', icon: 'house' })}
          </ul>
          ${menuGroups().map(([group, entries]) => this.renderGroup(group, entries))}
        </div>
        ${mayOpenSettings()
          ? html`<div class="side-foot">
              ${this.renderAnchor({ key: 'settings', group: '', label: 'core.settings', path: 'settings', icon: 'settings' })}
            </div>`
          : nothing}
      </nav>`;
  }

  private renderGroup(group: string, entries: MenuEntry[]): TemplateResult {
    const keys = [`core.menu.${group}`, `${group}.menu`, `${group}.menu.${group}`, group];
    const label = keys.find(hasText) ?? group;
    return html`<h2>${t(label)}</h2>
      <ul>
        ${entries.map((entry) => this.renderLink(entry))}
      </ul>`;
  }

  private renderLink(entry: MenuEntry): TemplateResult {
    return html`<li>${this.renderAnchor(entry)}</li>`;
  }

  private renderAnchor({ path, label, icon }: MenuEntry): TemplateResult {
    const address = tenantPage(path);
    const within = (page: string): boolean => router.path === page || (page !== tenantPage() && router.path.startsWith(`${page}/`));
    const nearer = workspace.manifest!.menu.some((other) => other.path.length > path.length && other.path.startsWith(path) && within(tenantPage(other.path)));
    const here = router.path === address || (path !== '' && within(address) && !nearer);
    return html`<a href=${address} aria-current=${here ? 'page' : nothing}>
      <pw-icon name=${icon ?? 'file'}></pw-icon>${t(hasText(`${label}.many`) ? `${label}.many` : label)}
    </a>`;
  }

  private readonly renderTenants = (): TemplateResult => html`
    <div class="heading">${t('core.organisations')}</div>
    ${workspace.session!.tenants.map(
      ({ slug, name }) => html`<a role="menuitemradio" tabindex="-1" href="/t/${slug}/" aria-checked=${slug === workspace.slug}>
        <span class="mark" aria-hidden="true">${name[0]?.toUpperCase()}</span>${name}
      </a>`,
    )}
    <hr />
    <a role="menuitem" tabindex="-1" href="/signup"><pw-icon name="plus"></pw-icon>${t('core.signup.another')}</a>
  `;
}
