import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatNumber, many, PwPanel, t, tenantApi, workspace } from '@pipewright/ui';

interface Named {
  id: string;
  title?: string;
}

interface OfType {
  recordType: string;
  records: number;
  holes: number;
  overlaps: number;
  pinned: number;
  moves: { from?: Named; to?: Named; records: number }[];
}

/** Who would move from where to where if the territory were activated, or deactivated if it is active. */
@customElement('territories-survey')
export class TerritoriesSurvey extends PwPanel {
  @state() private types: OfType[] | undefined;
  @state() private reading = false;
  @state() private failed = false;

  private readonly show = async (): Promise<void> => {
    this.reading = true;
    try {
      this.types = (await api.get<{ types: OfType[] }>(tenantApi(`territory-surveys/after/${this.record.id}`))).types;
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.reading = false;
  };

  protected override render(): TemplateResult {
    return html`<p>
        <button type="button" class="button" ?disabled=${this.reading} @click=${this.show}>${t('territories.survey.show')}</button>
      </p>
      <div aria-live="polite">
        ${this.reading ? html`<p class="muted">${t('territories.survey.reading')}</p>` : nothing}
        ${this.failed ? html`<p role="alert">${t('territories.survey.failed')}</p>` : nothing}
        ${this.types && !this.reading ? this.renderTypes(this.types) : nothing}
      </div>`;
  }

  private renderTypes(types: OfType[]): TemplateResult {
    const moving = types.filter(({ moves }) => moves.length);
    return html`<p>${t(this.record.active ? 'territories.survey.deactivate' : 'territories.survey.activate')}</p>
      ${moving.length ? moving.map((type) => this.renderMoves(type)) : html`<p>${t('territories.survey.nothing')}</p>`}
      <div style="overflow-x: auto">
        <table class="table">
          <thead>
            <tr>
              <th></th>
              ${['all', 'holes', 'overlaps', 'pinned'].map((column) => html`<th style="text-align: end">${t(`territories.survey.${column}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${types.map(
              (type) =>
                html`<tr>
                  <th scope="row" style="text-align: start">${this.nameOf(type)}</th>
                  ${[type.records, type.holes, type.overlaps, type.pinned].map((count) => html`<td style="text-align: end">${formatNumber(count)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private nameOf({ recordType }: OfType): string {
    return many(workspace.recordType(recordType)?.label ?? recordType);
  }

  private renderMoves(type: OfType): TemplateResult {
    return html`<h3>${this.nameOf(type)}</h3>
      <div style="overflow-x: auto">
        <table class="table">
          <thead>
            <tr>
              <th style="text-align: start">${t('territories.survey.from')}</th>
              <th style="text-align: start">${t('territories.survey.to')}</th>
              <th style="text-align: end">${t('territories.survey.records')}</th>
            </tr>
          </thead>
          <tbody>
            ${type.moves.map(
              ({ from, to, records }) =>
                html`<tr>
                  <td>${this.titleOf(from)}</td>
                  <td>${this.titleOf(to)}</td>
                  <td style="text-align: end">${formatNumber(records)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private titleOf(territory?: Named): string {
    return territory ? (territory.title ?? t('territories.panel.hidden')) : t('territories.survey.none');
  }
}
