import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatAgo, formatInstant, PwElement, t, tenantApi, workspace, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';
import '../parts/popup.js';
import { ask } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';

/** A comment on a record. */
export interface Comment {
  id: string;
  text: string;
  author?: Reference | null;
  at: string;
  editedAt?: string | null;
  pinned: boolean;
  mine: boolean;
}

/** Where a comment is written, and those that are pinned. */
@customElement('pw-comments')
export class PwComments extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property() recordId = '';
  @state() private pinned: Comment[] = [];
  @state() private text = '';

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('recordId')) {
      void this.read();
    }
  }

  private get address(): string {
    return `${tenantApi(this.type.path)}/${this.recordId}/comments`;
  }

  async read(): Promise<void> {
    try {
      const { items } = await api.get<{ items: Comment[] }>(this.address);
      this.pinned = items.filter(({ pinned }) => pinned);
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async write(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.text.trim()) {
      return;
    }
    try {
      await api.post(this.address, { text: this.text });
      this.text = '';
      this.dispatchEvent(new CustomEvent('pw-comments-changed', { bubbles: true }));
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult {
    return html`${workspace.can('core.comment')
      ? html`<form class="comment-form" @submit=${(event: Event) => void this.write(event)}>
          <textarea
            class="input"
            rows="2"
            maxlength="10000"
            aria-label=${t('core.comment.placeholder')}
            placeholder=${t('core.comment.placeholder')}
            .value=${this.text}
            @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
            @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && void this.write(event)}
          ></textarea>
          <button class="button small" ?disabled=${!this.text.trim()}>${t('core.comment.write')}</button>
        </form>`
      : nothing}
    ${this.pinned.map(
      (comment) => html`<div class="comment-pinned"><pw-icon name="star"></pw-icon><div><b>${comment.author?.title ?? ''}</b> <span class="muted">${t('core.comment.pinned')}</span><p class="text">${comment.text}</p></div></div>`,
    )}`;
  }
}

/** What can be done with a comment at the address of its record's comments. */
export function commentMenu(address: string, comment: Comment, changed: () => void): TemplateResult | typeof nothing {
  const mayWrite = workspace.can('core.comment');
  const mayLook = !!comment.editedAt && workspace.can('core.audit');
  if (!mayWrite && !mayLook) {
    return nothing;
  }
  const change = async (values: Record<string, unknown>): Promise<void> => {
    await api.patch(`${address}/${comment.id}`, values);
    changed();
  };
  const item = (label: string, icon: string, act: () => Promise<unknown>): TemplateResult =>
    html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void act().catch(reportProblem)}><pw-icon name=${icon}></pw-icon>${t(label)}</button>`;
  const field = { name: 'text', label: 'core.comment.text', kind: 'multiline' as const, required: true, max: 10_000 };
  const edit = (): Promise<unknown> =>
    askFields(t('core.comment.edit'), [field], t('core.save'), (values) => change({ text: values.text ?? '' }), { values: { text: comment.text } });
  const remove = async (): Promise<void> => {
    await api.delete(`${address}/${comment.id}`);
    changed();
  };
  return html`<pw-popup
    look="button quiet small icon"
    label=${t('core.more-actions')}
    .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
    .content=${() => html`${mayWrite ? item(comment.pinned ? 'core.comment.unpin' : 'core.comment.pin', 'star', () => change({ pinned: !comment.pinned })) : nothing}
    ${comment.mine ? html`${item('core.comment.edit', 'pencil', edit)}${item('core.delete', 'trash-2', remove)}` : nothing}
    ${mayLook ? item('core.comment.former', 'history', () => showFormer(address, comment)) : nothing}`}
  ></pw-popup>`;
}

async function showFormer(address: string, { id }: Comment): Promise<void> {
  const { items } = await api.get<{ items: { text: string; until: string }[] }>(`${address}/${id}/former`);
  await ask({
    heading: t('core.comment.former'),
    content: () => items.map(({ text, until }) => html`<p class="text">${text}</p><p class="muted"><time datetime=${until} title=${formatInstant(until)}>${formatAgo(until)}</time></p>`),
  });
}
