import { html, type TemplateResult } from 'lit';
import { hasText, languageName, t } from '@pipewright/ui';

export type Choice = string | number | boolean;

export interface Choosable {
  key: string;
  label?: string;
  type: string;
  value: Choice;
  choices?: string[];
}

/** What a setting is chosen with, by its type. */
export function settingInput({ key, label, type, value, choices }: Choosable, choose: (value: Choice) => void): TemplateResult {
  if (type === 'boolean') {
    return html`<label class="switch">
      <input type="checkbox" role="switch" aria-label=${t(label ?? key)} .checked=${value === true || value === 'true'} @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)} /><span></span>
    </label>`;
  }
  if (type === 'choice' || type === 'language') {
    const named = (choice: string): string => (type === 'language' ? languageName(choice) : hasText(`${key}.${choice}`) ? t(`${key}.${choice}`) : choice);
    return html`<select class="input" style="width: auto" aria-label=${t(label ?? key)} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${choices?.map((choice) => html`<option value=${choice} ?selected=${choice === value}>${named(choice)}</option>`)}
    </select>`;
  }
  return html`<input
    class="input"
    style="width: 160px"
    type=${type === 'integer' ? 'number' : 'text'}
    aria-label=${t(label ?? key)}
    .value=${String(value ?? '')}
    @change=${(event: Event) => {
      const text = (event.target as HTMLInputElement).value;
      choose(type === 'integer' ? Number(text) : text);
    }}
  />`;
}
