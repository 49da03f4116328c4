import { html, type TemplateResult } from 'lit';
import { t } from '@pipewright/ui';

/** Two inputs for a new password. */
export function passwordFields(password: string, repeated: string, setPassword: (value: string) => void, setRepeated: (value: string) => void): TemplateResult {
  const input = (id: string, label: string, value: string, set: (value: string) => void, help = ''): TemplateResult =>
    html`<div class="field">
      <label for=${id}>${t(label)}</label>
      <input
        class="input"
        type="password"
        id=${id}
        name=${id}
        autocomplete="new-password"
        minlength="8"
        .value=${value}
        @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
      />
      ${help ? html`<span class="help">${help}</span>` : ''}
    </div>`;
  return html`${input('password', 'core.password', password, setPassword, t('core.password.help'))}
  ${input('password-again', 'core.password.again', repeated, setRepeated)}`;
}
