import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, language, many, notify, Problem, router, t, tenantApi, tenantPage, workspace, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import '../parts/popup.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { PwSection, sectionHead } from './section.js';
import { sketch, type Definition, type Workflow, type Workflows } from './workflows.js';

/** The workflows of the organisation, for each kind of record. */
@customElement('pw-workflow-list')
export class PwWorkflowList extends PwSection<Workflows> {
  @state() private chosen = '';

  protected read(): Promise<Workflows> {
    return api.get<Workflows>(tenantApi('workflows'));
  }

  protected renderContent({ items }: Workflows): TemplateResult {
    const types = workspace.manifest!.recordTypes.filter(({ partOf, actions }) => !partOf && actions.edit).sort((a, b) => many(a.label).localeCompare(many(b.label), language()));
    const type = types.find(({ name }) => name === (this.chosen || items[0]?.recordType)) ?? types[0]!;
    const some = items.filter(({ recordType }) => recordType === type.name);
    return html`${sectionHead(
        t('core.workflows'),
        t('core.workflows.text'),
        html`<button type="button" class="button primary" @click=${() => void this.make(type)}><pw-icon name="plus"></pw-icon>${t('core.workflow.new')}</button>`,
      )}
      <label style="display: block; max-width: 320px; margin-bottom: 14px">
        <span class="muted">${t('core.workflow.of')}</span>
        <select class="input" aria-label=${t('core.workflow.of')} @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
          ${types.map(({ name, label }) => html`<option value=${name} ?selected=${name === type.name}>${many(label)}</option>`)}
        </select>
      </label>
      ${some.length
        ? html`<section class="card">
            <header><h2>${many(type.label)}</h2></header>
            <ul class="lines workflow-lines">
              ${some.map((workflow) => this.renderWorkflow(type, workflow))}
            </ul>
          </section>`
        : html`<p class="muted">${t('core.workflows.none', { type: many(type.label) })}</p>`}`;
  }

  private renderWorkflow(type: RecordTypeDescriptor, workflow: Workflow): TemplateResult {
    const { id, name, group, active, published, changed, running, defects } = workflow;
    const facts = [
      published ? t('core.workflow.version', { number: published }) : t('core.workflow.unpublished'),
      group && t('core.workflow.in-group', { group }),
      running ? t('core.workflow.running', { count: running }) : '',
      defects.length ? t('core.workflow.defects', { count: defects.length }) : '',
    ];
    return html`<li>
      <div class="grow">
        <a href=${tenantPage(`settings/workflows/${id}`)}><b>${name}</b></a>
        ${active ? html`<span class="badge good">${t('core.workflow.active')}</span>` : nothing}
        ${published && changed ? html`<span class="badge warn">${t('core.workflow.changed')}</span>` : nothing}
        <small>${facts.filter(Boolean).join(' · ')}</small>
      </div>
      ${active
        ? html`<button type="button" class="button small" aria-label=${t('core.workflow.deactivate-named', { name })} @click=${() => void this.act(() => this.turn(workflow, 'deactivate'))}>${t('core.workflow.deactivate')}</button>`
        : html`<button type="button" class="button small" ?disabled=${!published} aria-label=${t('core.workflow.activate-named', { name })} @click=${() => void this.act(() => this.activate(workflow))}>${t('core.workflow.activate')}</button>`}
      <pw-popup
        look="button quiet small icon"
        label=${t('core.workflow.more', { name })}
        .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
        .content=${() => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.make(type, workflow)}><pw-icon name="copy"></pw-icon>${t('core.copy')}</button>
          <button type="button" role="menuitem" class="danger" tabindex="-1" @click=${() => void this.act(() => this.drop(workflow))}><pw-icon name="trash-2"></pw-icon>${t('core.delete')}</button>`}
      ></pw-popup>
    </li>`;
  }

  private async act(deed: () => Promise<boolean>): Promise<void> {
    try {
      if (await deed()) {
        await this.refresh();
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  /** Asks what a new workflow, or a copy, is called, and opens it. */
  private async make(type: RecordTypeDescriptor, original?: Workflow): Promise<void> {
    const fields: FieldDescriptor[] = [{ name: 'name', label: 'core.name', kind: 'text', required: true, max: 80 }];
    const definition: Definition = original?.definition ?? sketch(t('core.workflow.sketch.first'), t('core.workflow.sketch.last'), t('core.workflow.sketch.way'));
    let made: Workflow | undefined;
    const heading = original ? t('core.workflow.copy-of', { name: original.name }) : t('core.workflow.new-of', { type: many(type.label) });
    await askFields(heading, fields, t('core.create'), async ({ name }) => {
      made = await api.post<Workflow>(tenantApi('workflows'), { recordType: type.name, name: name ?? '', group: original?.group, definition });
    });
    if (made) {
      await router.navigate(tenantPage(`settings/workflows/${made.id}`));
    }
  }

  private async turn({ id }: Workflow, how: string, body: Record<string, unknown> = {}): Promise<boolean> {
    await api.post(tenantApi(`workflows/${id}/${how}`), body);
    return true;
  }

  /** Of a group only one is active: another one gives way if the person agrees. */
  private async activate(workflow: Workflow): Promise<boolean> {
    try {
      return await this.turn(workflow, 'activate');
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.slug !== 'excluded-workflow') {
        throw problem;
      }
      const text = t('core.workflow.instead', { other: String(problem.body.name), group: workflow.group ?? '' });
      const sure = await confirm({ heading: t('core.workflow.activate-named', { name: workflow.name }), text, action: t('core.workflow.activate') });
      return sure && this.turn(workflow, 'activate', { instead: true });
    }
  }

  private async drop({ id, name }: Workflow): Promise<boolean> {
    const sure = await confirm({ heading: t('core.delete-named', { name }), text: t('core.workflow.delete.text'), action: t('core.delete'), danger: true });
    if (sure) {
      await api.delete(tenantApi(`workflows/${id}`));
      notify(t('core.deleted', { name }));
    }
    return sure;
  }
}
