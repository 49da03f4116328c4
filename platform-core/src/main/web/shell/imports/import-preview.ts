import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatNumber, hasText, PwElement, query, t, tenantApi, tenantPage, type RecordTypeDescriptor } from '@pipewright/ui';
import { loading, problemText, reportProblem } from '../parts/states.js';
import { changeLine } from '../records/changes.js';
import { fieldOf } from '../records/values.js';
import { countOf, type ImportRow, type ImportRun } from './model.js';

interface RowPage {
  items: ImportRow[];
  next?: string | number | null;
}

const filters = ['error', 'incomplete', 'duplicate', 'update', 'all'];

/** Rows of the file with what is wrong with them; cells of bad rows can be corrected. Sends `pw-row-changed`. */
@customElement('pw-import-preview')
export class PwImportPreview extends PwElement {
  @property({ attribute: false }) run!: ImportRun;
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ type: Boolean }) editable = false;
  @property() only = '';
  @state() private filter = 'error';
  @state() private rows: ImportRow[] | undefined;
  @state() private next: string | undefined;
  @state() private problem: unknown;

  protected override firstUpdated(): void {
    this.filter = this.only || 'error';
    void this.read();
  }

  private async read(after?: string): Promise<void> {
    try {
      const state = this.filter === 'all' ? '' : this.filter;
      const page = await api.get<RowPage>(tenantApi(`imports/${this.run.id}/rows`) + query({ state, limit: 50, after }));
      this.rows = after ? [...(this.rows ?? []), ...page.items] : page.items;
      this.next = page.next ? String(page.next) : undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  private offered(): string[] {
    const count = (name: string): number => countOf(this.run, name.toUpperCase());
    return this.only ? [this.only] : filters.filter((name) => ['error', 'all'].includes(name) || count(name));
  }

  private choose(filter: string): void {
    this.filter = filter;
    this.rows = undefined;
    void this.read();
  }

  protected override render(): TemplateResult {
    const columns = this.run.columns ?? [];
    return html`<section class="card">
      <div class="tabs" role="tablist" style="padding: 4px 10px 0">
        ${this.offered().map(
          (each) => html`<button type="button" role="tab" aria-selected=${each === this.filter} @click=${() => this.choose(each)}>${t(`core.import.show.${each}`)}</button>`,
        )}
      </div>
      ${this.problem ? html`<p class="body muted">${problemText(this.problem)}</p>` : nothing}
      ${this.rows
        ? this.rows.length
          ? html`<div class="scroll" tabindex="0" role="region" aria-label=${t('core.import.show.all')}>
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">${t('core.import.row')}</th>
                    <th scope="col">${t('core.import.finding')}</th>
                    ${columns.map((column) => html`<th scope="col">${column}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${this.rows.map((row) => this.renderRow(row, columns))}
                </tbody>
              </table>
            </div>`
          : html`<p class="muted" style="padding: 18px">${t('core.import.no-rows')}</p>`
        : html`<div style="padding: 14px 18px">${loading(5)}</div>`}
      ${this.next ? html`<div style="padding: 10px 18px 16px"><button type="button" class="button small" @click=${() => this.read(this.next)}>${t('core.show-more')}</button></div>` : nothing}
    </section>`;
  }

  private columnsOf(row: ImportRow): Set<string> {
    return new Set(row.errors?.map(({ column }) => column ?? ''));
  }

  private renderRow(row: ImportRow, columns: string[]): TemplateResult {
    const wrong = this.columnsOf(row);
    const bad = /error|failed/i.test(row.state);
    return html`<tr>
      <td class="number muted">${formatNumber(row.n)}</td>
      <td style="min-width: 220px">
        ${bad || row.errors?.length
          ? row.errors?.map(({ field, message }) => html`<div class="row-error"><b>${t(fieldOf(this.type, field.split('.')[0]!)?.label ?? field)}</b>: ${hasText(message) ? t(message) : message}</div>`)
          : html`<span class="badge ${row.action === 'create' ? 'good' : row.action === 'update' ? 'info' : ''}">${row.action && hasText(`core.import.action.${row.action}`) ? t(`core.import.action.${row.action}`) : row.state}</span>`}
        ${row.action === 'update' && row.changes?.length
          ? html`<ul class="changes" aria-label=${t('core.import.changes', { name: row.title ?? '' })}>
              ${row.changes.map((change) => changeLine(this.type, change, () => this.requestUpdate()))}
            </ul>`
          : nothing}
        ${row.incomplete ? html`<div class="muted" style="font-size: 12.5px">${t('core.import.incomplete', { names: row.incomplete.split(',').map((name) => t(fieldOf(this.type, name.trim())?.label ?? name)).join(', ') })}</div>` : nothing}
        ${row.duplicateOf ? html`<div style="font-size: 12.5px"><a href=${tenantPage(`${this.type.path}/${row.duplicateOf}`)} target="_blank">${t('core.import.duplicate')}</a></div>` : nothing}
        ${row.recordId ? html`<div style="font-size: 12.5px"><a href=${tenantPage(`${this.type.path}/${row.recordId}`)}>${t('core.view')}</a></div>` : nothing}
      </td>
      ${columns.map((column, index) => {
        const cell = row.cells[index] ?? '';
        return html`<td>
          ${this.editable && bad
            ? html`<input
                class="input ${wrong.has(column) ? 'cell-error' : ''}"
                style="min-width: 110px"
                aria-label=${t('core.import.cell', { row: row.n, column })}
                aria-invalid=${wrong.has(column)}
                .value=${cell}
                @change=${(event: Event) => void this.correct(row, column, (event.target as HTMLInputElement).value)}
              />`
            : html`<span class=${wrong.has(column) ? 'row-error' : ''}>${cell}</span>`}
        </td>`;
      })}
    </tr>`;
  }

  private async correct(row: ImportRow, column: string, value: string): Promise<void> {
    try {
      const changed = await api.patch<ImportRow>(tenantApi(`imports/${this.run.id}/rows/${row.n}`), { cells: { [column]: value } });
      this.rows = this.rows?.map((each) => (each.n === row.n ? { ...each, ...changed } : each));
      this.dispatchEvent(new CustomEvent('pw-row-changed'));
    } catch (problem) {
      reportProblem(problem);
    }
  }
}
