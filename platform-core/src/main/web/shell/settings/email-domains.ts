import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, notify, t, tenantApi, type FieldDescriptor } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { readRoles, type Role } from './roles.js';
import { PwSection } from './section.js';

interface Named {
  id: string;
  name: string;
}

interface EmailDomain {
  id: string;
  domain: string;
  proven: boolean;
  role: Named;
  team?: Named | null;
  recordName: string;
  recordText: string;
}

interface Content {
  domains: EmailDomain[];
  roles: Role[];
}

/** Domains by whose e-mail addresses people become members, and how each is proven. */
@customElement('pw-email-domains')
export class PwEmailDomains extends PwSection<Content> {
  protected async read(): Promise<Content> {
    const [{ items: domains }, roles] = await Promise.all([api.get<{ items: EmailDomain[] }>(tenantApi('email-domains')), readRoles().catch(() => [])]);
    return { domains, roles };
  }

  /** Stands on the page of the people and has no edges of its own. */
  protected override render(): TemplateResult {
    return this.content ? this.renderContent(this.content) : super.render();
  }

  protected renderContent({ domains }: Content): TemplateResult {
    return html`<section class="card">
      <header>
        <h2 class="grow">${t('core.email-domains')}</h2>
        <button type="button" class="button small" data-key="add-domain" @click=${() => void this.act(() => this.add())}><pw-icon name="plus"></pw-icon>${t('core.email-domain.add')}</button>
      </header>
      <div class="body"><p class="muted">${t('core.email-domains.text')}</p></div>
      ${domains.length
        ? html`<ul class="lines">
            ${domains.map((domain) => this.renderDomain(domain))}
          </ul>`
        : nothing}
    </section>`;
  }

  private renderDomain(named: EmailDomain): TemplateResult {
    const { id, domain, proven, role, team, recordName, recordText } = named;
    const what = [this.roleTitle(role), team?.name].filter(Boolean).join(' · ');
    return html`<li>
      <pw-icon name="globe"></pw-icon>
      <div class="grow">
        <b>${domain}</b> <span class="badge ${proven ? 'good' : 'warn'}">${t(proven ? 'core.email-domain.proven' : 'core.email-domain.open')}</span>
        <small>${t('core.email-domain.gets', { what })}</small>
        <details ?open=${!proven}>
          <summary>TXT</summary>
          <p class="muted">${t('core.email-domain.record')}</p>
          <dl style="margin: 8px 0 0; overflow-wrap: anywhere">
            <dt class="muted">${t('core.email-domain.record-name')}</dt>
            <dd style="margin: 0 0 6px"><code>${recordName}</code></dd>
            <dt class="muted">${t('core.email-domain.record-text')}</dt>
            <dd style="margin: 0"><code>${recordText}</code></dd>
          </dl>
        </details>
      </div>
      ${proven
        ? nothing
        : html`<button type="button" class="button small primary" @click=${() => void this.act(() => this.prove(named))}><pw-icon name="shield-check"></pw-icon>${t('core.email-domain.prove')}</button>`}
      <button type="button" class="button quiet small icon" aria-label=${t('core.email-domain.change', { domain })} @click=${() => void this.act(() => this.change(named))}><pw-icon name="pencil"></pw-icon></button>
      <button type="button" class="button quiet small icon" aria-label=${t('core.email-domain.remove', { domain })} @click=${() => void this.act(() => this.drop(id, domain))}><pw-icon name="trash-2"></pw-icon></button>
    </li>`;
  }

  private roleTitle({ id, name }: Named): string {
    return this.content!.roles.find((role) => role.id === id)?.title ?? name;
  }

  private async act(deed: () => Promise<boolean>): Promise<void> {
    try {
      if (await deed()) {
        await this.refresh();
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  /** What people get: one role, and a team if wanted. */
  private terms(): FieldDescriptor[] {
    const choices = this.content!.roles.map(({ id, title }) => ({ value: id, label: title }));
    return [
      { name: 'role', label: 'core.email-domain.role', kind: 'choice', required: true, choices },
      { name: 'team', label: 'core.person.main-team', kind: 'reference', references: 'core.team' },
    ];
  }

  private async add(): Promise<boolean> {
    let domain = '';
    const done = await askFields(
      t('core.email-domain.add'),
      [{ name: 'domain', label: 'core.email-domain.domain', kind: 'text', required: true }, ...this.terms()],
      t('core.email-domain.add'),
      async (values) => {
        ({ domain } = await api.post<EmailDomain>(tenantApi('email-domains'), values));
      },
    );
    if (done) {
      notify(t('core.email-domain.added', { domain }), { kind: 'success' });
    }
    return done ?? false;
  }

  private async change({ id, domain, role, team }: EmailDomain): Promise<boolean> {
    const done = await askFields(
      t('core.email-domain.change', { domain }),
      this.terms(),
      t('core.save'),
      async (values) => {
        await api.put(tenantApi(`email-domains/${id}`), { role: values.role, team: values.team ?? null });
      },
      { values: { role: role.id, team: team ? { id: team.id, title: team.name } : null } },
    );
    return done ?? false;
  }

  private async prove({ id, domain }: EmailDomain): Promise<boolean> {
    await api.post(tenantApi(`email-domains/${id}/prove`), {});
    notify(t('core.email-domain.proven-now', { domain }), { kind: 'success' });
    return true;
  }

  private async drop(id: string, domain: string): Promise<boolean> {
    const heading = t('core.email-domain.remove', { domain });
    if (!(await confirm({ heading, text: t('core.email-domain.remove.text'), action: heading, danger: true }))) {
      return false;
    }
    await api.delete(tenantApi(`email-domains/${id}`));
    notify(t('core.email-domain.removed', { domain }));
    return true;
  }
}
