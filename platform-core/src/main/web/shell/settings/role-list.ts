import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, notify, router, t, tenantApi, tenantPage } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { PwSection, sectionHead } from './section.js';
import { readRoles, type Role } from './roles.js';

/** The roles of the organisation. */
@customElement('pw-role-list')
export class PwRoleList extends PwSection<Role[]> {
  protected read(): Promise<Role[]> {
    return readRoles();
  }

  protected renderContent(roles: Role[]): TemplateResult {
    return html`${sectionHead(
        t('core.roles'),
        t('core.roles.text'),
        html`<button type="button" class="button primary" @click=${() => void this.create()}><pw-icon name="plus"></pw-icon>${t('core.role.new')}</button>`,
      )}
      <section class="card">
        <ul class="lines">
          ${roles.map(
            (role) => html`<li>
              <pw-icon name=${role.builtIn ? 'shield-check' : 'shield'}></pw-icon>
              <div class="grow">
                <a href=${tenantPage(`settings/roles/${role.id}`)}><b>${role.title}</b></a>
                <small>${t(role.builtIn ? 'core.role.built-in' : 'core.role.own')}${role.members === undefined ? '' : ` · ${t('core.operator.people', { count: role.members })}`}</small>
              </div>
              <button type="button" class="button small" @click=${() => void this.clone(role)}><pw-icon name="copy"></pw-icon>${t('core.role.clone')}</button>
              ${role.builtIn
                ? nothing
                : html`<button type="button" class="button quiet small icon" aria-label=${t('core.delete-named', { name: role.name })} @click=${() => void this.drop(role)}>
                    <pw-icon name="trash-2"></pw-icon>
                  </button>`}
            </li>`,
          )}
        </ul>
      </section>`;
  }

  private async name(heading: string, act: (name: string) => Promise<Role>): Promise<void> {
    let role: Role | undefined;
    const field = { name: 'name', label: 'core.name', kind: 'text' as const, required: true, max: 80 };
    const done = await askFields(heading, [field], t('core.save'), async ({ name }) => {
      role = await act(String(name ?? ''));
    });
    if (done && role) {
      await router.navigate(tenantPage(`settings/roles/${role.id}`));
    }
  }

  private create(): Promise<void> {
    return this.name(t('core.role.new'), (name) => api.post<Role>(tenantApi('roles'), { name }));
  }

  private clone(role: Role): Promise<void> {
    return this.name(t('core.role.clone-of', { name: role.name }), (name) => api.post<Role>(tenantApi(`roles/${role.id}/clone`), { name }));
  }

  private async drop(role: Role): Promise<void> {
    const sure = await confirm({ heading: t('core.delete-named', { name: role.name }), text: t('core.role.delete.text'), action: t('core.delete'), danger: true });
    if (sure) {
      try {
        await api.delete(tenantApi(`roles/${role.id}`));
        notify(t('core.deleted', { name: role.name }));
        await this.refresh();
      } catch (problem) {
        reportProblem(problem);
      }
    }
  }
}
