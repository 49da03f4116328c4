import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, call, isPoints, Problem, PwElement, query, t, tenantApi, type FieldDescriptor, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { problemText } from '../parts/states.js';
import { isLocked, isRequired, isShown } from './conditions.js';
import { resolveConflict } from './conflict.js';
import { settleCurrencies } from './currency-change.js';
import './field-editor.js';
import { sendForField } from './file-values.js';
import { arranged, type Section } from './layouts.js';
import { refusedTwins, type Likeness } from './likenesses.js';
import { etagOf, isOwnership, ownFields, sent, systemFields } from './values.js';

/** What a new record has where nothing is said. */
const presets = (type: RecordTypeDescriptor): Record<string, unknown> =>
  Object.fromEntries(type.fields.filter(({ preset }) => preset !== undefined && preset !== null).map(({ name, preset }) => [name, preset]));

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

/** A form for a new record, or for all fields of one that is there. Sends `pw-saved` with the record. */
@customElement('pw-record-form')
export class PwRecordForm extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) record: RecordData | undefined;
  @property({ attribute: false }) preset: Record<string, unknown> = {};
  /** Name of the field at which the form begins. */
  @property() wanted = '';
  @state() private values: Record<string, unknown> = {};
  @state() private problem: Problem | undefined;
  @state() private saving = false;
  @state() private draft: Record<string, unknown> | undefined;
  @state() private likenesses: Likeness[] = [];
  /** Whether also what the layout does not show is there. */
  @state() private whole = false;
  private touched = new Set<string>();
  /** Names of what the layout does not show although the record cannot be saved without it. */
  private needed = new Set<string>();
  private atFirst: Record<string, unknown> = {};
  private typed = 0;
  private asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.values = { ...(this.record ?? { ...presets(this.type), ...this.preset }) };
    this.atFirst = this.values;
    Object.keys(this.record ? {} : this.preset).forEach((name) => this.touched.add(name));
    this.draft = JSON.parse(sessionStorage.getItem(this.draftKey) ?? 'null') as Record<string, unknown> | undefined;
  }

  protected override firstUpdated(): void {
    if (this.wanted) {
      void this.show(this.wanted);
    }
  }

  get dirty(): boolean {
    return this.touched.size > Object.keys(this.record ? {} : this.preset).length;
  }

  private get draftKey(): string {
    return `pw.draft.${this.type.name}.${this.record?.id ?? 'new'}`;
  }

  private get fields(): FieldDescriptor[] {
    const assignable = systemFields(this.type).filter(({ name }) => name === 'owner' && this.type.actions.assign);
    return [...ownFields(this.type), ...assignable].filter(
      (field) => !field.readOnly && isShown(this.type, field, this.values) && !(this.record && isLocked(field, this.values)),
    );
  }

  protected override render(): TemplateResult {
    const general = this.problem && !this.problem.errors.some(({ field }) => this.fields.some(({ name }) => field.split('.')[0] === name));
    return html`<form class="form" novalidate @submit=${this.onSubmit} @keydown=${this.onKey}>
      ${this.draft ? this.renderDraft() : nothing}
      ${this.problem
        ? html`<div class="notice bad" role="alert" style="margin-bottom: 14px">
            <pw-icon name="circle-alert"></pw-icon>
            <div class="grow">${general ? this.renderProblem() : t('core.form.check-fields', { count: this.problem.errors.length })}</div>
          </div>`
        : nothing}
      ${this.renderLikenesses()}
      ${this.renderSections()}
      <button type="submit" hidden></button>
    </form>`;
  }

  private renderSections(): TemplateResult {
    const { sections, rest } = arranged(this.type, this.values, this.fields);
    rest.filter((field) => this.isNeeded(field)).forEach(({ name }) => this.needed.add(name));
    const needed = rest.filter((field) => this.needed.has(field.name));
    const others = rest.filter((field) => !this.needed.has(field.name) && !isOwnership(field));
    return html`${[...sections, { label: '', fields: rest.filter(isOwnership) }].map((section) => this.renderSection(section))}
      ${this.renderSection({ label: t('core.layout.needed'), fields: needed }, t('core.layout.needed.text'))}
      ${this.whole ? this.renderSection({ label: t('core.layout.others'), fields: others }) : nothing}
      ${!this.whole && others.length
        ? html`<button type="button" class="link" @click=${() => (this.whole = true)}>${t('core.layout.more', { count: others.length })}</button>`
        : nothing}`;
  }

  /** A layout arranges: what a record cannot be saved without is asked for all the same, and so is what was refused. */
  private isNeeded(field: FieldDescriptor): boolean {
    const lacking = isRequired(field, this.values) && field.kind !== 'boolean' && isEmpty(this.atFirst[field.name]);
    return !isOwnership(field) && (lacking || field.name === this.wanted || !!this.problem?.of(field.name));
  }

  private renderSection({ label, fields }: Section, text = ''): TemplateResult | typeof nothing {
    return fields.length
      ? html`<fieldset class="form-section">
          ${label ? html`<legend>${label}</legend>` : nothing} ${text ? html`<p class="muted wide">${text}</p>` : nothing}
          ${fields.map((field) => this.renderField(field))}
        </fieldset>`
      : nothing;
  }

  private renderLikenesses(): TemplateResult {
    const refused = refusedTwins(this.problem, () => void this.save(true));
    return html`<div aria-live="polite">${refused ?? html`<pw-likenesses .type=${this.type} .items=${this.likenesses}></pw-likenesses>`}</div>`;
  }

  /** Asks, once the person pauses, which records this one may be. */
  private compare(name: string): void {
    if (this.type.matches?.includes(name)) {
      clearTimeout(this.typed);
      this.typed = window.setTimeout(() => void this.findLikenesses(), 400);
    }
  }

  private async findLikenesses(): Promise<void> {
    const asked = ++this.asked;
    const fields = this.fields.filter(({ name }) => this.type.matches!.includes(name));
    const members = Object.fromEntries(fields.map((field) => [field.name, sent(field, this.values[field.name])]));
    const { items } = await api
      .post<{ items: Likeness[] }>(tenantApi(`duplicates/${this.type.name}`), { ...members, ...(this.record ? { id: this.record.id } : {}) })
      .catch(() => ({ items: [] as Likeness[] }));
    if (asked === this.asked) {
      this.likenesses = items;
    }
  }

  private renderProblem(): TemplateResult | string {
    const { errors } = this.problem!;
    return errors.length ? html`${errors.map(({ message }) => html`<div>${message}</div>`)}` : problemText(this.problem);
  }

  private renderDraft(): TemplateResult {
    return html`<div class="notice" style="margin-bottom: 14px">
      <pw-icon name="history"></pw-icon>
      <div class="grow">${t('core.form.draft')}</div>
      <button type="button" class="link" @click=${this.takeDraft}>${t('core.form.take-draft')}</button>
      <button type="button" class="link" @click=${this.dropDraft}>${t('core.form.drop-draft')}</button>
    </div>`;
  }

  private readonly takeDraft = (): void => {
    this.values = { ...this.values, ...this.draft };
    Object.keys(this.draft ?? {}).forEach((name) => this.touched.add(name));
    this.draft = undefined;
  };

  private readonly dropDraft = (): void => {
    this.draft = undefined;
    sessionStorage.removeItem(this.draftKey);
  };

  private renderField(field: FieldDescriptor): TemplateResult {
    return html`<pw-field-editor
      class=${field.kind === 'multiline' || isPoints(field) ? 'wide' : ''}
      data-field=${field.name}
      .field=${field}
      .value=${this.values[field.name]}
      .type=${this.type}
      .record=${{ ...Object.fromEntries(this.type.fields.map(({ name }) => [name, null])), ...this.values }}
      .required=${isRequired(field, this.values)}
      .error=${this.problem?.of(field.name) ?? ''}
      @pw-value=${(event: CustomEvent) => this.change(field.name, event.detail)}
    ></pw-field-editor>`;
  }

  private change(name: string, value: unknown): void {
    this.values = { ...this.values, [name]: value };
    this.touched.add(name);
    this.compare(name);
    const written = [...this.touched].filter((each) => !(this.values[each] instanceof File));
    const kept = Object.fromEntries(written.map((each) => [each, this.values[each]]));
    sessionStorage.setItem(this.draftKey, JSON.stringify(kept));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.save();
    }
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    void this.save();
  }

  private body(): Record<string, unknown> {
    const changed = this.fields.filter(({ name }) => this.touched.has(name) && !(this.values[name] instanceof File));
    return Object.fromEntries(changed.map((field) => [field.name, sent(field, this.values[field.name])]));
  }

  private missing(): Problem | undefined {
    const empty = this.fields.filter(
      (field) => isRequired(field, this.values) && field.kind !== 'boolean' && [undefined, null, ''].includes(this.values[field.name] as string),
    );
    const errors = empty.map(({ name }) => ({ field: name, code: 'required', message: t('core.form.required') }));
    return errors.length ? new Problem(400, 'invalid', '', '', errors) : undefined;
  }

  async save(anyway = false): Promise<void> {
    if (this.saving) {
      return;
    }
    this.problem = this.missing();
    if (this.problem) {
      await this.showFirstError();
      return;
    }
    this.saving = true;
    try {
      const saved = await this.store(this.body(), anyway);
      sessionStorage.removeItem(this.draftKey);
      if (saved) {
        const whole = await this.sendFiles(saved);
        this.dispatchEvent(new CustomEvent('pw-saved', { detail: whole, bubbles: true }));
      }
    } catch (problem) {
      if (problem instanceof Problem && (await this.clearOthers(problem))) {
        this.saving = false;
        return this.save(anyway);
      }
      this.problem = problem instanceof Problem ? problem : new Problem(500, '', '', problemText(problem), []);
      await this.showFirstError();
    } finally {
      this.saving = false;
    }
  }

  /** What is refused only because it is of another kind than what was chosen can be cleared, if the person agrees. */
  private async clearOthers({ errors }: Problem): Promise<boolean> {
    const fields = this.fields.filter(({ name }) => errors.some(({ field, code }) => field === name && code === 'other-kind'));
    if (!fields.length || errors.some(({ code }) => code !== 'other-kind')) {
      return false;
    }
    const names = fields.map(({ label }) => t(label)).join(', ');
    const clear = await confirm({ heading: t('core.form.clear-heading'), text: t('core.form.clear-text', { names }), action: t('core.form.clear-action') });
    if (clear) {
      fields.forEach(({ name }) => this.change(name, null));
    }
    return clear;
  }

  private async store(body: Record<string, unknown>, anyway: boolean): Promise<RecordData | undefined> {
    const address = tenantApi(this.type.path);
    const options = query({ duplicates: anyway ? 'allow' : undefined });
    if (!this.record) {
      return api.post<RecordData>(`${address}${options}`, body);
    }
    const settled = await settleCurrencies(this.type, this.record, body);
    if (!settled) {
      return undefined;
    }
    this.record = settled.record;
    try {
      return (await call<RecordData>('PATCH', `${address}/${this.record.id}${options}`, settled.body, { etag: etagOf(this.record) })).data;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 412) {
        return resolveConflict(this.type, this.record, { ...this.values, ...settled.body }, Object.keys(settled.body));
      }
      throw problem;
    }
  }

  /** Sends the chosen files to the record, which is saved by now: if one is refused, the form goes on with that record. */
  private async sendFiles(saved: RecordData): Promise<RecordData> {
    const chosen = this.fields.filter(({ name }) => this.values[name] instanceof File);
    if (!chosen.length) {
      return saved;
    }
    const address = `${tenantApi(this.type.path)}/${saved.id}`;
    this.touched = new Set(chosen.map(({ name }) => name));
    this.record = saved;
    for (const field of chosen) {
      await sendForField(address, field, this.values[field.name] as File);
      this.values = { ...this.values, [field.name]: undefined };
      this.touched.delete(field.name);
      this.record = await api.get<RecordData>(address);
    }
    return this.record;
  }

  private async showFirstError(): Promise<void> {
    await this.updateComplete;
    const name = this.fields.find((field) => this.problem?.of(field.name))?.name;
    if (!name || !(await this.show(name))) {
      this.querySelector('.notice')?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Puts the cursor into a field, if the form has it. */
  private async show(name: string): Promise<boolean> {
    const editor = this.querySelector<HTMLElement & { focusInput(): void; updateComplete: Promise<unknown> }>(`[data-field="${name}"]`);
    await editor?.updateComplete;
    editor?.focusInput();
    editor?.scrollIntoView({ block: 'nearest' });
    return !!editor;
  }
}
