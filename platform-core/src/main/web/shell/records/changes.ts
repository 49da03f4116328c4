import { html, nothing, type TemplateResult } from 'lit';
import { formatValue, hasText, t, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { titleFor } from './titles.js';
import { fieldOf } from './values.js';

/** A field before and after. */
export interface Change {
  field: string;
  old: unknown;
  new: unknown;
}

/** References are kept as ids and amounts as text. */
function textOf(field: FieldDescriptor, value: unknown, again: () => void): string {
  if (typeof value === 'string' && field.references) {
    return titleFor(field.references, value, again);
  }
  if (typeof value === 'string' && field.kind === 'money') {
    const [amount, currency] = value.split(' ');
    return formatValue(field, { amount, currency });
  }
  return formatValue(field, value);
}

/** What a field was and is; `again` draws it once titles are known. */
export function changeLine(type: RecordTypeDescriptor, { field: name, old, new: now }: Change, again: () => void): TemplateResult {
  const field = fieldOf(type, name);
  const text = (value: unknown): string => textOf(field ?? { name, label: name, kind: 'text' }, value, again);
  const before = text(old);
  const after = text(now);
  return html`<li>
    <span>${field ? t(field.label) : hasText(`core.change.${name}`) ? t(`core.change.${name}`) : name}:</span> ${before ? html`<s>${before}</s> → ` : nothing}${after || html`<span>${t('core.empty-value')}</span>`}
  </li>`;
}
