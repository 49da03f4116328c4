import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  api,
  formatNumber,
  many,
  one,
  PwElement,
  query,
  t,
  tenantApi,
  tenantPage,
  workspace,
  type FieldDescriptor,
  type Money,
  type Page,
  type RecordData,
  type RecordTypeDescriptor,
  type Reference,
} from '@pipewright/ui';
import { createRecord } from './create.js';
import { sumWithGap } from './sums.js';
import { askedFields, cellOf, fieldOf, statusOf, titleOf } from './values.js';

export interface Relation {
  type: RecordTypeDescriptor;
  field: FieldDescriptor;
  /** Heading of the others that refer to the same record as the one of the page. */
  siblings?: string;
}

/** What the listed records are worth together. */
interface Worth {
  sum?: Money | null;
  withoutRate?: number;
}

/** The others of its type that have a reference in common with the record. */
export const siblingsOf = (type: RecordTypeDescriptor, record: RecordData): Relation[] =>
  (type.siblings ?? []).filter(({ by }) => record[by]).map(({ by, label }) => ({ type, field: fieldOf(type, by)!, siblings: label }));

/** By way of others, such as the quotes of a customer's deals: nothing is added there. */
const throughOthers = (type: RecordTypeDescriptor, { through }: RecordTypeDescriptor): FieldDescriptor[] =>
  through?.type === type.name ? [{ name: through.path, label: '', kind: 'reference', references: type.name, readOnly: true }] : [];

/** Place of its list in the menu; what has none comes after all that have. */
function placeOf({ path }: RecordTypeDescriptor): number {
  const { menu } = workspace.manifest!;
  const place = menu.findIndex((entry) => entry.path === path);
  return place < 0 ? menu.length : place;
}

/** Record types the person may see that refer to this one, in the order in which people know them from the menu. */
export const relationsOf = (type: RecordTypeDescriptor): Relation[] =>
  workspace
    .manifest!.recordTypes.filter(({ partOf }) => partOf?.type !== type.name)
    .sort((one, other) => placeOf(one) - placeOf(other))
    .flatMap((other) =>
      [
        ...other.fields.filter(({ references, name }) => references === type.name && !['owner', 'createdBy', 'updatedBy'].includes(name)),
        ...throughOthers(type, other),
      ].map((field) => ({ type: other, field })),
    );

/** Records of one type that refer to the record of the page. */
@customElement('pw-related-list')
export class PwRelatedList extends PwElement {
  @property({ attribute: false }) relation!: Relation;
  @property({ attribute: false }) record!: RecordData;
  @property() recordTitle = '';
  /** Whether what refers to records below the one of the page is listed too. */
  @property({ type: Boolean }) below = false;
  @state() private page: Page | undefined;
  @state() private worth: Worth = {};

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record') || changed.has('below')) {
      void this.read();
    }
  }

  private async read(): Promise<void> {
    const { type } = this.relation;
    const also = [type.partOf?.field, this.status?.name].filter((name) => name !== undefined);
    const fields = askedFields(type, [...type.columns, ...also]);
    try {
      this.page = await api.get<Page>(tenantApi(type.path) + query({ filter: this.filter, limit: 5, count: true, fields, sort: type.defaultSort }));
    } catch {
      this.page = { items: [], total: 0 };
    }
    this.worth = this.page.total ? await this.readWorth() : {};
  }

  /** Told of records that have a board with a sum, such as deals. */
  private async readWorth(): Promise<Worth> {
    const { type } = this.relation;
    const board = type.boards?.find(({ sum }) => sum && fieldOf(type, sum));
    try {
      const asked = { by: board?.field, sum: board?.sum, filter: this.filter };
      return board ? (await api.get<{ total: Worth }>(`${tenantApi(type.path)}/groups${query(asked)}`)).total : {};
    } catch {
      return {};
    }
  }

  /** Shown of each, so that a history of deals tells how they ended. */
  private get status(): FieldDescriptor | undefined {
    const field = statusOf(this.relation.type);
    return field?.name === 'status' ? field : undefined;
  }

  /** What the listed records refer to. */
  private get common(): Reference {
    const { field, siblings } = this.relation;
    return siblings ? (this.record[field.name] as Reference) : { id: this.record.id, title: this.recordTitle };
  }

  private get filter(): string {
    const { siblings } = this.relation;
    return siblings ? `${this.filterOfAll};id!=${this.record.id}` : this.filterOfAll;
  }

  private get filterOfAll(): string {
    const { field, siblings } = this.relation;
    return `${field.name}${this.below && !siblings ? '=under=' : '=in='}(${this.common.id})`;
  }

  /** Lines of quotes and lines of orders are both called lines: what they are part of tells them apart. */
  private get listed(): string {
    const { type } = this.relation;
    const host = type.partOf && workspace.recordType(type.partOf.type);
    return host ? `${many(host.label)}: ${many(type.label)}` : many(type.label);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { type, field } = this.relation;
    // What is not added here is not worth a heading while there is nothing of it.
    if ((field.readOnly || type.partOf) && !this.page?.total) {
      return nothing;
    }
    const heading = this.relation.siblings;
    const several = !heading && relationsOf(workspace.recordType(field.references!)!).filter((each) => each.type === type).length > 1;
    const all = tenantPage(type.path) + query({ filter: this.filterOfAll });
    return html`<section class="related">
      <header>
        <pw-icon name=${type.icon ?? 'file'}></pw-icon>
        <h3>${heading ? t(heading) : this.listed}${several ? ` (${t(field.label)})` : ''}</h3>
        <span class="muted number">${this.page?.total ? formatNumber(this.page.total) : ''}</span>
        <span class="muted number">${sumWithGap(this.worth.sum, this.worth.withoutRate)}</span>
        <span class="space"></span>
        ${type.actions.create && !field.readOnly && !type.partOf
          ? html`<button type="button" class="button quiet small" @click=${() => void this.add()}>
              <pw-icon name="plus"></pw-icon>${t('core.add')}<span class="unseen">: ${one(type.label)}</span>
            </button>`
          : nothing}
      </header>
      ${this.page?.items.length
        ? html`<ul>
              ${this.page.items.map((item) => this.renderItem(item))}
            </ul>
            ${(this.page.total ?? 0) > this.page.items.length ? html`<a class="more" href=${all}>${t('core.show-all', { count: this.page.total! })}</a>` : nothing}`
        : html`<p class="muted">${this.page ? t('core.related.none') : ''}</p>`}
    </section>`;
  }

  private renderItem(item: RecordData): TemplateResult {
    const { type, field } = this.relation;
    const status = this.status?.name;
    const others = type.columns.filter((name) => name !== type.titleField && name !== field.name && name !== status);
    const shown = [...others.slice(0, status ? 1 : 2), ...(status ? [status] : [])];
    return html`<li>
      <a href=${tenantPage(`${type.path}/${item.id}`)}>
        <span class="grow">${type.partOf ? (item[type.partOf.field] as Reference).title : titleOf(type, item)}</span>
        ${shown.map((name) => {
          const each = fieldOf(type, name);
          return each ? html`<small class="muted">${cellOf(each, item[name])}</small>` : nothing;
        })}
      </a>
    </li>`;
  }

  private async add(): Promise<void> {
    const { type, field } = this.relation;
    const preset = { [field.name]: this.common };
    if (await createRecord(type, { preset, stay: true })) {
      await this.read();
    }
  }
}
