import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatAgo, formatDate, formatNumber, hasText, notify, query, t, workspace } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { emptyState, reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { PwSection, sectionHead } from '../settings/section.js';
import { showDefaults } from './platform-defaults.js';
import { showFeatures } from './tenant-features.js';
import { showUse } from './tenant-use.js';
import './deletion-records.js';
import { front } from '../start/front.js';

interface Tenant {
  id: string;
  slug: string;
  name: string;
  status: string;
  plan?: string | null;
  createdAt?: string;
  users: number;
  records: number;
  statusReason?: string | null;
  lastLogin?: string | null;
  modules?: { module: string; granted: boolean }[];
}

/** The operator's page: organisations, suspending them, granting them modules. */
@customElement('pw-operator-page')
export class PwOperatorPage extends PwSection<Tenant[]> {
  @state() private next: string | undefined;
  private words = '';

  protected async read(): Promise<Tenant[]> {
    return (await this.page()).items;
  }

  private async page(after?: string): Promise<{ items: Tenant[]; next?: string | null }> {
    const page = await api.get<{ items: Tenant[]; next?: string | null }>('/api/operator/tenants' + query({ q: this.words, limit: 50, after }));
    this.next = page.next ?? undefined;
    return page;
  }

  private readonly more = async (): Promise<void> => {
    try {
      const page = await this.page(this.next);
      this.content = [...(this.content ?? []), ...page.items];
    } catch (problem) {
      reportProblem(problem);
    }
  };

  private readonly onWords = (event: Event): void => {
    this.words = (event.target as HTMLInputElement).value;
    void this.refresh();
  };

  protected override render(): TemplateResult {
    const body = workspace.session?.person.operator
      ? super.render()
      : emptyState({ icon: 'lock', title: t('core.error.forbidden.title'), text: t('core.operator.only') });
    return front(html`<div style="width: 100%; max-width: 1080px; align-self: start">${body}</div>`, html`<a class="button" href="/">${t('core.organisations')}</a>`);
  }

  protected renderContent(tenants: Tenant[]): TemplateResult {
    return html`${sectionHead(
      t('core.operator'),
      t('core.operator.text'),
      html`<button type="button" class="button" @click=${() => void showDefaults()}>${t('core.operator.defaults')}</button>`,
    )}
    <label class="search">
      <pw-icon name="search"></pw-icon>
      <input class="input" type="search" .value=${this.words} placeholder=${t('core.search')} aria-label=${t('core.operator.search')} @change=${this.onWords} />
    </label>
    ${tenants.map((tenant) => this.renderTenant(tenant))} ${tenants.length ? nothing : html`<p class="muted">${t(this.words ? 'core.operator.no-match' : 'core.operator.none')}</p>`}
      ${this.next ? html`<div><button type="button" class="button" @click=${this.more}>${t('core.show-more')}</button></div>` : nothing}
      <pw-deletion-records></pw-deletion-records>`;
  }

  private renderTenant(tenant: Tenant): TemplateResult {
    const status = tenant.status.toLowerCase();
    const suspended = status === 'suspended';
    return html`<section class="card">
      <header style="flex-wrap: wrap">
        <div style="display: flex; gap: 12px; align-items: center; min-width: 0">
          <span class="mark">${tenant.name[0]?.toUpperCase()}</span>
          <div style="min-width: 0">
            <h2>${tenant.name}</h2>
            <small class="muted"
              >${[tenant.slug, tenant.plan, tenant.createdAt && formatDate(tenant.createdAt), t('core.operator.people', { count: tenant.users }), t('core.operator.records', { count: formatNumber(tenant.records) }), tenant.lastLogin && t('core.operator.last-login', { ago: formatAgo(tenant.lastLogin) }), suspended && tenant.statusReason]
                .filter(Boolean)
                .join(' · ')}</small
            >
          </div>
        </div>
        <div class="buttons" style="flex-wrap: wrap">
          <span class="badge ${status === 'active' ? 'good' : 'warn'}">${t(`core.tenant.${status.replace('_', '-')}`)}</span>
          <button type="button" class="button small" @click=${() => void showUse(tenant)}>${t('core.operator.usage')}</button>
          <button type="button" class="button small" @click=${() => void this.sell(tenant)}>${t('core.operator.plan')}</button>
          <button type="button" class="button small" @click=${() => void showFeatures(tenant)}>${t('core.operator.features')}</button>
          ${status === 'active' || suspended ? html`<button type="button" class="button small danger" @click=${() => void this.demandDeletion(tenant)}>${t('core.delete')}</button>` : nothing}
          ${status === 'pending_deletion' ? html`<button type="button" class="button small" @click=${() => void this.takeBackDeletion(tenant)}>${t('core.deletion.take-back')}</button>` : nothing}
          ${suspended
            ? html`<button type="button" class="button small" @click=${() => void this.reactivate(tenant)}>${t('core.tenant.reactivate')}</button>`
            : status === 'active'
              ? html`<button type="button" class="button small danger" @click=${() => void this.suspend(tenant)}>${t('core.tenant.suspend')}</button>`
              : nothing}
        </div>
      </header>
      <div class="body" style="display: flex; flex-wrap: wrap; gap: 10px 26px">
        ${tenant.modules?.map(
          ({ module, granted }) => html`<label style="display: flex; gap: 10px; align-items: center">
            <span class="switch">
              <input
                type="checkbox"
                role="switch"
                .checked=${granted}
                @change=${(event: Event) => void this.grant(tenant, module, (event.target as HTMLInputElement).checked)}
              /><span></span>
            </span>
            ${t(hasText(`core.menu.${module}`) ? `core.menu.${module}` : module)}
          </label>`,
        )}
      </div>
    </section>`;
  }

  private async act(action: () => Promise<unknown>, text: string): Promise<void> {
    try {
      await action();
      notify(text, { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  }

  private async suspend({ id, name }: Tenant): Promise<void> {
    const reason = { name: 'reason', label: 'core.reason', kind: 'text' as const, required: true };
    const done = await askFields(
      t('core.tenant.suspend-named', { name }),
      [reason],
      t('core.tenant.suspend'),
      (values) => api.post(`/api/operator/tenants/${id}/suspend`, values),
      { intro: html`<p class="muted" style="margin-bottom: 12px">${t('core.tenant.suspend.text')}</p>` },
    );
    if (done) {
      notify(t('core.tenant.is-suspended', { name }), { kind: 'success' });
      await this.refresh();
    }
  }

  private async sell({ id, name, plan }: Tenant): Promise<void> {
    const field = { name: 'plan', label: 'core.operator.plan', kind: 'text' as const, max: 60 };
    const done = await askFields(
      t('core.operator.plan.named', { name }),
      [field],
      t('core.save'),
      ({ plan: wanted = null }) => api.put(`/api/operator/tenants/${id}/plan`, { plan: wanted }),
      { values: { plan: plan ?? null } },
    );
    if (done) {
      notify(t('core.saved'), { kind: 'success' });
      await this.refresh();
    }
  }

  private async demandDeletion({ id, slug, name }: Tenant): Promise<void> {
    const field = { name: 'slug', label: 'core.deletion.slug', kind: 'text' as const, required: true };
    const done = await askFields(t('core.deletion.heading', { name }), [field], t('core.deletion.demand'), (values) => api.post(`/api/operator/tenants/${id}/deletion`, values), {
      intro: html`<p style="margin-bottom: 12px">${t('core.deletion.type', { slug })}</p>`,
    });
    if (done) {
      await this.refresh();
    }
  }

  private takeBackDeletion({ id, name }: Tenant): Promise<void> {
    return this.act(() => api.delete(`/api/operator/tenants/${id}/deletion`), t('core.tenant.is-active', { name }));
  }

  private reactivate({ id, name }: Tenant): Promise<void> {
    return this.act(() => api.post(`/api/operator/tenants/${id}/reactivate`, {}), t('core.tenant.is-active', { name }));
  }

  private async grant(tenant: Tenant, module: string, granted: boolean): Promise<void> {
    const name = t(hasText(`core.menu.${module}`) ? `core.menu.${module}` : module);
    const sure = granted || (await confirm({ heading: t('core.module.withdraw', { module: name, name: tenant.name }), text: t('core.module.withdraw.text'), action: t('core.module.withdraw.action') }));
    if (!sure) {
      await this.refresh();
      return;
    }
    await this.act(() => api.put(`/api/operator/tenants/${tenant.id}/modules/${module}`, { granted }), t(granted ? 'core.module.granted' : 'core.module.taken', { module: name, name: tenant.name }));
  }
}
