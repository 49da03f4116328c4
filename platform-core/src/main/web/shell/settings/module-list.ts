import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, hasText, t, tenantApi } from '@pipewright/ui';
import { PwSection, sectionHead } from './section.js';

interface Module {
  id: string;
  version: string;
  status: string;
  reason?: string;
  features: string[];
  /** Keys of what it has registered, by kind. */
  contributions: Record<string, string[]>;
}

const tones: Record<string, string> = { active: 'good', withheld: 'warn', refused: 'bad', incompatible: 'bad' };

/** The modules that are in the product, and those that were refused with why. */
@customElement('pw-module-list')
export class PwModuleList extends PwSection<Module[]> {
  protected async read(): Promise<Module[]> {
    return (await api.get<{ items: Module[] }>(tenantApi('modules'))).items;
  }

  protected renderContent(modules: Module[]): TemplateResult {
    return html`${sectionHead(t('core.modules'), t('core.modules.text'))}
      <section class="card">
        <ul class="lines">
          ${modules.map(({ id, version, status, reason, features, contributions }) => {
            const state = status.toLowerCase();
            return html`<li>
              <pw-icon name="puzzle"></pw-icon>
              <div class="grow">
                <b>${t(hasText(`core.menu.${id}`) ? `core.menu.${id}` : id)}</b> <span class="muted number">${version}</span>
                <small>${reason || features.map((key) => t(key)).join(', ')}</small>
                ${this.renderContributions(contributions)}
              </div>
              <span class="badge ${tones[state] ?? ''}">${hasText(`core.module.${state}`) ? t(`core.module.${state}`) : status}</span>
            </li>`;
          })}
          ${modules.length ? nothing : html`<li class="muted">${t('core.modules.none')}</li>`}
        </ul>
      </section>`;
  }

  /** What it has registered, by kind: how many, and which. */
  private renderContributions(contributions: Record<string, string[]>): TemplateResult | typeof nothing {
    const kinds = Object.entries(contributions).filter(([, keys]) => keys.length);
    return kinds.length
      ? html`<details>
          <summary>${t('core.module.contributions')}</summary>
          <dl style="margin: 8px 0 0; overflow-wrap: anywhere">
            ${kinds.map(
              ([kind, keys]) => html`<dt>${t(`core.module.contributions.${kind}`)} <span class="count">${keys.length}</span></dt>
                <dd class="muted" style="margin: 0 0 6px">${keys.join(', ')}</dd>`,
            )}
          </dl>
        </details>`
      : nothing;
  }
}
