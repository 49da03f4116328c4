import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/text-area';
import '@vaadin/text-field';
import { api, call, language, languageName, languages, many, Problem, PwElement, t, tenantApi, workspace, type FieldConditions, type FieldDescriptor, type FieldKind } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { problemText } from '../parts/states.js';
import '../records/field-editor.js';
import './conditions-editor.js';

type Texts = Record<string, string>;

export interface OwnChoice {
  value: string;
  labels: Texts;
}

/** A field that the organisation added. */
export interface OwnField {
  id: string;
  version: number;
  recordType: string;
  name: string;
  kind: string;
  references: string;
  labels: Texts;
  help: Texts;
  group: string;
  required: boolean;
  unique: boolean;
  indexed: boolean;
  searchable: boolean;
  choices: OwnChoice[];
  preset: unknown;
  conditions: FieldConditions;
  formula: string;
  hiddenAt?: string;
  goneAt?: string;
}

const kinds = ['TEXT', 'MULTILINE', 'INTEGER', 'DECIMAL', 'MONEY', 'DATE', 'BOOLEAN', 'CHOICE', 'CHOICES', 'REFERENCE', 'FILE', 'EMAIL', 'PHONE', 'URL', 'FORMULA'];
/** Kinds of fields of which formulas are made. */
const reckonable = ['text', 'multiline', 'email', 'phone', 'url', 'country', 'currency', 'choice', 'integer', 'decimal', 'percent', 'money', 'boolean', 'date'];
const isList = (kind: string): boolean => ['CHOICE', 'CHOICES'].includes(kind);
const isText = (kind: string): boolean => ['TEXT', 'MULTILINE', 'EMAIL', 'PHONE', 'URL'].includes(kind);
/** Nobody can be asked for what is reckoned, nor for a file before there is a record it is sent to. */
const canBeRequired = (kind: string): boolean => !['FILE', 'FORMULA'].includes(kind);
const canBeIndexed = (kind: string): boolean => !['MULTILINE', 'FILE', 'FORMULA'].includes(kind);
const without = (kind: string): (keyof FieldConditions)[] => (kind === 'FORMULA' ? ['required', 'readOnly'] : kind === 'FILE' ? ['required'] : []);
const canBeUnique = (kind: string): boolean => ['TEXT', 'EMAIL', 'PHONE', 'URL', 'INTEGER'].includes(kind);

/** The text in the person's language, or in one there is. */
export const labelOf = (texts: Texts): string => texts[language()] ?? texts.en ?? Object.values(texts)[0] ?? '';

const filled = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim()));

/** One line for each choice; languages stand between bars, as in the order of the labels. */
const lineOf = ({ labels }: OwnChoice): string => languages.map((each) => labels[each] ?? '').join(' | ').replace(/( \| )+$/, '');

function choiceOf(line: string, known: OwnChoice[]): OwnChoice {
  const texts = line.split('|').map((text) => text.trim());
  const labels = filled(Object.fromEntries(languages.map((each, place) => [each, texts[place] ?? ''])));
  const before = known.find((choice) => lineOf(choice) === line.trim() || Object.entries(labels).some(([each, text]) => choice.labels[each] === text));
  return { ...(before && { value: before.value }), labels } as OwnChoice;
}

/** What a field is asked to be; sends `pw-own-field` with what was filled in. */
@customElement('pw-own-field-form')
export class PwOwnFieldForm extends PwElement {
  @property({ attribute: false }) recordType = '';
  @property({ attribute: false }) field: OwnField | undefined;
  @property({ attribute: false }) close: (saved: boolean) => void = () => undefined;
  @state() private values: Omit<OwnField, 'id' | 'version' | 'recordType' | 'name'> = {
    kind: 'TEXT',
    references: '',
    labels: {},
    help: {},
    group: '',
    required: false,
    unique: false,
    indexed: false,
    searchable: false,
    choices: [],
    preset: null,
    conditions: {},
    formula: '',
  };
  @state() private lines = '';
  @state() private problem: Problem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.field) {
      this.values = { ...this.values, ...this.field };
      this.lines = this.field.choices.map(lineOf).join('\n');
    }
  }

  protected override render(): TemplateResult {
    const { kind, labels, help, group } = this.values;
    return html`<form id="pw-own-field" novalidate @submit=${this.save}>
      ${this.problem
        ? html`<div class="notice bad" role="alert" style="margin-bottom: 12px">
            <pw-icon name="circle-alert"></pw-icon>
            <div class="grow">${this.problem.errors.length ? this.problem.errors.map(({ message }) => html`<div>${message}</div>`) : problemText(this.problem)}</div>
          </div>`
        : nothing}
      <div class="form-section">
        ${languages.map((each) => this.renderText(t('core.own-field.label', { language: languageName(each) }), labels[each], this.wrong(`labels.${each}`, 'labels'), (text) => this.set({ labels: { ...labels, [each]: text } })))}
        ${this.field ? nothing : this.renderKind()} ${kind === 'REFERENCE' && !this.field ? this.renderReferences() : nothing}
        ${isList(kind) ? this.renderChoices() : nothing} ${kind === 'FORMULA' ? this.renderFormula() : this.renderPreset()}
        ${this.renderText(t('core.own-field.group'), group, this.wrong('group'), (text) => this.set({ group: text }))}
        ${languages.map((each) => this.renderText(t('core.own-field.help', { language: languageName(each) }), help[each], this.wrong(`help.${each}`), (text) => this.set({ help: { ...help, [each]: text } })))}
      </div>
      <div class="form-section">
        ${canBeRequired(kind) ? this.renderMark('required') : nothing} ${canBeUnique(kind) ? this.renderMark('unique') : nothing} ${canBeIndexed(kind) ? this.renderMark('indexed') : nothing}
        ${isText(kind) ? this.renderMark('searchable') : nothing}
      </div>
      <details ?open=${Object.values(this.values.conditions).some(Boolean)}>
        <summary>${t('core.own-field.conditions')}</summary>
        <pw-conditions-editor
          name=${this.field?.name ?? ''}
          .recordType=${this.recordType}
          .conditions=${this.values.conditions}
          .problem=${this.problem}
          .without=${without(kind)}
          @pw-conditions=${({ detail }: CustomEvent<FieldConditions>) => this.set({ conditions: detail })}
        ></pw-conditions-editor>
      </details>
    </form>`;
  }

  private set(change: Partial<typeof this.values>): void {
    this.values = { ...this.values, ...change };
  }

  private wrong(...names: string[]): string {
    return this.problem?.errors.find(({ field }) => names.some((name) => field === name))?.message ?? '';
  }

  private renderText(label: string, value: string | undefined, error: string, change: (text: string) => void): TemplateResult {
    return html`<vaadin-text-field
      manual-validation
      .label=${label}
      .value=${value ?? ''}
      ?invalid=${!!error}
      .errorMessage=${error}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    ></vaadin-text-field>`;
  }

  private renderKind(): TemplateResult {
    const field: FieldDescriptor = {
      name: 'kind',
      label: 'core.own-field.kind',
      kind: 'choice',
      choices: kinds.map((value) => ({ value, label: `core.own-field.kind.${value}` })),
    };
    return html`<pw-field-editor
      .field=${field}
      .value=${this.values.kind}
      .required=${true}
      @pw-value=${({ detail }: CustomEvent<string | null>) => detail && this.set({ kind: detail, unique: false, indexed: false, searchable: false, required: false, preset: null })}
    ></pw-field-editor>`;
  }

  private renderReferences(): TemplateResult {
    const types = workspace.manifest!.recordTypes.filter(({ partOf }) => !partOf);
    const field: FieldDescriptor = {
      name: 'references',
      label: 'core.own-field.references',
      kind: 'choice',
      choices: types.map(({ name }) => ({ value: name, label: many(name) })),
    };
    return html`<pw-field-editor
      .field=${field}
      .value=${this.values.references}
      .required=${true}
      .error=${this.wrong('references')}
      @pw-value=${({ detail }: CustomEvent<string | null>) => this.set({ references: detail ?? '' })}
    ></pw-field-editor>`;
  }

  private renderChoices(): TemplateResult {
    const error = this.problem?.errors.find(({ field }) => field.startsWith('choices'))?.message ?? '';
    return html`<vaadin-text-area
      class="wide"
      manual-validation
      min-rows="4"
      .label=${t('core.own-field.choices')}
      .helperText=${t('core.own-field.choices.help', { languages: languages.map(languageName).join(' | ') })}
      .value=${this.lines}
      ?invalid=${!!error}
      .errorMessage=${error}
      @input=${(event: Event) => (this.lines = (event.target as HTMLTextAreaElement).value)}
    ></vaadin-text-area>`;
  }

  private get choices(): OwnChoice[] {
    return isList(this.values.kind)
      ? this.lines
          .split('\n')
          .filter((line) => line.trim())
          .map((line) => choiceOf(line, this.field?.choices ?? []))
      : [];
  }

  private renderFormula(): TemplateResult {
    const error = this.problem?.errors.find(({ field }) => field.startsWith('formula'));
    const about = error?.field.slice('formula.'.length);
    return html`<vaadin-text-area
      class="wide"
      manual-validation
      required
      .label=${t('core.own-field.formula')}
      .helperText=${t('core.own-field.formula.help')}
      .value=${this.values.formula}
      ?invalid=${!!error}
      .errorMessage=${error ? [about, error.message].filter(Boolean).join(': ') : ''}
      @input=${(event: Event) => this.set({ formula: (event.target as HTMLTextAreaElement).value })}
    ></vaadin-text-area>
    <select class="input" aria-label=${t('core.own-field.formula.insert')} @change=${this.insertField}>
      <option value="">${t('core.own-field.formula.insert')}</option>
      ${workspace
        .recordType(this.recordType)!
        .fields.filter(({ name, kind }) => reckonable.includes(kind) && name !== this.field?.name)
        .map(({ name, label }) => html`<option value=${name}>${t(label)} (${name})</option>`)}
    </select>`;
  }

  /** Formulas name fields as programs do, which nobody knows by heart. */
  private readonly insertField = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    this.set({ formula: `${this.values.formula} ${select.value}`.trim() });
    select.value = '';
  };

  private renderPreset(): TemplateResult | typeof nothing {
    const { kind, preset } = this.values;
    const choices = this.choices.filter(({ value }) => value).map(({ value, labels }) => ({ value, label: labelOf(labels) }));
    if (['REFERENCE', 'FILE'].includes(kind) || (isList(kind) && !choices.length)) {
      return nothing;
    }
    const field: FieldDescriptor = { name: 'preset', label: 'core.own-field.preset', kind: kind.toLowerCase() as FieldKind, choices };
    return html`<pw-field-editor
      .field=${field}
      .value=${preset}
      .error=${this.wrong('preset')}
      @pw-value=${({ detail }: CustomEvent) => this.set({ preset: detail })}
    ></pw-field-editor>`;
  }

  private renderMark(mark: 'required' | 'unique' | 'indexed' | 'searchable'): TemplateResult {
    const error = this.wrong(mark);
    return html`<div>
      <vaadin-checkbox
        .label=${t(`core.own-field.${mark}`)}
        .helperText=${error || t(`core.own-field.${mark}.help`)}
        .checked=${this.values[mark]}
        @change=${(event: Event) => this.set({ [mark]: (event.target as HTMLInputElement).checked })}
      ></vaadin-checkbox>
    </div>`;
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { kind, references, labels, help, group, required, unique, indexed, searchable, preset, conditions, formula } = this.values;
    const change = { labels: filled(labels), help: filled(help), group, required, unique, indexed, searchable, choices: this.choices, preset, conditions, formula: kind === 'FORMULA' ? formula : '' };
    try {
      if (this.field) {
        await call('PUT', tenantApi(`own-fields/${this.field.id}`), change, { etag: `"${this.field.version}"` });
      } else {
        await api.post(tenantApi('own-fields'), { recordType: this.recordType, kind, ...(references && { references }), ...change });
      }
      this.close(true);
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure : new Problem(500, '', '', problemText(failure), []);
    }
  };
}

/** Asks for a new field, or what shall be different about one; true when it was saved. */
export async function editOwnField(recordType: string, field?: OwnField): Promise<boolean> {
  const saved = await ask<boolean>({
    heading: field ? t('core.own-field.change', { name: labelOf(field.labels) }) : t('core.own-field.new-of', { type: many(recordType) }),
    width: '680px',
    content: (close) => html`<pw-own-field-form .recordType=${recordType} .field=${field} .close=${close}></pw-own-field-form>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close(false)}>${t('core.cancel')}</button>
      <button class="button primary" form="pw-own-field">${t('core.save')}</button>`,
  });
  return saved ?? false;
}
