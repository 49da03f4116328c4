import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, Problem, PwElement, t, type TenantSummary } from '@pipewright/ui';
import { loginAddress } from '../app/session.js';
import { emptyState, loading, problemState, problemText } from '../parts/states.js';
import { passwordFields } from './password.js';

interface Invitation {
  organisation?: string;
  tenant?: { name: string; slug?: string };
  email: string;
  invitedBy?: string;
  passwordRequired?: boolean;
  known?: boolean;
}

/** Where the link of an invitation leads. */
@customElement('pw-accept-invitation')
export class PwAcceptInvitation extends PwElement {
  @property() token = '';
  @state() private invitation: Invitation | undefined;
  @state() private name = '';
  @state() private password = '';
  @state() private repeated = '';
  @state() private problem: Problem | undefined;
  @state() private working = false;
  @state() private joined: TenantSummary | undefined;

  private get address(): string {
    return `/api/invitations/${encodeURIComponent(this.token)}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.invitation = await api.get<Invitation>(this.address, { anonymous: true });
    } catch (problem) {
      this.problem = problem as Problem;
    }
  }

  private get organisation(): string {
    return this.invitation?.organisation ?? this.invitation?.tenant?.name ?? '';
  }

  private get isNew(): boolean {
    return this.invitation?.passwordRequired ?? !(this.invitation?.known ?? false);
  }

  protected override render(): TemplateResult {
    if (this.joined) {
      return html`<div class="sheet">
        ${emptyState({
          icon: 'circle-check',
          title: t('core.invitation.accepted', { name: this.joined.name ?? this.organisation }),
          text: t('core.signup.ready.text'),
          actions: html`<a class="button primary" href=${loginAddress(this.joined.slug ? `/t/${this.joined.slug}/` : '/')}><pw-icon name="log-in"></pw-icon>${t('core.log-in')}</a>`,
        })}
      </div>`;
    }
    if (!this.invitation) {
      return html`<div class="sheet">${this.problem ? this.renderGone() : loading(4)}</div>`;
    }
    return html`<form class="sheet" novalidate @submit=${this.accept}>
      <h1>${t('core.invitation.title', { name: this.organisation })}</h1>
      <p class="muted">${t('core.invitation.text', { email: this.invitation.email, by: this.invitation.invitedBy ?? '' })}</p>
      ${this.problem
        ? html`<div class="notice bad" role="alert"><pw-icon name="circle-alert"></pw-icon><div class="grow">${this.problem.errors[0]?.message ?? problemText(this.problem)}</div></div>`
        : nothing}
      ${this.isNew
        ? html`<div class="field">
              <label for="name">${t('core.your-name')}</label>
              <input class="input" id="name" name="name" autocomplete="name" .value=${this.name} @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)} />
            </div>
            ${passwordFields(
              this.password,
              this.repeated,
              (value) => (this.password = value),
              (value) => (this.repeated = value),
            )}`
        : nothing}
      <div class="buttons"><button class="button primary" ?disabled=${this.working}>${t('core.invitation.accept')}</button></div>
    </form>`;
  }

  private renderGone(): TemplateResult {
    return this.problem!.status === 410 || this.problem!.status === 404
      ? emptyState({ icon: 'clock', title: t('core.link-gone'), text: t('core.invitation.gone') })
      : problemState(this.problem, () => void this.read());
  }

  private async accept(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isNew && this.password !== this.repeated) {
      this.problem = new Problem(400, 'invalid', '', t('core.password.different'), []);
      return;
    }
    this.working = true;
    this.problem = undefined;
    try {
      const body = this.isNew ? { name: this.name, password: this.password } : {};
      const reply = await api.post<{ tenant?: TenantSummary } | undefined>(this.address, body, { anonymous: true });
      this.joined = reply?.tenant ?? { id: '', slug: this.invitation!.tenant?.slug ?? '', name: this.organisation, status: 'active' };
    } catch (problem) {
      this.problem = problem instanceof Problem ? problem : new Problem(500, '', '', problemText(problem), []);
    }
    this.working = false;
  }
}
