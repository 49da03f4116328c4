import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, one, PwElement, t, tenantApi, tenantPage, workspace, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import '../parts/popup.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { createRecord } from '../records/create.js';
import { fieldOf } from '../records/values.js';
import { activityType, iconOf, readKinds, type Kind } from './model.js';
import { addActivity } from './plan.js';

/** Longest description of an activity. */
const LONGEST = 10_000;

interface Link {
  recordType: string;
  id: string;
  title: string;
}

/** Name of the field by which records refer to those of a type: what stands behind the dot of its name. */
const referenceTo = (recordType: string): string => recordType.split('.').pop()!;

/** Last of all the person it is from or with: whose account a person has counts more than what else is known of a deal. */
const personLast = (links: Link[]): Link[] => [...links].sort((one, other) => Number(one.recordType === 'core.contact') - Number(other.recordType === 'core.contact'));

/** "Ada Byron" and "Byron, Ada" alike. */
function namesOf(person: string): Record<string, string> {
  const [last, first] = person.includes(',') ? person.split(',', 2) : [person.slice(person.lastIndexOf(' ') + 1), person.slice(0, Math.max(person.lastIndexOf(' '), 0))];
  return { firstName: first!.trim(), lastName: last!.trim() };
}

/** Whoever wrote a mail, for types of people. */
const writerOf = ({ sender, senderName }: RecordData): Record<string, unknown> => ({
  ...(senderName && !String(senderName).includes('@') ? namesOf(String(senderName)) : {}),
  ...(sender ? { emails: [{ kind: 'WORK', value: sender }] } : {}),
});

/** What a record made of an activity or a mail begins with: its words, and whom and what it is about, as far as the type has fields for it. */
async function begunWith(type: RecordTypeDescriptor, source: RecordData, found: Link[]): Promise<Record<string, unknown>> {
  const links = personLast(found);
  const about = links.map(({ recordType, id, title }) => [referenceTo(recordType), { id, title }]);
  const records = await Promise.all(links.map(({ recordType, id }) => api.get<RecordData>(`${tenantApi(workspace.recordType(recordType)!.path)}/${id}`)));
  const beside = records.flatMap((record) => Object.entries(record).filter(([name]) => type.fields.some((field) => field.references && referenceTo(field.references) === name)));
  const text = type.fields.find(({ kind, readOnly }) => kind === 'multiline' && !readOnly);
  const all = {
    ...Object.fromEntries([...beside, ...about]),
    subject: source.subject,
    ...(text && { [text.name]: [source.description, source.text, source.result].filter(Boolean).join('\n\n').slice(0, text.max) }),
    // What is compared for duplicates is called by somebody's name, not by what was talked about.
    ...(type.matches?.length ? fieldOf(type, 'lastName') && writerOf(source) : { [type.titleField]: source.subject }),
  };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => value && fieldOf(type, name)?.readOnly === false));
}

interface Links {
  items: Link[];
  /** The activity that stands for a mail, once there is one. */
  activity?: string | null;
  /** Whether its links may be taken away. */
  editable?: boolean;
}

/** The records an activity or a mail is about. */
@customElement('pw-activity-links')
export class PwActivityLinks extends PwElement {
  @property() path: 'activities' | 'messages' = 'activities';
  @property() recordId = '';
  @property({ type: Boolean }) editable = false;
  @state() private links: Link[] | undefined;
  /** Whose links can be taken away: a mail has some only once it is noted. */
  @state() private activity: string | undefined;
  @state() private tasks: Kind | undefined;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('recordId')) {
      void this.read();
    }
    if (changed.has('editable') && this.editable && activityType()?.actions.create) {
      void readKinds().then((kinds) => (this.tasks = kinds.find(({ form }) => form === 'TASK')), reportProblem);
    }
  }

  private get source(): string {
    return `${tenantApi(this.path)}/${this.recordId}`;
  }

  private take({ items, activity, editable }: Links): void {
    this.links = items;
    this.activity = this.path === 'activities' ? this.recordId : ((editable && activity) || undefined);
  }

  private async read(): Promise<void> {
    try {
      this.take(await api.get<Links>(`${this.source}/links`));
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async link(recordType: string, id: string): Promise<void> {
    this.take(await api.post<Links>(`${this.source}/links`, { recordType, id }));
  }

  private async add(type: RecordTypeDescriptor): Promise<void> {
    const field = { name: 'id', label: `${type.label}.one`, kind: 'reference' as const, references: type.name, required: true };
    await askFields(t('core.activity.link-add'), [field], t('core.save'), async ({ id }) => {
      await this.link(type.name, typeof id === 'object' ? (id as { id: string }).id : String(id));
    });
  }

  /** Makes a record of what the activity is about, and links the two (S-ACT-06, S-OPP-06). */
  private async make(type: RecordTypeDescriptor): Promise<void> {
    try {
      const source = await api.get<RecordData>(this.source);
      const made = await createRecord(type, { preset: await begunWith(type, source, this.links ?? []), stay: true });
      if (made) {
        await this.link(type.name, made.id);
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  /** Plans a task about the same. */
  private async plan(kind: Kind): Promise<void> {
    try {
      const { subject, description, text } = await api.get<RecordData>(this.source);
      const [first, ...others] = this.links ?? [];
      const record = first && `${tenantApi(workspace.recordType(first.recordType)!.path)}/${first.id}`;
      const links = others.map(({ recordType, id }) => ({ recordType, id }));
      await addActivity(kind, false, record, { subject, description: String(description ?? text ?? '').slice(0, LONGEST) }, first ? { links } : {});
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async unlink({ recordType, id }: Link): Promise<void> {
    try {
      await api.delete(`${tenantApi('activities')}/${this.activity}/links/${recordType}/${id}`);
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
                    (type): TemplateResult | typeof nothing => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.make(type)}><pw-icon name=${type.icon ?? 'file'}></pw-icon>${one(type.label)}</button>`,
                  )
                  .concat(
                    this.tasks
                      ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.plan(this.tasks!)}><pw-icon name=${iconOf('TASK')}></pw-icon>${this.tasks.name}</button>`
                      : nothing,
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
      ${this.editable && this.activity
        ? html`<button type="button" class="button quiet small icon" aria-label=${t('core.activity.link-remove', { name: link.title })} @click=${() => void this.unlink(link)}><pw-icon name="x"></pw-icon></button>`
        : nothing}
    </li>`;
  }
}
