import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api, call, many, notify, Problem, PwElement, t, tenantApi, workspace, type FieldDescriptor, type Page, type RecordData, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';
import { ask, confirm } from '../parts/dialog.js';
import { problemText } from '../parts/states.js';
import './field-editor.js';
import { etagOf, fieldOf, sent } from './values.js';

interface Line {
  key: number;
  id?: string;
  values: Record<string, unknown>;
  /** Fields a person filled; the others follow what is proposed. */
  typed: Set<string>;
  /** Where proposed values are from, in words. */
  sources: Record<string, string>;
  asked: number;
}

interface Proposal {
  values: Record<string, unknown>;
  sources: Record<string, string>;
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

const besideEachOther = matchMedia('(min-width: 900px)');

/** Fields of parts that are edited in the grid: the columns of their type that can be written. */
export const gridFields = (type: RecordTypeDescriptor): FieldDescriptor[] =>
  type.columns.map((name) => fieldOf(type, name)!).filter((field) => field && !field.readOnly && field.kind !== 'file' && field.name !== type.partOf?.field);

/** All lines of one type that a record has, edited together and saved in one request. Sends `pw-saved` with the answer. */
@customElement('pw-part-grid')
export class PwPartGrid extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) host!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  @property({ attribute: false }) items: RecordData[] = [];
  @state() private lines: Line[] = [];
  @state() private problem: Problem | undefined;
  @state() private wide = besideEachOther.matches;
  dirty = false;
  private saving = false;
  private keys = 0;
  private watch = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new AbortController();
    besideEachOther.addEventListener('change', () => (this.wide = besideEachOther.matches), { signal: this.watch.signal });
    this.lines = this.items.map((item) => this.lineOf(item));
    if (!this.lines.length) {
      this.add();
    }
  }

  /** A line that is there; what rules filled in follows them further. */
  private lineOf(item: RecordData): Line {
    const sources = Object.fromEntries(this.explaining.filter(({ name }) => item[name]).map(({ name, explains }) => [explains!, item[name] as string]));
    const typed = Object.keys(item).filter((name) => !isEmpty(item[name]) && !(name in sources));
    return { key: this.keys++, id: item.id, values: { ...item }, typed: new Set(typed), sources, asked: 0 };
  }

  /** Fields that tell where the value of another one is from. */
  private get explaining(): FieldDescriptor[] {
    return this.type.fields.filter(({ explains }) => explains);
  }

  override disconnectedCallback(): void {
    this.watch.abort();
    super.disconnectedCallback();
  }

  private get fields(): FieldDescriptor[] {
    return gridFields(this.type);
  }

  private error(index: number, field: string): string {
    return this.problem?.of(`items[${index}].${field}`) ?? '';
  }

  protected override render(): TemplateResult {
    return html`${this.problem
        ? html`<div class="notice bad" role="alert"><pw-icon name="circle-alert"></pw-icon><div class="grow">${this.renderProblem()}</div></div>`
        : nothing}
      <table class="part-grid ${this.wide ? '' : 'narrow'}">
        ${this.wide
          ? html`<thead>
              <tr>
                ${this.fields.map(({ label, required, kind }) => html`<th scope="col" class=${kind}>${t(label)}${required ? ' *' : ''}</th>`)}
                <th><span class="unseen">${t('core.parts.actions')}</span></th>
              </tr>
            </thead>`
          : nothing}
        <tbody>
          ${repeat(
            this.lines,
            ({ key }) => key,
            (line, index) => this.renderLine(line, index),
          )}
        </tbody>
      </table>
      <button type="button" class="button small" @click=${() => this.add()}><pw-icon name="plus"></pw-icon>${t('core.parts.add')}</button>`;
  }

  private renderProblem(): TemplateResult | string {
    const { errors } = this.problem!;
    const shown = errors.every(({ field }) => this.fields.some(({ name }) => new RegExp(`^items\\[\\d+]\\.${name}\\b`).test(field)));
    return errors.length && shown ? t('core.form.check-fields', { count: errors.length }) : html`<div>${problemText(this.problem)}</div>
          ${errors.map(({ field, message }) => html`<div>${this.place(field)} ${message}</div>`)}`;
  }

  /** Which line and field of the request a problem is about. */
  private place(path: string): string {
    const [, index, name] = /^items\[(\d+)](?:\.(\w+))?/.exec(path) ?? [];
    const label = name && fieldOf(this.type, name)?.label;
    return index ? `${t('core.parts.line', { n: Number(index) + 1 })}${label ? `, ${t(label)}` : ''}:` : '';
  }

  /** A reference to parts of the record, or of one it refers to itself, leads to these and to no others. */
  private offering(field: FieldDescriptor): FieldDescriptor {
    const target = workspace.recordType(field.references ?? '')?.partOf;
    const way = this.host.fields.find(({ name, references }) => name === target?.field && references === target.type)?.name;
    const host = target?.type === this.host.name ? this.record.id : way && (this.record[way] as Reference | null)?.id;
    return target && host ? { ...field, offered: `${target.field}==${host}` } : field;
  }

  private renderLine(line: Line, index: number): TemplateResult {
    const n = index + 1;
    return html`<tr aria-label=${t('core.parts.line', { n })} data-line=${index}>
      ${this.fields.map(
        (field) => html`<td class=${field.kind}>
          <pw-field-editor
            data-field=${field.name}
            .field=${this.offering(field)}
            .value=${line.values[field.name]}
            .required=${field.required ?? false}
            .error=${this.error(index, field.name)}
            ?bare=${this.wide}
            @pw-value=${(event: CustomEvent) => this.change(line, field.name, event.detail)}
          ></pw-field-editor>
          ${line.sources[field.name] && !line.typed.has(field.name) ? html`<small class="muted source">${line.sources[field.name]}</small>` : nothing}
          ${this.wide && this.error(index, field.name) ? html`<small class="bad">${this.error(index, field.name)}</small>` : nothing} ${this.renderLink(line, index, field)}
        </td>`,
      )}
      <td class="line-actions">
        <button type="button" class="button quiet icon small" ?disabled=${!index} aria-label=${t('core.parts.up', { n })} title=${t('core.parts.up', { n })} @click=${() => this.up(index)}>
          <pw-icon name="arrow-up"></pw-icon>
        </button>
        <button type="button" class="button quiet icon small" aria-label=${t('core.parts.remove', { n })} title=${t('core.parts.remove', { n })} @click=${() => this.drop(index)}>
          <pw-icon name="trash-2"></pw-icon>
        </button>
      </td>
    </tr>`;
  }

  /** What is refused only because it is not linked yet can be linked along with the line: by its field `link…`. */
  private renderLink(line: Line, index: number, field: FieldDescriptor): TemplateResult | typeof nothing {
    const link = `link${field.name[0]!.toUpperCase()}${field.name.slice(1)}`;
    const refused = this.problem?.errors.some((error) => error.field === `items[${index}].${field.name}` && error.code === 'not-linked');
    return refused && fieldOf(this.type, link)
      ? html`<button
          type="button"
          class="link"
          @click=${() => {
            this.change(line, link, true);
            void this.save();
          }}
        >
          ${t('core.parts.link')}
        </button>`
      : nothing;
  }

  private change(line: Line, name: string, value: unknown): void {
    line.values = { ...line.values, [name]: value };
    line.typed[isEmpty(value) ? 'delete' : 'add'](name);
    this.dirty = true;
    this.requestUpdate();
    if (this.explaining.length) {
      const asked = ++line.asked;
      window.setTimeout(() => void this.propose(line, asked), 300);
    }
  }

  /** Asks, once the person pauses, what rules would fill in; what a person typed stays. */
  private async propose(line: Line, asked: number): Promise<void> {
    if (asked !== line.asked) {
      return;
    }
    const fields = this.type.fields.filter(({ name, readOnly }) => !readOnly && line.typed.has(name));
    const members = Object.fromEntries(fields.map((field) => [field.name, sent(field, line.values[field.name])]));
    const proposal = await api
      .post<Proposal>(tenantApi(`proposals/${this.type.name}`), { ...members, [this.type.partOf!.field]: this.record.id })
      .catch(() => undefined);
    if (proposal && asked === line.asked) {
      line.values = { ...line.values, ...proposal.values };
      line.sources = proposal.sources;
      this.requestUpdate();
    }
  }

  private add(): void {
    this.dirty ||= this.lines.length > 0;
    this.lines = [...this.lines, { key: this.keys++, values: {}, typed: new Set(), sources: {}, asked: 0 }];
    void this.updateComplete.then(() => this.querySelector<HTMLElement & { focusInput(): void }>('tbody tr:last-child pw-field-editor')?.focusInput());
  }

  private drop(index: number): void {
    this.dirty = true;
    this.problem = undefined;
    this.lines = this.lines.filter((_, each) => each !== index);
  }

  private up(index: number): void {
    this.dirty = true;
    this.problem = undefined;
    const lines = [...this.lines];
    lines.splice(index - 1, 0, ...lines.splice(index, 1));
    this.lines = lines;
  }

  private body(): { items: Record<string, unknown>[] } {
    const writable = this.type.fields.filter(({ name, kind, readOnly }) => !readOnly && kind !== 'file' && name !== this.type.partOf?.field);
    return {
      items: this.lines.map(({ id, values }) => ({
        ...(id ? { id } : {}),
        ...Object.fromEntries(writable.filter(({ name }) => name in values).map((field) => [field.name, sent(field, values[field.name])])),
      })),
    };
  }

  /** Lines nobody has begun are left out. */
  private dropEmpty(): void {
    this.lines = this.lines.filter(({ id, values }) => id || Object.values(values).some((value) => value !== null && value !== '' && value !== undefined && value !== false));
  }

  async save(): Promise<void> {
    if (this.saving) {
      return;
    }
    this.saving = true;
    this.dropEmpty();
    try {
      const address = `${tenantApi(this.host.path)}/${this.record.id}/${this.type.path}`;
      const { data } = await call<Page>('PUT', address, this.body(), { etag: etagOf(this.record) });
      this.dirty = false;
      this.dispatchEvent(new CustomEvent('pw-saved', { detail: data.items, bubbles: true }));
    } catch (problem) {
      this.problem = problem instanceof Problem ? problem : new Problem(500, '', '', problemText(problem), []);
      await this.updateComplete;
      this.querySelector('.notice')?.scrollIntoView({ block: 'nearest' });
    } finally {
      this.saving = false;
    }
  }
}

const gridIn = (): PwPartGrid | undefined => [...document.querySelectorAll('pw-part-grid')].at(-1) as PwPartGrid | undefined;

const mayClose = async (): Promise<boolean> =>
  !gridIn()?.dirty || confirm({ heading: t('core.form.leave'), text: t('core.form.leave.text'), action: t('core.form.leave.action') });

/** A dialog with the grid; whether it was saved. */
export async function editParts(host: RecordTypeDescriptor, record: RecordData, type: RecordTypeDescriptor, items: RecordData[]): Promise<boolean> {
  const saved = await ask<RecordData[]>({
    heading: many(type.label),
    width: '1200px',
    mayClose,
    content: (close) => html`<pw-part-grid
      .type=${type}
      .host=${host}
      .record=${record}
      .items=${items}
      @pw-saved=${({ detail }: CustomEvent<RecordData[]>) => close(detail)}
    ></pw-part-grid>`,
    footer: (close) => html`<button type="button" class="button" @click=${async () => (await mayClose()) && close()}>${t('core.cancel')}</button>
      <button type="button" class="button primary" @click=${() => void gridIn()?.save()}>${t('core.save')}</button>`,
  });
  if (saved) {
    notify(t('core.saved'), { kind: 'success' });
  }
  return saved !== undefined;
}
