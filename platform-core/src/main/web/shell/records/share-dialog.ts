import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatDate, Problem, PwElement, t, tenantApi, today, type Reference } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { loading, problemText } from '../parts/states.js';
import './field-editor.js';

interface Share {
  id: string;
  member: Reference | null;
  team: Reference | null;
  access: 'VIEW' | 'EDIT';
  until: string | null;
}

/** With whom a record is shared, and a form to share it with one more. */
@customElement('pw-share-list')
export class PwShareList extends PwElement {
  @property() address = '';
  @state() private shares: Share[] | undefined;
  @state() private kind: 'member' | 'team' = 'member';
  @state() private party: unknown;
  @state() private access: Share['access'] = 'VIEW';
  @state() private until: unknown;
  @state() private problem: Problem | undefined;
  @state() private refusal = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    const { items } = await api.get<{ items: Share[] }>(`${this.address}/shares`);
    this.shares = items;
  }

  protected override render(): TemplateResult {
    if (!this.shares) {
      return loading(3);
    }
    return html`${this.shares.length
        ? html`<ul class="lines" style="margin-bottom: 16px">
            ${this.shares.map((share) => this.renderShare(share))}
          </ul>`
        : html`<p class="muted" style="margin-bottom: 16px">${t('core.share.nobody')}</p>`}
      <form class="form-grid" @submit=${this.add}>${this.renderForm()}</form>`;
  }

  private renderShare(share: Share): TemplateResult {
    const over = share.until !== null && share.until < today();
    const name = (share.member ?? share.team)?.title ?? '';
    const access = t(`core.share.access.${share.access}`);
    return html`<li>
      <pw-icon name=${share.team ? 'users' : 'user'}></pw-icon>
      <div class="grow">
        <b>${name}</b>
        <small>${share.until ? t(over ? 'core.share.over' : 'core.share.until-date', { access, date: formatDate(share.until) }) : access}</small>
      </div>
      <button type="button" class="button quiet icon" aria-label=${t('core.share.withdraw', { name })} title=${t('core.share.withdraw', { name })} @click=${() => void this.withdraw(share)}>
        <pw-icon name="x"></pw-icon>
      </button>
    </li>`;
  }

  private renderForm(): TemplateResult {
    return html`
      <div class="field">
        <label for="share-kind">${t('core.share.with')}</label>
        <select
          id="share-kind"
          class="input"
          @change=${(event: Event) => {
            this.kind = (event.target as HTMLSelectElement).value as 'member' | 'team';
            this.party = undefined;
          }}
        >
          <option value="member">${t('core.member.one')}</option>
          <option value="team">${t('core.team.one')}</option>
        </select>
      </div>
      <pw-field-editor
        .field=${{ name: this.kind, label: `core.${this.kind}.one`, kind: 'reference', references: `core.${this.kind}`, required: true }}
        .value=${this.party}
        .error=${this.problem?.of(this.kind) ?? ''}
        @pw-value=${(event: CustomEvent) => (this.party = event.detail)}
      ></pw-field-editor>
      <div class="field">
        <label for="share-access">${t('core.share.access')}</label>
        <select id="share-access" class="input" @change=${(event: Event) => (this.access = (event.target as HTMLSelectElement).value as Share['access'])}>
          <option value="VIEW">${t('core.share.access.VIEW')}</option>
          <option value="EDIT">${t('core.share.access.EDIT')}</option>
        </select>
      </div>
      <pw-field-editor
        .field=${{ name: 'until', label: 'core.share.until', kind: 'date' }}
        .value=${this.until}
        .error=${this.problem?.of('until') ?? ''}
        @pw-value=${(event: CustomEvent) => (this.until = event.detail)}
      ></pw-field-editor>
      ${this.refusal ? html`<p class="notice warn" role="alert">${this.refusal}</p>` : nothing}
      <div><button type="submit" class="button primary"><pw-icon name="share-2"></pw-icon>${t('core.share')}</button></div>
    `;
  }

  private readonly add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const party = (this.party as Reference | undefined)?.id ?? this.party ?? null;
    await this.act(() => api.post(`${this.address}/shares`, { [this.kind]: party, access: this.access, until: this.until || null }));
    if (!this.refusal) {
      this.party = undefined;
      this.until = undefined;
    }
  };

  private withdraw(share: Share): Promise<void> {
    return this.act(() => api.delete(`${this.address}/shares/${share.id}`));
  }

  private async act(deed: () => Promise<unknown>): Promise<void> {
    this.problem = undefined;
    this.refusal = '';
    try {
      await deed();
      await this.read();
    } catch (problem) {
      this.problem = problem instanceof Problem ? problem : undefined;
      this.refusal = this.problem?.errors.length ? this.problem.errors.map(({ message }) => message).join(' ') : problemText(problem);
    }
  }
}

/** Opens the list of those with whom the record is shared. */
export async function shareRecord(path: string, id: string, title: string): Promise<void> {
  await ask<void>({
    heading: t('core.share.named', { name: title }),
    width: '560px',
    content: () => html`<pw-share-list .address=${`${tenantApi(path)}/${id}`}></pw-share-list>`,
  });
}
