import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, hasText, notify, t, tenantApi, workspace } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';
import { readRoles, type Role } from './roles.js';

interface Feature {
  key: string;
  module: string;
  label: string;
  value: boolean;
  layer: string;
  origin: string;
  granted: boolean;
  tenant: boolean | null;
  default: boolean;
  dependsOn: string[];
  blockedBy?: string | null;
  roles: Record<string, boolean>;
}

interface Content {
  features: Feature[];
  roles: Role[];
}

/** The switches of the organisation, each with who decided it, and for which roles it is off. */
@customElement('pw-feature-switches')
export class PwFeatureSwitches extends PwSection<Content> {
  @state() private open = '';

  protected async read(): Promise<Content> {
    const [{ items }, roles] = await Promise.all([api.get<{ items: Feature[] }>(tenantApi('features')), readRoles().catch(() => [])]);
    return { features: items, roles };
  }

  protected renderContent({ features }: Content): TemplateResult {
    const modules = [...new Set(features.map(({ module }) => module))];
    return html`${sectionHead(t('core.features'), t('core.features.text'))}
    ${modules.map(
      (module) => html`<section class="card">
        <header><h2>${t(hasText(`core.menu.${module}`) ? `core.menu.${module}` : module)}</h2></header>
        <ul class="lines">
          ${features.filter((feature) => feature.module === module).map((feature) => this.renderFeature(feature))}
        </ul>
      </section>`,
    )}`;
  }

  private renderFeature(feature: Feature): TemplateResult {
    const { key, label, value, granted, tenant } = feature;
    const chosen = tenant ?? feature.default;
    const help = hasText(`${key}.help`) ? t(`${key}.help`) : '';
    const withoutRoles = Object.entries(feature.roles).filter(([, on]) => !on).length;
    return html`<li style="flex-wrap: wrap">
      <div class="grow">
        <b>${t(label)}</b> ${value === chosen ? nothing : html`<span class="badge warn">${t('core.feature.not-in-force')}</span>`}
        ${help ? html`<small>${help}</small>` : nothing}
        <small>${this.explain(feature)}</small>
      </div>
      ${tenant === null
        ? nothing
        : html`<button type="button" class="button quiet small" @click=${() => void this.choose(feature, null)}>${t('core.use-default')}</button>`}
      ${workspace.can('core.roles')
        ? html`<button
            type="button"
            class="button quiet small"
            aria-expanded=${this.open === key}
            @click=${() => (this.open = this.open === key ? '' : key)}
          >
            ${withoutRoles ? t('core.feature.off-for', { count: withoutRoles }) : t('core.feature.per-role')}<pw-icon name="chevron-down"></pw-icon>
          </button>`
        : nothing}
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-label=${t(label)}
          .checked=${chosen}
          ?disabled=${!granted}
          @change=${(event: Event) => void this.choose(feature, (event.target as HTMLInputElement).checked)}
        /><span></span>
      </label>
      ${this.open === key ? this.renderRoles(feature) : nothing}
    </li>`;
  }

  private explain({ layer, blockedBy, dependsOn, granted }: Feature): string {
    const parts = [t(granted ? `core.feature.layer.${layer}` : 'core.feature.layer.operator')];
    if (blockedBy) {
      parts.push(t('core.feature.blocked', { name: t(blockedBy) }));
    } else if (dependsOn.length) {
      parts.push(t('core.feature.depends', { names: dependsOn.map((key) => t(key)).join(', ') }));
    }
    return parts.join(' ');
  }

  private renderRoles(feature: Feature): TemplateResult {
    return html`<div style="flex-basis: 100%; display: flex; flex-wrap: wrap; gap: 8px 18px; padding: 10px 0 2px">
      ${this.content!.roles.map(
        (role) => html`<label class="check">
          <input
            type="checkbox"
            .checked=${feature.roles[role.id] ?? true}
            @change=${(event: Event) => void this.chooseForRole(feature, role, (event.target as HTMLInputElement).checked)}
          />
          <span>${role.name}</span>
        </label>`,
      )}
    </div>`;
  }

  private async choose(feature: Feature, enabled: boolean | null): Promise<void> {
    try {
      await api.put(tenantApi(`features/${feature.key}`), { enabled });
      const text = enabled === null ? 'core.feature.default-again' : enabled ? 'core.feature.on' : 'core.feature.off';
      const before = feature.tenant;
      notify(t(text, { name: t(feature.label) }), { kind: 'success', undo: () => this.choose({ ...feature, tenant: enabled }, before) });
    } catch (problem) {
      reportProblem(problem);
    }
    await Promise.all([this.refresh(), workspace.reload()]);
  }

  private async chooseForRole(feature: Feature, role: Role, enabled: boolean): Promise<void> {
    try {
      await api.put(tenantApi(`roles/${role.id}/features/${feature.key}`), { enabled: enabled ? null : false });
    } catch (problem) {
      reportProblem(problem);
    }
    await Promise.all([this.refresh(), workspace.reload()]);
  }
}
