import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatNumber, PwPage, query, t, tenantApi, tenantPage, workspace, type Page, type RecordData } from '@pipewright/ui';
import { nameOf, renderCounts, type Named, type OfType } from './moves.js';

interface Checked extends OfType {
  overlapping: { record: string; territories: Named[] }[];
}

interface Survey {
  types: Checked[];
  withoutMembers: Named[];
  broken: Named[];
}

const withoutTerritory = 'territory=isnull=true';

/** Records without a territory, those that several want, and territories that lack somebody or something. */
@customElement('territories-check')
export class TerritoriesCheck extends PwPage {
  @state() private survey: Survey | undefined;
  @state() private titles = new Map<string, string>();
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.survey = await api.get<Survey>(tenantApi('territory-surveys/now'));
      this.failed = false;
      await Promise.all(this.survey.types.map((type) => this.readTitles(type)));
    } catch {
      this.failed = true;
    }
  }

  private async readTitles({ recordType, overlapping }: Checked): Promise<void> {
    const type = workspace.recordType(recordType);
    if (!type || !overlapping.length) {
      return;
    }
    const filter = `id=in=(${overlapping.map(({ record }) => record).join(',')})`;
    const { items } = await api.get<Page<RecordData>>(`${tenantApi(type.path)}${query({ filter, fields: type.titleField, limit: overlapping.length })}`);
    this.titles = new Map([...this.titles, ...items.map((item): [string, string] => [item.id, String(item[type.titleField] ?? '')])]);
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="page-head">
        <div class="grow">
          <h1>${t('territories.check')}</h1>
          <p>${t('territories.check.about')}</p>
        </div>
      </div>
      <div aria-live="polite">
        ${this.failed
          ? html`<p role="alert">${t('territories.survey.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button></p>`
          : this.survey
            ? this.renderSurvey(this.survey)
            : html`<p class="muted">${t('territories.survey.reading')}</p>`}
      </div>
    </div>`;
  }

  private renderSurvey({ types, withoutMembers, broken }: Survey): TemplateResult {
    return html`${this.card(t('territories.check.holes'), renderCounts(types, t('territories.check.holes'), (type) => this.holes(type)))}
    ${this.card(t('territories.check.overlaps'), this.renderOverlaps(types.filter(({ overlapping }) => overlapping.length)))}
    ${this.card(t('territories.check.without-members'), this.renderTerritories(withoutMembers))}
    ${this.card(t('territories.check.broken'), this.renderTerritories(broken))}`;
  }

  private card(title: string, body: TemplateResult): TemplateResult {
    return html`<section class="card" style="margin-block-end: 16px">
      <header><h2>${title}</h2></header>
      <div class="body">${body}</div>
    </section>`;
  }

  private holes({ recordType, holes }: Checked): TemplateResult | string {
    const type = workspace.recordType(recordType);
    return type && holes
      ? html`<a href=${tenantPage(`${type.path}${query({ filter: withoutTerritory })}`)}>${formatNumber(holes)}</a>`
      : formatNumber(holes);
  }

  private renderOverlaps(types: Checked[]): TemplateResult {
    return types.length
      ? html`${types.map(
          (type) =>
            html`<h3>${nameOf(type)}</h3>
              <ul>
                ${type.overlapping.map(({ record, territories }) => this.renderOverlap(type, record, territories))}
              </ul>
              ${type.overlaps > type.overlapping.length
                ? html`<p class="muted">${t('territories.check.more', { count: formatNumber(type.overlaps - type.overlapping.length) })}</p>`
                : nothing}`,
        )}`
      : html`<p>${t('territories.check.no-overlaps')}</p>`;
  }

  private renderOverlap({ recordType }: Checked, record: string, territories: Named[]): TemplateResult {
    const path = workspace.recordType(recordType)?.path ?? '';
    return html`<li>
      <a href=${tenantPage(`${path}/${record}`)}>${this.titles.get(record) || t('territories.check.untitled')}</a>:
      ${territories.map((territory, place) => html`${place ? ', ' : ''}${this.link(territory)}`)}
    </li>`;
  }

  private renderTerritories(territories: Named[]): TemplateResult {
    return territories.length
      ? html`<ul>
          ${territories.map((territory) => html`<li>${this.link(territory)}</li>`)}
        </ul>`
      : html`<p>${t('territories.check.none')}</p>`;
  }

  private link({ id, title }: Named): TemplateResult {
    return html`<a href=${tenantPage(`territories/${id}`)}>${title ?? t('territories.panel.hidden')}</a>`;
  }
}
