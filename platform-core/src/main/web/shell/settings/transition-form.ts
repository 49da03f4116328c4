import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PwElement, t, workspace, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import '../records/field-editor.js';
import { fieldOf, ownFields, sent, systemFields } from '../records/values.js';
import './criteria-editor.js';
import { deedKinds, type Asked, type Deed, type RoleChoice, type Step, type Transition } from './workflows.js';

const blank = (): Transition => ({ key: '', name: '', from: [], to: '', confirm: '', roles: [], guard: '', reason: '', fields: [], actions: [] });

/** What people fill in, and so what a transition can ask for and set. */
const fillable = (type: RecordTypeDescriptor): FieldDescriptor[] =>
  [...ownFields(type), ...systemFields(type).filter(({ name }) => ['owner', 'team'].includes(name))].filter(({ readOnly, kind }) => !readOnly && kind !== 'file' && kind !== 'tags');

/** The type of the texts that mails are made of, if the person has it. */
const templates = (): string => workspace.manifest!.recordTypes.find(({ path }) => path === 'text-templates')?.name ?? '';

/** Asks what a transition is: where from and to, who may, when, what it asks for, what it does. */
@customElement('pw-transition-form')
export class PwTransitionForm extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) steps: Step[] = [];
  @property({ attribute: false }) roles: RoleChoice[] = [];
  @property({ attribute: false }) transition: Transition = blank();
  @property({ attribute: false }) close: (edited?: Transition) => void = () => undefined;
  @state() private guarded = false;
  @state() private missing = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.guarded = !!this.transition.guard;
  }

  private set(change: Partial<Transition>): void {
    this.transition = { ...this.transition, ...change };
  }

  protected override render(): TemplateResult {
    const { name, to, confirm, reason, guard } = this.transition;
    return html`<form id="pw-transition" novalidate @submit=${this.submit}>
      ${this.missing ? html`<div class="notice bad" role="alert" style="margin-bottom: 12px"><pw-icon name="circle-alert"></pw-icon><div class="grow">${this.missing}</div></div>` : nothing}
      <div class="form-section">
        ${this.editor({ name: 'name', label: 'core.workflow.transition.name', kind: 'text', max: 80 }, name, (value) => this.set({ name: String(value ?? '') }), true)}
        ${this.editor({ name: 'to', label: 'core.workflow.transition.to', kind: 'choice', choices: this.steps.map((step) => ({ value: step.key, label: step.name })) }, to || null, (value) => this.set({ to: String(value ?? '') }), true)}
      </div>
      ${this.renderTicks(
        t('core.workflow.transition.from'),
        this.steps.map((step) => ({ value: step.key, label: step.name })),
        this.transition.from,
        (from) => this.set({ from }),
      )}
      ${this.renderTicks(
        t('core.workflow.transition.roles'),
        this.roles.map((role) => ({ value: role.name, label: role.title })),
        this.transition.roles,
        (roles) => this.set({ roles }),
      )}
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.guarded}
          @change=${(event: Event) => {
            this.guarded = (event.target as HTMLInputElement).checked;
            this.set({ guard: '', reason: '' });
          }}
        />
        <span>${t('core.workflow.transition.guard')}</span>
      </label>
      ${this.guarded
        ? html`<div class="workflow-part">
            <pw-criteria-editor .type=${this.type} .text=${guard} .label=${t('core.workflow.transition.guard')} @pw-text=${({ detail }: CustomEvent<string>) => this.set({ guard: detail })}></pw-criteria-editor>
            ${this.editor({ name: 'reason', label: 'core.workflow.transition.reason', kind: 'text', max: 500 }, reason, (value) => this.set({ reason: String(value ?? '') }))}
          </div>`
        : nothing}
      ${this.renderFields()} ${this.renderDeeds()}
      ${this.editor({ name: 'confirm', label: 'core.workflow.transition.confirm', kind: 'text', max: 500 }, confirm, (value) => this.set({ confirm: String(value ?? '') }))}
    </form>`;
  }

  private editor(field: FieldDescriptor, value: unknown, change: (value: unknown) => void, required = false): TemplateResult {
    return html`<pw-field-editor .field=${field} .type=${this.type} .value=${value} .required=${required} @pw-value=${({ detail }: CustomEvent) => change(detail)}></pw-field-editor>`;
  }

  private renderTicks(heading: string, choices: { value: string; label: string }[], chosen: string[], change: (chosen: string[]) => void): TemplateResult {
    return html`<fieldset class="ticks">
      <legend>${heading}</legend>
      ${choices.map(
        ({ value, label }) => html`<label class="check">
          <input
            type="checkbox"
            .checked=${chosen.includes(value)}
            @change=${(event: Event) => change((event.target as HTMLInputElement).checked ? [...chosen, value] : chosen.filter((each) => each !== value))}
          />
          <span>${label}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  private renderFields(): TemplateResult {
    const { fields } = this.transition;
    const free = fillable(this.type).filter(({ name }) => !fields.some(({ field }) => field === name));
    const set = (index: number, change: Partial<Asked>): void => this.set({ fields: fields.map((each, at) => (at === index ? { ...each, ...change } : each)) });
    return html`<fieldset class="ticks">
      <legend>${t('core.workflow.transition.fields')}</legend>
      ${fields.map((asked, index) => {
        const name = t(fieldOf(this.type, asked.field)?.label ?? asked.field);
        return html`<div class="row">
          <span class="grow">${name}</span>
          <label class="check"><input type="checkbox" aria-label=${t('core.workflow.transition.required-of', { name })} .checked=${asked.required} @change=${(event: Event) => set(index, { required: (event.target as HTMLInputElement).checked })} /><span>${t('core.workflow.transition.required')}</span></label>
          <button type="button" class="button quiet small icon" aria-label=${t('core.delete-named', { name })} @click=${() => this.set({ fields: fields.filter((_, at) => at !== index) })}><pw-icon name="x"></pw-icon></button>
        </div>`;
      })}
      ${this.renderAdder(
        t('core.workflow.transition.add-field'),
        free.map(({ name, label }) => ({ value: name, label: t(label) })),
        (field) => this.set({ fields: [...fields, { field, required: true }] }),
      )}
    </fieldset>`;
  }

  private renderAdder(label: string, choices: { value: string; label: string }[], add: (value: string) => void): TemplateResult {
    return html`<select
      class="input"
      aria-label=${label}
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        if (select.value) {
          add(select.value);
          select.value = '';
        }
      }}
    >
      <option value="">${label}</option>
      ${choices.map((choice) => html`<option value=${choice.value}>${choice.label}</option>`)}
    </select>`;
  }

  private renderDeeds(): TemplateResult {
    const { actions } = this.transition;
    const kinds = deedKinds.filter((kind) => this.type.activities || !['CREATE_TASK', 'SEND_MAIL'].includes(kind));
    return html`<fieldset class="ticks">
      <legend>${t('core.workflow.transition.actions')}</legend>
      ${actions.map((deed, index) => {
        const name = t(`core.workflow.deed.${deed.kind}`);
        const set = (change: Partial<Deed>): void => this.set({ actions: actions.map((each, at) => (at === index ? { ...each, ...change } : each)) });
        return html`<div class="workflow-part">
          <div class="row">
            <b class="grow">${name}</b>
            <button type="button" class="button quiet small icon" aria-label=${t('core.delete-named', { name })} @click=${() => this.set({ actions: actions.filter((_, at) => at !== index) })}><pw-icon name="x"></pw-icon></button>
          </div>
          ${this.renderDeed(deed, set)}
        </div>`;
      })}
      ${this.renderAdder(
        t('core.workflow.transition.add-action'),
        kinds.map((kind) => ({ value: kind, label: t(`core.workflow.deed.${kind}`) })),
        (kind) => this.set({ actions: [...actions, { kind: kind as Deed['kind'] }] }),
      )}
    </fieldset>`;
  }

  private renderDeed(deed: Deed, set: (change: Partial<Deed>) => void): TemplateResult {
    const role = (label: string): TemplateResult =>
      this.editor({ name: 'role', label, kind: 'choice', choices: this.roles.map(({ name, title }) => ({ value: name, label: title })) }, deed.role || null, (value) => set({ role: String(value ?? '') }));
    switch (deed.kind) {
      case 'SET_FIELD':
        return this.renderSetting(deed, set);
      case 'PERFORM':
        return this.editor({ name: 'verb', label: 'core.workflow.deed.verb', kind: 'choice', choices: this.plainVerbs }, deed.verb || null, (value) => set({ verb: String(value ?? '') }), true);
      case 'CREATE_TASK':
        return html`${this.editor({ name: 'text', label: 'core.workflow.deed.subject', kind: 'text', max: 200 }, deed.text ?? '', (value) => set({ text: String(value ?? '') }), true)}
        ${this.editor({ name: 'days', label: 'core.workflow.deed.days', kind: 'integer', min: 0 }, deed.days ?? null, (value) => set({ days: value === null ? null : Number(value) }))} ${role('core.workflow.deed.holder')}`;
      case 'SEND_MAIL':
        return this.editor({ name: 'template', label: 'core.text-template.one', kind: 'reference', references: templates() }, deed.template ?? null, (value) => set({ template: String((value as { id?: string } | null)?.id ?? value ?? '') || undefined }), true);
      default:
        return role('core.workflow.deed.told');
    }
  }

  private get plainVerbs(): { value: string; label: string }[] {
    return (this.type.verbs ?? []).filter(({ fields }) => !fields?.some(({ required }) => required)).map(({ name, label }) => ({ value: name, label }));
  }

  private renderSetting(deed: Deed, set: (change: Partial<Deed>) => void): TemplateResult {
    const choices = fillable(this.type).map(({ name, label }) => ({ value: name, label }));
    const field = fieldOf(this.type, deed.field ?? '');
    return html`${this.editor({ name: 'field', label: 'core.field', kind: 'choice', choices }, deed.field || null, (value) => set({ field: String(value ?? ''), value: null }), true)}
    ${field ? this.editor({ ...field, required: false }, deed.value ?? null, (value) => set({ value: sent(field, value) })) : nothing}`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const { name, from, to } = this.transition;
    if (!name.trim() || !to || !from.length) {
      this.missing = t('core.workflow.transition.incomplete');
      return;
    }
    this.close(this.transition);
  };
}

/** Asks for a new transition, or what shall be different about one; what it is then, or undefined. */
export const editTransition = (type: RecordTypeDescriptor, steps: Step[], roles: RoleChoice[], transition?: Transition): Promise<Transition | undefined> =>
  ask<Transition>({
    heading: transition ? t('core.edit-named', { name: transition.name }) : t('core.workflow.transition.add'),
    width: '680px',
    content: (close) => html`<pw-transition-form .type=${type} .steps=${steps} .roles=${roles} .transition=${transition ?? blank()} .close=${close}></pw-transition-form>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close()}>${t('core.cancel')}</button>
      <button class="button primary" form="pw-transition">${t('core.workflow.transition.take')}</button>`,
  });
