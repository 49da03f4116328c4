import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  api,
  formatAgo,
  formatInstant,
  formatValue,
  hasText,
  one,
  PwElement,
  query,
  t,
  tenantApi,
  workspace,
  type RecordTypeDescriptor,
  type Reference,
} from '@pipewright/ui';
import { loading, problemText } from '../parts/states.js';
import { fieldOf } from './values.js';

interface Change {
  field: string;
  old: unknown;
  new: unknown;
}

interface Entry {
  at: string;
  by?: Reference | null;
  via?: string | null;
  action: string;
  changes?: Change[];
  /** To which part of the record it happened. */
  part?: { recordType: string; title: string } | null;
}

const icons: Record<string, string> = {
  create: 'plus',
  created: 'plus',
  edit: 'pencil',
  update: 'pencil',
  updated: 'pencil',
  delete: 'trash-2',
  deleted: 'trash-2',
  restore: 'undo-2',
  restored: 'undo-2',
  assign: 'user-check',
  import: 'upload',
  share: 'share-2',
  unshare: 'share-2',
};

/** What happened to a record, newest first. */
@customElement('pw-timeline')
export class PwTimeline extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property() recordId = '';
  @property({ type: Number }) version = 0;
  @state() private entries: Entry[] | undefined;
  @state() private next: string | undefined;
  @state() private problem: unknown;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('recordId') || changed.has('version')) {
      void this.read();
    }
  }

  private async read(after?: string): Promise<void> {
    try {
      const page = await api.get<{ items: Entry[]; next?: string }>(
        `${tenantApi(this.type.path)}/${this.recordId}/history${query({ limit: 30, after })}`,
      );
      this.entries = after ? [...(this.entries ?? []), ...page.items] : page.items;
      this.next = page.next ?? undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<p class="muted">${problemText(this.problem)}</p>`;
    }
    if (!this.entries) {
      return loading(4);
    }
    if (!this.entries.length) {
      return html`<p class="muted">${t('core.timeline.empty')}</p>`;
    }
    return html`<ol class="timeline">
        ${this.entries.map((entry) => this.renderEntry(entry))}
      </ol>
      ${this.next ? html`<button type="button" class="button small" @click=${() => this.read(this.next)}>${t('core.show-more')}</button>` : nothing}`;
  }

  private renderEntry({ at, by, via, action, changes, part }: Entry): TemplateResult {
    const type = (part && workspace.recordType(part.recordType)) || this.type;
    const verb = type.verbs?.find(({ name }) => name === action);
    const key = `core.history.${action}`;
    const what = verb ? t(verb.label) : hasText(key) ? t(key) : action;
    const through = via && hasText(`core.via.${via.toLowerCase()}`) ? t(`core.via.${via.toLowerCase()}`) : '';
    return html`<li>
      <span class="dot"><pw-icon name=${verb ? 'zap' : (icons[action] ?? 'circle')}></pw-icon></span>
      <div>
        <b>${by?.title ?? t('core.system')}</b> · ${what}${part ? html` · ${one(type.label)} ${part.title}` : nothing}${through ? html` <span class="muted">${through}</span>` : nothing}
        <div><time datetime=${at} title=${formatInstant(at)}>${formatAgo(at)}</time></div>
        ${changes?.length && !['create', 'created'].includes(action)
          ? html`<ul class="changes">
              ${changes.map((change) => this.renderChange(type, change))}
            </ul>`
          : nothing}
      </div>
    </li>`;
  }

  private renderChange(type: RecordTypeDescriptor, { field: name, old, new: now }: Change): TemplateResult {
    const field = fieldOf(type, name);
    const text = (value: unknown): string => formatValue(field ?? { name, label: name, kind: 'text' }, value);
    const before = text(old);
    const after = text(now);
    return html`<li>
      <span>${field ? t(field.label) : hasText(`core.change.${name}`) ? t(`core.change.${name}`) : name}:</span> ${before ? html`<s>${before}</s> → ` : nothing}${after || html`<span>${t('core.empty-value')}</span>`}
    </li>`;
  }
}
