import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, hasText, notify, PwElement, t } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { loading, problemState, reportProblem } from '../parts/states.js';

interface Granted {
  feature: string;
  module: string;
  granted: boolean;
}

interface Named {
  id: string;
  name: string;
}

const nameOf = (module: string): string => t(hasText(`core.menu.${module}`) ? `core.menu.${module}` : module);

/** The features the operator grants an organisation one by one, by module. */
@customElement('pw-tenant-features')
export class PwTenantFeatures extends PwElement {
  @property({ attribute: false }) tenant!: Named;
  @state() private features: Granted[] | undefined;
  @state() private problem: unknown;

  private get address(): string {
    return `/api/operator/tenants/${this.tenant.id}/features`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.problem = undefined;
      this.features = (await api.get<{ items: Granted[] }>(this.address)).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  private async grant({ feature }: Granted, granted: boolean): Promise<void> {
    try {
      this.features = (await api.put<{ items: Granted[] }>(`${this.address}/${feature}`, { granted })).items;
      notify(t(granted ? 'core.module.granted' : 'core.module.taken', { module: t(feature), name: this.tenant.name }), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
      await this.read();
    }
  }

  protected override render(): unknown {
    if (this.problem) {
      return problemState(this.problem, () => void this.read());
    }
    const { features } = this;
    return features
      ? [...new Set(features.map(({ module }) => module))].map(
          (module) => html`<h3 style="margin: 14px 0 6px">${nameOf(module)}</h3>
            <ul class="lines">
              ${features
                .filter((feature) => feature.module === module)
                .map(
                  (feature) => html`<li>
                    <div class="grow"><b>${t(feature.feature)}</b></div>
                    <label class="switch">
                      <input
                        type="checkbox"
                        role="switch"
                        aria-label=${t(feature.feature)}
                        .checked=${feature.granted}
                        @change=${(event: Event) => void this.grant(feature, (event.target as HTMLInputElement).checked)}
                      /><span></span>
                    </label>
                  </li>`,
                )}
            </ul>`,
        )
      : loading(6);
  }
}

/** What an organisation may use of the modules it is granted, to change. */
export async function showFeatures(tenant: Named): Promise<void> {
  await ask<void>({
    heading: `${t('core.operator.features')}: ${tenant.name}`,
    width: '680px',
    content: () => html`<p class="muted">${t('core.operator.features.text')}</p>
      <pw-tenant-features .tenant=${tenant}></pw-tenant-features>`,
    footer: (close) => html`<button type="button" class="button primary" @click=${() => close()}>${t('core.close')}</button>`,
  });
}
