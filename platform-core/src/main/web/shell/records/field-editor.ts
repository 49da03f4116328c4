import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/checkbox';
import '@vaadin/combo-box';
import '@vaadin/date-picker';
import '@vaadin/date-time-picker';
import '@vaadin/email-field';
import '@vaadin/integer-field';
import '@vaadin/multi-select-combo-box';
import '@vaadin/number-field';
import '@vaadin/text-area';
import '@vaadin/text-field';
import {
  allOf,
  api,
  formatDate,
  instantOf,
  isPoints,
  language,
  one,
  PwElement,
  query,
  quote,
  rolesOf,
  t,
  tenantApi,
  wallOf,
  workspace,
  type ContactPoint,
  type FieldDescriptor,
  type Money,
  type Page,
  type RecordTypeDescriptor,
  type Reference,
} from '@pipewright/ui';
import { awayToday, inWords } from './absences.js';
import './contact-points.js';
import { plainAmount } from './amounts.js';
import { countries, currencies, offeredCurrencies, preferredCurrency } from './catalogues.js';
import { datePickerTexts } from './date-texts.js';
import type { Column } from './moving.js';
import { askedFields, titleOf } from './values.js';

interface Option {
  value: string;
  label: string;
  /** What it is called once chosen, where the label tells more. */
  title?: string;
  create?: string;
}

type Filled = Event & { target: HTMLElement & { value: string; checked: boolean } };

/** The filter of what may be chosen: empty for all, undefined while nothing can be chosen yet. */
function offeredFor({ offered = '' }: FieldDescriptor, record: Record<string, unknown>): string | undefined {
  const names = [...offered.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  if (names.some((name) => record[name] === undefined)) {
    return '';
  }
  const text = (value: unknown): string => (typeof value === 'object' ? (value as Reference).id : String(value));
  return names.some((name) => record[name] === null || record[name] === '')
    ? undefined
    : offered.replace(/\{(\w+)\}/g, (_, name: string) => quote(text(record[name])));
}

/** The input for one field of a record or a verb; sends `pw-value` with what was entered. */
@customElement('pw-field-editor')
export class PwFieldEditor extends PwElement {
  @property({ attribute: false }) field!: FieldDescriptor;
  @property({ attribute: false }) value: unknown;
  /** The record it belongs to, as far as it is known: what may be chosen can depend on it. */
  @property({ attribute: false }) record: Record<string, unknown> = {};
  /** The type of that record. */
  @property({ attribute: false }) type: RecordTypeDescriptor | undefined;
  /** Name of the verb of whose input it is, if it is one. */
  @property() verb = '';
  @property() error = '';
  /** Without label and message, for cells and rows. */
  @property({ type: Boolean }) bare = false;
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) autofocus = false;
  @state() private ready = true;

  protected override firstUpdated(): void {
    if (this.autofocus) {
      void this.focusInput();
    }
  }

  /** What explains the field stands below the input; what was offered for other values of the record is asked for anew. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('record') && (this.field.narrowed || this.field.offered)) {
      this.querySelector<HTMLElement & { clearCache(): void }>('vaadin-combo-box')?.clearCache();
    }
    const input = this.querySelector<HTMLElement & { helperText?: string }>('vaadin-checkbox, [manual-validation], vaadin-text-area');
    if (input && this.field.help && !this.bare) {
      input.helperText = t(this.field.help);
    }
  }

  async focusInput(): Promise<void> {
    await this.updateComplete;
    const input = this.firstElementChild?.matches('.money') ? this.querySelector('vaadin-text-field') : this.firstElementChild;
    (input as HTMLElement | null)?.focus();
    (this.querySelector('input') as HTMLInputElement | null)?.select?.();
  }

  private get label(): string {
    return this.bare ? '' : t(this.field.label);
  }

  private readonly emit = (value: unknown): void => {
    this.value = value;
    this.dispatchEvent(new CustomEvent('pw-value', { detail: value, bubbles: true }));
  };

  private readonly onText = (event: Filled): void => this.emit(event.target.value || null);

  private readonly onNumber = (event: Filled): void => this.emit(event.target.value === '' ? null : Number(event.target.value));

  protected override render(): TemplateResult | typeof nothing {
    return this.ready ? this.renderInput() : nothing;
  }

  private renderInput(): TemplateResult {
    const { kind, max, name } = this.field;
    if (isPoints(this.field)) {
      return this.renderPoints();
    }
    const text = String(this.value ?? '');
    switch (kind) {
      case 'multiline':
        return html`<vaadin-text-area
          class="wide"
          name=${name}
          .label=${this.label}
          .value=${text}
          .maxlength=${max}
          ?required=${this.required}
          ?invalid=${!!this.error}
          .errorMessage=${this.error}
          accessible-name=${t(this.field.label)}
          min-rows=${this.bare ? 1 : 3}
          @input=${this.onText}
        ></vaadin-text-area>`;
      case 'email':
        return html`<vaadin-email-field
          name=${name}
          manual-validation
          .label=${this.label}
          .value=${text}
          ?required=${this.required}
          ?invalid=${!!this.error}
          .errorMessage=${this.error}
          accessible-name=${t(this.field.label)}
          @input=${this.onText}
        ></vaadin-email-field>`;
      case 'integer':
      case 'decimal':
      case 'percent':
        return this.renderNumber();
      case 'boolean':
        return html`<div class=${this.bare ? '' : 'tick'}>
          <vaadin-checkbox
            .label=${this.label}
            accessible-name=${t(this.field.label)}
            .checked=${!!this.value}
            @change=${(event: Filled) => this.emit(event.target.checked)}
          ></vaadin-checkbox>
        </div>`;
      case 'date':
        return html`<vaadin-date-picker
          name=${name}
          manual-validation
          clear-button-visible
          .i18n=${datePickerTexts()}
          .label=${this.label}
          .value=${text.slice(0, 10)}
          ?required=${this.required}
          ?invalid=${!!this.error}
          .errorMessage=${this.error}
          accessible-name=${t(this.field.label)}
          placeholder=${formatDate('2026-12-31')}
          @change=${this.onText}
        ></vaadin-date-picker>`;
      case 'instant':
        return html`<vaadin-date-time-picker
          manual-validation
          .i18n=${datePickerTexts()}
          .label=${this.label}
          .value=${localOf(text)}
          ?required=${this.required}
          ?invalid=${!!this.error}
          .errorMessage=${this.error}
          @change=${(event: Filled) => this.emit(event.target.value ? instantOf(new Date(`${event.target.value}Z`)).toISOString() : null)}
        ></vaadin-date-time-picker>`;
      case 'choice':
        return this.renderChoices(this.field.choices?.map(({ value, label }) => ({ value, label: t(label) })) ?? []);
      case 'choices':
        return this.renderSeveral(this.field.choices?.map(({ value, label }) => ({ value, label: t(label) })) ?? [], (this.value as string[] | null | undefined) ?? [], (values) => values);
      case 'roles':
        return this.renderRoles();
      case 'country':
        return this.renderChoices(countries(language()));
      case 'currency':
        return this.renderChoices(this.currencyChoices);
      case 'reference':
        return this.renderReference();
      case 'money':
        return this.renderMoney();
      case 'file':
        return this.renderFile();
      default:
        return html`<vaadin-text-field
          name=${name}
          manual-validation
          .label=${this.label}
          .value=${text}
          .maxlength=${max}
          ?required=${this.required}
          ?invalid=${!!this.error}
          .errorMessage=${this.error}
          accessible-name=${t(this.field.label)}
          autocomplete="off"
          @input=${this.onText}
        ></vaadin-text-field>`;
    }
  }

  private renderPoints(): TemplateResult {
    return html`<pw-contact-points
      .field=${this.field}
      .points=${(this.value as ContactPoint[] | null | undefined) ?? []}
      .error=${this.error}
      ?bare=${this.bare}
      @pw-points=${(event: CustomEvent<ContactPoint[]>) => this.emit(event.detail)}
    ></pw-contact-points>`;
  }

  private renderNumber(): TemplateResult {
    const { kind, name } = this.field;
    const text = this.value === null || this.value === undefined ? '' : String(this.value);
    if (kind === 'integer') {
      return html`<vaadin-integer-field
        name=${name}
        manual-validation
        .label=${this.label}
        .value=${text}
        ?required=${this.required}
        ?invalid=${!!this.error}
        .errorMessage=${this.error}
        accessible-name=${t(this.field.label)}
        @input=${this.onNumber}
      ></vaadin-integer-field>`;
    }
    return html`<vaadin-number-field
      name=${name}
      manual-validation
      .label=${this.label}
      .value=${text}
      .step=${0.01}
      ?required=${this.required}
      ?invalid=${!!this.error}
      .errorMessage=${this.error}
      accessible-name=${t(this.field.label)}
      @input=${this.onNumber}
    >
      ${kind === 'percent' ? html`<span slot="suffix">%</span>` : nothing}
    </vaadin-number-field>`;
  }

  private renderChoices(options: Option[]): TemplateResult {
    return html`<vaadin-combo-box
      name=${this.field.name}
      manual-validation
      .items=${options}
      item-value-path="value"
      item-label-path="label"
      .label=${this.label}
      .value=${String(this.value ?? '')}
      ?required=${this.required}
      ?clear-button-visible=${!this.required}
      ?invalid=${!!this.error}
      .errorMessage=${this.error}
      accessible-name=${t(this.field.label)}
      @change=${this.onText}
    ></vaadin-combo-box>`;
  }

  /** The roles there are, and such as are named though there is none of that name any more. */
  private renderRoles(): TemplateResult {
    const known = this.field.choices ?? [];
    const named = rolesOf(this.value).map((role) => known.find(({ value }) => value.toLowerCase() === role.toLowerCase())?.value ?? role);
    const gone = named.filter((role) => !known.some(({ value }) => value === role)).map((role) => ({ value: role, label: role }));
    return this.renderSeveral([...known, ...gone], named, (values) => values.join(', '));
  }

  private renderSeveral(options: Option[], chosen: string[], written: (values: string[]) => unknown): TemplateResult {
    return html`<vaadin-multi-select-combo-box
      name=${this.field.name}
      manual-validation
      .items=${options}
      item-id-path="value"
      item-value-path="value"
      item-label-path="label"
      .selectedItems=${options.filter(({ value }) => chosen.includes(value))}
      .label=${this.label}
      ?required=${this.required}
      ?invalid=${!!this.error}
      .errorMessage=${this.error}
      accessible-name=${t(this.field.label)}
      @selected-items-changed=${(event: CustomEvent<{ value: Option[] }>) => {
        const values = event.detail.value.map(({ value }) => value);
        if (values.join() !== chosen.join()) {
          this.emit(values.length ? written(values) : null);
        }
      }}
    ></vaadin-multi-select-combo-box>`;
  }

  private get target(): RecordTypeDescriptor | undefined {
    return workspace.recordType(this.field.references ?? '');
  }

  private get currencyChoices(): Option[] {
    const offered = offeredCurrencies(this.value as string | undefined);
    return currencies(language()).filter(({ value }) => offered.includes(value));
  }

  private renderReference(): TemplateResult {
    const chosen = this.value as Reference | string | null | undefined;
    const option = typeof chosen === 'string' ? { value: chosen, label: chosen } : chosen && { value: chosen.id, label: chosen.title };
    return html`<vaadin-combo-box
      name=${this.field.name}
      manual-validation
      clear-button-visible
      .dataProvider=${this.offer}
      item-value-path="value"
      item-label-path="label"
      .selectedItem=${option ?? null}
      .label=${this.label}
      ?required=${this.required}
      ?invalid=${!!this.error}
      .errorMessage=${this.error}
      accessible-name=${t(this.field.label)}
      placeholder=${t('core.search-reference')}
      @change=${this.onReference}
    ></vaadin-combo-box>`;
  }

  private cursors: { words: string; after: string | undefined } = { words: '', after: undefined };

  private readonly offer = async (
    { page, pageSize, filter }: { page: number; pageSize: number; filter: string },
    callback: (items: Option[], size: number) => void,
  ): Promise<void> => {
    const type = this.target;
    if (!type) {
      callback([], 0);
      return;
    }
    const after = page > 0 && this.cursors.words === filter ? this.cursors.after : undefined;
    const criteria = offeredFor(this.field, this.record);
    if (criteria === undefined) {
      callback([], 0);
      return;
    }
    try {
      const [places, choices] = await Promise.all([this.places(), this.choices()]);
      if (choices && !choices.size) {
        callback([], 0);
        return;
      }
      if (places) {
        const open = places.filter(({ id }) => !choices || choices.has(id));
        const options = open.filter(({ title }) => title.toLowerCase().includes(filter.toLowerCase())).map(({ id, title }) => ({ value: id, label: title }));
        callback(options, options.length);
        return;
      }
      const found = await api.get<Page>(
        tenantApi(type.path) + query({
            q: filter,
            filter: allOf(type.catalogue ? 'active==true' : '', criteria, choices ? `id=in=(${[...choices].join()})` : ''),
            limit: pageSize,
            after,
            fields: askedFields(type),
            sort: filter ? undefined : type.catalogue ? type.defaultSort : type.titleField,
          }),
      );
      this.cursors = { words: filter, after: found.next ?? undefined };
      const away = type.name === 'core.member' ? await awayToday() : undefined;
      const options = found.items.map((item) => ({ value: item.id, title: titleOf(type, item), label: inWords(titleOf(type, item), away?.get(item.id)) }));
      const create = !found.next && filter && type.actions.create ? [this.creation(type, filter)] : [];
      callback([...options, ...create], page * pageSize + options.length + create.length + (found.next ? pageSize : 0));
    } catch {
      callback([], 0);
    }
  };

  private async choices(): Promise<Set<string> | undefined> {
    return this.type && this.field.narrowed
      ? (await import('./choices.js')).choicesFor(this.type, this.field.name, this.record, this.verb || undefined)
      : undefined;
  }

  /** Where on its course the person may bring the record; undefined where the field is no such place or has no course. */
  private async places(): Promise<Column[] | undefined> {
    const course = this.type?.boards?.find(({ field, roles }) => field === this.field.name && roles);
    const per = this.record[course?.per ?? ''] as Reference | string | null | undefined;
    if (!course || !per || !workspace.recordType(course.course ?? '')) {
      return undefined;
    }
    const { columnsOf } = await import('./moving.js');
    const columns = await columnsOf(this.type!, course, typeof per === 'string' ? per : per.id);
    return columns.length ? columns.filter(({ barred }) => !barred) : undefined;
  }

  private creation(type: RecordTypeDescriptor, words: string): Option {
    return { value: 'create', label: t('core.create-named', { type: one(type.label), name: words }), create: words };
  }

  private async onReference(event: Event): Promise<void> {
    const box = event.target as HTMLElement & { selectedItem: Option | null };
    const option = box.selectedItem;
    if (!option?.create) {
      this.emit(option ? { id: option.value, title: option.title ?? option.label } : null);
      return;
    }
    const type = this.target!;
    const { createRecord } = await import('./create.js');
    const created = await createRecord(type, { preset: { [type.titleField]: option.create }, stay: true });
    this.emit(created ? { id: created.id, title: titleOf(type, created) } : null);
    box.selectedItem = created ? { value: created.id, label: titleOf(type, created) } : null;
    this.redraw();
  }

  private redraw(): void {
    this.ready = false;
    requestAnimationFrame(() => (this.ready = true));
  }

  /** A file that is chosen here is sent once the record is saved. */
  private renderFile(): TemplateResult {
    const file = this.value as File | Reference | null | undefined;
    const name = file instanceof File ? file.name : (file?.title ?? '');
    const label = t(this.field.label);
    return html`<div class="field file-field" role="group" aria-label=${label}>
      ${this.bare ? nothing : html`<span class="label">${label}</span>`}
      <div class="chosen">
        ${name ? html`<span>${name}</span>` : nothing}
        ${workspace.can('core.file')
          ? html`<label class="button small">
              <pw-icon name="upload"></pw-icon>${t(name ? 'core.files.choose-other' : 'core.files.choose')}
              <input class="unseen" type="file" name=${this.field.name} aria-label=${t('core.files.choose-for', { name: label })} @change=${this.onFile} />
            </label>`
          : nothing}
        ${name
          ? html`<button type="button" class="button quiet small icon" aria-label=${t('core.files.take-out', { name })} title=${t('core.files.take-out', { name })} @click=${() => this.emit(null)}>
              <pw-icon name="x"></pw-icon>
            </button>`
          : nothing}
      </div>
      ${this.error ? html`<p class="error" role="alert">${this.error}</p>` : this.field.help && !this.bare ? html`<p class="muted">${t(this.field.help)}</p>` : nothing}
    </div>`;
  }

  private readonly onFile = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) {
      this.emit(file);
    }
  };

  private renderMoney(): TemplateResult {
    const money = this.value as Money | null | undefined;
    const currency = money?.currency ?? preferredCurrency();
    const change = (amount: string, code: string): void => this.emit(amount === '' ? null : { amount, currency: code });
    return html`<div class="money">
      <vaadin-text-field
        name=${this.field.name}
        manual-validation
        inputmode="decimal"
        .label=${this.label}
        .value=${money?.amount ?? ''}
        ?required=${this.required}
        ?invalid=${!!this.error}
        .errorMessage=${this.error}
        accessible-name=${t(this.field.label)}
        @input=${(event: Filled) => change(plainAmount(event.target.value), currency)}
      ></vaadin-text-field>
      <select
        class="input"
        aria-label=${t('core.currency')}
        .value=${currency}
        @change=${(event: Filled) => change(money?.amount ?? '', event.target.value)}
      >
        ${offeredCurrencies(currency).map((code) => html`<option ?selected=${code === currency}>${code}</option>`)}
      </select>
    </div>`;
  }
}

const localOf = (instant: string): string => (instant ? wallOf(instant).toISOString().slice(0, 16) : '');
