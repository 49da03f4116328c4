import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/multi-select-combo-box';
import {
  formatList,
  formatRelative,
  formatValue,
  language,
  periods,
  PwElement,
  t,
  workspace,
  type Condition,
  type Criteria,
  type FieldDescriptor,
  type Operator,
  type RecordTypeDescriptor,
} from '@pipewright/ui';
import { countries, currencies } from './catalogues.js';
import '../parts/popup.js';
import './field-editor.js';
import { offerOf, type Option } from './offer.js';
import { segmentField, segments } from './segments.js';
import { tags } from './tags.js';
import { rememberTitle, titleFor } from './titles.js';
import { fieldAt, filterFields, isTree, ownFields, partsOf, pathLabel } from './values.js';

const texts: Operator[] = ['contains', 'is', 'starts', 'not', 'empty', 'filled'];
const numbers: Operator[] = ['is', 'from', 'to', 'more', 'less', 'empty', 'filled'];
const days: Operator[] = ['within', 'from', 'to', 'past', 'future', 'empty', 'filled'];
const lists: Operator[] = ['any', 'none', 'empty', 'filled'];
const trees: Operator[] = ['any', 'under', 'none', 'empty', 'filled'];
const segmented: Operator[] = ['segment', 'nosegment'];
const several: Operator[] = ['any', 'under', 'none', ...segmented];

/** Whether what the field refers to stands in a tree of its own type, such as territories. */
const leadsToTree = ({ kind, references }: FieldDescriptor): boolean => kind === 'reference' && isTree(workspace.recordType(references ?? ''));

export function operatorsOf(field: FieldDescriptor): Operator[] {
  const { kind, name } = field;
  if (name === 'missing') {
    return ['filled', 'empty', 'contains'];
  }
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
      return numbers;
    case 'date':
    case 'instant':
      return days;
    case 'boolean':
      return ['is'];
    case 'id':
      return segmented;
    case 'reference':
      return [...(leadsToTree(field) ? trees : lists), ...(workspace.recordType(field.references ?? '') ? segmented : [])];
    case 'choice':
    case 'choices':
    case 'country':
    case 'currency':
    case 'tags':
      return lists;
    case 'taxes':
    case 'file':
      return ['empty', 'filled'];
    default:
      return texts;
  }
}

/** One value of a list is asked for as several are. */
function asBuilt(condition: Condition, field: FieldDescriptor): Condition {
  const operator = ({ is: 'any', not: 'none' } as Partial<Record<Operator, Operator>>)[condition.operator];
  return operator && operatorsOf(field).includes(operator) ? { ...condition, operator } : condition;
}

const valueless: Operator[] = ['empty', 'filled', 'past', 'future'];

/** Whether the condition says enough to be applied. */
export const isComplete = ({ operator, values }: Condition): boolean => valueless.includes(operator) || values.some((value) => value !== '');

/** The field that a condition asks about; where it asks for segments of the records themselves, what stands for these. */
const fieldOfCondition = (type: RecordTypeDescriptor, { field, operator }: Pick<Condition, 'field' | 'operator'>): FieldDescriptor | undefined =>
  field === 'id' && segmented.includes(operator) ? segmentField(type) : fieldAt(type, field);

const labelOf = (type: RecordTypeDescriptor, name: string): string => (name === 'id' ? t('core.segment') : pathLabel(type, name));

/** A condition in words. */
export function describe(type: RecordTypeDescriptor, condition: Condition, ready: () => void): string {
  const field = fieldOfCondition(type, condition);
  const name = field ? labelOf(type, condition.field) : condition.field;
  const values = condition.values.map((value) => valueText(field, condition.operator, value, ready));
  return [name, t(`core.operator.${condition.operator}`), formatList(values.slice(0, 3))].filter(Boolean).join(' ') + (values.length > 3 ? ' …' : '');
}

function valueText(field: FieldDescriptor | undefined, operator: Operator, value: string, ready: () => void): string {
  if (operator === 'within') {
    return t(`core.period.${value}`);
  }
  if (field && segmented.includes(operator)) {
    return segments.nameOf(field.references ?? '', value, ready);
  }
  if (field?.kind === 'reference') {
    return value === 'me' ? t('core.me') : titleFor(field.references ?? '', value, ready);
  }
  if (field?.kind === 'tags') {
    return tags.nameOf(value, ready);
  }
  if (!field || field.kind === 'money') {
    return value;
  }
  const relative = ['date', 'instant'].includes(field.kind) ? formatRelative(value) : undefined;
  return relative ?? formatValue(field, field.kind === 'boolean' ? value === 'true' : value);
}

/** Button that opens the panel, with the number of conditions that apply. */
export const filterButton = (type: RecordTypeDescriptor, criteria: Criteria, change: (event: CustomEvent<Criteria>) => void): TemplateResult => {
  const conditions = criteria.conditions.filter(isComplete).length;
  return html`<pw-popup
    kind="panel"
    panelClass="filter-panel"
    look="button"
    class="filter-button"
    label=${t('core.filter')}
    .button=${html`<pw-icon name="list-filter"></pw-icon><span class="wide">${t('core.filter')}</span>${conditions ? html` <span class="badge accent">${conditions}</span>` : nothing}`}
    .content=${(close: () => void) => html`<pw-filter-panel .type=${type} .criteria=${criteria} .done=${close} @pw-criteria=${change}></pw-filter-panel>`}
  ></pw-popup>`;
};

/** The conditions that apply, in words, each with a way to drop it. */
export const filterChips = (
  type: RecordTypeDescriptor,
  criteria: Criteria,
  { open, change, ready }: { open: () => void; change: (criteria: Criteria) => void; ready: () => void },
): TemplateResult[] => {
  const joint = t(criteria.match === 'all' ? 'core.filter.and' : 'core.filter.or');
  return criteria.conditions.filter(isComplete).map(
    (condition, index) => html`${index ? html`<small class="muted">${joint}</small>` : nothing}
      <span class="chip">
        <button type="button" @click=${open}>${describe(type, condition, ready)}</button>
        <button
          type="button"
          aria-label=${t('core.filter.remove')}
          @click=${() => change({ ...criteria, conditions: criteria.conditions.filter((each) => each !== condition) })}
        >
          <pw-icon name="x"></pw-icon>
        </button>
      </span>`,
  );
};

/** Those of the fields that can be asked for, and the parts of addresses after them. */
const withParts = (fields: FieldDescriptor[]): FieldDescriptor[] => fields.filter(({ filterable }) => filterable !== false).flatMap((field) => [field, ...partsOf(field)]);

/** Where people build a filter: a row for each condition. Sends `pw-criteria` at each change. */
@customElement('pw-filter-panel')
export class PwFilterPanel extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) criteria: Criteria = { match: 'all', conditions: [] };
  /** Called when somebody is done; where there is nothing to leave, there is no button for it. */
  @property({ attribute: false }) done: (() => void) | undefined;

  private get fields(): FieldDescriptor[] {
    return [...withParts(filterFields(this.type)), segmentField(this.type)];
  }

  /** Fields of the records that one of this type belongs to, such as the account of a deal, by the field that leads there. */
  private get related(): { by: FieldDescriptor; fields: FieldDescriptor[] }[] {
    return ownFields(this.type)
      .filter(({ kind, filterable }) => kind === 'reference' && filterable !== false)
      .map((by) => ({ by, target: workspace.recordType(by.references ?? '') }))
      .filter(({ target }) => target?.owned)
      .map(({ by, target }) => ({
        by,
        fields: withParts(ownFields(target!).filter(({ kind }) => kind !== 'reference' && kind !== 'tags')).map((field) => ({ ...field, name: `${by.name}.${field.name}` })),
      }));
  }

  private change(criteria: Criteria): void {
    this.criteria = criteria;
    this.dispatchEvent(new CustomEvent('pw-criteria', { detail: criteria }));
  }

  private setCondition(index: number, change: Partial<Condition>): void {
    const conditions = this.criteria.conditions.map((each, at) => (at === index ? { ...each, ...change } : each));
    this.change({ ...this.criteria, conditions });
  }

  private readonly add = (): void => {
    const used = new Set(this.criteria.conditions.map(({ field }) => field));
    const field = this.fields.find(({ name }) => !used.has(name)) ?? this.fields[0]!;
    const condition = { field: field.name, operator: operatorsOf(field)[0]!, values: [] };
    this.change({ ...this.criteria, conditions: [...this.criteria.conditions, condition] });
  };

  override connectedCallback(): void {
    super.connectedCallback();
    void tags.all().then(
      () => this.requestUpdate(),
      () => undefined,
    );
  }

  protected override willUpdate(): void {
    if (!this.criteria.conditions.length && !this.hasUpdated) {
      const field = this.fields[0];
      this.criteria = field ? { match: 'all', conditions: [{ field: field.name, operator: operatorsOf(field)[0]!, values: [] }] } : this.criteria;
    }
  }

  protected override render(): TemplateResult {
    const { match, conditions } = this.criteria;
    return html`<div class="conditions">${conditions.map((condition, index) => this.renderCondition(condition, index))}</div>
      <div class="buttons">
        <button type="button" class="button small" @click=${this.add}><pw-icon name="plus"></pw-icon>${t('core.filter.add')}</button>
        ${conditions.length > 1
          ? html`<select
              class="input"
              style="width: auto"
              aria-label=${t('core.filter.match')}
              @change=${(event: Event) => this.change({ ...this.criteria, match: (event.target as HTMLSelectElement).value as 'all' })}
            >
              <option value="all" ?selected=${match === 'all'}>${t('core.filter.match.all')}</option>
              <option value="one" ?selected=${match === 'one'}>${t('core.filter.match.one')}</option>
            </select>`
          : nothing}
        <span style="flex: 1"></span>
        <button type="button" class="button small quiet" @click=${() => this.change({ match: 'all', conditions: [] })}>${t('core.filter.clear')}</button>
        ${this.done ? html`<button type="button" class="button small primary" @click=${this.done}>${t('core.done')}</button>` : nothing}
      </div>`;
  }

  private renderCondition(written: Condition, index: number): TemplateResult {
    const { fields, related } = this;
    const known = [...fields, ...related.flatMap((each) => each.fields)].some(({ name }) => name === written.field);
    const field = fieldOfCondition(this.type, written);
    const condition = field ? asBuilt(written, field) : written;
    if (!field) {
      return html`<div class="condition" role="group" aria-label=${t('core.filter.condition', { number: index + 1 })}>
        <code style="grid-column: 1 / -2">${condition.field} ${t(`core.operator.${condition.operator}`)} ${formatList(condition.values)}</code>
        ${this.renderRemove(index)}
      </div>`;
    }
    const option = ({ name }: FieldDescriptor): TemplateResult => html`<option value=${name} ?selected=${name === condition.field}>${labelOf(this.type, name)}</option>`;
    const operators = operatorsOf(field);
    return html`<div class="condition" role="group" aria-label=${t('core.filter.condition', { number: index + 1 })}>
      <select class="input" aria-label=${t('core.field')} @change=${(event: Event) => this.chooseField(index, (event.target as HTMLSelectElement).value)}>
        ${known ? nothing : html`<option value=${condition.field} selected>${pathLabel(this.type, condition.field)}</option>`}
        ${fields.map(option)}
        ${related.map(({ by, fields: reached }) => html`<optgroup label=${t(by.label)}>${reached.map(option)}</optgroup>`)}
      </select>
      <select
        class="input"
        aria-label=${t('core.filter.operator')}
        @change=${(event: Event) => this.setCondition(index, { operator: (event.target as HTMLSelectElement).value as Operator, values: keepValues(condition, (event.target as HTMLSelectElement).value) })}
      >
        ${(operators.includes(condition.operator) ? operators : [...operators, condition.operator]).map((name) => html`<option value=${name} ?selected=${name === condition.operator}>${t(`core.operator.${name}`)}</option>`)}
      </select>
      <div>${this.renderValue(field, condition, index)}</div>
      ${this.renderRemove(index)}
    </div>`;
  }

  private renderRemove(index: number): TemplateResult {
    return html`<button
      type="button"
      class="button quiet icon"
      aria-label=${t('core.filter.remove')}
      @click=${() => this.change({ ...this.criteria, conditions: this.criteria.conditions.filter((_, at) => at !== index) })}
    >
      <pw-icon name="x"></pw-icon>
    </button>`;
  }

  private chooseField(index: number, name: string): void {
    const field = fieldOfCondition(this.type, { field: name, operator: 'segment' })!;
    this.setCondition(index, { field: name, operator: operatorsOf(field)[0]!, values: field.kind === 'boolean' ? ['true'] : [] });
  }

  private renderValue(field: FieldDescriptor, condition: Condition, index: number): TemplateResult | typeof nothing {
    const set = (values: string[]): void => this.setCondition(index, { operator: condition.operator, values });
    if (valueless.includes(condition.operator)) {
      return nothing;
    }
    if (condition.operator === 'within' || field.kind === 'boolean') {
      const options = field.kind === 'boolean' ? ['true', 'false'] : periods;
      const label = (name: string): string => t(field.kind === 'boolean' ? (name === 'true' ? 'core.yes' : 'core.no') : `core.period.${name}`);
      return html`<select class="input" aria-label=${t('core.value')} @change=${(event: Event) => set([(event.target as HTMLSelectElement).value])}>
        <option value="" ?selected=${!condition.values[0]}>${t('core.choose')}</option>
        ${options.map((name) => html`<option value=${name} ?selected=${name === condition.values[0]}>${label(name)}</option>`)}
      </select>`;
    }
    if (several.includes(condition.operator)) {
      return this.renderMany(field, condition, set);
    }
    const plain: FieldDescriptor = field.kind === 'money' ? { ...field, kind: 'decimal' } : field.kind === 'instant' ? { ...field, kind: 'date' } : field;
    const single = ['date', 'integer', 'decimal', 'percent'].includes(plain.kind) ? plain : { ...plain, kind: 'text' as const };
    return html`<pw-field-editor
      bare
      .field=${single}
      .value=${condition.values[0] ?? ''}
      @pw-value=${(event: CustomEvent) => set(event.detail === null ? [] : [String(event.detail)])}
    ></pw-field-editor>`;
  }

  private renderMany(field: FieldDescriptor, condition: Condition, set: (values: string[]) => void): TemplateResult {
    const options = segmented.includes(condition.operator) ? this.segmentsOf(field) : this.optionsOf(field);
    const label = (value: string): string => options?.find((each) => each.value === value)?.label ?? valueText(field, condition.operator, value, () => this.requestUpdate());
    const chosen = condition.values.map((value) => ({ value, label: label(value) }));
    return html`<vaadin-multi-select-combo-box
      style="width: 100%"
      item-value-path="value"
      item-id-path="value"
      item-label-path="label"
      accessible-name=${t('core.value')}
      placeholder=${t('core.choose')}
      .items=${options}
      .dataProvider=${options ? undefined : this.offer(field)}
      .selectedItems=${chosen}
      @selected-items-changed=${(event: CustomEvent<{ value: Option[] }>) => {
        const next = event.detail.value;
        next.forEach(({ value, label }) => rememberTitle(value, label));
        const values = next.map(({ value }) => value);
        if (values.join() !== condition.values.join()) {
          set(values);
        }
      }}
    ></vaadin-multi-select-combo-box>`;
  }

  private segmentsOf({ references }: FieldDescriptor): Option[] {
    return segments.of(references ?? '', () => this.requestUpdate()).map(({ id, name }) => ({ value: id, label: name }));
  }

  private optionsOf(field: FieldDescriptor): Option[] | undefined {
    if (field.kind === 'country') {
      return countries(language());
    }
    if (field.kind === 'currency') {
      return currencies(language());
    }
    if (field.kind === 'tags') {
      return tags.known.map(({ id, name }) => ({ value: id, label: name }));
    }
    return ['choice', 'choices'].includes(field.kind) ? field.choices?.map(({ value, label }) => ({ value, label: t(label) })) : undefined;
  }

  private readonly providers = new Map<string, unknown>();

  private offer({ name, references }: FieldDescriptor): unknown {
    if (!this.providers.has(name)) {
      this.providers.set(name, offerOf(references ?? '', references === 'core.member' ? [{ value: 'me', label: t('core.me') }] : []));
    }
    return this.providers.get(name);
  }
}

function keepValues(condition: Condition, operator: string): string[] {
  const kinds = (name: string): string => (segmented.includes(name as Operator) ? 'segments' : several.includes(name as Operator) ? 'many' : valueless.includes(name as Operator) ? 'no' : name === 'within' ? 'period' : 'one');
  return kinds(condition.operator) === kinds(operator) ? condition.values : [];
}
