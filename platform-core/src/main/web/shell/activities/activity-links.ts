import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, one, PwElement, t, tenantApi, tenantPage, workspace, type RecordTypeDescriptor } from '@pipewright/ui';
import '../parts/popup.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';

interface Link {
  recordType: string;
  id: string;
  title: string;
}

/** The records an activity is about. */
@customElement('pw-activity-links')
export class PwActivityLinks extends PwElement {
  @property() activityId = '';
  @property({ type: Boolean }) editable = false;
  @state() private links: Link[] | undefined;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('activityId')) {
      void this.read();
    }
  }

  private get address(): string {
    return `${tenantApi('activities')}/${this.activityId}/links`;
  }

  private async read(): Promise<void> {
    try {
      this.links = (await api.get<{ items: Link[] }>(this.address)).items;
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async add(type: RecordTypeDescriptor): Promise<void> {
    const field = { name: 'id', label: `${type.label}.one`, kind: 'reference' as const, references: type.name, required: true };
    await askFields(t('core.activity.link-add'), [field], t('core.save'), async ({ id }) => {
      const { items } = await api.post<{ items: Link[] }>(this.address, { recordType: type.name, id: typeof id === 'object' ? (id as { id: string }).id : id });
      this.links = items;
    });
  }

  private async unlink({ recordType, id }: Link): Promise<void> {
    try {
      await api.delete(`${this.address}/${recordType}/${id}`);
      await this.read();
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult {
    const linkable = workspace.manifest!.recordTypes.filter(({ activities }) => activities);
    return html`<div class="activity-links">
      <h3>${t('core.activity.links')}</h3>
      ${this.links?.length === 0 ? html`<p class="muted">${t('core.activity.link-none')}</p>` : nothing}
      <ul>
        ${this.links?.map((link) => this.renderLink(link))}
      </ul>
      ${this.editable
        ? html`<pw-popup
            look="button quiet small"
            .button=${html`<pw-icon name="link"></pw-icon>${t('core.activity.link-add')}`}
            .content=${() =>
              linkable.map(
                (type) => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.add(type)}><pw-icon name=${type.icon ?? 'file'}></pw-icon>${one(type.label)}</button>`,
              )}
          ></pw-popup>`
        : nothing}
    </div>`;
  }

  private renderLink(link: Link): TemplateResult {
    const type = workspace.recordType(link.recordType);
    return html`<li>
      <pw-icon name=${type?.icon ?? 'file'}></pw-icon>
      <a class="grow" href=${tenantPage(`${type?.path}/${link.id}`)}>${link.title}</a>
      <small class="muted">${type ? one(type.label) : ''}</small>
      ${this.editable
        ? html`<button type="button" class="button quiet small icon" aria-label=${t('core.activity.link-remove', { name: link.title })} @click=${() => void this.unlink(link)}><pw-icon name="x"></pw-icon></button>`
        : nothing}
    </li>`;
  }
}
