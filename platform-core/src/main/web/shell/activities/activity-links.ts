import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, one, PwElement, t, tenantApi, tenantPage, workspace, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import '../parts/popup.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { createRecord } from '../records/create.js';
import { fieldOf } from '../records/values.js';

interface Link {
  recordType: string;
  id: string;
  title: string;
}

/** Name of the field by which records refer to those of a type: what stands behind the dot of its name. */
const referenceTo = (recordType: string): string => recordType.split('.').pop()!;

/** What a record made of an activity begins with: its words, and whom and what it is about, as far as the type has fields for it. */
async function begunWith(type: RecordTypeDescriptor, activity: RecordData, links: Link[]): Promise<Record<string, unknown>> {
  const about = links.map(({ recordType, id, title }) => [referenceTo(recordType), { id, title }]);
  const records = await Promise.all(links.map(({ recordType, id }) => api.get<RecordData>(`${tenantApi(workspace.recordType(recordType)!.path)}/${id}`)));
  const beside = records.flatMap((record) => Object.entries(record).filter(([name]) => type.fields.some((field) => field.references && referenceTo(field.references) === name)));
  const text = type.fields.find(({ kind, readOnly }) => kind === 'multiline' && !readOnly);
  const all = {
    ...Object.fromEntries([...beside, ...about]),
    ...(text && { [text.name]: [activity.description, activity.result].filter(Boolean).join('\n\n') }),
    // What is compared for duplicates is called by somebody's name, not by what was talked about.
    ...(!type.matches?.length && { [type.titleField]: activity.subject }),
  };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => value && fieldOf(type, name)?.readOnly === false));
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

  /** Makes a record of what the activity is about, and links the two (S-ACT-06, S-OPP-06). */
  private async make(type: RecordTypeDescriptor): Promise<void> {
    try {
      const activity = await api.get<RecordData>(`${tenantApi('activities')}/${this.activityId}`);
      const made = await createRecord(type, { preset: await begunWith(type, activity, this.links ?? []), stay: true });
      if (made) {
        this.links = (await api.post<{ items: Link[] }>(this.address, { recordType: type.name, id: made.id })).items;
      }
    } catch (problem) {
      reportProblem(problem);
    }
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
            ></pw-popup>
            <pw-popup
              look="button quiet small"
              .button=${html`<pw-icon name="plus"></pw-icon>${t('core.activity.make')}`}
              .content=${() =>
                linkable
                  .filter(({ actions }) => actions.create)
                  .map(
                    (type) => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.make(type)}><pw-icon name=${type.icon ?? 'file'}></pw-icon>${one(type.label)}</button>`,
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
