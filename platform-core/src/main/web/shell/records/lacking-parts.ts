import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, call, Problem, PwElement, t, tenantApi, workspace, type FieldDescriptor, type Page, type RecordData, type RecordTypeDescriptor, type VerbDescriptor } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { problemText } from '../parts/states.js';
import './field-editor.js';
import { etagOf, fieldOf, sent, titleOf } from './values.js';

/** A field of a part that is needed and empty. */
interface Gap {
  index: number;
  field: FieldDescriptor;
  message: string;
}

interface Lack {
  part: RecordTypeDescriptor;
  gaps: Gap[];
}

/** What the server says parts of the record lack; undefined if it is about anything else. */
function lackIn(type: RecordTypeDescriptor, problem: unknown): Lack | undefined {
  const errors = problem instanceof Problem ? problem.errors : [];
  const places = errors.map(({ field, code }) => (code === 'required' ? /^([a-z-]+)\[(\d+)]\.(\w+)$/.exec(field) : null));
  const part = workspace.manifest!.recordTypes.find(({ partOf, path }) => partOf?.type === type.name && places.length && places.every((place) => place?.[1] === path));
  const gaps = places.map((place, n) => ({ index: Number(place?.[2]), field: part && fieldOf(part, place![3]!), message: errors[n]!.message }));
  return part && gaps.every(({ field }) => field && !field.readOnly) ? { part, gaps: gaps as Gap[] } : undefined;
}

/** Asks for what parts of a record lack, each below what the part is called, and saves it. Sends `pw-saved`. */
@customElement('pw-lacking-parts')
export class PwLackingParts extends PwElement {
  @property({ attribute: false }) lack!: Lack;
  @property({ attribute: false }) items: RecordData[] = [];
  @property() intro = '';
  /** Where the parts are saved. */
  @property() address = '';
  @property() etag = '';
  @state() private problem: Problem | undefined;
  /** Whether gaps are marked, because somebody went on without filling them. */
  @state() private marked = false;
  private readonly given = new Map<Gap, unknown>();

  protected override render(): TemplateResult {
    return html`<form id="pw-lacking-form" novalidate @submit=${this.save}>
      <p class="muted" style="margin-bottom: 12px">${this.intro}</p>
      ${this.problem
        ? html`<div class="notice bad" role="alert" style="margin-bottom: 12px"><pw-icon name="circle-alert"></pw-icon><div class="grow">${this.problem.errors.map(({ message }) => message).join(' ') || problemText(this.problem)}</div></div>`
        : nothing}
      <div style="display: grid; gap: 16px">${this.lack.gaps.map((gap) => this.renderGap(gap))}</div>
    </form>`;
  }

  private renderGap(gap: Gap): TemplateResult {
    const item = this.items[gap.index]!;
    return html`<section aria-label=${titleOf(this.lack.part, item)}>
      <b style="overflow-wrap: anywhere">${titleOf(this.lack.part, item)}</b>
      <pw-field-editor
        required
        .field=${gap.field}
        .record=${item}
        .value=${this.given.get(gap)}
        .error=${this.problem?.of(`items[${gap.index}].${gap.field.name}`) ?? (this.marked && this.isOpen(gap) ? gap.message : '')}
        @pw-value=${({ detail }: CustomEvent) => {
          this.given.set(gap, detail);
          this.requestUpdate();
        }}
      ></pw-field-editor>
    </section>`;
  }

  private isOpen(gap: Gap): boolean {
    return this.given.get(gap) === undefined || this.given.get(gap) === null;
  }

  private body(): { items: Record<string, unknown>[] } {
    const given = (index: number): [string, unknown][] =>
      this.lack.gaps.filter((gap) => gap.index === index && this.given.has(gap)).map((gap) => [gap.field.name, sent(gap.field, this.given.get(gap))]);
    return { items: this.items.map(({ id }, index) => ({ id, ...Object.fromEntries(given(index)) })) };
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.marked = true;
    if (this.lack.gaps.some((gap) => this.isOpen(gap))) {
      return;
    }
    try {
      await call<Page>('PUT', this.address, this.body(), { etag: this.etag });
      this.dispatchEvent(new CustomEvent('pw-saved', { bubbles: true }));
    } catch (problem) {
      this.problem = problem instanceof Problem ? problem : new Problem(500, '', '', problemText(problem), []);
    }
  };
}

/** A dialog for what is lacking; whether it was saved. */
async function supply(type: RecordTypeDescriptor, id: string, verb: VerbDescriptor, lack: Lack, refusal: Problem): Promise<boolean> {
  const host = `${tenantApi(type.path)}/${id}`;
  const record = await api.get<RecordData>(host);
  const address = `${host}/${lack.part.path}`;
  const { items } = await api.get<Page>(address);
  const saved = await ask<boolean>({
    heading: t(verb.label),
    width: '560px',
    content: (close) => html`<pw-lacking-parts
      .lack=${lack}
      .items=${items}
      .intro=${refusal.title}
      .address=${address}
      .etag=${etagOf(record)}
      @pw-saved=${() => close(true)}
    ></pw-lacking-parts>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close()}>${t('core.cancel')}</button>
      <button type="submit" form="pw-lacking-form" class="button primary">${t(verb.label)}</button>`,
  });
  return saved === true;
}

/**
 * Does a verb. What parts of the record lack for it is asked for and saved, and it is done again, with the record's new
 * version; whoever does not fill it in is told what was refused.
 */
export async function withLackingParts(type: RecordTypeDescriptor, id: string, verb: VerbDescriptor, act: (etag?: string) => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (problem) {
    const lack = lackIn(type, problem);
    if (!lack || !(await supply(type, id, verb, lack, problem as Problem))) {
      throw problem;
    }
    await withLackingParts(type, id, verb, async () => act(etagOf(await api.get<RecordData>(`${tenantApi(type.path)}/${id}`))));
  }
}
