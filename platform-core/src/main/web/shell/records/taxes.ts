import { html, type TemplateResult } from 'lit';
import { formatNumber, language, t } from '@pipewright/ui';

/** A row of a document's tax breakdown, in the document's currency. */
export interface TaxRow {
  category: string;
  rate: number;
  base: string;
  tax: string;
  exemption?: string;
}

const amount = (text: string): string => {
  const decimals = text.split('.')[1]?.length ?? 0;
  return Number(text).toLocaleString(language(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
};

const rate = (row: TaxRow): string => `${formatNumber(row.rate, 4)} % ${row.category}`;

export const taxesCell = (rows: TaxRow[]): string => rows.map((row) => `${rate(row)}: ${amount(row.tax)}`).join(', ');

export const taxesOf = (rows: TaxRow[]): TemplateResult =>
  html`<table style="border-spacing: 0">
    <thead>
      <tr>
        <th scope="col" style="text-align: left">${t('core.taxes.rate')}</th>
        <th scope="col" style="text-align: right; padding-left: 16px">${t('core.taxes.base')}</th>
        <th scope="col" style="text-align: right; padding-left: 16px">${t('core.taxes.tax')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <td>${rate(row)}${row.exemption ? html`<br /><small>${row.exemption}</small>` : ''}</td>
            <td style="text-align: right; padding-left: 16px">${amount(row.base)}</td>
            <td style="text-align: right; padding-left: 16px">${amount(row.tax)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
