import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatDate, notify, query, t, tenantApi, tenantPage, workspace, type Page, type RecordData, type Reference } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import '../parts/popup.js';
import { initials, reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { readRoles, type Role } from './roles.js';
import { PwSection, sectionHead } from './section.js';

interface Invitation {
  id: string;
  email: string;
  roles?: { id: string; name: string }[];
  status?: string;
  state?: string;
  expiresAt?: string;
}

interface Content {
  people: RecordData[];
  next: string | undefined;
  roles: Role[];
  invitations: Invitation[];
}

type HeldRole = { id: string; name?: string } | string;

const roleIds = (record: RecordData): string[] =>
  ((record.roles as HeldRole[] | undefined) ?? []).map((role) => (typeof role === 'string' ? role : role.id));

/** Who belongs to the organisation, with which roles, and who is invited. */
@customElement('pw-people-list')
export class PwPeopleList extends PwSection<Content> {
  @state() private words = '';
  private typed = 0;

  protected async read(): Promise<Content> {
    const [page, roles, invitations] = await Promise.all([
      api.get<Page>(tenantApi('people') + query({ q: this.words, limit: 100, sort: 'name' })),
      readRoles().catch(() => []),
      api.get<{ items: Invitation[] }>(tenantApi('invitations')).catch(() => ({ items: [] })),
    ]);
    const open = invitations.items.filter(({ status, state }) => !/accepted|revoked|withdrawn|used/i.test(status ?? state ?? ''));
    return { people: page.items, next: page.next ?? undefined, roles, invitations: open };
  }

  protected renderContent({ people, roles, invitations }: Content): TemplateResult {
    return html`${sectionHead(
        t('core.people'),
        t('core.people.text'),
        html`<button type="button" class="button primary" data-key="create" @click=${() => void this.invite()}>
          <pw-icon name="user-plus"></pw-icon>${t('core.invite')}
        </button>`,
      )}
      ${invitations.length
        ? html`<section class="card">
            <header><h2>${t('core.invitations.open')}</h2></header>
            <ul class="lines">
              ${invitations.map((invitation) => this.renderInvitation(invitation))}
            </ul>
          </section>`
        : nothing}
      <label class="search" style="max-width: 320px">
        <pw-icon name="search"></pw-icon>
        <input class="input" type="search" data-key="search" aria-label=${t('core.search')} placeholder=${t('core.search')} .value=${this.words} @input=${this.onWords} />
      </label>
      <section class="card">
        <ul class="lines">
          ${people.map((person) => this.renderPerson(person, roles))}
        </ul>
      </section>`;
  }

  private onWords(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
    clearTimeout(this.typed);
    this.typed = window.setTimeout(() => void this.refresh(), 250);
  }

  private renderPerson(person: RecordData, roles: Role[]): TemplateResult {
    const name = String(person.name ?? person.email ?? '');
    const held = roleIds(person);
    const inactive = person.active === false || /inactive|deactivated/i.test(String(person.status ?? ''));
    return html`<li>
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <div class="grow">
        <a href=${tenantPage(`people/${person.id}`)}><b>${name}</b></a>
        ${inactive ? html`<span class="badge">${t('core.person.inactive')}</span>` : nothing}
        <small>${[person.email, (person.team as Reference | null)?.title].filter(Boolean).join(' · ')}</small>
      </div>
      ${held.map((id) => html`<span class="badge">${roles.find((role) => role.id === id)?.name ?? ''}</span>`)}
      <pw-popup
        look="button quiet icon"
        label=${t('core.more-actions')}
        .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
        .content=${() => html`
          ${workspace.can('core.roles') || workspace.can('core.people')
            ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.chooseRoles(person)}><pw-icon name="shield"></pw-icon>${t('core.person.roles')}</button>`
            : nothing}
          ${inactive
            ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.activate(person)}><pw-icon name="user-check"></pw-icon>${t('core.person.activate')}</button>`
            : html`<button type="button" role="menuitem" class="danger" tabindex="-1" @click=${() => void this.deactivate(person)}><pw-icon name="user-x"></pw-icon>${t('core.person.deactivate')}</button>`}
        `}
      ></pw-popup>
    </li>`;
  }

  private renderInvitation({ id, email, roles, expiresAt }: Invitation): TemplateResult {
    return html`<li>
      <pw-icon name="mail"></pw-icon>
      <div class="grow">
        <b>${email}</b>
        <small>${roles?.map(({ name }) => name).join(', ')} ${expiresAt ? t('core.invitation.until', { date: formatDate(expiresAt) }) : ''}</small>
      </div>
      <button type="button" class="button small" @click=${() => void this.act(() => api.post(tenantApi(`invitations/${id}/resend`), {}), t('core.invitation.resent', { email }))}>${t('core.invitation.resend')}</button>
      <button type="button" class="button quiet small" @click=${() => void this.act(() => api.delete(tenantApi(`invitations/${id}`)), t('core.invitation.withdrawn', { email }))}>${t('core.invitation.withdraw')}</button>
    </li>`;
  }

  private async act(action: () => Promise<unknown>, text: string): Promise<boolean> {
    try {
      await action();
      notify(text, { kind: 'success' });
      await this.refresh();
      return true;
    } catch (problem) {
      reportProblem(problem);
      return false;
    }
  }

  /** Check boxes for roles; the chosen ids go into `chosen`. */
  private roleChoice(chosen: Set<string>): TemplateResult {
    return html`<fieldset style="border: 0; padding: 0; margin: 0; display: grid; gap: 8px">
      <legend style="padding-bottom: 6px; font-weight: 500">${t('core.person.roles')}</legend>
      ${this.content!.roles.map(
        (role) => html`<label class="check">
          <input
            type="checkbox"
            name="role"
            ?checked=${chosen.has(role.id)}
            @change=${(event: Event) => ((event.target as HTMLInputElement).checked ? chosen.add(role.id) : chosen.delete(role.id))}
          />
          <span>${role.name}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  private async invite(): Promise<void> {
    const rep = this.content!.roles.find(({ key }) => key === 'sales-rep' || key === 'sales_rep');
    const chosen = new Set<string>(rep ? [rep.id] : []);
    let email = '';
    const done = await askFields(
      t('core.invite'),
      [
        { name: 'email', label: 'core.email', kind: 'email', required: true },
        { name: 'team', label: 'core.record.team', kind: 'reference', references: 'core.team' },
      ],
      t('core.invite.send'),
      async (values) => {
        email = String(values.email ?? '');
        await api.post(tenantApi('invitations'), { email, roles: [...chosen], ...(values.team ? { team: values.team } : {}) });
      },
      html`<p class="muted" style="margin-bottom: 14px">${t('core.invite.text')}</p>
        <div style="margin-bottom: 16px">${this.roleChoice(chosen)}</div>`,
    );
    if (done) {
      notify(t('core.invite.sent', { email }), { kind: 'success' });
      await this.refresh();
    }
  }

  private async chooseRoles(person: RecordData): Promise<void> {
    const chosen = new Set(roleIds(person));
    const saved = await ask<boolean>({
      heading: t('core.person.roles-of', { name: String(person.name) }),
      content: () => this.roleChoice(chosen),
      footer: (close) => html`<button type="button" class="button" @click=${() => close()}>${t('core.cancel')}</button>
        <button type="button" class="button primary" @click=${() => close(true)}>${t('core.save')}</button>`,
    });
    if (saved) {
      await this.act(() => api.put(tenantApi(`people/${person.id}/roles`), { roles: [...chosen] }), t('core.saved'));
    }
  }

  private activate(person: RecordData): Promise<boolean> {
    return this.act(() => api.post(tenantApi(`people/${person.id}/activate`), {}), t('core.person.activated', { name: String(person.name) }));
  }

  private async deactivate(person: RecordData): Promise<void> {
    const name = String(person.name);
    const done = await askFields(
      t('core.person.deactivate-named', { name }),
      [{ name: 'newOwner', label: 'core.person.new-owner', kind: 'reference', references: 'core.member' }],
      t('core.person.deactivate'),
      async (values) => {
        await api.post(tenantApi(`people/${person.id}/deactivate`), values);
      },
      html`<p class="muted" style="margin-bottom: 14px">${t('core.person.deactivate.text')}</p>`,
    );
    if (done) {
      notify(t('core.person.deactivated', { name }), { kind: 'success' });
      await this.refresh();
    }
  }
}
