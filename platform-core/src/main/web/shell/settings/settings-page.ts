import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PwElement, t, tenantPage, workspace } from '@pipewright/ui';
import { emptyState } from '../parts/states.js';
import './audit-log.js';
import './currency-list.js';
import './number-series.js';
import './feature-switches.js';
import './import-runs.js';
import './layout-list.js';
import './leaving-page.js';
import './module-list.js';
import './organisation-profile.js';
import './own-mails.js';
import './own-profile.js';
import './own-sessions.js';
import './parked-submissions.js';
import './paper-list.js';
import './people-list.js';
import './retention-list.js';
import './role-editor.js';
import './role-list.js';
import './own-fields.js';
import './tag-list.js';
import './team-tree.js';
import './translations.js';
import './usage-view.js';
import './work-list.js';
import './workflow-editor.js';
import './workflow-list.js';
import { openSections } from './sections.js';

/** Everything an organisation can set, by section. */
@customElement('pw-settings-page')
export class PwSettingsPage extends PwElement {
  @property() section = '';
  @property() rest = '';

  protected override render(): TemplateResult {
    const open = openSections();
    const here = this.section || open[0]!.path;
    const catalogues = workspace.manifest!.menu.filter(({ group }) => group === 'settings');
    return html`<div class="settings">
      <nav aria-label=${t('core.settings')}>
        <h1>${t('core.settings')}</h1>
        ${open.map(
          ({ path, label, icon }) => html`<a href=${tenantPage(`settings/${path}`)} aria-current=${path === here ? 'page' : nothing}>
            <pw-icon name=${icon}></pw-icon>${t(label)}
          </a>`,
        )}
        ${catalogues.map(
          ({ path, label, icon }) => html`<a href=${tenantPage(path)}><pw-icon name=${icon ?? 'list'}></pw-icon>${t(label)}</a>`,
        )}
      </nav>
      <div>${open.some(({ path }) => path === here) ? this.renderSection(here) : this.renderForbidden()}</div>
    </div>`;
  }

  private renderForbidden(): TemplateResult {
    return emptyState({ icon: 'lock', title: t('core.error.forbidden.title'), text: t('core.error.forbidden') });
  }

  private renderSection(path: string): TemplateResult {
    switch (path) {
      case 'organisation':
        return html`<pw-organisation-profile></pw-organisation-profile>`;
      case 'currencies':
        return html`<pw-currency-list></pw-currency-list>`;
      case 'papers':
        return html`<pw-paper-list></pw-paper-list>`;
      case 'features':
        return html`<pw-feature-switches></pw-feature-switches>`;
      case 'roles':
        return this.rest ? html`<pw-role-editor .roleId=${this.rest}></pw-role-editor>` : html`<pw-role-list></pw-role-list>`;
      case 'people':
        return html`<pw-people-list></pw-people-list>`;
      case 'teams':
        return html`<pw-team-tree></pw-team-tree>`;
      case 'modules':
        return html`<pw-module-list></pw-module-list>`;
      case 'imports':
        return html`<pw-import-runs></pw-import-runs>`;
      case 'parked':
        return html`<pw-parked-submissions></pw-parked-submissions>`;
      case 'jobs':
        return html`<pw-work-list></pw-work-list>`;
      case 'usage':
        return html`<pw-usage-view></pw-usage-view>`;
      case 'deletion':
        return html`<pw-leaving-page .slug=${workspace.slug} .name=${workspace.manifest!.tenant.name}></pw-leaving-page>`;
      case 'retention':
        return html`<pw-retention-list></pw-retention-list>`;
      case 'numbers':
        return html`<pw-number-series></pw-number-series>`;
      case 'fields':
        return html`<pw-own-fields></pw-own-fields>`;
      case 'layouts':
        return html`<pw-layout-list></pw-layout-list>`;
      case 'workflows':
        return this.rest ? html`<pw-workflow-editor .workflowId=${this.rest}></pw-workflow-editor>` : html`<pw-workflow-list></pw-workflow-list>`;
      case 'translations':
        return html`<pw-translations></pw-translations>`;
      case 'tags':
        return html`<pw-tag-list></pw-tag-list>`;
      case 'profile':
        return html`<pw-own-profile></pw-own-profile>`;
      case 'mails':
        return html`<pw-own-mails></pw-own-mails>`;
      case 'audit':
        return html`<pw-audit-log></pw-audit-log>`;
      default:
        return html`<pw-own-sessions></pw-own-sessions>`;
    }
  }
}
