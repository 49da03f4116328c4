import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatDate, formatMoney, formatNumber, formatPercent, many, PwPage, query, t, tenantApi, tenantPage, today, workspace, type Page, type RecordTypeDescriptor } from '@pipewright/ui';
import { formOf, type Figures, type Groups, type Node, type Picture, type Shown } from './picture-tree.js';
import { assignableTypes } from './types.js';

type Measure = keyof Figures;

/** How many territories are drawn at once; of more, those below are folded first. */
const mostUnfolded = 40;

/** Where a branch meets its box, and how thick the thickest is. */
const styles = html`<style>
  territories-picture ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  territories-picture .branches > li {
    position: relative;
    padding-block: 5px;
  }
  territories-picture li .branches {
    margin-inline-start: 14px;
  }
  territories-picture li .branches > li {
    padding-inline-start: 20px;
  }
  territories-picture li .branches > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: calc(25px - var(--thick) / 2);
    width: 20px;
    height: var(--thick);
    background: var(--pw-accent);
    opacity: 0.55;
  }
  territories-picture li .branches > li::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 1px solid var(--pw-line-strong);
  }
  territories-picture li .branches > li:last-child::after {
    inset-block-end: calc(100% - 25px);
  }
  territories-picture .territory-box {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    padding: 8px 10px;
    border: 1px solid var(--pw-line-strong);
    border-radius: var(--pw-radius);
    background: color-mix(in srgb, var(--pw-accent) calc(var(--share) * 14%), var(--pw-surface));
  }
  territories-picture .territory-box.off {
    border-style: dashed;
  }
  territories-picture .territory-head,
  territories-picture .territory-figures {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
  }
  territories-picture .territory-head a {
    font-weight: 600;
    overflow-wrap: anywhere;
    min-width: 0;
  }
  territories-picture .territory-head button {
    margin-inline-start: auto;
  }
  territories-picture .territory-bar {
    display: flex;
    height: 8px;
    border-radius: 4px;
    overflow: hidden;
    background: var(--pw-hover);
  }
  territories-picture .territory-bar > span {
    width: calc(var(--part) * 100%);
    background: var(--pw-accent);
  }
  territories-picture .territory-bar > span.territories-below {
    opacity: 0.5;
  }
  @media (min-width: 900px) {
    territories-picture .branches > li {
      display: flex;
      align-items: flex-start;
    }
    territories-picture .territory-box {
      flex: 0 0 272px;
    }
    territories-picture li .branches {
      margin-block: -5px;
    }
    territories-picture li .branches > li:first-child::before {
      inset-inline-start: -14px;
      width: 34px;
    }
    territories-picture li .branches > li:first-child::after {
      inset-block-start: 25px;
    }
  }
</style>`;

/** The tree of territories as a picture: branches as thick, and boxes as full, as what lies in and below them. */
@customElement('territories-picture')
export class TerritoriesPicture extends PwPage {
  @state() private kind = '';
  @state() private measure: Measure = 'records';
  @state() private picture: Picture | undefined;
  @state() private folded = new Set<string>();
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const types = assignableTypes();
    this.kind = (types.find(({ name }) => name === 'sales.opportunity') ?? types[0])?.name ?? '';
    void this.read();
  }

  private get type(): RecordTypeDescriptor | undefined {
    return workspace.recordType(this.kind);
  }

  /** What the boards of the type add up, and of which records; none of a type whose records have no value. */
  private get valued(): { sum: string; filter?: string } | undefined {
    const board = this.type?.boards?.find(({ sum }) => sum);
    return board && { sum: board.sum!, filter: board.filter };
  }

  private async read(): Promise<void> {
    const { kind, valued } = this;
    try {
      const [territories, counts, values] = await Promise.all([this.territories(), this.groups({}), valued ? this.groups(valued) : undefined]);
      if (kind !== this.kind) {
        return;
      }
      this.picture = formOf(territories, counts, values, today());
      this.measure = values ? this.measure : 'records';
      this.folded = new Set(territories.length > mostUnfolded ? territories.map(({ id }) => id) : []);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private async territories(): Promise<Shown[]> {
    const all: Shown[] = [];
    let after: string | undefined;
    do {
      const page: Page<Shown> = await api.get(tenantApi(`territories${query({ sort: 'name', limit: 200, fields: 'name,parent,priority,active,inherits,validFrom,validUntil', after })}`));
      all.push(...page.items);
      after = page.next ?? undefined;
    } while (after);
    return all;
  }

  private groups(what: { sum?: string; filter?: string }): Promise<Groups> {
    return api.get<Groups>(tenantApi(`${this.type!.path}/groups${query({ by: 'territory', ...what })}`));
  }

  private choose(kind: string): void {
    this.kind = kind;
    this.picture = undefined;
    void this.read();
  }

  protected override render(): TemplateResult {
    return html`${styles}
      <div class="page" style="max-width: none">
        <div class="page-head">
          <div class="grow">
            <h1>${t('territories.picture')}</h1>
            <p>${t('territories.picture.about')}</p>
          </div>
          <a class="button quiet" href=${tenantPage('territories')}>${many('territories.territory')}</a>
        </div>
        ${this.renderChoices()}
        ${this.failed
          ? html`<p role="alert">${t('territories.survey.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button></p>`
          : this.picture
            ? this.renderPicture(this.picture)
            : html`<p class="muted" role="status">${t('territories.survey.reading')}</p>`}
      </div>`;
  }

  private renderChoices(): TemplateResult {
    return html`<div style="display: flex; flex-wrap: wrap; gap: 12px; align-items: end">
      <label
        >${t('territories.territory-rule.recordType')}
        <select class="input" @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
          ${assignableTypes().map(({ name, label }) => html`<option value=${name} ?selected=${name === this.kind}>${many(label)}</option>`)}
        </select></label
      >
      ${this.valued
        ? html`<label
            >${t('territories.picture.measure')}
            <select class="input" @change=${(event: Event) => (this.measure = (event.target as HTMLSelectElement).value as Measure)}>
              ${(['records', 'value'] as const).map((measure) => html`<option value=${measure} ?selected=${measure === this.measure}>${t(`territories.picture.measure.${measure}`)}</option>`)}
            </select></label
          >`
        : nothing}
      ${this.picture?.top.some(({ below }) => below.length)
        ? html`<span class="buttons">
            <button type="button" class="button small" @click=${() => (this.folded = new Set())}>${t('territories.picture.unfold-all')}</button>
            <button type="button" class="button small" @click=${() => (this.folded = new Set(this.picture!.ids))}>${t('territories.picture.fold-all')}</button>
          </span>`
        : nothing}
    </div>`;
  }

  private renderPicture(picture: Picture): TemplateResult {
    if (!picture.top.length) {
      return html`<p>${t('territories.plan.empty')}</p>`;
    }
    return html`<div style="overflow-x: auto" tabindex="0" role="region" aria-label=${t('territories.picture')}>
        <ul class="branches" role="list">
          ${this.inOrder(picture.top).map((node) => this.renderNode(node, picture))}
        </ul>
      </div>
      ${this.renderRest(t('territories.survey.holes'), picture.none, 'territory=isnull=true')} ${this.renderRest(t('territories.panel.hidden'), picture.others)}`;
  }

  /** The largest first; those of the same size stay in the order of their names. */
  private inOrder(nodes: Node[]): Node[] {
    return [...nodes].sort((one, other) => other.all[this.measure] - one.all[this.measure]);
  }

  private shareOf(figures: Figures, { total }: Picture): number {
    return total[this.measure] > 0 ? figures[this.measure] / total[this.measure] : 0;
  }

  private renderNode(node: Node, picture: Picture): TemplateResult {
    const { territory, below, own, all } = node;
    const share = this.shareOf(all, picture);
    const open = !this.folded.has(territory.id);
    return html`<li style=${`--share: ${share}; --thick: ${1 + 9 * share}px`}>
      <div class="territory-box ${node.counts ? '' : 'off'}">
        <div class="territory-head">
          <a href=${tenantPage(`territories/${territory.id}`)}>${territory.name}</a>
          ${below.length
            ? html`<button
                type="button"
                class="button quiet small"
                aria-expanded=${open}
                aria-label=${t(open ? 'territories.picture.fold' : 'territories.picture.unfold', { name: territory.name })}
                @click=${() => this.toggle(territory.id)}
              >
                <pw-icon name=${open ? 'chevron-down' : 'chevron-right'}></pw-icon>${formatNumber(below.length)}
              </button>`
            : nothing}
        </div>
        <div class="territory-figures">
          <span>${this.renderCount(all, `territory=under=${territory.id}`)}</span>
          <small>${t('territories.picture.share', { share: formatPercent(Math.round(share * 1000) / 10) })}</small>
          ${below.length ? html`<small>${t('territories.picture.own', { figures: this.told(own) })}</small>` : nothing}
        </div>
        <div class="territory-bar" aria-hidden="true">
          <span style=${`--part: ${this.shareOf(own, picture)}`}></span><span class="territories-below" style=${`--part: ${share - this.shareOf(own, picture)}`}></span>
        </div>
        <small>${this.facts(node).join(' · ')}</small>
      </div>
      ${below.length && open
        ? html`<ul class="branches" role="list">
            ${this.inOrder(below).map((each) => this.renderNode(each, picture))}
          </ul>`
        : nothing}
    </li>`;
  }

  private toggle(id: string): void {
    const folded = new Set(this.folded);
    if (!folded.delete(id)) {
      folded.add(id);
    }
    this.folded = folded;
  }

  private told({ records, value }: Figures): string {
    const count = t('territories.picture.records', { count: records });
    return this.valued ? `${count}, ${this.money(value)}` : count;
  }

  private money(value: number): string {
    return formatMoney({ amount: value.toFixed(2), currency: workspace.manifest!.tenant.currency }, true);
  }

  private renderCount(figures: Figures, filter: string): TemplateResult {
    return html`<a href=${tenantPage(`${this.type!.path}${query({ filter })}`)}>${t('territories.picture.records', { count: figures.records })}</a>${this.valued
        ? html`, <b>${this.money(figures.value)}</b>`
        : nothing}`;
  }

  private facts({ territory }: Node): string[] {
    const { active, priority, inherits, validFrom, validUntil } = territory;
    return [
      active ? '' : t('territories.plan.inactive'),
      priority === undefined || priority === null ? t('territories.panel.no-priority') : t('territories.panel.priority', { priority }),
      validFrom ? t('territories.picture.from', { day: formatDate(validFrom) }) : '',
      validUntil ? t('territories.picture.until', { day: formatDate(validUntil) }) : '',
      inherits ? t('territories.picture.inherits') : '',
    ].filter(Boolean);
  }

  private renderRest(name: string, figures: Figures, filter?: string): TemplateResult | typeof nothing {
    return figures.records || figures.value
      ? html`<p style="margin-block-start: 12px">${name}: ${filter ? this.renderCount(figures, filter) : this.told(figures)}</p>`
      : nothing;
  }
}
