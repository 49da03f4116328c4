import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatAgo, formatNumber, hasText, many, t, tenantApi, tenantPage, workspace } from '@pipewright/ui';
import { emptyState } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';
import type { ImportRun } from '../imports/model.js';

/** The imports of the organisation, newest first, and where to begin another. */
@customElement('pw-import-runs')
export class PwImportRuns extends PwSection<ImportRun[]> {
  protected async read(): Promise<ImportRun[]> {
    return (await api.get<{ items: ImportRun[] }>(tenantApi('imports'))).items;
  }

  protected renderContent(runs: ImportRun[]): TemplateResult {
    const types = workspace.manifest!.recordTypes.filter(({ actions, importable }) => actions.import && importable !== false);
    return html`${sectionHead(
      t('core.imports'),
      t('core.imports.text'),
      html`<pw-popup
        look="button primary"
        .button=${html`<pw-icon name="upload"></pw-icon>${t('core.import')}`}
        .content=${() =>
          types.map(
            (type) => html`<a role="menuitem" tabindex="-1" href=${tenantPage(`${type.path}/import`)}><pw-icon name=${type.icon ?? 'file'}></pw-icon>${many(type.label)}</a>`,
          )}
      ></pw-popup>`,
    )}
    ${runs.length
      ? html`<section class="card">
          <ul class="lines">
            ${runs.map((run) => this.renderRun(run))}
          </ul>
        </section>`
      : emptyState({ part: true, icon: 'upload', title: t('core.imports.none'), text: t('core.imports.none.text') })}`;
  }

  private renderRun(run: ImportRun): TemplateResult {
    const type = workspace.recordType(run.recordType);
    const state = run.state.toLowerCase();
    return html`<li>
      <pw-icon name=${type?.icon ?? 'upload'}></pw-icon>
      <div class="grow">
        <a href=${tenantPage(`imports/${run.id}`)}><b>${type ? many(type.label) : run.recordType}</b></a>
        ${run.fileName ? html`<span class="muted">${run.fileName}</span>` : nothing}
        <small>${run.createdAt ? formatAgo(run.createdAt) : ''} ${run.rowCount ? `· ${t('core.import.rows', { count: formatNumber(run.rowCount) })}` : ''}</small>
      </div>
      <span class="badge">${hasText(`core.import.state.${state}`) ? t(`core.import.state.${state}`) : state}</span>
    </li>`;
  }
}
