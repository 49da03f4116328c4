import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, call, notify, router, t, tenantApi, tenantPage, workspace } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { mayLockOut } from '../parts/lock-out.js';
import { reportProblem } from '../parts/states.js';
import { actionLabel, levels, subjectLabel, type Grant, type Role, type Subject } from './roles.js';
import { PwSection, sectionHead } from './section.js';

interface Content {
  role: Role;
  etag: string | undefined;
  subjects: Subject[];
}

const common = ['view', 'create', 'edit', 'delete', 'assign', 'share', 'export', 'import'];

/** What a role may do: a level for each kind of record and action, capabilities, single fields. */
@customElement('pw-role-editor')
export class PwRoleEditor extends PwSection<Content> {
  @property() roleId = '';
  @state() private grants = new Map<string, string>();
  @state() private access = new Map<string, string>();
  @state() private roleName = '';
  @state() private changed = false;
  @state() private fieldsOf = '';
  private unguard?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unguard = router.guard(
      () => !this.changed || confirm({ heading: t('core.form.leave'), text: t('core.form.leave.text'), action: t('core.form.leave.action') }),
    );
  }

  override disconnectedCallback(): void {
    this.unguard?.();
    super.disconnectedCallback();
  }

  protected async read(): Promise<Content> {
    const [{ data: role, etag }, { subjects }] = await Promise.all([
      call<Role>('GET', tenantApi(`roles/${this.roleId}`)),
      api.get<{ subjects: Subject[] }>(tenantApi('rights')),
    ]);
    this.grants = new Map(role.grants.map(({ subject, action, level }) => [`${subject} ${action}`, level]));
    this.access = new Map(role.fields?.map(({ recordType, field, access }) => [`${recordType} ${field}`, access.toLowerCase()]) ?? []);
    this.roleName = role.name;
    this.changed = false;
    return { role, etag, subjects };
  }

  /** Roles of the product are looked at here and changed as copies. */
  private get isBuiltIn(): boolean {
    return this.content?.role.builtIn ?? true;
  }

  protected renderContent({ role, subjects }: Content): TemplateResult {
    const records = subjects.filter(({ kind }) => kind === 'record');
    const capabilities = subjects.filter(({ kind }) => kind === 'capability');
    return html`<a href=${tenantPage('settings/roles')}>‹ ${t('core.roles')}</a>
      ${sectionHead(
        role.name,
        t(role.builtIn ? 'core.role.built-in.text' : 'core.role.own.text'),
        role.builtIn
          ? nothing
          : html`<button type="button" class="button" ?disabled=${!this.changed} @click=${() => void this.refresh()}>${t('core.discard')}</button>
          <button type="button" class="button primary" ?disabled=${!this.changed} @click=${() => void this.save()}>${t('core.save')}</button>`,
      )}
      ${role.builtIn
        ? nothing
        : html`<div class="field" style="max-width: 360px">
            <label for="role-name">${t('core.name')}</label>
            <input
              id="role-name"
              class="input"
              maxlength="80"
              .value=${this.roleName}
              @input=${(event: Event) => {
                this.roleName = (event.target as HTMLInputElement).value;
                this.changed = true;
              }}
            />
          </div>`}
      <section class="card">
        <header><h2>${t('core.role.records')}</h2></header>
        <div class="body scroll" tabindex="0" role="region" aria-label=${t('core.role.records')}>${this.renderMatrix(records)}</div>
      </section>
      <section class="card">
        <header><h2>${t('core.role.capabilities')}</h2></header>
        <div class="body form-grid">${capabilities.map((subject) => this.renderCapability(subject))}</div>
      </section>
      ${this.renderFields(records)}`;
  }

  private renderMatrix(subjects: Subject[]): TemplateResult {
    const actions = common.filter((action) => subjects.some((subject) => subject.actions.some((each) => each.action === action)));
    return html`<table class="matrix">
      <thead>
        <tr>
          <th scope="col">${t('core.record')}</th>
          ${actions.map((action) => html`<th scope="col">${t(`core.action.${action}`)}</th>`)}
          <th scope="col">${t('core.role.verbs')}</th>
        </tr>
      </thead>
      <tbody>
        ${subjects.map(
          (subject) => html`<tr>
            <th scope="row">${subjectLabel(subject)}</th>
            ${actions.map((action) => html`<td>${this.renderLevel(subject, action)}</td>`)}
            <td>
              ${subject.actions
                .filter(({ action }) => !common.includes(action))
                .map(({ action }) => html`<div>${this.renderLevel(subject, action, true)}</div>`)}
            </td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private renderLevel(subject: Subject, name: string, named = false): TemplateResult | typeof nothing {
    const action = subject.actions.find((each) => each.action === name);
    if (!action) {
      return nothing;
    }
    const key = `${subject.subject} ${name}`;
    const level = this.grants.get(key) ?? 'none';
    const offered = action.levels?.length ? action.levels : levels;
    const label = actionLabel(subject.subject, action);
    return html`${named ? html`<span class="muted">${label}: </span>` : nothing}<select
        class="level ${level === 'none' ? '' : 'on'}"
        aria-label="${subjectLabel(subject)}: ${label}"
        ?disabled=${this.isBuiltIn}
        @change=${(event: Event) => this.grant(key, (event.target as HTMLSelectElement).value)}
      >
        ${offered.map((each) => html`<option value=${each} ?selected=${each === level}>${t(`core.level.${each}`)}</option>`)}
      </select>`;
  }

  private renderCapability(subject: Subject): TemplateResult {
    const action = subject.actions[0]?.action ?? 'use';
    const key = `${subject.subject} ${action}`;
    const top = subject.actions[0]?.levels?.at(-1) ?? 'tenant';
    return html`<label class="check">
      <input
        type="checkbox"
        ?disabled=${this.isBuiltIn}
        .checked=${(this.grants.get(key) ?? 'none') !== 'none'}
        @change=${(event: Event) => this.grant(key, (event.target as HTMLInputElement).checked ? top : 'none')}
      />
      <span>${subjectLabel(subject)}</span>
    </label>`;
  }

  private grant(key: string, level: string): void {
    this.grants = new Map(this.grants).set(key, level);
    this.changed = true;
  }

  private renderFields(subjects: Subject[]): TemplateResult {
    const types = subjects.filter(({ fields }) => fields?.length);
    const chosen = types.find(({ subject }) => subject === this.fieldsOf);
    return html`<section class="card">
      <header>
        <h2>${t('core.role.fields')}</h2>
        <select class="input" style="width: auto" aria-label=${t('core.record')} @change=${(event: Event) => (this.fieldsOf = (event.target as HTMLSelectElement).value)}>
          <option value="">${t('core.choose')}</option>
          ${types.map((subject) => html`<option value=${subject.subject} ?selected=${subject.subject === this.fieldsOf}>${subjectLabel(subject)}</option>`)}
        </select>
      </header>
      <div class="body">
        <p class="muted">${t('core.role.fields.text')}</p>
        ${chosen ? html`<table class="table" style="margin-top: 8px"><tbody>${chosen.fields!.map((field) => this.renderField(chosen.subject, field))}</tbody></table>` : nothing}
      </div>
    </section>`;
  }

  private renderField(type: string, field: { field: string; label: string }): TemplateResult {
    const key = `${type} ${field.field}`;
    const current = this.access.get(key) ?? 'edit';
    return html`<tr>
      <th scope="row">${t(field.label)}</th>
      <td>
        <select
          class="input"
          style="width: auto"
          aria-label=${t(field.label)}
          ?disabled=${this.isBuiltIn}
          @change=${(event: Event) => {
            this.access = new Map(this.access).set(key, (event.target as HTMLSelectElement).value);
            this.changed = true;
          }}
        >
          ${['edit', 'view', 'none'].map((access) => html`<option value=${access} ?selected=${access === current}>${t(`core.access.${access}`)}</option>`)}
        </select>
      </td>
    </tr>`;
  }

  private async save(): Promise<void> {
    const { role, etag, subjects } = this.content!;
    const grants: Grant[] = subjects.flatMap(({ subject, actions }) =>
      actions
        .map(({ action }) => ({ subject, action, level: this.grants.get(`${subject} ${action}`) ?? 'none' }))
        .filter(({ level }) => level !== 'none'),
    );
    const fields = [...this.access]
      .filter(([, access]) => access !== 'edit')
      .map(([key, access]) => ({ recordType: key.split(' ')[0]!, field: key.split(' ')[1]!, access }));
    const body = { ...(role.builtIn ? {} : { name: this.roleName }), grants, fields };
    try {
      const saved = await mayLockOut((query) => api.patch(tenantApi(`roles/${role.id}`) + query, body, { etag: etag ?? '*' }));
      if (!saved) {
        return;
      }
      notify(t('core.saved'), { kind: 'success' });
      await Promise.all([this.refresh(), workspace.reload()]);
    } catch (problem) {
      reportProblem(problem);
    }
  }
}
