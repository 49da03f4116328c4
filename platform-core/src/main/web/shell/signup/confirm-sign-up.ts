import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, Problem, PwElement, t, type TenantSummary } from '@pipewright/ui';
import { loginAddress } from '../app/session.js';
import { emptyState, problemText } from '../parts/states.js';
import { passwordFields } from './password.js';

interface Confirmed {
  tenant: TenantSummary;
}

/** Where the link of the sign-up mail leads: chooses a password and makes the organisation. */
@customElement('pw-confirm-sign-up')
export class PwConfirmSignUp extends PwElement {
  @property() token = '';
  @state() private known: { passwordRequired?: boolean; organisation?: string; email?: string } | undefined;
  @state() private password = '';
  @state() private repeated = '';
  @state() private problem: Problem | undefined;
  @state() private working = false;
  @state() private tenant: TenantSummary | undefined;
  @state() private resent = false;

  private get address(): string {
    return `/api/signups/${encodeURIComponent(this.token)}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  private async look(): Promise<void> {
    try {
      this.known = await api.get(this.address, { anonymous: true });
    } catch (problem) {
      this.known = {};
      if (problem instanceof Problem && problem.status === 410) {
        this.problem = problem;
      }
    }
  }

  protected override render(): TemplateResult {
    if (this.tenant) {
      return html`<div class="sheet">
        ${emptyState({
          icon: 'circle-check',
          title: t('core.signup.ready', { name: this.tenant.name }),
          text: t('core.signup.ready.text'),
          actions: html`<a class="button primary" href=${loginAddress(`/t/${this.tenant.slug}/`)}><pw-icon name="log-in"></pw-icon>${t('core.log-in')}</a>`,
        })}
      </div>`;
    }
    if (this.problem?.status === 410) {
      return this.renderGone();
    }
    const needsPassword = this.known?.passwordRequired !== false;
    return html`<form class="sheet" novalidate @submit=${this.confirm}>
      <h1>${t('core.signup.confirm')}</h1>
      <p class="muted">${t(needsPassword ? 'core.signup.confirm.text' : 'core.signup.confirm.known')}</p>
      ${this.problem
        ? html`<div class="notice bad" role="alert"><pw-icon name="circle-alert"></pw-icon><div class="grow">${this.problem.of('password') ?? problemText(this.problem)}</div></div>`
        : nothing}
      ${needsPassword
        ? passwordFields(
            this.password,
            this.repeated,
            (value) => (this.password = value),
            (value) => (this.repeated = value),
          )
        : nothing}
      <div class="buttons"><button class="button primary" ?disabled=${this.working}>${t(this.working ? 'core.signup.making' : 'core.signup.make')}</button></div>
    </form>`;
  }

  private renderGone(): TemplateResult {
    return html`<div class="sheet">
      ${emptyState({
        icon: 'clock',
        title: t('core.link-gone'),
        text: this.resent ? t('core.signup.resent') : t('core.signup.gone.text'),
        actions: html`${this.resent ? nothing : html`<button type="button" class="button" @click=${this.resend}>${t('core.signup.resend')}</button>`}
          <a class="button" href=${loginAddress('/')}>${t('core.log-in')}</a>`,
      })}
    </div>`;
  }

  private readonly resend = async (): Promise<void> => {
    try {
      await api.post(`${this.address}/resend`, {}, { anonymous: true });
      this.resent = true;
    } catch (problem) {
      this.problem = problem as Problem;
    }
  };

  private async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.known?.passwordRequired !== false && this.password && this.password !== this.repeated) {
      this.problem = new Problem(400, 'invalid', '', t('core.password.different'), []);
      return;
    }
    this.working = true;
    this.problem = undefined;
    try {
      const body = this.password ? { password: this.password } : {};
      this.tenant = (await api.post<Confirmed>(`${this.address}/confirm`, body, { anonymous: true })).tenant;
    } catch (problem) {
      this.problem = problem instanceof Problem ? problem : new Problem(500, '', '', problemText(problem), []);
    }
    this.working = false;
  }
}
