import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatDate, formatList, notify, query, t, tenantApi, tenantPage, workspace, type Page, type RecordData, type Reference } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { mayLockOut } from '../parts/lock-out.js';
import '../parts/popup.js';
import { initials, reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import './email-domains.js';
import { readRoles, type Role } from './roles.js';
import { PwSection, sectionHead } from './section.js';
import { readTeams } from './teams.js';

interface Invitation {
  id: string;
  email: string;
  roles?: { id: string; name: string }[];
  status: string;
  expiresAt?: string;
}

/** How many records of a type somebody owns, and how many of them are open. */
interface Owned {
  recordType: string;
  count: number;
  open: number;
}

interface Content {
  people: RecordData[];
  next: string | undefined;
  total: number;
  roles: Role[];
  teams: RecordData[];
  invitations: Invitation[];
}

interface HeldRoles {
  roles: { id: string; name: string }[];
}

/** A team somebody belongs to; new records go to the main one. */
interface TeamOfPerson {
  id: string;
  name: string;
  main: boolean;
}

const atATime = 50;

const atOnce = 5;

/** Who belongs to the organisation, with which roles, and who is invited. */
@customElement('pw-people-list')
export class PwPeopleList extends PwSection<Content> {
  @state() private words = '';
  @state() private held = new Map<string, HeldRoles['roles']>();
  @state() private teams = new Map<string, TeamOfPerson[]>();
  private typed = 0;

  protected async read(): Promise<Content> {
    const [page, roles, teams, invitations] = await Promise.all([
      this.page(),
      readRoles().catch(() => []),
      readTeams().catch(() => []),
      api.get<{ items: Invitation[] }>(tenantApi('invitations')).catch(() => ({ items: [] })),
    ]);
    const open = invitations.items.filter(({ status }) => !/accepted|revoked|withdrawn|used/i.test(status));
    void this.readMoreOf(page.items.map(({ id }) => id));
    return { people: page.items, next: page.next ?? undefined, total: page.total ?? page.items.length, roles, teams, invitations: open };
  }

  private page(after?: string): Promise<Page> {
    return api.get<Page>(tenantApi('people') + query({ q: this.words, limit: atATime, sort: 'name', count: true, after }));
  }

  private async more(): Promise<void> {
    const { words } = this;
    try {
      const page = await this.page(this.content!.next);
      if (words === this.words) {
        this.content = { ...this.content!, people: [...this.content!.people, ...page.items], next: page.next ?? undefined };
        void this.readMoreOf(page.items.map(({ id }) => id));
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  /** Who holds which roles and belongs to which teams stands at each person; the list shows first and fills in. */
  private async readMoreOf(ids: string[]): Promise<void> {
    const open = ids.filter((id) => !this.held.has(id) || !this.teams.has(id));
    const read = async (): Promise<void> => {
      for (let id = open.shift(); id; id = open.shift()) {
        const [{ roles }, teams] = await Promise.all([api.get<HeldRoles>(tenantApi(`people/${id}/roles`)), this.teamsOf(id)]);
        this.held = new Map(this.held).set(id, roles);
        this.teams = new Map(this.teams).set(id, teams);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, () => read().catch(() => undefined)));
  }

  private async teamsOf(id: string): Promise<TeamOfPerson[]> {
    return (await api.get<{ teams: TeamOfPerson[] }>(tenantApi(`people/${id}/teams`))).teams;
  }

  protected renderContent({ people, next, total, invitations }: Content): TemplateResult {
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
          ${people.map((person) => this.renderPerson(person))}
        </ul>
      </section>
      ${next
        ? html`<div class="buttons">
            <button type="button" class="button" data-key="more" @click=${() => void this.more()}>${t('core.show-more')}</button>
            <span class="muted">${t('core.people.shown', { shown: people.length, total })}</span>
          </div>`
        : nothing}
      <pw-email-domains></pw-email-domains>`;
  }

  private onWords(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
    clearTimeout(this.typed);
    this.typed = window.setTimeout(() => void this.refresh(), 250);
  }

  private renderPerson(person: RecordData): TemplateResult {
    const name = String(person.name ?? person.email ?? '');
    const held = this.held.get(person.id) ?? [];
    const status = String(person.status ?? 'ACTIVE');
    const inactive = status === 'INACTIVE';
    return html`<li>
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <div class="grow">
        <a href=${tenantPage(`people/${person.id}`)}><b>${name}</b></a>
        ${status === 'ACTIVE' ? nothing : html`<span class="badge ${status === 'INVITED' ? 'info' : ''}">${t(`core.member.status.${status}`)}</span>`}
        <small>${[person.email, this.teamNames(person)].filter(Boolean).join(' · ')}</small>
      </div>
      <span class="badges">${held.map(({ name: role }) => html`<span class="badge">${role}</span>`)}</span>
      <pw-popup
        look="button quiet icon"
        label=${t('core.more-actions')}
        .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
        .content=${() => html`
          ${workspace.can('core.roles') || workspace.can('core.people')
            ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.chooseRoles(person)}><pw-icon name="shield"></pw-icon>${t('core.person.roles')}</button>`
            : nothing}
          ${workspace.can('core.people')
            ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.chooseTeams(person)}><pw-icon name="users"></pw-icon>${t('core.person.teams')}</button>`
            : nothing}
          ${inactive
            ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.activate(person)}><pw-icon name="user-check"></pw-icon>${t('core.person.activate')}</button>`
            : html`<button type="button" role="menuitem" class="danger" tabindex="-1" @click=${() => void this.deactivate(person)}><pw-icon name="user-x"></pw-icon>${t('core.person.deactivate')}</button>`}
        `}
      ></pw-popup>
    </li>`;
  }

  private teamNames(person: RecordData): string {
    const all = this.teams.get(person.id)?.map(({ name }) => name);
    return all?.length ? formatList(all) : ((person.team as Reference | null)?.title ?? '');
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
      if ((await action()) === false) {
        return false;
      }
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
          <span>${role.title}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  /** Check boxes for the teams beside the main one; the chosen ids go into `chosen`. */
  private teamChoice(chosen: Set<string>): TemplateResult {
    return html`<fieldset style="border: 0; padding: 0; margin: 0; display: grid; gap: 8px; max-height: 260px; overflow: auto">
      <legend style="padding-bottom: 6px; font-weight: 500">${t('core.person.other-teams')}</legend>
      ${this.content!.teams.length ? nothing : html`<p class="muted">${t('core.person.other-teams.none')}</p>`}
      ${this.content!.teams.map(
        ({ id, name }) => html`<label class="check">
          <input type="checkbox" name="team" ?checked=${chosen.has(id)} @change=${(event: Event) => ((event.target as HTMLInputElement).checked ? chosen.add(id) : chosen.delete(id))} />
          <span>${String(name)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  private async invite(): Promise<void> {
    const rep = this.content!.roles.find(({ key }) => key === 'sales-rep');
    const chosen = new Set<string>(rep ? [rep.id] : []);
    const teams = new Set<string>();
    let email = '';
    const done = await askFields(
      t('core.invite'),
      [
        { name: 'email', label: 'core.email', kind: 'email', required: true },
        { name: 'name', label: 'core.name', kind: 'text' },
        { name: 'team', label: 'core.person.main-team', kind: 'reference', references: 'core.team' },
      ],
      t('core.invite.send'),
      async (values) => {
        email = String(values.email ?? '');
        await api.post(tenantApi('invitations'), { email, name: values.name ?? null, roles: [...chosen], team: values.team ?? null, teams: [...teams] });
      },
      {
        intro: html`<p class="muted" style="margin-bottom: 14px">${t('core.invite.text')}</p>
          <div style="margin-bottom: 16px">${this.roleChoice(chosen)}</div>
          ${this.content!.teams.length > 1
            ? html`<details style="margin-bottom: 16px">
                <summary>${t('core.person.teams')}</summary>
                ${this.teamChoice(teams)}
              </details>`
            : nothing}`,
      },
    );
    if (done) {
      notify(t('core.invite.sent', { email }), { kind: 'success' });
      await this.refresh();
    }
  }

  private async chooseRoles(person: RecordData): Promise<void> {
    const { roles } = await api.get<HeldRoles>(tenantApi(`people/${person.id}/roles`)).catch(() => ({ roles: [] }));
    const chosen = new Set(roles.map(({ id }) => id));
    const saved = await ask<boolean>({
      heading: t('core.person.roles-of', { name: String(person.name) }),
      content: () => this.roleChoice(chosen),
      footer: (close) => html`<button type="button" class="button" @click=${() => close()}>${t('core.cancel')}</button>
        <button type="button" class="button primary" @click=${() => close(true)}>${t('core.save')}</button>`,
    });
    if (saved) {
      this.held.delete(person.id);
      await this.act(() => mayLockOut((query) => api.put(tenantApi(`people/${person.id}/roles`) + query, { roles: [...chosen] })), t('core.saved'));
    }
  }

  private async chooseTeams(person: RecordData): Promise<void> {
    const name = String(person.name);
    const before = await this.teamsOf(person.id).catch(() => []);
    const main = before.find((team) => team.main);
    const chosen = new Set(before.filter((team) => !team.main).map(({ id }) => id));
    const saved = await askFields(
      t('core.person.teams-of', { name }),
      [{ name: 'main', label: 'core.person.main-team', kind: 'reference', references: 'core.team' }],
      t('core.save'),
      async (values) => {
        const wanted = (values.main as string | null | undefined) ?? null;
        await api.put(tenantApi(`people/${person.id}/teams`), { main: wanted, teams: [...new Set([...chosen, ...(wanted ? [wanted] : [])])] });
      },
      {
        values: main ? { main: { id: main.id, title: main.name } } : {},
        intro: html`<p class="muted" style="margin-bottom: 14px">${t('core.person.teams.text')}</p>
          <div style="margin-bottom: 16px">${this.teamChoice(chosen)}</div>`,
      },
    );
    if (saved) {
      this.teams.delete(person.id);
      notify(t('core.saved'), { kind: 'success' });
      await this.refresh();
    }
  }

  private activate(person: RecordData): Promise<boolean> {
    return this.act(() => api.post(tenantApi(`people/${person.id}/activate`), {}), t('core.person.activated', { name: String(person.name) }));
  }

  /** What still needs an owner when the person leaves. */
  private renderOpen(owned: Owned[], name: string): TemplateResult {
    const open = owned.filter((each) => each.open > 0);
    return open.length
      ? html`<p style="margin-bottom: 8px">${t('core.person.open', { name })}</p>
          <ul class="lines" style="margin-bottom: 14px">
            ${open.map(({ recordType, open: count }) => html`<li><span class="grow">${t(`${recordType}.many`)}</span><b>${count}</b></li>`)}
          </ul>`
      : html`<p class="muted" style="margin-bottom: 14px">${t('core.person.open.none', { name })}</p>`;
  }

  private async deactivate(person: RecordData): Promise<void> {
    const { items: owned } = await api.get<{ items: Owned[] }>(tenantApi(`people/${person.id}/owned`)).catch(() => ({ items: [] as Owned[] }));
    const name = String(person.name);
    const done = await askFields(
      t('core.person.deactivate-named', { name }),
      [{ name: 'newOwner', label: 'core.person.new-owner', kind: 'reference', references: 'core.member' }],
      t('core.person.deactivate'),
      async (values) => {
        await api.post(tenantApi(`people/${person.id}/deactivate`), values);
      },
      {
        intro: html`<p class="muted" style="margin-bottom: 14px">${t('core.person.deactivate.text')}</p>
          ${this.renderOpen(owned, name)}`,
      },
    );
    if (done) {
      notify(t('core.person.deactivated', { name }), { kind: 'success' });
      await this.refresh();
    }
  }
}
