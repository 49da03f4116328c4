import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, PwPanel, t, tenantApi } from '@pipewright/ui';
import { renderTypes, type OfType } from './moves.js';

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
        ${this.types && !this.reading
          ? html`<p>${t(this.record.active ? 'territories.survey.deactivate' : 'territories.survey.activate')}</p>
              ${renderTypes(this.types)}`
          : nothing}
      </div>`;
  }
}
