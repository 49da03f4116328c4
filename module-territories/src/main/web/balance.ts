import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatMoney, formatNumber, many, notify, PwPanel, query, t, tenantApi, tenantPage, workspace, type Page } from '@pipewright/ui';
import { ownedTypes } from './types.js';

interface Person {
  id: string;
  title?: string;
}

interface Sum {
  amount: string;
  currency: string;
}

interface Share {
  member?: Person;
  present: boolean;
  records: number;
  value: Sum;
  weighted: Sum;
  activities: number;
}

interface Balance {
  valued: boolean;
  members: Share[];
  others: Share;
  spread: { records?: number; value?: number; weighted?: number };
}

interface Suggestion {
  before?: number;
  after?: number;
  moves: { record: string; from: Person; to: Person }[];
}

const measures = ['RECORDS', 'VALUE', 'WEIGHTED'] as const;

/** How much work each member has with open records of the territory, and what would even it out. */
@customElement('territories-balance')
export class TerritoriesBalance extends PwPanel {
  @state() private kind = '';
  @state() private balance: Balance | undefined;
  @state() private suggestion: Suggestion | undefined;
  @state() private titles = new Map<string, string>();
  @state() private failed = false;
  @state() private busy = false;

  private get path(): string {
    return tenantApi(`territory-balances/${this.record.id}/${this.kind}`);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record')) {
      this.kind ||= ownedTypes().find(({ name }) => name === 'sales.opportunity')?.name ?? ownedTypes()[0]?.name ?? '';
      void this.read();
    }
  }

  private async read(): Promise<void> {
    if (!this.kind) {
      return;
    }
    try {
      this.balance = await api.get<Balance>(this.path);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private choose(kind: string): void {
    this.kind = kind;
    this.balance = undefined;
    this.suggestion = undefined;
    void this.read();
  }

  private readonly suggest = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    await this.during(async () => {
      this.suggestion = await api.post<Suggestion>(`${this.path}/suggestion`, {
        by: form.get('by') ?? 'RECORDS',
        moves: Number(form.get('moves')),
        tolerance: Number(form.get('tolerance')),
      });
      await this.name(this.suggestion.moves.map(({ record }) => record));
    });
  };

  /** Those the person may see are called by name. */
  private async name(records: string[]): Promise<void> {
    const type = workspace.recordType(this.kind)!;
    this.titles = new Map();
    if (records.length) {
      const page = await api.get<Page>(`${tenantApi(type.path)}${query({ filter: `id=in=(${records.join(',')})`, fields: type.titleField, limit: '200' })}`);
      this.titles = new Map(page.items.map((item) => [item.id, String(item[type.titleField] ?? '')]));
    }
  }

  private readonly apply = async (): Promise<void> => {
    await this.during(async () => {
      const moves = this.suggestion!.moves.map(({ record, from, to }) => ({ record, from: from.id, to: to.id }));
      const { moved, left } = await api.post<{ moved: number; left: string[] }>(`${this.path}/moves`, { moves });
      notify([t('territories.balance.moved', { count: moved }), left.length ? t('territories.balance.left', { count: left.length }) : ''].filter(Boolean).join('. '));
      this.suggestion = undefined;
      await this.read();
    });
  };

  private async during(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch {
      notify(t('territories.balance.failed'));
    }
    this.busy = false;
  }

  protected override render(): TemplateResult {
    return html`<label style="display: block; max-width: 320px; margin-block-end: 12px"
        >${t('territories.balance.kind')}
        <select class="input" .value=${this.kind} @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
          ${ownedTypes().map(({ name, label }) => html`<option value=${name} ?selected=${name === this.kind}>${many(label)}</option>`)}
        </select></label
      >
      ${this.failed
        ? html`<p role="alert">
            ${t('territories.balance.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button>
          </p>`
        : this.balance
          ? html`${this.renderShares(this.balance)} ${this.renderQuestion(this.balance)} ${this.suggestion ? this.renderSuggestion(this.suggestion) : nothing}`
          : nothing}`;
  }

  private renderShares({ valued, members, others, spread }: Balance): TemplateResult {
    const numbers = (share: Share): string[] => [
      formatNumber(share.records),
      ...(valued ? [formatMoney(share.value, true), formatMoney(share.weighted, true)] : []),
      formatNumber(share.activities),
    ];
    const told = (value?: number): string => (value === undefined ? '–' : formatNumber(value));
    const row = (name: unknown, cells: string[]): TemplateResult =>
      html`<tr>
        <th scope="row" style="text-align: start">${name}</th>
        ${cells.map((cell) => html`<td style="text-align: end; white-space: nowrap">${cell}</td>`)}
      </tr>`;
    return html`<div style="overflow-x: auto" tabindex="0" role="region" aria-label=${t('territories.balance')}>
      <table class="table tight">
        <thead>
          <tr>
            <th style="text-align: start">${t('territories.balance.member')}</th>
            ${['records', ...(valued ? ['value', 'weighted'] : []), 'activities'].map((column) => html`<th style="text-align: end">${t(`territories.balance.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${members.map((share) =>
            row(
              html`${share.member?.title ?? t('territories.balance.somebody')} ${share.present ? nothing : html`<small class="muted">${t('territories.balance.absent')}</small>`}`,
              numbers(share),
            ),
          )}
          ${row(html`<span class="muted">${t('territories.balance.others')}</span>`, numbers(others))}
          ${row(t('territories.balance.spread'), [told(spread.records), ...(valued ? [told(spread.value), told(spread.weighted)] : []), ''])}
        </tbody>
      </table>
    </div>`;
  }

  private renderQuestion({ valued }: Balance): TemplateResult {
    return html`<form style="display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; margin-block: 16px" @submit=${this.suggest}>
      ${valued
        ? html`<label
            >${t('territories.balance.by')}
            <select class="input" name="by">
              ${measures.map((measure) => html`<option value=${measure}>${t(`territories.balance.by.${measure}`)}</option>`)}
            </select></label
          >`
        : nothing}
      <label>${t('territories.balance.moves')} <input class="input" type="number" name="moves" min="1" max="200" value="20" required /></label>
      <label>${t('territories.balance.tolerance')} <input class="input" type="number" name="tolerance" min="0" max="100" value="10" required /></label>
      <button class="button" ?disabled=${this.busy}>${t('territories.balance.suggest')}</button>
    </form>`;
  }

  private renderSuggestion({ before, after, moves }: Suggestion): TemplateResult {
    if (!moves.length) {
      return html`<p aria-live="polite">${t('territories.balance.none')}</p>`;
    }
    const type = workspace.recordType(this.kind)!;
    return html`<p aria-live="polite">${t('territories.balance.suggested', { before: formatNumber(before ?? 0), after: formatNumber(after ?? 0) })}</p>
      <div style="overflow-x: auto" tabindex="0" role="region" aria-label=${t('territories.balance.suggest')}>
        <table class="table tight">
          <thead>
            <tr>
              ${['record', 'from', 'to'].map((column) => html`<th style="text-align: start">${t(`territories.balance.${column}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${moves.map(
              ({ record, from, to }) =>
                html`<tr>
                  <td>
                    ${this.titles.has(record)
                      ? html`<a href=${tenantPage(`${type.path}/${record}`)}>${this.titles.get(record)}</a>`
                      : html`<span class="muted">${t('territories.balance.hidden')}</span>`}
                  </td>
                  <td>${from.title ?? t('territories.balance.somebody')}</td>
                  <td>${to.title ?? t('territories.balance.somebody')}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="buttons" style="margin-block-start: 12px">
        <button type="button" class="button primary" ?disabled=${this.busy} @click=${this.apply}>${t('territories.balance.apply')}</button>
      </div>`;
  }
}
