import { html, nothing, render, type TemplateResult } from 'lit';
import { customElement, property, query as find, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vaadin/grid';
import type { Grid, GridItemModel } from '@vaadin/grid';
import type { GridColumn } from '@vaadin/grid/vaadin-grid-column.js';
import {
  api,
  beforeLeaving,
  formatNumber,
  isPoints,
  many,
  notify,
  one,
  Problem,
  PwElement,
  query,
  router,
  t,
  tenantApi,
  tenantPage,
  workspace,
  type Contribution,
  type FieldDescriptor,
  type Page,
  type RecordData,
  type RecordTypeDescriptor,
} from '@pipewright/ui';
import '../parts/popup.js';
import { emptyState, loading, problemState, problemText, reportProblem } from '../parts/states.js';
import { bulkDelete, bulkEdit, bulkTags, bulkVerb, type Target } from './bulk.js';
import { createRecord } from './create.js';
import type { PwFieldEditor } from './field-editor.js';
import type { PwGroupStrip } from './group-strip.js';
import './group-strip.js';
import { columnsOf } from './layouts.js';
import { exportInBackground, mostAtOnce } from './list-export.js';
import { mergeRecords } from './merge.js';
import { Narrowing } from './narrowing.js';
import { rememberOrder } from './neighbours.js';
import { rememberTitle } from './titles.js';
import { allFields, askedFields, cellOf, fieldOf, isNumeric, isOwnership, isStatus, missingOf, sent, titleOf } from './values.js';
import { builtInId, type Layout } from './views.js';

/** What people call a value, in a sentence. */
const wordOf = ({ choices }: FieldDescriptor, value: unknown): string => {
  const choice = choices?.find((each) => each.value === value);
  return choice ? t(choice.label) : String((value as { title?: unknown } | null)?.title ?? value ?? '–');
};

const pageSize = 50;
/** The list is read on when a row so far from the last loaded one is drawn. */
const nearEnd = 12;

/** The list of a record type: views, filters, columns, selection, cells that can be edited. Cards on phones. */
@customElement('pw-record-list')
export class PwRecordList extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @state() private sort = '';
  @state() private columns: string[] = [];
  @state() private total: number | undefined;
  /** Whether the empty list would be empty without filter and words too. */
  @state() private bare = false;
  @state() private problem: unknown;
  @state() private records: RecordData[] = [];
  @state() private complete = false;
  @state() private begun = false;
  @state() private selected = new Set<string>();
  @state() private allMatching = false;
  @state() private narrow = innerWidth <= 860;
  @state() private generation = 0;
  @find('vaadin-grid') private grid: Grid<RecordData> | null | undefined;
  /** With what was typed so far: the grid draws cells anew whenever it likes. */
  private editing: { id: string; field: string; value: unknown } | undefined;
  private cursor: string | undefined;
  private reading: Promise<void> | undefined;
  private round = 0;
  private followed = '';
  private typed = 0;
  private watch = new AbortController();
  private readonly narrowing = new Narrowing(this, 'view');
  private readonly address = router.path;

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new AbortController();
    const { signal } = this.watch;
    addEventListener('resize', () => (this.narrow = innerWidth <= 860), { signal });
    addEventListener('pw-records-changed', () => this.restart(), { signal });
    if (this.begun) {
      this.restart();
    } else {
      this.begun = true;
      void this.narrowing.begin(this.firstView);
    }
  }

  override disconnectedCallback(): void {
    this.watch.abort();
    super.disconnectedCallback();
  }

  /** What a list shows until somebody has chosen: the first view the type comes with. */
  private get firstView(): string {
    const first = this.type.views?.[0];
    return first ? builtInId(first.key) : '';
  }

  get standard(): Layout {
    const known = columnsOf(this.type, this.single).filter((name) => fieldOf(this.type, name));
    return { filter: '', sort: this.type.defaultSort ?? '-createdAt', columns: known.length ? known : [this.type.titleField] };
  }

  get layout(): Layout {
    return { filter: this.filter, sort: this.sort, columns: this.columns };
  }

  private get filter(): string {
    return this.narrowing.filter;
  }

  private get words(): string {
    return this.narrowing.words;
  }

  take({ sort, columns }: Layout): void {
    this.sort = sort || this.standard.sort;
    const known = (columns ?? []).filter((name) => fieldOf(this.type, name));
    this.columns = known.length ? known : this.standard.columns;
  }

  /** Columns that nobody chose go with the kind of records the filter leaves. */
  private followKind(): void {
    const { columns } = this.standard;
    if (this.columns.join() === this.followed) {
      this.columns = columns;
    }
    this.followed = columns.join();
  }

  /** Reads the list from its first page again. */
  restart(): void {
    this.round++;
    this.followKind();
    this.cursor = undefined;
    this.complete = false;
    this.reading = undefined;
    this.problem = undefined;
    this.records = [];
    this.total = undefined;
    this.selected = new Set();
    this.allMatching = false;
    this.editing = undefined;
    this.generation++;
    // A list that was left may be connected once more on its way out; the address is the next page's then.
    if (router.path !== this.address) {
      return;
    }
    this.narrowing.keepInAddress();
    void this.readMore();
    void this.count();
  }

  private async count(): Promise<void> {
    const { round } = this;
    try {
      const address = tenantApi(this.type.path) + query({ filter: this.filter, q: this.words, limit: 1, count: true, fields: askedFields(this.type) });
      const { total } = await api.get<Page>(address);
      if (round === this.round) {
        this.total = total;
      }
    } catch {
      this.total = undefined;
    }
  }

  private get neededFields(): string {
    return askedFields(this.type, [...this.columns, 'missing']);
  }

  private readMore(): Promise<void> {
    if (this.complete || this.problem) {
      return Promise.resolve();
    }
    this.reading ??= this.readPage().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async hasNone(): Promise<boolean> {
    const { items } = await api.get<Page>(tenantApi(this.type.path) + query({ limit: 1, fields: askedFields(this.type) }));
    return !items.length;
  }

  private async readPage(): Promise<void> {
    const { round } = this;
    const values = { filter: this.filter, q: this.words, sort: this.sort, limit: pageSize, after: this.cursor, fields: this.neededFields };
    try {
      const page = await api.get<Page>(tenantApi(this.type.path) + query(values));
      if (round !== this.round) {
        return;
      }
      this.bare = !page.items.length && (!(this.filter || this.words) || (await this.hasNone()));
      this.records = [...this.records, ...page.items];
      this.cursor = page.next ?? undefined;
      this.complete = !page.next;
      this.records.forEach((record) => rememberTitle(record.id, titleOf(this.type, record)));
      rememberOrder(this.type.name, this.records.map(({ id }) => id));
    } catch (problem) {
      if (round === this.round) {
        this.problem = problem;
      }
    }
  }

  protected override updated(): void {
    const { grid } = this;
    if (!grid) {
      return;
    }
    if (grid.items !== this.records) {
      grid.items = this.records;
    }
    grid.requestContentUpdate();
  }

  protected override render(): TemplateResult {
    return html`<section class="list" @keydown=${this.onListKey}>
      <div class="list-head">${this.renderTitle()}${this.renderTools()}${this.narrowing.renderChips()}</div>
      <pw-group-strip
        .type=${this.type}
        .filterWithout=${(field: string) => this.narrowing.filterWithout(field)}
        .words=${this.words}
        .generation=${this.generation}
        .chosen=${this.narrowing.criteria.conditions.filter(({ operator }) => operator === 'any')}
        @pw-group=${this.onGroup}
      ></pw-group-strip>
      <div class="list-body">${this.renderBody()}${this.renderBulk()}</div>
    </section>`;
  }

  /** Pages of modules below the list show its records in another way. */
  private get otherLooks(): Contribution[] {
    return workspace.manifest!.pages.filter(({ target }) => target.startsWith(`${this.type.path}/`));
  }

  private renderTitle(): TemplateResult {
    const { actions, importable } = this.type;
    return html`<div class="list-title">
      <h1>${many(this.type.label)}</h1>
      <span class="count" role="status">${this.total === undefined ? '' : formatNumber(this.total)}</span>
      <span class="space"></span>
      ${this.type.boards?.length
        ? html`<a class="button quiet" aria-label=${t('core.board')} href=${tenantPage(`${this.type.path}/board`)}><pw-icon name="kanban"></pw-icon><span class="wide">${t('core.board')}</span></a>`
        : nothing}
      ${this.otherLooks.map(
        ({ label, target }) =>
          html`<a class="button quiet" aria-label=${t(label)} href=${tenantPage(target)}><pw-icon name="network"></pw-icon><span class="wide">${t(label)}</span></a>`,
      )}
      <pw-popup
        look="button quiet icon"
        label=${t('core.more-actions')}
        .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
        .content=${() => html`
          ${importable !== false && actions.import && workspace.can('core.import')
            ? html`<a role="menuitem" tabindex="-1" href=${tenantPage(`${this.type.path}/import`)}><pw-icon name="upload"></pw-icon>${t('core.import')}</a>`
            : nothing}
          ${actions.export && workspace.can('core.export')
            ? html`${this.renderExport('csv', 'core.export')}${this.renderExport('xlsx', 'core.export.xlsx')}`
            : nothing}
          ${this.type.matches?.length
            ? html`<a role="menuitem" tabindex="-1" href=${tenantPage(`${this.type.path}/duplicates`)}><pw-icon name="copy"></pw-icon>${t('core.duplicates.page')}</a>`
            : nothing}
          <button type="button" role="menuitem" tabindex="-1" @click=${() => this.restart()}><pw-icon name="refresh-cw"></pw-icon>${t('core.refresh')}</button>
          ${actions.delete
            ? html`<a role="menuitem" tabindex="-1" href=${tenantPage(`${this.type.path}/bin`)}><pw-icon name="trash-2"></pw-icon>${t('core.bin')}</a>`
            : nothing}
        `}
      ></pw-popup>
      ${actions.create
        ? html`<button type="button" class="button primary" data-key="create" aria-label=${t('core.new-type', { type: one(this.type.label) })} @click=${() => void this.create()}>
            <pw-icon name="plus"></pw-icon><span class="wide">${t('core.new-type', { type: one(this.type.label) })}</span>
          </button>`
        : nothing}
    </div>`;
  }

  private renderExport(format: 'csv' | 'xlsx', label: string): TemplateResult {
    const content = html`<pw-icon name="download"></pw-icon>${t(label)}`;
    return (this.total ?? 0) > mostAtOnce
      ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.exportLater(format)}>${content}</button>`
      : html`<a role="menuitem" tabindex="-1" download href=${this.exportAddress(format)}>${content}</a>`;
  }

  private async exportLater(format: 'csv' | 'xlsx'): Promise<void> {
    const { filter, words: q, sort, columns: fields } = this;
    try {
      await exportInBackground(this.total!, { recordType: this.type.name, format, filter, q, sort, fields });
    } catch (problem) {
      // A suspended organisation begins no jobs, but reads on: it gets the file directly, however long.
      if (problem instanceof Problem && problem.slug === 'tenant-suspended') {
        location.assign(this.exportAddress(format));
      } else {
        reportProblem(problem);
      }
    }
  }

  private exportAddress(format: 'csv' | 'xlsx'): string {
    const fields = this.columns.join(',');
    return `${tenantApi(this.type.path)}/export${query({ format, filter: this.filter, q: this.words, sort: this.sort, fields })}`;
  }

  private renderTools(): TemplateResult {
    return html`<div class="list-tools">
      ${this.narrowing.renderViews()}
      <span class="space"></span>
      <label class="search">
        <pw-icon name="search"></pw-icon>
        <input
          class="input"
          type="search"
          data-key="search"
          aria-label=${t('core.search-in', { type: many(this.type.label) })}
          placeholder=${t('core.search')}
          .value=${this.words}
          @input=${this.narrowing.onWords}
        />
      </label>
      ${this.narrowing.renderFilter()}
      <pw-popup
        look="button icon"
        label=${t('core.groups.choose')}
        .button=${html`<pw-icon name="sigma"></pw-icon>`}
        .content=${() => this.querySelector<PwGroupStrip>('pw-group-strip')!.renderChoice()}
      ></pw-popup>
      <pw-popup kind="panel" look="button icon" label=${t('core.columns')} .button=${html`<pw-icon name="columns-3"></pw-icon>`} .content=${this.renderColumnChoice}></pw-popup>
    </div>`;
  }

  private onGroup({ detail }: CustomEvent<{ field: string; key: string | null; label: string; pressed: boolean }>): void {
    const { field, key, label, pressed } = detail;
    const rest = this.narrowing.criteria.conditions.filter((each) => each.field !== field);
    const kind = fieldOf(this.type, field)?.kind;
    if (key) {
      rememberTitle(key, label);
    }
    const condition =
      key === null
        ? { field, operator: 'empty' as const, values: [] }
        : { field, operator: kind === 'boolean' ? ('is' as const) : ('any' as const), values: [key] };
    this.narrowing.setCriteria({ match: 'all', conditions: pressed ? rest : [...rest, condition] });
  }

  private readonly renderColumnChoice = (close: () => void): TemplateResult => {
    const fields = allFields(this.type);
    const shown = this.columns.map((name) => fieldOf(this.type, name)!);
    const hidden = fields.filter(({ name }) => !this.columns.includes(name));
    const row = (field: FieldDescriptor, index: number): TemplateResult => html`<div class="row">
      <label>
        <input type="checkbox" .checked=${index >= 0} ?disabled=${index >= 0 && this.columns.length === 1} @change=${() => this.toggleColumn(field.name)} />${t(field.label)}
      </label>
      ${index >= 0
        ? html`<button type="button" class="button quiet small icon" ?disabled=${index === 0} aria-label=${t('core.columns.up', { name: t(field.label) })} @click=${() => this.moveColumn(index, -1)}><pw-icon name="arrow-up"></pw-icon></button>
            <button type="button" class="button quiet small icon" ?disabled=${index === shown.length - 1} aria-label=${t('core.columns.down', { name: t(field.label) })} @click=${() => this.moveColumn(index, 1)}><pw-icon name="arrow-down"></pw-icon></button>`
        : nothing}
    </div>`;
    return html`<div class="columns-choice">
      <div class="heading">${t('core.columns.shown')}</div>
      ${repeat(shown, ({ name }) => name, row)}
      ${hidden.length ? html`<div class="heading">${t('core.columns.hidden')}</div>` : nothing}
      ${repeat(hidden, ({ name }) => name, (field) => row(field, -1))}
      <div class="buttons" style="padding: 8px 6px 4px"><button type="button" class="button small primary" @click=${close}>${t('core.done')}</button></div>
    </div>`;
  };

  private toggleColumn(name: string): void {
    const shown = this.columns.includes(name);
    this.columns = shown ? this.columns.filter((each) => each !== name) : [...this.columns, name];
    if (!shown) {
      this.restart();
    }
  }

  private moveColumn(index: number, by: number): void {
    const columns = [...this.columns];
    const [moved] = columns.splice(index, 1);
    columns.splice(index + by, 0, moved!);
    this.columns = columns;
  }

  private renderBody(): TemplateResult {
    if (this.problem) {
      return problemState(this.problem, () => this.restart(), true);
    }
    if (this.complete && !this.records.length) {
      return this.renderEmpty();
    }
    if (!this.records.length) {
      return html`<div style="padding: 16px var(--pw-page)">${loading(10)}</div>`;
    }
    return this.narrow ? this.renderCards() : this.renderGrid();
  }

  private renderEmpty(): TemplateResult {
    const { actions, icon, label } = this.type;
    if (!this.bare) {
      return emptyState({
        part: true,
        icon: 'search',
        title: t('core.list.nothing-found'),
        text: t('core.list.nothing-found.text'),
        actions: html`<button type="button" class="button" @click=${() => this.narrowing.clear()}>${t('core.filter.clear')}</button>`,
      });
    }
    const imports = actions.import && this.type.importable !== false && workspace.can('core.import');
    const ways = imports ? 'core.list.empty.text' : 'core.list.empty.create';
    return emptyState({
      part: true,
      icon: icon ?? 'file',
      title: t('core.list.empty', { type: many(label) }),
      text: t(actions.create ? ways : 'core.list.empty.read'),
      actions: html`${actions.create
        ? html`<button type="button" class="button primary" @click=${() => void this.create()}><pw-icon name="plus"></pw-icon>${t('core.new-type', { type: one(label) })}</button>`
        : nothing}
      ${imports
        ? html`<a class="button" href=${tenantPage(`${this.type.path}/import`)}><pw-icon name="upload"></pw-icon>${t('core.import')}</a>`
        : nothing}`,
    });
  }

  private async create(): Promise<void> {
    await createRecord(this.type, { preset: this.presetFromFilter() });
  }

  /** A new record begins with what the filter asks for, so that it shows up in the list. */
  private presetFromFilter(): Record<string, unknown> {
    const writable = (name: string): boolean => fieldOf(this.type, name)?.kind === 'choice' && !fieldOf(this.type, name)!.readOnly;
    return Object.fromEntries(Object.entries(this.single).filter(([name]) => writable(name)));
  }

  /** Values that all records have which the filter leaves. */
  private get single(): Record<string, unknown> {
    const { match, conditions } = this.narrowing.criteria;
    const fixed = match === 'all' ? conditions : [];
    const single = fixed.filter(({ operator, values }) => ['is', 'any'].includes(operator) && values.length === 1);
    return Object.fromEntries(single.map(({ field, values }) => [field, values[0]]));
  }

  private renderGrid(): TemplateResult {
    const fields = this.columns.map((name) => fieldOf(this.type, name)!).filter(Boolean);
    return html`<vaadin-grid
      theme="no-border"
      aria-label=${many(this.type.label)}
      .cellPartNameGenerator=${(column: GridColumn) => (column.path === this.type.titleField ? 'title-cell' : '')}
      @click=${this.onGridClick}
      @dblclick=${this.onGridDoubleClick}
      @keydown=${this.onGridKey}
    >
      <vaadin-grid-column
        ?hidden=${!this.mayBulk}
        width="48px"
        flex-grow="0"
        frozen
        .headerRenderer=${this.drawSelectAll}
        .renderer=${this.drawSelect}
      ></vaadin-grid-column>
      ${fields.map(
        (field) => html`<vaadin-grid-column
          resizable
          .path=${field.name}
          .width=${this.widthOf(field)}
          flex-grow=${field.name === this.type.titleField ? 3 : 1}
          .headerRenderer=${(root: HTMLElement) => this.drawHeader(root, field)}
          .renderer=${(root: HTMLElement, _column: unknown, model: GridItemModel<RecordData>) => this.drawCell(root, field, model)}
        ></vaadin-grid-column>`,
      )}
    </vaadin-grid>`;
  }

  private widthOf(field: FieldDescriptor): string {
    if (field.name === this.type.titleField) {
      return '240px';
    }
    if (field.kind === 'choice' || isStatus(field)) {
      return this.badgeWidth(field);
    }
    return { boolean: '110px', date: '130px', integer: '120px', money: '150px', instant: '150px', tags: '220px' }[field.kind as string] ?? '180px';
  }

  /** Room for the longest label; names of statuses that are records of their own are not known here, so for most of them. */
  private badgeWidth({ choices, label }: FieldDescriptor): string {
    const longest = Math.max(t(label).length, ...(choices?.length ? choices.map((choice) => t(choice.label).length) : [18]));
    return `${Math.min(260, Math.max(120, Math.round(longest * 7) + 56))}px`;
  }

  private readonly drawSelectAll = (root: HTMLElement): void => {
    const all = this.records.length > 0 && this.selected.size === this.records.length;
    render(
      html`<input
        type="checkbox"
        aria-label=${t('core.select-all')}
        .checked=${all}
        .indeterminate=${this.selected.size > 0 && !all}
        @change=${() => this.select(all ? [] : this.records.map(({ id }) => id))}
      />`,
      root,
    );
  };

  private readonly drawSelect = (root: HTMLElement, _column: unknown, { item }: GridItemModel<RecordData>): void => {
    render(
      html`<input
        type="checkbox"
        tabindex="-1"
        aria-label=${t('core.select-named', { name: titleOf(this.type, item) })}
        .checked=${this.selected.has(item.id)}
        @change=${() => this.toggle(item.id)}
      />`,
      root,
    );
  };

  private drawHeader(root: HTMLElement, field: FieldDescriptor): void {
    const up = this.sort.split(',').includes(field.name);
    const down = this.sort.split(',').includes(`-${field.name}`);
    const label = t(field.label);
    render(
      field.sortable === false
        ? html`<span class=${isNumeric(field) ? 'cell-number' : ''}>${label}</span>`
        : html`<button
            type="button"
            tabindex="-1"
            class="sorter ${isNumeric(field) ? 'end' : ''}"
            aria-label=${t(up ? 'core.sorted.up' : down ? 'core.sorted.down' : 'core.sort-by', { name: label })}
            @click=${(event: MouseEvent) => this.sortBy(field.name, up, event.shiftKey)}
          >
            ${label}${up || down ? html`<pw-icon name=${up ? 'arrow-up' : 'arrow-down'}></pw-icon>` : nothing}
          </button>`,
      root,
    );
  }

  private sortBy(name: string, up: boolean, further: boolean): void {
    const key = up ? `-${name}` : name;
    const others = this.sort.split(',').filter((each) => each.replace('-', '') !== name);
    this.sort = further ? [...others, key].filter(Boolean).join(',') : key;
    this.restart();
  }

  private drawCell(root: HTMLElement, field: FieldDescriptor, { item, index }: GridItemModel<RecordData>): void {
    if (index > this.records.length - nearEnd) {
      void this.readMore();
    }
    if (this.editing?.id === item.id && this.editing.field === field.name) {
      this.drawEditor(root, field, item, this.editing);
      return;
    }
    const value = cellOf(field, item[field.name]);
    const isTitle = field.name === this.type.titleField;
    const missing = isTitle ? missingOf(item).length : 0;
    render(
      isTitle
        ? html`<a class="cell-link" tabindex="-1" href=${tenantPage(`${this.type.path}/${item.id}`)}>${value === nothing ? t('core.untitled') : value}</a>${missing
              ? html`<span class="missing" title=${t('core.incomplete', { count: missing })}><pw-icon name="triangle-alert"></pw-icon><span class="unseen">${t('core.incomplete', { count: missing })}</span></span>`
              : nothing}`
        : html`${value}`,
      root,
    );
  }

  private drawEditor(root: HTMLElement, field: FieldDescriptor, item: RecordData, edited: { value: unknown }): void {
    const finish = (save: boolean): void => {
      if (this.editing === edited) {
        this.editing = undefined;
        this.grid?.requestContentUpdate();
        if (save) {
          void beforeLeaving(this.saveCell(item, field, edited.value));
        }
      }
    };
    render(
      html`<pw-field-editor
        bare
        autofocus
        .field=${field}
        .value=${edited.value}
        .type=${this.type}
        .record=${item}
        @pw-value=${(event: CustomEvent) => {
          edited.value = event.detail;
          if (['choice', 'reference', 'boolean', 'country', 'date'].includes(field.kind)) {
            finish(true);
          }
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' || event.key === 'Tab') {
            finish(true);
          } else if (event.key === 'Escape') {
            finish(false);
          } else {
            event.stopPropagation();
          }
        }}
        @focusout=${(event: FocusEvent) => {
          const editor = event.currentTarget as PwFieldEditor;
          setTimeout(() => editor.isConnected && !editor.contains(document.activeElement) && !editor.querySelector('[opened]') && finish(true), 150);
        }}
      ></pw-field-editor>`,
      root,
    );
  }

  /** Shows the new value at once and takes it back when the server refuses. */
  private async saveCell(item: RecordData, field: FieldDescriptor, value: unknown): Promise<void> {
    if (JSON.stringify(value ?? null) === JSON.stringify(item[field.name] ?? null)) {
      return;
    }
    this.replace({ ...item, [field.name]: value });
    try {
      const { settleCurrencies } = await import('./currency-change.js');
      const settled = await settleCurrencies(this.type, item, { [field.name]: sent(field, value) });
      if (!settled) {
        this.replace(item);
        return;
      }
      const { changeInPlace } = await import('./moving.js');
      const data = await changeInPlace(this.type, settled.record, field, settled.body, wordOf(field, value));
      this.replace({ ...item, ...data });
      this.generation++;
    } catch (problem) {
      this.replace(item);
      if (problem instanceof Problem && problem.status === 412) {
        const { resolveConflict } = await import('./conflict.js');
        const kept = await resolveConflict(this.type, item, { [field.name]: value }, [field.name]).catch(reportProblem);
        if (kept) {
          this.replace({ ...item, ...kept });
        }
        return;
      }
      const message = problem instanceof Problem ? (problem.of(field.name) ?? problemText(problem)) : problemText(problem);
      notify(message, { kind: 'error' });
    }
  }

  private replace(record: RecordData): void {
    this.records = this.records.map((each) => (each.id === record.id ? record : each));
  }

  private contextOf(event: Event): { item?: RecordData; field?: FieldDescriptor } {
    const context = this.grid?.getEventContext(event) as { item?: RecordData; column?: GridColumn; section?: string } | undefined;
    return context?.section === 'body' ? { item: context.item, field: context.column?.path ? fieldOf(this.type, context.column.path) : undefined } : {};
  }

  private onGridClick(event: MouseEvent): void {
    const { item, field } = this.contextOf(event);
    const target = event.composedPath()[0] as HTMLElement;
    if (!item || target.closest('input, a, button, pw-field-editor') || this.editing) {
      return;
    }
    if (!field) {
      this.toggle(item.id);
      return;
    }
    clearTimeout(this.typed);
    this.typed = window.setTimeout(() => {
      if (!this.editing && !getSelection()?.toString()) {
        void router.navigate(tenantPage(`${this.type.path}/${item.id}`));
      }
    }, event.detail > 1 ? 0 : 220);
    if (event.detail > 1) {
      clearTimeout(this.typed);
    }
  }

  private onGridDoubleClick(event: MouseEvent): void {
    clearTimeout(this.typed);
    getSelection()?.removeAllRanges();
    const { item, field } = this.contextOf(event);
    this.edit(item, field);
  }

  private edit(item: RecordData | undefined, field: FieldDescriptor | undefined): void {
    const writable = field && !field.readOnly && (isOwnership(field) ? this.type.actions.assign : this.type.actions.edit);
    if (!item || !writable || ['multiline', 'file'].includes(field.kind) || isPoints(field)) {
      return;
    }
    this.editing = { id: item.id, field: field.name, value: item[field.name] };
    this.grid?.requestContentUpdate();
  }

  private onGridKey(event: KeyboardEvent): void {
    const { item, field } = this.contextOf(event);
    const inside = (event.composedPath()[0] as HTMLElement).closest?.('pw-field-editor, a');
    if (!item || inside) {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      void router.navigate(tenantPage(`${this.type.path}/${item.id}`));
    } else if (event.key === 'F2') {
      event.preventDefault();
      this.edit(item, field);
    } else if (event.key === ' ') {
      event.preventDefault();
      this.toggle(item.id);
    }
  }

  private onListKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.selected.size) {
      this.select([]);
    }
    const search = event.target as HTMLElement;
    if (event.key === 'ArrowDown' && search.dataset.key === 'search') {
      this.grid?.focus();
    }
  }

  private toggle(id: string): void {
    if (!this.mayBulk) {
      return;
    }
    const selected = new Set(this.selected);
    if (!selected.delete(id)) {
      selected.add(id);
    }
    this.selected = selected;
    this.allMatching = false;
  }

  private select(ids: string[]): void {
    this.selected = new Set(ids);
    this.allMatching = false;
  }

  private renderCards(): TemplateResult {
    const title = this.type.titleField;
    const fields = this.columns.filter((name) => name !== title).map((name) => fieldOf(this.type, name)!).slice(0, 4);
    return html`<ul class="cards" @scroll=${this.onCardScroll}>
      ${this.records.map(
        (record) => html`<li class=${this.mayBulk ? '' : 'plain'}>
          <input
            type="checkbox"
            ?hidden=${!this.mayBulk}
            aria-label=${t('core.select-named', { name: titleOf(this.type, record) })}
            .checked=${this.selected.has(record.id)}
            @change=${() => this.toggle(record.id)}
          />
          <a href=${tenantPage(`${this.type.path}/${record.id}`)}>
            <span class="title">${titleOf(this.type, record)}</span>
            <dl>
              ${fields.map((field) => {
                const value = cellOf(field, record[field.name]);
                return value === nothing || value === '' ? nothing : html`<div><dt>${t(field.label)}</dt><dd>${value}</dd></div>`;
              })}
            </dl>
          </a>
        </li>`,
      )}
      ${this.complete ? nothing : html`<li style="display: block">${loading(2)}</li>`}
    </ul>`;
  }

  private onCardScroll(event: Event): void {
    const list = event.target as HTMLElement;
    if (list.scrollTop + list.clientHeight > list.scrollHeight - 600) {
      void this.readMore();
    }
  }

  private get mayBulk(): boolean {
    return workspace.can('core.bulk');
  }

  private renderBulk(): TemplateResult | typeof nothing {
    const { actions, verbs } = this.type;
    if (!this.selected.size || !this.records.length) {
      return nothing;
    }
    const count = this.allMatching ? (this.total ?? this.selected.size) : this.selected.size;
    const more = !this.allMatching && this.selected.size >= pageSize && (this.total ?? 0) > this.selected.size;
    const act = (action: (target: Target) => Promise<boolean>) => async (): Promise<void> => {
      const target: Target = this.allMatching ? { filter: this.filter, q: this.words } : { ids: [...this.selected] };
      try {
        if (await action(target)) {
          this.restart();
        }
      } catch (problem) {
        reportProblem(problem);
      }
    };
    return html`<div class="bulk" role="region" aria-label=${t('core.bulk')}>
      <b role="status">${t('core.selected', { count })}</b>
      ${more ? html`<button type="button" class="link" @click=${() => (this.allMatching = true)}>${t('core.select-matching', { count: this.total! })}</button>` : nothing}
      ${actions.edit || actions.assign ? html`<button type="button" class="button small" @click=${act((target) => bulkEdit(this.type, target, count))}><pw-icon name="pencil"></pw-icon>${t('core.edit')}</button>` : nothing}
      <button type="button" class="button small" @click=${act((target) => bulkTags(this.type, target, count))}><pw-icon name="tag"></pw-icon>${t('core.tags')}</button>
      ${actions.merge && !this.allMatching && this.selected.size > 1 && this.selected.size <= 10
        ? html`<button type="button" class="button small" @click=${act(() => mergeRecords(this.type, [...this.selected]))}><pw-icon name="merge"></pw-icon>${t('core.merge')}</button>`
        : nothing}
      ${verbs
        ?.filter(({ bulk }) => bulk)
        .map((verb) => html`<button type="button" class="button small" @click=${act((target) => bulkVerb(this.type, verb, target, count))}>${t(verb.label)}</button>`)}
      ${actions.delete ? html`<button type="button" class="button small danger" @click=${act((target) => bulkDelete(this.type, target, count))}><pw-icon name="trash-2"></pw-icon>${t('core.delete')}</button>` : nothing}
      <button type="button" class="button quiet small icon" aria-label=${t('core.select-none')} @click=${() => this.select([])}><pw-icon name="x"></pw-icon></button>
    </div>`;
  }
}
