import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { allOf, api, formatNumber, many, PwElement, query, t, tenantApi, tenantPage, type Page, type RecordTypeDescriptor, type ViewDescriptor } from '@pipewright/ui';
import { askedFields, cellOf, fieldOf, statusOf, titleOf } from '../records/values.js';

const SHOWN = 6;
const DETAILS = 2;

/** The first records of a view, each with what the view is ordered by and its status; nothing where there are none. */
@customElement('pw-view-card')
export class PwViewCard extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) view!: ViewDescriptor;
  /** Criteria of those of its records that are to be shown. */
  @property() filter = '';
  /** Said beside its title, such as that it is not divided up by what was chosen. */
  @property() note = '';
  @state() private page: Page | undefined;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('filter')) {
      void this.read();
    }
  }

  private get details(): string[] {
    const order = this.view.sort.replace(/^-/, '').split(',')[0]!;
    const named = [order, statusOf(this.type)?.name ?? '', ...this.type.columns].filter((name) => name !== this.type.titleField && fieldOf(this.type, name));
    return [...new Set(named)].slice(0, DETAILS);
  }

  private get asked(): string {
    return allOf(this.view.filter, this.filter);
  }

  private async read(): Promise<void> {
    const { sort } = this.view;
    const { filter } = this;
    const asked = { filter: this.asked, sort: sort || this.type.defaultSort, limit: SHOWN, count: true, fields: askedFields(this.type, this.details) };
    const page = await api.get<Page>(tenantApi(this.type.path) + query(asked)).catch(() => undefined);
    if (filter === this.filter) {
      this.page = page;
      this.hidden = !page?.items.length;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.page?.items.length) {
      return nothing;
    }
    const { type, view, page } = this;
    const listed = tenantPage(type.path) + query({ filter: this.asked, sort: view.sort });
    return html`<section class="card related">
      <header>
        <h2><a href=${listed} style="text-decoration: none">${many(type.label)}</a> <small class="muted">${t(view.label)} ${this.note}</small></h2>
        <span class="muted number">${formatNumber(page.total ?? page.items.length)}</span>
      </header>
      <div class="body">
        <ul>
          ${page.items.map(
            (record) => html`<li>
              <a href=${tenantPage(`${type.path}/${record.id}`)}>
                <pw-icon name=${type.icon ?? 'file'}></pw-icon><span class="grow">${titleOf(type, record)}</span>
                ${this.details.map((name) => html`<small class="muted">${cellOf(fieldOf(type, name)!, record[name])}</small>`)}
              </a>
            </li>`,
          )}
        </ul>
        ${(page.total ?? 0) > page.items.length ? html`<a class="more" href=${listed}>${t('core.show-all', { count: page.total! })}</a>` : nothing}
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pw-view-card': PwViewCard;
  }
}
