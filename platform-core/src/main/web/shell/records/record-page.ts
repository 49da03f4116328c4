import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  api,
  call,
  formatAgo,
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
  type RecordData,
  type RecordTypeDescriptor,
  type Reference,
  type VerbDescriptor,
} from '@pipewright/ui';
import { typing } from '../app/shortcuts.js';
import '../activities/activity-links.js';
import '../activities/activity-strip.js';
import '../activities/comments.js';
import type { PwComments } from '../activities/comments.js';
import '../activities/meeting.js';
import { isHeld, type Form } from '../activities/model.js';
import '../files/file-list.js';
import '../mails/mail-view.js';
import { toldByPlace } from '../mails/mail-place.js';
import '../mails/returned.js';
import '../parts/contribution.js';
import '../parts/popup.js';
import { loading, problemState, problemText, reportProblem } from '../parts/states.js';
import { askFields } from './bulk.js';
import { resolveConflict } from './conflict.js';
import { settleCurrencies } from './currency-change.js';
import { editRecord } from './create.js';
import type { PwFieldEditor } from './field-editor.js';
import { doVerb } from './moving.js';
import { neighboursOf } from './neighbours.js';
import { hasPrivacy } from './privacy-tab.js';
import { shortlists } from './shortlists.js';
import { isLocked, isShown } from './conditions.js';
import { arranged, columnsOf } from './layouts.js';
import { sendForField, valueAt } from './file-values.js';
import './filter-panel.js';
import './differences.js';
import './part-list.js';
import './path-bar.js';
import './related-lists.js';
import { shareRecord } from './share-dialog.js';
import { relationsOf } from './related-list.js';
import './tags.js';
import './timeline.js';
import type { PwTimeline } from './timeline.js';
import '../workflows/record-workflows.js';
import { etagOf, fieldOf, isOwnership, missingOf, ownFields, sent, systemFields, titleOf } from './values.js';

const wideEnough = matchMedia('(min-width: 1280px)');

/** The page of one record: its fields, what can be done with it, what happened, what belongs to it. */
@customElement('pw-record-page')
export class PwRecordPage extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property() recordId = '';
  @state() private record: RecordData | undefined;
  @state() private problem: unknown;
  @state() private tab = 'timeline';
  @state() private editing = '';
  @state() private refusal = '';
  /** Whether also what the layout does not show is there. */
  @state() private whole = false;
  /** Room for what is related beside what happened. */
  @state() private wide = wideEnough.matches;
  private etag: string | undefined;
  /** Whether the person is being asked about an edit, which takes the focus from its editor. */
  private settling = false;
  private watch = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new AbortController();
    document.addEventListener('keydown', (event) => this.onKey(event), { signal: this.watch.signal });
    wideEnough.addEventListener('change', () => (this.wide = wideEnough.matches), { signal: this.watch.signal });
    if (!this.record) {
      const opening = this.essentials[0]?.path ?? (this.relatedBeside || !relationsOf(this.type).length ? 'timeline' : 'related');
      this.tab = new URLSearchParams(location.search).get('tab') ?? opening;
    }
    this.watch.signal.addEventListener('abort', router.listen(() => this.followAddress()));
    void this.read();
  }

  override disconnectedCallback(): void {
    this.watch.abort();
    super.disconnectedCallback();
  }

  private get relatedBeside(): boolean {
    return this.wide && relationsOf(this.type).length > 0;
  }

  /** Parts without which the record is little. */
  private get essentials(): RecordTypeDescriptor[] {
    return workspace.manifest!.recordTypes.filter(({ partOf }) => partOf?.type === this.type.name && partOf.essential);
  }

  private get address(): string {
    return `${tenantApi(this.type.path)}/${this.recordId}`;
  }

  private async read(): Promise<void> {
    try {
      const { data, etag } = await call<RecordData>('GET', this.address);
      if (data.id !== this.recordId) {
        await router.navigate(tenantPage(`${this.type.path}/${data.id}`), { replace: true });
        return;
      }
      const { partOf } = this.type;
      if (partOf) {
        await this.goToHost(partOf.type, data[partOf.field] as Reference);
        return;
      }
      this.take(data, etag);
      this.followAddress();
      void shortlists.keep('recent', this.type, data.id).then(() => this.requestUpdate(), () => undefined);
      document.title = [titleOf(this.type, data), workspace.manifest?.tenant.name, 'Pipewright'].join(' · ');
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** A part has no page of its own: it stands on that of its host. */
  private async goToHost(type: string, { id }: Reference): Promise<void> {
    const host = workspace.recordType(type)!;
    await router.navigate(`${tenantPage(`${host.path}/${id}`)}?tab=${this.type.path}`, { replace: true });
  }

  private take(record: RecordData, etag?: string): void {
    this.record = { ...record, actions: record.actions ?? this.record?.actions, parts: record.parts ?? this.record?.parts };
    this.etag = etag ?? etagOf(record);
    this.problem = undefined;
  }

  private may(action: string): boolean {
    const actions = this.record?.actions;
    return actions ? actions.includes(action) : (this.type.actions[action as 'edit'] ?? false);
  }

  private onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || typing(event) || document.querySelector('dialog[open]')) {
      return;
    }
    const { previous, next } = neighboursOf(this.type.name, this.recordId);
    const target = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : undefined;
    if (target) {
      event.preventDefault();
      void router.navigate(tenantPage(`${this.type.path}/${target}`));
    }
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return problemState(this.problem, () => void this.read());
    }
    if (!this.record) {
      return html`<div class="record">${loading(8)}</div>`;
    }
    return html`<article class="record" @pw-record-changed=${() => void this.read()}>
      <header class="record-head">${this.renderCrumbs()} ${this.renderTitle(this.record)} ${this.renderMissing(this.record)}
        ${workspace.feature('core.mailboxes') ? html`<pw-returned-mails .type=${this.type} .record=${this.record}></pw-returned-mails>` : nothing} ${this.renderPath(this.record)}
        ${workspace.feature('core.workflows') && !this.type.partOf ? html`<pw-record-workflows .type=${this.type} .record=${this.record}></pw-record-workflows>` : nothing} ${this.renderHighlights(this.record)}</header>
      <div class="record-body ${this.relatedBeside ? 'three' : ''}">
        <section class="card">
          <header>
            <h2>${t('core.details')}</h2>
            ${this.may('edit')
              ? html`<button type="button" class="button quiet small" @click=${() => void this.editAll()}><pw-icon name="pencil"></pw-icon>${t('core.edit-all')}</button>`
              : nothing}
          </header>
          <div class="body">${this.renderFacts(this.record)}</div>
        </section>
        <section class="card">${this.renderTabs(this.record)}</section>
        ${this.relatedBeside
          ? html`<section class="card" aria-label=${t('core.related')}><div class="body">${this.renderRelated(this.record)}</div></section>`
          : nothing}
      </div>
    </article>`;
  }

  private renderCrumbs(): TemplateResult {
    const { previous, next } = neighboursOf(this.type.name, this.recordId);
    const step = (id: string | undefined, icon: string, label: string): TemplateResult =>
      id
        ? html`<a class="button quiet small icon" href=${tenantPage(`${this.type.path}/${id}`)} aria-label=${t(label)} title=${t(label)}><pw-icon name=${icon}></pw-icon></a>`
        : html`<button type="button" class="button quiet small icon" disabled aria-label=${t(label)}><pw-icon name=${icon}></pw-icon></button>`;
    return html`<nav class="crumbs" aria-label=${t('core.position')}>
      <a href=${tenantPage(this.type.path)}>${many(this.type.label)}</a>
      <pw-icon name="chevron-right" style="width: 14px; height: 14px"></pw-icon>
      <span class="space"></span>
      ${previous || next ? html`${step(previous, 'arrow-left', 'core.previous')}${step(next, 'arrow-right', 'core.next')}` : nothing}
    </nav>`;
  }

  private renderTitle(record: RecordData): TemplateResult {
    const offered = (this.type.verbs ?? []).filter(({ name }) => this.may(name));
    const verbs = offered.filter(({ aside }) => !aside);
    const forward = verbs.find(({ leading }) => leading);
    return html`<div class="record-title">
      <span class="picture"><pw-icon name=${this.type.icon ?? 'file'}></pw-icon></span>
      <div>
        <h1 tabindex="-1">${titleOf(this.type, record)}</h1>
        <div class="kind">
          ${one(this.type.label)}${record.updatedAt ? html` · ${t('core.record.changed', { ago: formatAgo(record.updatedAt), name: record.updatedBy?.title ?? 'none' })}` : nothing}
        </div>
        ${fieldOf(this.type, 'tags') ? html`<pw-record-tags .type=${this.type} .record=${record} ?editable=${this.may('edit')}></pw-record-tags>` : nothing}
      </div>
      <span class="space"></span>
      <div class="buttons">
        ${verbs.map(
          (verb) => html`<button type="button" class="button ${verb === forward ? 'primary' : ''}" @click=${() => void this.perform(verb)}>${t(verb.label)}</button>`,
        )}
        ${this.may('edit') ? html`<button type="button" class="button" @click=${() => void this.editAll()}><pw-icon name="pencil"></pw-icon>${t('core.edit')}</button>` : nothing}
        ${this.renderStar()} ${this.renderFollow()}
        <pw-popup
          look="button icon"
          label=${t('core.more-actions')}
          .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
          .content=${() => html`${offered
              .filter(({ aside }) => aside)
              .map((verb) => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.perform(verb)}><pw-icon name="arrow-right"></pw-icon>${t(verb.label)}</button>`)}
            <button type="button" role="menuitem" tabindex="-1" @click=${() => void this.copyLink()}><pw-icon name="link"></pw-icon>${t('core.copy-link')}</button>
            ${this.may('share')
              ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.share(record)}><pw-icon name="share-2"></pw-icon>${t('core.share')}</button>`
              : nothing}
            <button type="button" role="menuitem" tabindex="-1" @click=${() => void this.read()}><pw-icon name="refresh-cw"></pw-icon>${t('core.refresh')}</button>
            ${this.may('delete')
              ? html`<hr />
                  <button type="button" role="menuitem" class="danger" tabindex="-1" @click=${() => void this.deleteRecord()}><pw-icon name="trash-2"></pw-icon>${t('core.delete')}</button>`
              : nothing}`}
        ></pw-popup>
      </div>
    </div>`;
  }

  private renderStar(): TemplateResult {
    const kept = shortlists.has('favourites', this.recordId);
    const label = t(kept ? 'core.favourite.remove' : 'core.favourite.add');
    return html`<button
      type="button"
      class="button icon star"
      aria-pressed=${kept}
      aria-label=${t('core.favourite')}
      title=${label}
      @click=${() => void this.keep('favourites', !kept)}
    >
      <pw-icon name="star"></pw-icon>
    </button>`;
  }

  private renderFollow(): TemplateResult {
    const kept = shortlists.has('followed', this.recordId);
    return html`<button
      type="button"
      class="button icon star"
      aria-pressed=${kept}
      aria-label=${t('core.follow')}
      title=${t(kept ? 'core.follow.end' : 'core.follow.begin')}
      @click=${() => void this.keep('followed', !kept)}
    >
      <pw-icon name="bell"></pw-icon>
    </button>`;
  }

  private async keep(list: 'favourites' | 'followed', kept: boolean): Promise<void> {
    try {
      await shortlists.keep(list, this.type, this.recordId, kept);
      this.requestUpdate();
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private renderPath(record: RecordData): TemplateResult | typeof nothing {
    const open = (this.type.boards ?? [])[0]?.verbs?.some((verb) => this.may(verb)) ?? true;
    return this.type.boards?.length
      ? html`<pw-path-bar .type=${this.type} .record=${record} ?fixed=${!this.may('edit') || !open}></pw-path-bar>`
      : nothing;
  }

  private renderMissing(record: RecordData): TemplateResult | typeof nothing {
    const missing = missingOf(record);
    if (!missing.length) {
      return nothing;
    }
    return html`<div class="notice warn">
      <pw-icon name="triangle-alert"></pw-icon>
      <div class="grow">
        ${t('core.incomplete.names', { names: missing.map((name) => t(fieldOf(this.type, name)?.label ?? name)).join(', ') })}
      </div>
      ${this.may('edit') ? html`<button type="button" class="link" @click=${() => void this.editAll()}>${t('core.incomplete.fill')}</button>` : nothing}
    </div>`;
  }

  private renderHighlights(record: RecordData): TemplateResult | typeof nothing {
    const names = columnsOf(this.type, record).filter((name) => name !== this.type.titleField);
    const fields = names.map((name) => fieldOf(this.type, name)!).filter((field) => field && field.kind !== 'multiline').slice(0, 5);
    if (!fields.length) {
      return nothing;
    }
    return html`<dl class="highlights">
      ${fields.map((field) => html`<div><dt>${t(field.label)}</dt><dd>${valueAt(this.address, field, record)}</dd></div>`)}
    </dl>`;
  }

  private renderFacts(record: RecordData): TemplateResult {
    const fields = ownFields(this.type).filter((field) => isShown(this.type, field, record) && !toldByPlace(this.type, field));
    const { sections, rest } = arranged(this.type, record, fields);
    const missing = missingOf(record);
    const needed = rest.filter(({ name }) => missing.includes(name));
    const others = rest.filter(({ name }) => !missing.includes(name));
    return html`${[...sections, { label: t('core.layout.needed'), fields: needed }, { label: t('core.layout.others'), fields: this.whole ? others : [] }]
        .filter((section) => section.fields.length)
        .map(
          ({ label, fields: shown }) => html`${label ? html`<h3 class="section-title">${label}</h3>` : nothing}
            <dl class="facts">${shown.map((field) => this.renderFact(record, field))}</dl>`,
        )}
      ${!this.whole && others.length
        ? html`<button type="button" class="link" @click=${() => (this.whole = true)}>${t('core.layout.more', { count: others.length })}</button>`
        : nothing}
      <h3 class="section-title">${t('core.record.about')}</h3>
      <dl class="facts">${systemFields(this.type).filter(({ kind }) => kind !== 'tags').map((field) => this.renderFact(record, field))}</dl>`;
  }

  private renderFact(record: RecordData, field: FieldDescriptor): TemplateResult {
    const editable = !isLocked(field, record) && this.may(isOwnership(field) ? 'assign' : 'edit');
    if (editable && this.editing === field.name) {
      return this.renderFactEditor(record, field);
    }
    return html`<div class=${editable ? 'editable' : ''} @dblclick=${() => editable && this.edit(field.name)}>
      <dt>${t(field.label)}</dt>
      <dd>
        <span class="value">${valueAt(this.address, field, record)}</span>
        ${editable
          ? html`<button type="button" class="pencil" aria-label=${t('core.edit-named', { name: t(field.label) })} @click=${() => this.edit(field.name)}>
              <pw-icon name="pencil"></pw-icon>
            </button>`
          : nothing}
      </dd>
    </div>`;
  }

  private edit(name: string): void {
    this.refusal = '';
    this.editing = name;
  }

  private renderFactEditor(record: RecordData, field: FieldDescriptor): TemplateResult {
    let value: unknown = record[field.name];
    const finish = (save: boolean): void => {
      if (this.editing === field.name) {
        void this.finishEdit(record, field, save ? value : record[field.name]);
      }
    };
    return html`<div>
      <dt>${t(field.label)}</dt>
      <dd>
        <pw-field-editor
          bare
          autofocus
          .field=${field}
          .value=${value}
          .type=${this.type}
          .record=${record}
          .error=${this.refusal}
          @pw-value=${(event: CustomEvent) => {
            value = event.detail;
            if (['choice', 'reference', 'boolean', 'country', 'date', 'file'].includes(field.kind)) {
              finish(true);
            }
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && field.kind !== 'multiline') {
              event.preventDefault();
              finish(true);
            } else if (event.key === 'Enter' && event.ctrlKey) {
              finish(true);
            } else if (event.key === 'Escape') {
              finish(false);
            }
          }}
          @focusout=${(event: FocusEvent) => {
            const editor = event.currentTarget as PwFieldEditor;
            setTimeout(() => editor.isConnected && !editor.contains(document.activeElement) && !editor.querySelector('[opened]') && finish(true), 150);
          }}
        ></pw-field-editor>
      </dd>
    </div>`;
  }

  private async finishEdit(record: RecordData, field: FieldDescriptor, value: unknown): Promise<void> {
    if (this.settling) {
      return;
    }
    if (value instanceof File) {
      await this.sendFile(field, value);
      return;
    }
    if (JSON.stringify(value ?? null) === JSON.stringify(record[field.name] ?? null)) {
      this.editing = '';
      return;
    }
    try {
      this.settling = true;
      const settled = await settleCurrencies(this.type, record, { [field.name]: sent(field, value) }).finally(() => (this.settling = false));
      if (settled) {
        this.take(settled.record, settled.record === record ? this.etag : undefined);
        const { data, etag } = await call<RecordData>('PATCH', this.address, settled.body, { etag: this.etag });
        this.take(data, etag);
      }
      this.editing = '';
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 412) {
        this.editing = '';
        const kept = await resolveConflict(this.type, record, { [field.name]: value }, [field.name]).catch(reportProblem);
        if (kept) {
          this.take(kept);
        }
        return;
      }
      const message = (problem instanceof Problem && problem.of(field.name)) || problemText(problem);
      if (problem instanceof Problem && problem.of(field.name)) {
        this.refusal = message;
      } else {
        this.editing = '';
        notify(message, { kind: 'error' });
      }
    }
  }

  private async sendFile(field: FieldDescriptor, file: File): Promise<void> {
    this.settling = true;
    try {
      await sendForField(this.address, field, file);
      this.editing = '';
      await this.read();
    } catch (problem) {
      this.refusal = (problem instanceof Problem && problem.of(field.name)) || problemText(problem);
    } finally {
      this.settling = false;
    }
  }

  /** Does what the address asks for: shows a tab, or opens the form at a field. */
  private followAddress(): void {
    if (!this.record || location.pathname !== tenantPage(`${this.type.path}/${this.recordId}`)) {
      return;
    }
    this.tab = router.search.get('tab') ?? this.tab;
    const field = router.search.get('edit');
    if (field && this.may('edit')) {
      router.setSearch({ edit: undefined });
      void this.editAll(field);
    }
  }

  /** From now on the address asks for no other one, not even when the record is read again. */
  private openTab(key: string): void {
    this.tab = key;
    if (router.search.has('tab')) {
      router.setSearch({ tab: undefined });
    }
  }

  private async editAll(field?: string): Promise<void> {
    const saved = await editRecord(this.type, this.record!, field);
    if (saved) {
      this.take(saved);
      notify(t('core.saved'), { kind: 'success' });
      void this.read();
    }
  }

  private async perform(verb: VerbDescriptor): Promise<void> {
    try {
      if (!(await doVerb(this.type, this.record!, verb.name))) {
        return;
      }
      notify(t('core.verb.done', { verb: t(verb.label) }), { kind: 'success' });
      await this.read();
      await workspace.reload();
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async share(record: RecordData): Promise<void> {
    await shareRecord(this.type.path, record.id, titleOf(this.type, record));
    await this.read();
  }

  private async copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.href);
    notify(t('core.link-copied'), { kind: 'success' });
  }

  private async deleteRecord(): Promise<void> {
    const { address } = this;
    const page = location.pathname;
    try {
      await api.delete(address, { etag: this.etag });
      const name = titleOf(this.type, this.record!);
      await router.navigate(tenantPage(this.type.path));
      notify(t('core.deleted', { name }), {
        undo: async () => {
          try {
            await api.post(`${address}/restore`);
            await router.navigate(page);
          } catch (problem) {
            reportProblem(problem);
          }
        },
      });
    } catch (problem) {
      if (this.type.catalogue && problem instanceof Problem && problem.slug === 'entry-in-use') {
        await this.replaceEntry();
      } else {
        reportProblem(problem);
      }
    }
  }

  /** An entry that records have goes once it is said which other one they get. */
  private async replaceEntry(): Promise<void> {
    const name = titleOf(this.type, this.record!);
    const other: FieldDescriptor = {
      name: 'replacement',
      label: 'core.replacement',
      kind: 'reference',
      references: this.type.name,
      offered: `id!=${this.recordId}`,
      required: true,
    };
    const done = await askFields(
      t('core.replacement.heading', { name }),
      [other],
      t('core.replacement.act'),
      async ({ replacement }) => {
        await api.delete(this.address + query({ replacement: (replacement as string | null | undefined) ?? '' }), { etag: this.etag });
      },
      { intro: html`<p class="muted" style="margin-bottom: 12px">${t('core.replacement.text', { name })}</p>` },
    );
    if (done) {
      await router.navigate(tenantPage(this.type.path));
      notify(t('core.deleted', { name }), { kind: 'success' });
    }
  }

  private renderTabs(record: RecordData): TemplateResult {
    const about = ({ subject }: Contribution): RecordTypeDescriptor | undefined => workspace.recordType(subject ?? '');
    const panels = workspace.manifest!.panels.filter((panel) => panel.target === this.type.name && (!about(panel)?.partOf || record.parts?.[about(panel)!.path]));
    const relations = relationsOf(this.type);
    const parts = workspace.manifest!.recordTypes.filter(({ partOf, path }) => partOf?.type === this.type.name && record.parts?.[path]);
    const part = parts.find(({ path }) => path === this.tab);
    const tabOf = ({ path, label }: RecordTypeDescriptor): [string, string] => [path, many(label)];
    const tabs: [string, string][] = [
      ...parts.filter((type) => this.essentials.includes(type)).map(tabOf),
      ['timeline', t('core.timeline')],
      ...(relations.length && !this.relatedBeside ? ([['related', t('core.related')]] as [string, string][]) : []),
      ...parts.filter((type) => !this.essentials.includes(type)).map(tabOf),
      ...panels.map(({ key, label }): [string, string] => [key, t(label)]),
      ...(this.type.revises && record[this.type.revises] ? ([['differences', t('core.differences')]] as [string, string][]) : []),
      ['files', t('core.files')],
      ...(hasPrivacy(this.type) ? ([['privacy', t('core.privacy.short')]] as [string, string][]) : []),
    ];
    const here = tabs.some(([key]) => key === this.tab) ? this.tab : 'timeline';
    const panel = panels.find(({ key }) => key === here) ?? workspace.manifest!.panels.find(({ target }) => target === part?.name && here === part.path);
    return html`<div class="tabs" role="tablist" style="padding: 6px 10px 0" @keydown=${this.onTabKey}>
        ${tabs.map(
          ([key, label]) => html`<button
            type="button"
            role="tab"
            id="tab-${key}"
            aria-selected=${key === here}
            tabindex=${key === here ? 0 : -1}
            aria-controls="tab-content"
            @click=${() => this.openTab(key)}
          >
            ${label}
          </button>`,
        )}
      </div>
      <div class="body" id="tab-content" role="tabpanel" aria-labelledby="tab-${here}">
        ${panel
          ? html`<pw-contribution .contribution=${panel} .properties=${{ record, recordType: this.type }}></pw-contribution>`
          : part
            ? html`<pw-part-list .type=${part} .host=${this.type} .record=${record} ?editable=${record.parts?.[part.path] === 'edit'}></pw-part-list>`
          : here === 'related'
            ? this.renderRelated(record)
            : here === 'files'
              ? html`<pw-file-list .type=${this.type} .recordId=${record.id}></pw-file-list>`
            : here === 'differences'
              ? html`<pw-differences .type=${this.type} .record=${record}></pw-differences>`
            : here === 'privacy'
              ? html`<pw-privacy-tab .type=${this.type} .record=${record}></pw-privacy-tab>`
              : this.renderStory(record)}
      </div>`;
  }

  private renderStory(record: RecordData): TemplateResult {
    const again = (): void => {
      void this.querySelector<PwTimeline>('pw-timeline')?.read();
      void this.querySelector<PwComments>('pw-comments')?.read();
    };
    const version = record.version ?? 0;
    return html`${this.type.name === 'core.message' ? html`<pw-mail-place .record=${record}></pw-mail-place><pw-mail-view .messageId=${record.id}></pw-mail-view>` : nothing}
    ${this.type.name === 'core.activity'
      ? html`<pw-activity-links .recordId=${record.id} ?editable=${this.may('edit')}></pw-activity-links>
          ${isHeld(record.form as Form) ? html`<pw-meeting .record=${record}></pw-meeting>` : nothing}`
      : nothing}
    ${this.type.activities && workspace.recordType('core.activity')
      ? html`<pw-activity-strip .type=${this.type} .recordId=${record.id} .version=${version} @pw-activities-changed=${again}></pw-activity-strip>`
      : nothing}
    <pw-comments .type=${this.type} .recordId=${record.id} @pw-comments-changed=${again}></pw-comments>
    <pw-timeline .type=${this.type} .recordId=${record.id} .version=${version} @pw-comments-changed=${again}></pw-timeline>`;
  }

  private renderRelated(record: RecordData): TemplateResult {
    return html`<pw-related-lists .type=${this.type} .record=${record}></pw-related-lists>`;
  }

  private onTabKey(event: KeyboardEvent): void {
    const tabs = [...this.querySelectorAll<HTMLElement>('[role="tab"]')];
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) {
      const next = tabs.at((tabs.indexOf(document.activeElement as HTMLElement) + by) % tabs.length)!;
      next.click();
      next.focus();
    }
  }
}
