import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, choiceLabel, language, many, notify, t, tenantApi, workspace, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { fieldOf } from '../records/values.js';
import { editLayout, type Layout, type RoleChoice } from './layout-editor.js';
import { PwSection, sectionHead } from './section.js';

interface Layouts {
  items: Layout[];
  roles: RoleChoice[];
}

/** How the organisation lays out forms, pages and lists, for roles and kinds of records. */
@customElement('pw-layout-list')
export class PwLayoutList extends PwSection<Layouts> {
  @state() private chosen = '';

  protected read(): Promise<Layouts> {
    return api.get<Layouts>(tenantApi('layouts'));
  }

  protected renderContent({ items, roles }: Layouts): TemplateResult {
    const types = workspace.manifest!.recordTypes.filter(({ partOf }) => !partOf).sort((a, b) => many(a.label).localeCompare(many(b.label), language()));
    const type = types.find(({ name }) => name === (this.chosen || items[0]?.recordType)) ?? types[0]!;
    const some = items.filter(({ recordType }) => recordType === type.name);
    return html`${sectionHead(
        t('core.layouts'),
        t('core.layouts.text'),
        html`<button type="button" class="button primary" @click=${() => void this.act(() => editLayout(type, roles))}><pw-icon name="plus"></pw-icon>${t('core.layout.new')}</button>`,
      )}
      <label style="display: block; max-width: 320px; margin-bottom: 14px">
        <span class="muted">${t('core.layout.of')}</span>
        <select class="input" aria-label=${t('core.layout.of')} @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
          ${types.map(({ name, label }) => html`<option value=${name} ?selected=${name === type.name}>${many(label)}</option>`)}
        </select>
      </label>
      ${some.length
        ? html`<section class="card">
            <header><h2>${many(type.label)}</h2></header>
            <ul class="lines">
              ${some.map((layout) => this.renderLayout(type, layout, roles))}
            </ul>
          </section>`
        : html`<p class="muted">${t('core.layouts.none', { type: many(type.label) })}</p>`}`;
  }

  private renderLayout(type: RecordTypeDescriptor, layout: Layout, roles: RoleChoice[]): TemplateResult {
    const name = this.nameOf(type, layout, roles);
    const contents = [layout.sections.length && t('core.layout.sections'), layout.columns.length && t('core.layout.columns')].filter(Boolean);
    return html`<li>
      <div class="grow">
        <b>${name}</b>
        <small>${contents.join(' · ')}</small>
      </div>
      <button type="button" class="button small" @click=${() => void this.act(() => editLayout(type, roles, layout, name))}><pw-icon name="pencil"></pw-icon>${t('core.edit')}</button>
      <button type="button" class="button quiet small icon" aria-label=${t('core.delete-named', { name })} @click=${() => void this.act(() => this.drop(layout, name))}>
        <pw-icon name="trash-2"></pw-icon>
      </button>
    </li>`;
  }

  /** For whom and for which records it is. */
  private nameOf(type: RecordTypeDescriptor, { role, kind }: Layout, roles: RoleChoice[]): string {
    const field = kind && fieldOf(type, kind.field);
    const value = kind && (kind.title ?? (field ? this.wordsOf(field, kind.value) : t('core.layout.gone')));
    const whom = role ? (roles.find(({ id }) => id === role)?.title ?? t('core.layout.gone')) : t('core.layout.everybody');
    return [whom, kind && `${field ? t(field.label) : kind.field}: ${value}`].filter(Boolean).join(' · ');
  }

  private wordsOf(field: FieldDescriptor, value: string): string {
    switch (field.kind) {
      case 'choice':
        return choiceLabel(field, value);
      case 'boolean':
        return t(value === 'true' ? 'core.yes' : 'core.no');
      default:
        return t('core.layout.gone');
    }
  }

  private async act(deed: () => Promise<boolean>): Promise<void> {
    try {
      if (await deed()) {
        await Promise.all([this.refresh(), workspace.reload()]);
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async drop(layout: Layout, name: string): Promise<boolean> {
    const sure = await confirm({ heading: t('core.delete-named', { name }), text: t('core.layout.delete.text'), action: t('core.delete'), danger: true });
    if (sure) {
      await api.delete(tenantApi(`layouts/${layout.id}`));
      notify(t('core.deleted', { name }));
    }
    return sure;
  }
}
