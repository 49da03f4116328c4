import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney, formatNumber, many, t, workspace } from '@pipewright/ui';

export interface Named {
  id: string;
  title?: string;
}

export interface Sum {
  amount: string;
  currency: string;
}

export interface OfType {
  recordType: string;
  records: number;
  holes: number;
  overlaps: number;
  pinned: number;
  moves: { from?: Named; to?: Named; records: number; value?: Sum }[];
  moving: number;
  value?: Sum;
}

/** What the type is called. */
export const nameOf = ({ recordType }: OfType): string => many(workspace.recordType(recordType)?.label ?? recordType);

const titleOf = (territory?: Named): string => (territory ? (territory.title ?? t('territories.panel.hidden')) : t('territories.survey.none'));

/** Who would move from where to where, and how many would be nowhere or match several. */
export function renderTypes(types: OfType[]): TemplateResult {
  const moving = types.filter(({ moves }) => moves.length);
  return html`${moving.length ? moving.map(renderMoves) : html`<p>${t('territories.survey.nothing')}</p>`}
    ${renderCounts(types, t('territories.survey'))}`;
}

/** Of each type, how many records there are, are nowhere, match several and are held. */
export function renderCounts<T extends OfType>(types: T[], label: string, holes: (type: T) => unknown = (type) => formatNumber(type.holes)): TemplateResult {
  return html`<div style="overflow-x: auto" tabindex="0" role="region" aria-label=${label}>
      <table class="table tight">
        <thead>
          <tr>
            <th style="text-align: start">${t('territories.territory-rule.recordType')}</th>
            ${['all', 'holes', 'overlaps', 'pinned'].map((column) => html`<th style="text-align: end">${t(`territories.survey.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${types.map(
            (type) =>
              html`<tr>
                <th scope="row" style="text-align: start">${nameOf(type)}</th>
                ${[formatNumber(type.records), holes(type), formatNumber(type.overlaps), formatNumber(type.pinned)].map((cell) => html`<td style="text-align: end">${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function renderMoves(type: OfType): TemplateResult {
  return html`<p><b>${nameOf(type)}</b></p>
    <div style="overflow-x: auto" tabindex="0" role="region" aria-label=${nameOf(type)}>
      <table class="table tight">
        <thead>
          <tr>
            <th style="text-align: start">${t('territories.survey.from')}</th>
            <th style="text-align: start">${t('territories.survey.to')}</th>
            <th style="text-align: end">${t('territories.survey.records')}</th>
            ${type.value ? html`<th style="text-align: end">${t('territories.survey.value')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${type.moves.map(
            ({ from, to, records, value }) =>
              html`<tr>
                <td>${titleOf(from)}</td>
                <td>${titleOf(to)}</td>
                <td style="text-align: end">${formatNumber(records)}</td>
                ${value ? html`<td style="text-align: end; white-space: nowrap">${formatMoney(value)}</td>` : nothing}
              </tr>`,
          )}
          ${type.moves.length > 1 ? renderTotal(type) : nothing}
        </tbody>
      </table>
    </div>`;
}

const renderTotal = ({ moving, value }: OfType): TemplateResult =>
  html`<tr>
    <th scope="row" colspan="2" style="text-align: start">${t('territories.survey.total')}</th>
    <td style="text-align: end"><b>${formatNumber(moving)}</b></td>
    ${value ? html`<td style="text-align: end; white-space: nowrap"><b>${formatMoney(value)}</b></td>` : nothing}
  </tr>`;
