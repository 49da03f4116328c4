import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api, call, languageName, languages, many, Problem, PwElement, t, tenantApi, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { problemText } from '../parts/states.js';
import '../records/field-editor.js';
import { groupLabel, groupsOf } from '../records/layouts.js';
import { allFields, fieldOf, ownFields, sent } from '../records/values.js';

type Texts = Record<string, string>;

interface Heading {
  group: string;
  labels: Texts;
}

interface Section extends Heading {
  fields: string[];
}

export interface RoleChoice {
  id: string;
  title: string;
}

/** How a record type is laid out for a role and a kind. */
export interface Layout {
  id: string;
  version: number;
  recordType: string;
  role?: string;
  kind?: { field: string; value: string; title?: string };
  sections: Section[];
  columns: string[];
}

/** A line of the form: a heading, or a field below the last one. */
type Row = { heading: Heading } | { field: string };

const rowsOf = (sections: Section[]): Row[] =>
  sections.flatMap(({ fields, ...heading }, index) => [
    ...(index || heading.group || Object.keys(heading.labels).length ? [{ heading }] : []),
    ...fields.map((field) => ({ field })),
  ]);

const filled = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim()));

function sectionsOf(rows: Row[]): Section[] {
  const sections: Section[] = [{ group: '', labels: {}, fields: [] }];
  rows.forEach((row) => ('heading' in row ? sections.push({ group: row.heading.group, labels: filled(row.heading.labels), fields: [] }) : sections.at(-1)!.fields.push(row.field)));
  return sections.filter(({ fields }) => fields.length);
}

/** The sections the product comes with. */
const standard = (type: RecordTypeDescriptor): Section[] =>
  groupsOf(ownFields(type))
    .map((group) => ({ group, labels: {}, fields: ownFields(type).filter((field) => (field.group ?? '') === group).map(({ name }) => name) }))
    .filter(({ fields }) => fields.length);

const moved = <T>(list: T[], index: number, by: number): T[] => {
  const others = list.filter((_, at) => at !== index);
  return [...others.slice(0, index + by), list[index]!, ...others.slice(index + by)];
};

/** Asks for whom a layout is, and what it shows in which order. */
@customElement('pw-layout-editor')
export class PwLayoutEditor extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) roles: RoleChoice[] = [];
  @property({ attribute: false }) layout: Layout | undefined;
  @property({ attribute: false }) close: (saved: boolean) => void = () => undefined;
  @state() private whose = '';
  @state() private field = '';
  @state() private value: unknown = null;
  @state() private rows: Row[] | undefined;
  @state() private columns: string[] | undefined;
  @state() private problem: Problem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { sections, columns } = this.layout ?? { sections: standard(this.type), columns: [] };
    this.rows = sections.length ? rowsOf(sections) : undefined;
    this.columns = columns.length ? columns : undefined;
  }

  protected override render(): TemplateResult {
    return html`<form id="pw-layout" novalidate @submit=${this.save}>
      ${this.problem
        ? html`<div class="notice bad" role="alert" style="margin-bottom: 12px">
            <pw-icon name="circle-alert"></pw-icon>
            <div class="grow">${this.problem.errors.length ? this.problem.errors.map(({ message }) => html`<div>${message}</div>`) : problemText(this.problem)}</div>
          </div>`
        : nothing}
      ${this.layout ? nothing : this.renderAudience()}
      ${this.renderPart('core.layout.sections', !!this.rows, (wanted) => (this.rows = wanted ? rowsOf(standard(this.type)) : undefined))}
      ${this.rows ? this.renderRows(this.rows) : nothing}
      ${this.renderPart('core.layout.columns', !!this.columns, (wanted) => (this.columns = wanted ? this.type.columns : undefined))}
      ${this.columns ? this.renderColumns(this.columns) : nothing}
    </form>`;
  }

  private renderAudience(): TemplateResult {
    const kinds = ownFields(this.type).filter(({ kind }) => ['choice', 'reference', 'boolean'].includes(kind));
    const chosen = fieldOf(this.type, this.field);
    return html`<div class="form-section">
      ${this.renderEditor({ name: 'role', label: 'core.layout.role', kind: 'choice', choices: this.roles.map(({ id, title }) => ({ value: id, label: title })) }, this.whose || null, (value) => (this.whose = String(value ?? '')))}
      ${this.renderEditor({ name: 'kind.field', label: 'core.layout.kind', kind: 'choice', choices: kinds.map(({ name, label }) => ({ value: name, label })) }, this.field || null, (value) => {
        this.field = String(value ?? '');
        this.value = null;
      })}
      ${chosen ? this.renderEditor({ ...this.plain(chosen), name: 'kind.value' }, this.value, (value) => (this.value = value), true) : nothing}
    </div>`;
  }

  /** The field as one that can always be filled in. */
  private plain({ label, kind, choices, references }: FieldDescriptor): FieldDescriptor {
    if (kind === 'boolean') {
      return { name: '', label, kind: 'choice', choices: ['true', 'false'].map((value) => ({ value, label: value === 'true' ? 'core.yes' : 'core.no' })) };
    }
    return { name: '', label, kind, ...(choices && { choices }), ...(references && { references }) };
  }

  private renderEditor(field: FieldDescriptor, value: unknown, change: (value: unknown) => void, required = false): TemplateResult {
    return html`<pw-field-editor
      .field=${field}
      .value=${value}
      .required=${required}
      .error=${this.problem?.of(field.name) ?? ''}
      @pw-value=${({ detail }: CustomEvent) => change(detail)}
    ></pw-field-editor>`;
  }

  private renderPart(label: string, chosen: boolean, change: (wanted: boolean) => void): TemplateResult {
    return html`<label class="check arrangement-part">
      <input type="checkbox" .checked=${chosen} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} />
      <span>${t(label)}<small class="muted">${t(`${label}.help`)}</small></span>
    </label>`;
  }

  private renderRows(rows: Row[]): TemplateResult {
    const shown = new Set(rows.flatMap((row) => ('field' in row ? [row.field] : [])));
    const hidden = ownFields(this.type).filter(({ name }) => !shown.has(name));
    const move = (index: number, by: number): void => void (this.rows = moved(rows, index, by));
    const drop = (index: number): void => void (this.rows = rows.filter((_, at) => at !== index));
    return html`<div class="arrangement">
      ${repeat(
        rows,
        (row) => ('field' in row ? row.field : row.heading),
        (row, index) => {
          const name = 'field' in row ? this.labelOf(row.field) : this.headingOf(row.heading);
          return html`<div class="row ${'field' in row ? '' : 'heading'}">
            <div class="grow">${'field' in row ? name : this.renderHeading(row.heading)}</div>
            ${this.renderMoves(name, index, rows.length, move)}
            <button type="button" class="button quiet small icon" aria-label=${t('core.layout.take-out', { name })} @click=${() => drop(index)}><pw-icon name="x"></pw-icon></button>
          </div>`;
        },
      )}
      <div class="buttons"><button type="button" class="button small" @click=${() => (this.rows = [...rows, { heading: { group: '', labels: {} } }])}><pw-icon name="plus"></pw-icon>${t('core.layout.add-section')}</button></div>
      ${this.renderOthers(hidden, (name) => (this.rows = [...rows, { field: name }]))}
    </div>`;
  }

  private renderHeading(heading: Heading): TemplateResult {
    const change = (tag: string, text: string): void => {
      heading.labels = { ...heading.labels, [tag]: text };
      this.requestUpdate();
    };
    return html`${languages.map((tag) => {
      const label = t('core.layout.heading', { language: languageName(tag) });
      return html`<input
        class="input"
        maxlength="80"
        aria-label=${label}
        placeholder=${groupLabel(this.type, heading.group) || label}
        .value=${heading.labels[tag] ?? ''}
        @input=${(event: Event) => change(tag, (event.target as HTMLInputElement).value)}
      />`;
    })}`;
  }

  private headingOf({ group, labels }: Heading): string {
    return Object.values(filled(labels))[0] ?? (groupLabel(this.type, group) || t('core.layout.section'));
  }

  private labelOf(name: string): string {
    const field = fieldOf(this.type, name);
    return field ? t(field.label) : name;
  }

  private renderMoves(name: string, index: number, length: number, move: (index: number, by: number) => void): TemplateResult {
    return html`<button type="button" class="button quiet small icon" ?disabled=${index === 0} aria-label=${t('core.columns.up', { name })} @click=${() => move(index, -1)}><pw-icon name="arrow-up"></pw-icon></button>
      <button type="button" class="button quiet small icon" ?disabled=${index === length - 1} aria-label=${t('core.columns.down', { name })} @click=${() => move(index, 1)}><pw-icon name="arrow-down"></pw-icon></button>`;
  }

  private renderOthers(fields: FieldDescriptor[], take: (name: string) => void): TemplateResult | typeof nothing {
    return fields.length
      ? html`<div class="heading">${t('core.layout.not-shown')}</div>
          ${fields.map(
            ({ name, label, required }) => html`<div class="row">
              <div class="grow muted">${t(label)}${required ? html` <span class="badge">${t('core.own-field.required')}</span>` : nothing}</div>
              <button type="button" class="button quiet small icon" aria-label=${t('core.layout.take-in', { name: t(label) })} @click=${() => take(name)}><pw-icon name="plus"></pw-icon></button>
            </div>`,
          )}`
      : nothing;
  }

  private renderColumns(columns: string[]): TemplateResult {
    const hidden = allFields(this.type).filter(({ name }) => !columns.includes(name));
    return html`<div class="arrangement">
      ${repeat(
        columns,
        (name) => name,
        (name, index) => html`<div class="row">
          <div class="grow">${this.labelOf(name)}</div>
          ${this.renderMoves(this.labelOf(name), index, columns.length, (at, by) => (this.columns = moved(columns, at, by)))}
          <button
            type="button"
            class="button quiet small icon"
            ?disabled=${columns.length === 1}
            aria-label=${t('core.layout.take-out', { name: this.labelOf(name) })}
            @click=${() => (this.columns = columns.filter((each) => each !== name))}
          >
            <pw-icon name="x"></pw-icon>
          </button>
        </div>`,
      )}
      ${this.renderOthers(hidden, (name) => (this.columns = [...columns, name]))}
    </div>`;
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const change = { sections: sectionsOf(this.rows ?? []), columns: this.columns ?? [] };
    const field = fieldOf(this.type, this.field);
    const kind = field && { field: field.name, value: String(sent(field, this.value) ?? '') };
    try {
      if (this.layout) {
        await call('PUT', tenantApi(`layouts/${this.layout.id}`), change, { etag: `"${this.layout.version}"` });
      } else {
        await api.post(tenantApi('layouts'), { recordType: this.type.name, ...(this.whose && { role: this.whose }), ...(kind && { kind }), ...change });
      }
      this.close(true);
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure : new Problem(500, '', '', problemText(failure), []);
    }
  };
}

/** Asks for a new layout, or what shall be different about one; true when it was saved. */
export async function editLayout(type: RecordTypeDescriptor, roles: RoleChoice[], layout?: Layout, name = ''): Promise<boolean> {
  const saved = await ask<boolean>({
    heading: layout ? t('core.layout.change', { name }) : t('core.layout.new-of', { type: many(type.label) }),
    width: '680px',
    content: (close) => html`<pw-layout-editor .type=${type} .roles=${roles} .layout=${layout} .close=${close}></pw-layout-editor>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close(false)}>${t('core.cancel')}</button>
      <button class="button primary" form="pw-layout">${t('core.save')}</button>`,
  });
  return saved ?? false;
}
