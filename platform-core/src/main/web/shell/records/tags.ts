import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/multi-select-combo-box';
import { api, notify, PwElement, t, tenantApi, workspace, type FieldDescriptor, type RecordData, type RecordTypeDescriptor, type TagOfRecord } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import '../parts/popup.js';
import { problemText, reportProblem } from '../parts/states.js';
import { askFields } from './bulk.js';
import { colours, tagBadge } from './tag-badges.js';

/** A tag as the person sees it. */
export interface Tag {
  id: string;
  version: number;
  name: string;
  colour: string;
  shared: boolean;
  mine: boolean;
}

/** The tags there are, read once and again after each change. */
class Tags {
  private slug = '';
  private items: Tag[] = [];
  private reading: Promise<Tag[]> | undefined;

  /** All of them; only the first call asks the server. */
  async all(): Promise<Tag[]> {
    return this.slug === workspace.slug ? this.items : this.read();
  }

  read(): Promise<Tag[]> {
    this.reading ??= this.fetch().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async fetch(): Promise<Tag[]> {
    const { slug } = workspace;
    const { items } = await api.get<{ items: Tag[] }>(tenantApi('tags'));
    this.slug = slug;
    this.items = items;
    return items;
  }

  /** What is known of them by now. */
  get known(): Tag[] {
    return this.slug === workspace.slug ? this.items : [];
  }

  /** Name of a tag that a filter names by its id; asks for unknown ones once and calls back. */
  nameOf(id: string, ready: () => void): string {
    if (this.slug !== workspace.slug && !this.reading) {
      void this.read().then(ready, () => undefined);
    }
    return this.known.find((tag) => tag.id === id)?.name ?? (this.slug === workspace.slug && id.length !== 36 ? id : '…');
  }
}

export const tags = new Tags();

const colourField: FieldDescriptor = {
  name: 'colour',
  label: 'core.tag.colour',
  kind: 'choice',
  choices: colours.map((value) => ({ value, label: `core.tag.colour.${value}` })),
};

const nameField: FieldDescriptor = { name: 'name', label: 'core.name', kind: 'text', required: true, max: 40 };

/** Asks for a new tag and makes it. */
export async function createTag(name = ''): Promise<Tag | undefined> {
  let made: Tag | undefined;
  const shared: FieldDescriptor = { name: 'shared', label: 'core.tag.shared', kind: 'boolean' };
  await askFields(
    t('core.tag.new'),
    [nameField, colourField, shared],
    t('core.save'),
    async (values) => {
      made = await api.post<Tag>(tenantApi('tags'), values);
    },
    { values: { name, colour: 'GREY', shared: false } },
  );
  if (made) {
    await tags.read();
  }
  return made;
}

/** Asks for another name or colour of a tag. */
export async function editTag(tag: Tag): Promise<boolean> {
  const { name, colour } = tag;
  const done = await askFields(
    t('core.edit-named', { name }),
    [nameField, colourField],
    t('core.save'),
    async (values) => {
      await api.patch(tenantApi(`tags/${tag.id}`), values, { etag: `"${tag.version}"` });
    },
    { values: { name, colour } },
  );
  if (done) {
    await tags.read();
  }
  return done ?? false;
}

/** The tags of the record of the page, and a list to put others on it. */
@customElement('pw-record-tags')
export class PwRecordTags extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  /** Whether the person may put shared tags on the record. */
  @property({ type: Boolean }) editable = false;
  @state() private words = '';
  @state() private offered: Tag[] = [];

  private get worn(): TagOfRecord[] {
    return (this.record.tags as TagOfRecord[] | undefined) ?? [];
  }

  protected override render(): TemplateResult {
    return html`<div class="tags">
      ${this.worn.map(({ colour, title }) => tagBadge(colour, title))}
      <pw-popup
        kind="panel"
        look="button quiet small"
        label=${t('core.tags.choose')}
        .button=${html`<pw-icon name="tag"></pw-icon>${this.worn.length ? nothing : t('core.tags.add')}`}
        .content=${(close: () => void) => this.renderChoice(close)}
        @click=${() => void this.offer()}
      ></pw-popup>
    </div>`;
  }

  private async offer(): Promise<void> {
    this.offered = await tags.all().catch(() => []);
  }

  private renderChoice(close: () => void): TemplateResult {
    const worn = new Set(this.worn.map(({ id }) => id));
    const words = this.words.toLowerCase();
    const found = this.offered.filter(({ name }) => name.toLowerCase().includes(words));
    return html`<div class="columns-choice tag-choice">
      <input
        class="input"
        type="search"
        aria-label=${t('core.search')}
        placeholder=${t('core.search')}
        .value=${this.words}
        @input=${(event: Event) => (this.words = (event.target as HTMLInputElement).value)}
      />
      <div class="offered">
      ${found.map(
        (tag) => html`<div class="row">
          <label>
            <input
              type="checkbox"
              .checked=${worn.has(tag.id)}
              ?disabled=${tag.shared && !this.editable}
              @change=${(event: Event) => void this.put(tag.id, (event.target as HTMLInputElement).checked)}
            />${tagBadge(tag.colour, tag.name)}${tag.shared ? nothing : html`<small class="muted">${t('core.tag.private')}</small>`}
          </label>
        </div>`,
      )}
      ${found.length ? nothing : html`<p class="muted" style="padding: 6px">${t('core.tags.none')}</p>`}
      </div>
      <div class="buttons" style="padding: 8px 6px 4px">
        <button type="button" class="button small" @click=${() => void this.create(close)}><pw-icon name="plus"></pw-icon>${t('core.tag.new')}</button>
        <button type="button" class="button small primary" @click=${close}>${t('core.done')}</button>
      </div>
    </div>`;
  }

  private async create(close: () => void): Promise<void> {
    close();
    const made = await createTag(this.words.trim());
    this.words = '';
    if (made) {
      await this.put(made.id, true);
    }
  }

  private async put(id: string, on: boolean): Promise<void> {
    try {
      await api.post(`${tenantApi(this.type.path)}/${this.record.id}/tags`, on ? { add: [id] } : { remove: [id] });
      this.dispatchEvent(new CustomEvent('pw-record-changed', { bubbles: true }));
    } catch (problem) {
      reportProblem(problem);
    }
  }
}

/** Asks which tags many records shall have or have no longer; `act` does it. */
export async function askTags(count: number, act: (tagging: { add: string[]; remove: string[] }) => Promise<void>): Promise<boolean> {
  const offered = await tags.all();
  const chosen: Record<'add' | 'remove', string[]> = { add: [], remove: [] };
  const choice = (name: 'add' | 'remove'): TemplateResult => html`<vaadin-multi-select-combo-box
    class="wide"
    style="width: 100%"
    item-value-path="id"
    item-id-path="id"
    item-label-path="name"
    .label=${t(`core.tags.${name === 'add' ? 'put' : 'remove'}`)}
    .items=${offered}
    @selected-items-changed=${(event: CustomEvent<{ value: Tag[] }>) => (chosen[name] = event.detail.value.map(({ id }) => id))}
  ></vaadin-multi-select-combo-box>`;
  const done = await ask<boolean>({
    heading: t('core.bulk.tags', { count }),
    content: (close) => {
      const submit = async (event: Event): Promise<void> => {
        event.preventDefault();
        try {
          await act(chosen);
          close(true);
        } catch (problem) {
          notify(problemText(problem), { kind: 'error' });
        }
      };
      return html`<form id="pw-tags-form" @submit=${submit}>
        ${offered.length ? html`<div class="form-section">${choice('add')} ${choice('remove')}</div>` : html`<p class="muted">${t('core.tags.none')}</p>`}
      </form>`;
    },
    footer: (close) => html`<button type="button" class="button" @click=${() => close(false)}>${t('core.cancel')}</button>
      ${offered.length ? html`<button class="button primary" form="pw-tags-form">${t('core.save')}</button>` : nothing}`,
  });
  return done ?? false;
}
