import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, call, many, notify, Problem, router, t, tenantApi, tenantPage, workspace, type RecordTypeDescriptor } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { emptyState, problemText, reportProblem } from '../parts/states.js';
import './criteria-editor.js';
import { PwSection, sectionHead } from './section.js';
import { editTransition } from './transition-form.js';
import { freeKey, partOf, type Definition, type RoleChoice, type Step, type Transition, type Workflow, type Workflows } from './workflows.js';

interface Content {
  workflow: Workflow | undefined;
  roles: RoleChoice[];
}

const moved = <T>(list: T[], index: number, by: number): T[] => {
  const others = list.filter((_, at) => at !== index);
  return [...others.slice(0, index + by), list[index]!, ...others.slice(index + by)];
};

/** One workflow: its steps, the ways between them, and what keeps it from being published. */
@customElement('pw-workflow-editor')
export class PwWorkflowEditor extends PwSection<Content> {
  @property() workflowId = '';
  @state() private name = '';
  @state() private group = '';
  @state() private definition: Definition = { applies: '', start: '', steps: [], transitions: [] };
  @state() private limited = false;
  @state() private changed = false;
  private unguard?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unguard = router.guard(
      () => !this.changed || confirm({ heading: t('core.form.leave'), text: t('core.form.leave.text'), action: t('core.form.leave.action') }),
    );
  }

  override disconnectedCallback(): void {
    this.unguard?.();
    super.disconnectedCallback();
  }

  protected async read(): Promise<Content> {
    const { items, roles } = await api.get<Workflows>(tenantApi('workflows'));
    const workflow = items.find(({ id }) => id === this.workflowId);
    if (workflow) {
      this.take(workflow);
    }
    return { workflow, roles };
  }

  private take({ name, group, definition }: Workflow): void {
    this.name = name;
    this.group = group ?? '';
    this.definition = definition;
    this.limited = !!definition.applies;
    this.changed = false;
  }

  private change(change: Partial<Definition>): void {
    this.definition = { ...this.definition, ...change };
    this.changed = true;
  }

  protected renderContent({ workflow, roles }: Content): TemplateResult {
    const type = workspace.recordType(workflow?.recordType ?? '');
    if (!workflow || !type) {
      return emptyState({ icon: 'compass', title: t('core.error.not-found.title'), text: t('core.error.not-found') });
    }
    return html`<a href=${tenantPage('settings/workflows')}>‹ ${t('core.workflows')}</a>
      ${sectionHead(
        workflow.name,
        t('core.workflow.text', { type: many(type.label) }),
        html`<button type="button" class="button" ?disabled=${!this.changed} @click=${() => void this.refresh()}>${t('core.discard')}</button>
          <button type="button" class="button ${this.changed ? 'primary' : ''}" ?disabled=${!this.changed} @click=${() => void this.save()}>${t('core.save')}</button>
          <button type="button" class="button ${this.changed ? '' : 'primary'}" ?disabled=${this.changed || !workflow.changed || workflow.defects.length > 0} @click=${() => void this.publish(workflow)}>
            ${t('core.workflow.publish')}
          </button>`,
      )}
      ${this.renderDefects(workflow)} ${this.renderGeneral(type)} ${this.renderSteps()} ${this.renderTransitions(type, roles)}`;
  }

  private renderDefects({ defects, definition, published, running }: Workflow): TemplateResult | typeof nothing {
    if (!defects.length) {
      return published && running ? html`<p class="muted">${t('core.workflow.stay', { count: running })}</p>` : nothing;
    }
    return html`<div class="notice warn" role="status">
      <pw-icon name="triangle-alert"></pw-icon>
      <div class="grow">
        ${t('core.workflow.defects.text')}
        <ul>
          ${defects.map((defect) => html`<li>${partOf(definition, defect) ? html`<b>${partOf(definition, defect)}</b>: ` : nothing}${defect.message}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  private renderGeneral(type: RecordTypeDescriptor): TemplateResult {
    const text = (label: string, value: string, take: (value: string) => void, help = ''): TemplateResult =>
      html`<label class="field">
        <span>${t(label)}</span>
        <input
          class="input"
          maxlength="80"
          .value=${value}
          @input=${(event: Event) => {
            take((event.target as HTMLInputElement).value);
            this.changed = true;
          }}
        />
        ${help ? html`<small class="muted">${t(help)}</small>` : nothing}
      </label>`;
    return html`<section class="card">
      <header><h2>${t('core.workflow.general')}</h2></header>
      <div class="body spaced">
        ${text('core.name', this.name, (value) => (this.name = value))} ${text('core.workflow.group', this.group, (value) => (this.group = value), 'core.workflow.group.help')}
        <label class="check">
          <input
            type="checkbox"
            .checked=${this.limited}
            @change=${(event: Event) => {
              this.limited = (event.target as HTMLInputElement).checked;
              this.change({ applies: '' });
            }}
          />
          <span>${t('core.workflow.applies', { type: many(type.label) })}</span>
        </label>
        ${this.limited
          ? html`<pw-criteria-editor
              .type=${type}
              .text=${this.definition.applies}
              .label=${t('core.workflow.applies', { type: many(type.label) })}
              @pw-text=${({ detail }: CustomEvent<string>) => this.change({ applies: detail })}
            ></pw-criteria-editor>`
          : nothing}
      </div>
    </section>`;
  }

  private renderSteps(): TemplateResult {
    const { steps, start } = this.definition;
    const set = (index: number, change: Partial<Step>): void => this.change({ steps: steps.map((step, at) => (at === index ? { ...step, ...change } : step)) });
    const add = (): void => this.change({ steps: [...steps, { key: freeKey('step', steps.map(({ key }) => key)), name: '', end: false }] });
    return html`<section class="card">
      <header>
        <h2>${t('core.workflow.steps')}</h2>
        <button type="button" class="button small" @click=${add}><pw-icon name="plus"></pw-icon>${t('core.workflow.step.add')}</button>
      </header>
      <ol class="lines workflow-steps">
        ${steps.map(({ key, name, end }, index) => {
          const called = name || String(index + 1);
          return html`<li>
            <input class="input grow" maxlength="80" aria-label=${t('core.workflow.step.name', { number: index + 1 })} .value=${name} @input=${(event: Event) => set(index, { name: (event.target as HTMLInputElement).value })} />
            <label class="check"><input type="radio" name="start" aria-label=${t('core.workflow.step.start-of', { name: called })} .checked=${start === key} @change=${() => this.change({ start: key })} /><span>${t('core.workflow.step.start')}</span></label>
            <label class="check"><input type="checkbox" aria-label=${t('core.workflow.step.end-of', { name: called })} .checked=${end} @change=${(event: Event) => set(index, { end: (event.target as HTMLInputElement).checked })} /><span>${t('core.workflow.step.end')}</span></label>
            ${this.renderMoves(called, index, steps, (list) => this.change({ steps: list }))}
          </li>`;
        })}
      </ol>
    </section>`;
  }

  private renderMoves<T>(name: string, index: number, list: T[], take: (list: T[]) => void): TemplateResult {
    return html`<span class="moves">
      <button type="button" class="button quiet small icon" ?disabled=${index === 0} aria-label=${t('core.columns.up', { name })} @click=${() => take(moved(list, index, -1))}><pw-icon name="arrow-up"></pw-icon></button>
      <button type="button" class="button quiet small icon" ?disabled=${index === list.length - 1} aria-label=${t('core.columns.down', { name })} @click=${() => take(moved(list, index, 1))}><pw-icon name="arrow-down"></pw-icon></button>
      <button type="button" class="button quiet small icon" aria-label=${t('core.delete-named', { name })} @click=${() => take(list.filter((_, at) => at !== index))}><pw-icon name="trash-2"></pw-icon></button>
    </span>`;
  }

  private nameOf(key: string): string {
    return this.definition.steps.find((step) => step.key === key)?.name ?? key;
  }

  private renderTransitions(type: RecordTypeDescriptor, roles: RoleChoice[]): TemplateResult {
    const { transitions } = this.definition;
    return html`<section class="card">
      <header>
        <h2>${t('core.workflow.transitions')}</h2>
        <button type="button" class="button small" @click=${() => void this.edit(type, roles)}><pw-icon name="plus"></pw-icon>${t('core.workflow.transition.add')}</button>
      </header>
      <ol class="lines workflow-lines">
        ${transitions.map((transition, index) => {
          const { name, from, to, guard, fields, actions } = transition;
          const facts = [
            transition.roles.map((role) => roles.find((each) => each.name === role)?.title ?? role).join(', '),
            guard && t('core.workflow.guarded'),
            fields.length && t('core.workflow.asks', { count: fields.length }),
            actions.length && t('core.workflow.does', { count: actions.length }),
          ];
          return html`<li>
            <div class="grow">
              <b>${name}</b>
              <small>${from.map((key) => this.nameOf(key)).join(', ')} → ${this.nameOf(to)}</small>
              <small>${facts.filter(Boolean).join(' · ')}</small>
            </div>
            <button type="button" class="button small" aria-label=${t('core.edit-named', { name })} @click=${() => void this.edit(type, roles, index)}><pw-icon name="pencil"></pw-icon>${t('core.edit')}</button>
            ${this.renderMoves(name, index, transitions, (list) => this.change({ transitions: list }))}
          </li>`;
        })}
      </ol>
    </section>`;
  }

  private async edit(type: RecordTypeDescriptor, roles: RoleChoice[], index?: number): Promise<void> {
    const { steps, transitions } = this.definition;
    const known = index === undefined ? undefined : transitions[index];
    const edited = await editTransition(type, steps, roles, known);
    if (edited) {
      const whole: Transition = { ...edited, key: edited.key || freeKey(edited.name, transitions.map(({ key }) => key)) };
      this.change({ transitions: known ? transitions.map((each) => (each === known ? whole : each)) : [...transitions, whole] });
    }
  }

  private async save(): Promise<void> {
    const { id, version } = this.content!.workflow!;
    try {
      const body = { name: this.name, group: this.group || undefined, definition: this.definition };
      await call('PUT', tenantApi(`workflows/${id}`), body, { etag: `"${version}"` });
      notify(t('core.saved'), { kind: 'success' });
      await this.refresh();
    } catch (problem) {
      this.report(problem);
    }
  }

  private report(problem: unknown): void {
    if (problem instanceof Problem && problem.errors.length) {
      notify([problemText(problem), ...problem.errors.map(({ message }) => message)].join(' '), { kind: 'error' });
    } else {
      reportProblem(problem);
    }
  }

  private async publish({ id, version, running }: Workflow): Promise<void> {
    const sure = !running || (await confirm({ heading: t('core.workflow.publish'), text: t('core.workflow.stay', { count: running }), action: t('core.workflow.publish') }));
    if (!sure) {
      return;
    }
    try {
      await call('POST', tenantApi(`workflows/${id}/publish`), {}, { etag: `"${version}"` });
      notify(t('core.workflow.is-published'), { kind: 'success' });
      await this.refresh();
    } catch (problem) {
      this.report(problem);
    }
  }
}
