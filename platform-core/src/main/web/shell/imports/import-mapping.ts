import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatNumber, PwElement, query, t, tenantApi, workspace, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { pointPlaces } from '../records/contact-points.js';
import { ownFields, systemFields } from '../records/values.js';
import { adjust, connect, type FieldMapping, type ImportMapping, type ImportRun, type ValueMeaning } from './model.js';

const dayPatterns = ['yyyy-MM-dd', 'dd.MM.yyyy', 'd.M.yyyy', 'MM/dd/yyyy', 'M/d/yyyy', 'dd/MM/yyyy', 'yyyy/MM/dd', 'dd-MM-yyyy'];

/** Which column goes into which field, and how its values are read. Sends `pw-mapped`. */
@customElement('pw-import-mapping')
export class PwImportMapping extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) run!: ImportRun;
  @property({ type: Boolean }) busy = false;
  @state() private mapping: ImportMapping = { fields: [], mode: 'create', keys: [], historical: false };

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('run') && !this.hasUpdated && this.run.mapping) {
      this.mapping = { ...this.mapping, ...this.run.mapping };
    }
  }

  private get fields(): FieldDescriptor[] {
    const importable = ({ name }: FieldDescriptor): boolean => ['owner', 'team', 'createdAt'].includes(name);
    const own = ownFields(this.type).filter(({ kind }) => kind !== 'file');
    return [...own, ...systemFields(this.type).filter(importable), ...own.filter(({ readOnly }) => !readOnly).flatMap(pointPlaces)];
  }

  private get missing(): FieldDescriptor[] {
    const given = new Set(this.mapping.fields.map(({ field }) => field));
    return this.fields.filter(({ name, required }) => required && !given.has(name));
  }

  protected override render(): TemplateResult {
    const columns = this.run.columns ?? [];
    const keysMissing = this.mapping.mode !== 'create' && !this.mapping.keys.length;
    return html`${this.run.remembered
        ? html`<div class="notice"><pw-icon name="history"></pw-icon><div class="grow">${t('core.import.remembered')}</div></div>`
        : nothing}
      <section class="card">
        <header><h2>${t('core.import.columns')}</h2></header>
        <div class="body scroll" style="padding-inline: 6px">
          <table class="table stacked">
            <thead>
              <tr>
                <th scope="col">${t('core.import.column')}</th>
                <th scope="col">${t('core.import.values')}</th>
                <th scope="col">${t('core.import.goes-into')}</th>
                <th scope="col">${t('core.import.reading')}</th>
              </tr>
            </thead>
            <tbody>
              ${columns.map((column, index) => this.renderColumn(column, index))}
            </tbody>
          </table>
        </div>
      </section>
      ${this.renderConstants()} ${this.renderMode()}
      ${this.missing.length && this.mapping.mode !== 'update'
        ? html`<div class="notice warn">
            <pw-icon name="triangle-alert"></pw-icon>
            <div class="grow">${t('core.import.missing', { names: this.missing.map(({ label }) => t(label)).join(', ') })}</div>
          </div>`
        : nothing}
      ${keysMissing ? html`<div class="notice warn"><pw-icon name="triangle-alert"></pw-icon><div class="grow">${t('core.import.keys.missing')}</div></div>` : nothing}
      <div class="buttons" style="justify-content: flex-end">
        <button
          type="button"
          class="button primary"
          ?disabled=${this.busy || keysMissing || !this.mapping.fields.length}
          @click=${() => this.dispatchEvent(new CustomEvent('pw-mapped', { detail: this.mapping }))}
        >
          ${t('core.import.check')}<pw-icon name="arrow-right"></pw-icon>
        </button>
      </div>`;
  }

  private samples(index: number): string[] {
    return [...new Set((this.run.sample ?? []).map((cells) => cells[index] ?? '').filter(Boolean))];
  }

  private renderColumn(column: string, index: number): TemplateResult {
    const mapped = this.mapping.fields.find((each) => each.column === column);
    const field = this.fields.find(({ name }) => name === mapped?.field);
    const change = (event: Event): void => {
      this.mapping = connect(this.mapping, column, (event.target as HTMLSelectElement).value);
    };
    return html`<tr>
      <th scope="row" style="text-align: start; color: var(--pw-text); font-size: 14px">${column}</th>
      <td class="muted" style="max-width: 220px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">${this.samples(index).slice(0, 3).join(', ')}</td>
      <td>
        <select class="input" aria-label="${column}: ${t('core.import.goes-into')}" @change=${change}>
          <option value="">${t('core.import.leave-out')}</option>
          <option value="id" ?selected=${mapped?.field === 'id'}>${t('core.import.id')}</option>
          ${this.fields.map((each) => html`<option value=${each.name} ?selected=${each.name === mapped?.field}>${t(each.label)}${each.required ? ' *' : ''}</option>`)}
        </select>
      </td>
      <td>${mapped && field ? this.renderReading(field, mapped) : nothing}</td>
    </tr>`;
  }

  private set(field: string, change: Partial<FieldMapping>): void {
    this.mapping = adjust(this.mapping, field, change);
  }

  private renderReading(field: FieldDescriptor, mapped: FieldMapping): TemplateResult | typeof nothing {
    switch (field.kind) {
      case 'date':
      case 'instant':
        return this.renderFormat(field, mapped, [...new Set([mapped.format, ...dayPatterns])].filter((each): each is string => !!each));
      case 'integer':
      case 'decimal':
        return this.renderFormat(field, mapped, ['.', ',']);
      case 'money':
        return html`<div style="display: flex; gap: 6px">
          ${this.renderFormat(field, mapped, ['.', ','])}
          <select
            class="input"
            aria-label=${t('core.currency')}
            @change=${(event: Event) => {
              const value = (event.target as HTMLSelectElement).value;
              this.set(field.name, value.startsWith('column:') ? { currencyColumn: value.slice(7), currency: null } : { currency: value || null, currencyColumn: null });
            }}
          >
            <option value="">${workspace.manifest!.tenant.currency}</option>
            ${['EUR', 'USD', 'GBP', 'CHF'].map((code) => html`<option ?selected=${mapped.currency === code}>${code}</option>`)}
            ${this.run.columns?.map((column) => html`<option value="column:${column}" ?selected=${mapped.currencyColumn === column}>${t('core.import.from-column', { column })}</option>`)}
          </select>
        </div>`;
      case 'reference':
        return this.renderReference(field, mapped);
      case 'choice':
        return this.renderValues(field, mapped);
      default:
        return nothing;
    }
  }

  private renderFormat(field: FieldDescriptor, mapped: FieldMapping, formats: string[]): TemplateResult {
    const label = (format: string): string => (format === '.' ? '1,234.5' : format === ',' ? '1.234,5' : format);
    return html`<select class="input" aria-label=${t('core.import.format')} @change=${(event: Event) => this.set(field.name, { format: (event.target as HTMLSelectElement).value || null })}>
      <option value="">${t('core.import.detect')}</option>
      ${formats.map((format) => html`<option value=${format} ?selected=${mapped.format === format}>${label(format)}</option>`)}
    </select>`;
  }

  private renderReference(field: FieldDescriptor, mapped: FieldMapping): TemplateResult {
    const target = workspace.recordType(field.references ?? '');
    const keys = target ? ownFields(target).filter(({ kind, name }) => ['text', 'email', 'phone'].includes(kind) && name !== target.titleField) : [];
    return html`<div style="display: grid; gap: 6px">
      <select class="input" aria-label=${t('core.import.found-by')} @change=${(event: Event) => this.set(field.name, { by: (event.target as HTMLSelectElement).value || null })}>
        <option value="">${t('core.import.by-name')}</option>
        <option value="id" ?selected=${mapped.by === 'id'}>${t('core.import.by-id')}</option>
        ${keys.map(({ name, label }) => html`<option value=${name} ?selected=${mapped.by === name}>${t('core.import.by-field', { name: t(label) })}</option>`)}
      </select>
      ${target?.actions.create
        ? html`<label class="check">
            <input type="checkbox" .checked=${mapped.createMissing ?? false} @change=${(event: Event) => this.set(field.name, { createMissing: (event.target as HTMLInputElement).checked })} />
            <span>${t('core.import.create-missing')}</span>
          </label>`
        : nothing}
      ${this.renderValues(field, mapped)}
    </div>`;
  }

  /** Spellings of the mapped columns that are nothing the field knows, with what they probably mean. */
  @state() private unknown = new Map<string, ValueMeaning[]>();
  private readonly asked = new Set<string>();

  private async look(field: FieldDescriptor, column: string): Promise<void> {
    const key = `${field.name} ${column}`;
    if (this.asked.has(key)) {
      return;
    }
    this.asked.add(key);
    try {
      const { items } = await api.get<{ items: ValueMeaning[] }>(tenantApi(`imports/${this.run.id}/values`) + query({ column, field: field.name }));
      this.unknown = new Map(this.unknown).set(key, items.filter(({ match, value }) => !match && value.trim()));
    } catch {
      this.unknown = new Map(this.unknown).set(key, []);
    }
  }

  /** Spellings in the file and what they stand for; suggestions of the server can be taken over at once. */
  private renderValues(field: FieldDescriptor, mapped: FieldMapping): TemplateResult {
    void this.look(field, mapped.column!);
    const values = mapped.values ?? {};
    const unknown = this.unknown.get(`${field.name} ${mapped.column}`) ?? [];
    const open = unknown.filter(({ value }) => !(value in values));
    const suggested = open.filter(({ suggestion }) => suggestion);
    const spellings = [...new Set([...Object.keys(values), ...open.slice(0, 40).map(({ value }) => value)])];
    const put = (from: string, to: string): void => {
      const next = { ...values, [from]: to };
      if (!to) {
        delete next[from];
      }
      this.set(field.name, { values: next });
    };
    const takeAll = (): void => {
      const taken = suggested.map(({ value, suggestion }) => [value, suggestion!.title]);
      this.set(field.name, { values: { ...values, ...Object.fromEntries(taken) } });
    };
    return html`${open.length
        ? html`<div style="color: var(--pw-warn); font-size: 13px">
            ${t('core.import.unknown-values', { count: open.length })}
            ${suggested.length ? html`<button type="button" class="link" @click=${takeAll}>${t('core.import.take-suggestions', { count: suggested.length })}</button>` : nothing}
          </div>`
        : nothing}
      <details ?open=${open.length > 0 && open.length <= 12}>
        <summary class="muted">${t('core.import.value-mapping')}${spellings.length ? ` (${spellings.length})` : ''}</summary>
        <div style="display: grid; gap: 6px; padding-top: 6px">
          ${spellings.map((from) => {
            const meaning = unknown.find(({ value }) => value === from);
            return html`<div style="display: grid; grid-template-columns: 1fr auto 1fr; gap: 6px; align-items: center">
              <span>${from}${meaning ? html` <small class="muted">×${formatNumber(meaning.count)}</small>` : nothing}</span>
              <pw-icon name="arrow-right" style="width: 14px"></pw-icon>
              ${this.renderMeaning(field, from, values[from] ?? '', put, meaning?.suggestion?.title ?? '')}
            </div>`;
          })}
        </div>
      </details>`;
  }

  private renderMeaning(field: FieldDescriptor, from: string, to: string, put: (from: string, to: string) => void, suggestion: string): TemplateResult {
    const change = (event: Event): void => put(from, (event.target as HTMLInputElement).value);
    return field.choices?.length
      ? html`<select class="input" aria-label=${from} @change=${change}>
          <option value="">${t('core.import.as-is')}</option>
          ${field.choices.map(({ value, label }) => html`<option value=${value} ?selected=${value === to}>${t(label)}</option>`)}
        </select>`
      : html`<input class="input" aria-label=${from} placeholder=${suggestion} .value=${to} @change=${change} />`;
  }

  private renderConstants(): TemplateResult {
    const given = new Set(this.mapping.fields.map(({ field }) => field));
    const fixed = this.mapping.fields.filter(({ constant, column }) => (constant !== null && constant !== undefined) || !column);
    const free = this.fields.filter(({ name }) => !fixed.some(({ field }) => field === name));
    return html`<section class="card">
      <header><h2>${t('core.import.constants')}</h2></header>
      <div class="body" style="display: grid; gap: 10px">
        <p class="muted">${t('core.import.constants.text')}</p>
        ${fixed.map((mapped) => this.renderConstant(mapped))}
        <select
          class="input"
          style="max-width: 280px"
          aria-label=${t('core.import.constants.add')}
          @change=${(event: Event) => {
            const select = event.target as HTMLSelectElement;
            const field = this.fields.find(({ name }) => name === select.value);
            if (field) {
              const constant = field.choices?.[0]?.value ?? '';
              this.mapping = { ...this.mapping, fields: given.has(field.name) ? this.mapping.fields.map((each) => (each.field === field.name ? { ...each, constant } : each)) : [...this.mapping.fields, { field: field.name, constant }] };
              select.value = '';
            }
          }}
        >
          <option value="">${t('core.import.constants.add')}</option>
          ${free.map(({ name, label }) => html`<option value=${name}>${t(label)}</option>`)}
        </select>
      </div>
    </section>`;
  }

  private renderConstant(mapped: FieldMapping): TemplateResult {
    const field = this.fields.find(({ name }) => name === mapped.field);
    const label = field ? t(field.label) : mapped.field;
    const change = (event: Event): void => {
      const constant = (event.target as HTMLInputElement).value;
      this.mapping = { ...this.mapping, fields: this.mapping.fields.map((each) => (each === mapped ? { ...each, constant } : each)) };
    };
    const drop = (): void => {
      this.mapping = { ...this.mapping, fields: this.mapping.fields.flatMap((each) => (each !== mapped ? [each] : each.column ? [{ ...each, constant: null }] : [])) };
    };
    return html`<div style="display: grid; grid-template-columns: minmax(110px, 200px) minmax(0, 320px) auto; gap: 10px; align-items: center">
      <span>${label}</span>
      ${field?.choices?.length
        ? html`<select class="input" aria-label=${label} @change=${change}>${field.choices.map(({ value, label: text }) => html`<option value=${value} ?selected=${value === mapped.constant}>${t(text)}</option>`)}</select>`
        : html`<input class="input" aria-label=${label} .value=${mapped.constant ?? ''} @change=${change} />`}
      <button type="button" class="button quiet icon" aria-label=${t('core.delete-named', { name: label })} @click=${drop}><pw-icon name="x"></pw-icon></button>
    </div>`;
  }

  private renderMode(): TemplateResult {
    const { mode, keys, historical, fields } = this.mapping;
    const set = (change: Partial<ImportMapping>): void => {
      this.mapping = { ...this.mapping, ...change };
    };
    const keyable = fields.filter(({ field, column }) => column && field).map(({ field }) => field);
    return html`<section class="card">
      <header><h2>${t('core.import.mode')}</h2></header>
      <div class="body" style="display: grid; gap: 12px">
        ${(['create', 'create-or-update', 'update'] as const).map(
          (each) => html`<label class="check">
            <input type="radio" name="mode" ?checked=${mode === each} @change=${() => set({ mode: each })} /><span>${t(`core.import.mode.${each}`)}</span>
          </label>`,
        )}
        <div>
          <div class="muted" style="padding-bottom: 6px">${t(mode === 'create' ? 'core.import.keys.create' : 'core.import.keys')}</div>
          <div style="display: flex; flex-wrap: wrap; gap: 8px 18px">
            ${keyable.map((name) => {
              const field = this.fields.find((each) => each.name === name);
              return html`<label class="check">
                <input
                  type="checkbox"
                  .checked=${keys.includes(name)}
                  @change=${(event: Event) => set({ keys: (event.target as HTMLInputElement).checked ? [...keys, name] : keys.filter((each) => each !== name) })}
                /><span>${field ? t(field.label) : t('core.import.id')}</span>
              </label>`;
            })}
          </div>
        </div>
        ${workspace.can('core.import.historical')
          ? html`<label class="check">
              <input type="checkbox" name="historical" .checked=${historical} @change=${(event: Event) => set({ historical: (event.target as HTMLInputElement).checked })} />
              <span>${t('core.import.historical')}<small class="muted" style="display: block">${t('core.import.historical.text')}</small></span>
            </label>`
          : nothing}
      </div>
    </section>`;
  }
}
