import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { many, one, PwElement, t, tenantPage, wallNow, workspace, type Contribution, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import '../parts/contribution.js';
import { divisionsOf, filterFor, indifferentTo, type Divisions, type Subject } from './divisions.js';
import './report-card.js';
import './view-card.js';
import './first-steps.js';
import './usage-warnings.js';
import { inMenuOrder } from '../app/menu-order.js';
import { keep, kept } from '../parts/preferences.js';
import { shortlists, type ShownRecord } from '../records/shortlists.js';

/** The first page of a tenant: widgets of the modules, what was seen last, ways to begin. */
@customElement('pw-start-page')
export class PwStartPage extends PwElement {
  /** Which territories, or what else modules divide records up into, its figures are about. */
  @state() private divisions: Divisions = kept(this.keptAs, {});
  private watch = new AbortController();

  private get keptAs(): string {
    return `start.divisions.${workspace.manifest!.tenant.slug}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new AbortController();
    shortlists.addEventListener('change', () => this.requestUpdate(), { signal: this.watch.signal });
    void shortlists.read().catch(() => undefined);
    if (this.divided.length) {
      void import('./division-filter.js');
    }
  }

  override disconnectedCallback(): void {
    this.watch.abort();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { me, widgets } = workspace.manifest!;
    const name = me.name.split(' ')[0]!;
    return html`<div class="page">
      <div class="page-head">
        <div class="grow"><h1>${t(greeting(), { name })}</h1></div>
        ${this.divided.map(
          (field) =>
            html`<pw-division-filter
              .field=${field}
              .chosen=${this.divisions[field.name] ?? []}
              @pw-divisions=${({ detail }: CustomEvent<string[]>) => this.divide(field.name, detail)}
            ></pw-division-filter>`,
        )}
      </div>
      <pw-usage-warnings></pw-usage-warnings>
      <pw-first-steps></pw-first-steps>
      <div class="home">
        ${widgets.map((widget) => this.renderWidget(widget, subjectOf(widget)))}
        ${this.types.flatMap((type) => {
          const filter = filterFor(type, this.divisions);
          const note = this.undivided(type);
          return [
            ...(type.views ?? []).filter(({ onStart }) => onStart).map((view) => html`<pw-view-card .type=${type} .view=${view} .filter=${filter} .note=${note}></pw-view-card>`),
            ...(type.reports ?? []).filter(({ onStart }) => onStart).map((report) => html`<pw-report-card .type=${type} .report=${report} .filter=${filter} .note=${note}></pw-report-card>`),
          ];
        })}
        ${this.renderRecords('core.favourites', shortlists.of('favourites').slice(0, 8))}
        ${this.renderRecords('core.recent', shortlists.of('recent').slice(0, 6))} ${this.renderBeginnings()}
      </div>
    </div>`;
  }

  private get types(): RecordTypeDescriptor[] {
    return inMenuOrder(workspace.manifest!.recordTypes);
  }

  /** By what those records are divided up that the page tells of. */
  private get divided(): FieldDescriptor[] {
    const told = this.types.filter(({ views, reports }) => [...(views ?? []), ...(reports ?? [])].some(({ onStart }) => onStart));
    return divisionsOf([...told, ...workspace.manifest!.widgets.flatMap((widget) => subjectOf(widget) ?? [])]);
  }

  private renderWidget(widget: Contribution, subject: Subject): TemplateResult {
    const note = this.undivided(subject);
    return html`<section class="card" style=${(widget.width ?? 1) > 1 ? 'grid-column: 1 / -1' : ''}>
      <header><h2>${t(widget.label)}</h2>${note ? html`<small class="muted">${note}</small>` : nothing}</header>
      <div class="body"><pw-contribution .contribution=${widget} .properties=${{ filter: filterFor(subject, this.divisions) }}></pw-contribution></div>
    </section>`;
  }

  /** Says of a card that what was chosen makes no difference to it. */
  private undivided(subject: Subject): string {
    const names = indifferentTo(subject, this.divisions);
    return this.divided
      .filter(({ name }) => names.includes(name))
      .map(({ label }) => t('core.divisions.not', { field: t(label) }))
      .join(' ');
  }

  private divide(field: string, chosen: string[]): void {
    this.divisions = { ...this.divisions, [field]: chosen };
    keep(this.keptAs, this.divisions);
  }

  private renderRecords(heading: string, records: ShownRecord[]): TemplateResult | typeof nothing {
    if (!records.length) {
      return nothing;
    }
    return html`<section class="card related">
      <header><h2>${t(heading)}</h2></header>
      <div class="body">
        <ul>
          ${records.map(
            ({ path, id, title, icon, label }) => html`<li>
              <a href=${tenantPage(`${path}/${id}`)}>
                <pw-icon name=${icon}></pw-icon><span class="grow">${title}</span><small class="muted">${one(label)}</small>
              </a>
            </li>`,
          )}
        </ul>
      </div>
    </section>`;
  }

  /** First what the person also makes: that is their work. */
  private renderBeginnings(): TemplateResult | typeof nothing {
    const listed = new Set(workspace.manifest!.menu.filter(({ group }) => group !== 'settings').map(({ path }) => path));
    const types = this.types
      .filter(({ path, partOf }) => listed.has(path) && !partOf)
      .sort((one, other) => Number(Boolean(other.actions.create)) - Number(Boolean(one.actions.create)));
    if (!types.length) {
      return nothing;
    }
    return html`<section class="card related">
      <header><h2>${t('core.begin')}</h2></header>
      <div class="body">
        <ul>
          ${types.slice(0, 8).map(
            (type) => html`<li>
              <a href=${tenantPage(type.path)}>
                <pw-icon name=${type.icon ?? 'file'}></pw-icon><span class="grow">${many(type.label)}</span>
                <small class="muted">${type.actions.create ? t('core.view-and-create') : t('core.view')}</small>
              </a>
            </li>`,
          )}
        </ul>
      </div>
    </section>`;
  }
}

/** The record type that a widget is about, if it is about one. */
const subjectOf = ({ subject }: Contribution): Subject => workspace.recordType(subject ?? '');

function greeting(): string {
  const hour = wallNow().getUTCHours();
  return hour < 11 ? 'core.greeting.morning' : hour < 18 ? 'core.greeting.day' : 'core.greeting.evening';
}
