import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  api,
  choiceLabel,
  formatNumber,
  many,
  PwElement,
  query,
  t,
  tenantApi,
  tenantPage,
  type Money,
  type RecordTypeDescriptor,
} from '@pipewright/ui';
import { sumWithGap } from '../records/sums.js';
import { statusOf, toneOf } from '../records/values.js';

interface Group {
  key: string | null;
  label: string | null;
  count: number;
  sum?: Money | null;
  withoutRate?: number;
}

/** How many records of a type stand in which status, with what they are worth; each leads to its list. */
@customElement('pw-summary-card')
export class PwSummaryCard extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @state() private groups: Group[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    const sum = this.type.fields.find(({ kind }) => kind === 'money')?.name;
    try {
      const found = await api.get<{ groups: Group[] }>(`${tenantApi(this.type.path)}/groups${query({ by: statusOf(this.type)!.name, sum })}`);
      const order = statusOf(this.type)!.choices?.map(({ value }) => value) ?? [];
      this.groups = order.length ? found.groups.sort((a, b) => order.indexOf(a.key ?? '') - order.indexOf(b.key ?? '')) : found.groups;
    } catch {
      this.groups = [];
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.groups.length) {
      return nothing;
    }
    const status = statusOf(this.type)!;
    const most = Math.max(...this.groups.map(({ count }) => count));
    return html`<section class="card">
      <header>
        <h2><a href=${tenantPage(this.type.path)} style="text-decoration: none">${many(this.type.label)}</a></h2>
        <span class="muted number">${formatNumber(this.groups.reduce((total, { count }) => total + count, 0))}</span>
      </header>
      <div class="body bars">
        ${this.groups.map(({ key, label, count, sum, withoutRate }) => {
          const name = key === null ? t('core.empty-value') : status.kind === 'choice' ? choiceLabel(status, key) : (label ?? '');
          const filter = key === null ? `${status.name}=isnull=true` : `${status.name}=in=(${key})`;
          return html`<a href=${tenantPage(this.type.path) + query({ filter })}>
            <span>${name}</span>
            <i><b class=${toneOf(name) || 'plain'} style="width: ${Math.max(2, (count / most) * 100)}%"></b></i>
            <span class="number">${formatNumber(count)}</span>
            <small class="muted number">${sumWithGap(sum, withoutRate)}</small>
          </a>`;
        })}
      </div>
    </section>`;
  }
}
