import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, PwElement, t, tenantApi, tenantPage, workspace } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';

interface FirstSteps {
  dismissed: boolean;
  steps: { step: string; done: boolean }[];
}

const places: Record<string, string> = { invite: 'settings/people', import: 'settings/imports', features: 'settings/features', currencies: 'settings/organisation' };
const icons: Record<string, string> = { invite: 'users', import: 'upload', features: 'toggle-right', currencies: 'banknote' };

/** What a new organisation does first; put away by each person, gone when all is done. */
@customElement('pw-first-steps')
export class PwFirstSteps extends PwElement {
  @state() private content: FirstSteps | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (workspace.can('core.settings')) {
      void this.keep(api.get<FirstSteps>(tenantApi('first-steps')));
    }
  }

  private async keep(answer: Promise<FirstSteps>): Promise<void> {
    try {
      this.content = await answer;
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { dismissed = true, steps = [] } = this.content ?? {};
    const done = steps.filter((each) => each.done).length;
    if (dismissed || done === steps.length) {
      return nothing;
    }
    return html`<section class="card" style="margin-bottom: 16px">
      <header>
        <div>
          <h2>${t('core.first-steps')}</h2>
          <small class="muted">${t('core.first-steps.progress', { done, count: steps.length })}</small>
        </div>
        <button type="button" class="button quiet small" @click=${() => void this.keep(api.put<FirstSteps>(tenantApi('first-steps'), { dismissed: true }))}>${t('core.first-steps.dismiss')}</button>
      </header>
      <ul class="lines">
        ${steps.map((each) => this.renderStep(each))}
      </ul>
    </section>`;
  }

  private renderStep({ step, done }: { step: string; done: boolean }): TemplateResult {
    return html`<li>
      <pw-icon name=${done ? 'circle-check' : (icons[step] ?? 'circle')}></pw-icon>
      <div class="grow">
        <a href=${tenantPage(places[step] ?? '')}><b>${t(`core.first-steps.${step}`)}</b></a>
        <small>${t(`core.first-steps.${step}.text`)}</small>
      </div>
      ${done
        ? html`<span class="badge good">${t('core.first-steps.done')}</span>`
        : html`<button type="button" class="button small" @click=${() => void this.keep(api.put<FirstSteps>(tenantApi(`first-steps/${step}`), { done: true }))}>${t('core.first-steps.mark')}</button>`}
    </li>`;
  }
}
