import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatMoney, many, PwElement, t, tenantApi, type FieldDescriptor, type Money, type Page, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { exactSum } from './amounts.js';
import { loading, problemText } from '../parts/states.js';
import { editParts } from './part-grid.js';
import { fieldOf, valueOf } from './values.js';

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || value === false;

/** The parts of one type that a record has, one below the other. Sends `pw-record-changed` after they were edited. */
@customElement('pw-part-list')
export class PwPartList extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) host!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  @property({ type: Boolean }) editable = false;
  @state() private items: RecordData[] | undefined;
  @state() private problem: unknown;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record') || changed.has('type')) {
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      this.items = (await api.get<Page>(`${tenantApi(this.host.path)}/${this.record.id}/${this.type.path}`)).items;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  private get fields(): FieldDescriptor[] {
    return this.type.columns.map((name) => fieldOf(this.type, name)!).filter((field) => field && field.name !== this.type.partOf?.field);
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<p class="muted">${problemText(this.problem)}</p>`;
    }
    if (!this.items) {
      return loading(4);
    }
    return html`<div class="parts">
      ${this.editable
        ? html`<button type="button" class="button small" @click=${() => void this.edit()}>
            <pw-icon name="pencil"></pw-icon>${t('core.edit')}<span class="unseen">: ${many(this.type.label)}</span>
          </button>`
        : nothing}
      ${this.items.length ? html`<ol>${this.items.map((item) => this.renderItem(item))}</ol>` : html`<p class="muted">${t('core.parts.none')}</p>`} ${this.renderTotal()}
    </div>`;
  }

  private renderItem(item: RecordData): TemplateResult {
    const [first, ...others] = this.fields;
    return html`<li>
      <b>${valueOf(first!, item[first!.name])}</b>
      <dl>
        ${others
          .filter(({ name }) => !isEmpty(item[name]))
          .map((field) => html`<div><dt>${t(field.label)}</dt><dd>${valueOf(field, item[field.name])} ${this.renderSource(field, item)}</dd></div>`)}
      </dl>
    </li>`;
  }

  /** Where a value is from, if another field tells. */
  private renderSource({ name }: FieldDescriptor, item: RecordData): TemplateResult | typeof nothing {
    const source = this.type.fields.find(({ explains }) => explains === name);
    return source && item[source.name] ? html`<small class="muted">(${item[source.name]})</small>` : nothing;
  }

  /** What amounts in one currency add up to. */
  private renderTotal(): TemplateResult | typeof nothing {
    const sums = this.fields.filter(({ kind }) => kind === 'money').map((field) => ({ field, money: this.items!.map(({ [field.name]: value }) => value as Money | null).filter((each) => each !== null) }));
    const shown = sums.filter(({ money }) => money.length > 1 && new Set(money.map(({ currency }) => currency)).size === 1);
    return shown.length
      ? html`<p class="parts-total">
          ${shown.map(({ field, money }) => {
            const amount = exactSum(money.map((each) => each.amount));
            return html`<span>${t('core.parts.total', { field: t(field.label) })} <b>${formatMoney({ amount, currency: money[0]!.currency })}</b></span>`;
          })}
        </p>`
      : nothing;
  }

  private async edit(): Promise<void> {
    if (await editParts(this.host, this.record, this.type, this.items!)) {
      this.dispatchEvent(new CustomEvent('pw-record-changed', { bubbles: true }));
    }
  }
}
