import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  api,
  formatAgo,
  formatInstant,
  hasText,
  one,
  PwElement,
  query,
  t,
  tenantApi,
  tenantPage,
  workspace,
  type RecordTypeDescriptor,
  type Reference,
} from '@pipewright/ui';
import { commentMenu, type Comment } from '../activities/comments.js';
import { iconOf, statusText, type ActivityLine } from '../activities/model.js';
import { download, preview, type RecordFile } from '../files/file-list.js';
import { showMail } from '../mails/mail-view.js';
import { deliveryOf, mayWrite, writeMail } from '../mails/compose.js';
import { openingOf, type Opening } from '../mails/opening.js';
import { loading, problemText, reportProblem } from '../parts/states.js';
import { changeLine, type Change } from './changes.js';

interface Changes {
  by?: Reference | null;
  via?: string | null;
  action: string;
  changes?: Change[];
  /** To which part of the record it happened. */
  part?: { recordType: string; title: string } | null;
}

/** Another record of the story. */
interface Whose {
  recordType: string;
  id: string;
  title: string;
}

interface MailLine {
  id: string;
  subject?: string | null;
  sender?: string | null;
  senderName?: string | null;
  recipients?: string | null;
  direction?: string | null;
  delivery?: string | null;
  problem?: string | null;
  text?: string | null;
  markup: boolean;
  hidden: boolean;
  files: RecordFile[];
  opening?: Opening | null;
}

interface Entry {
  kind: string;
  at: string;
  of?: Whose | null;
  content: unknown;
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

/** What happened to a record and to what belongs to its story, latest first. */
@customElement('pw-timeline')
export class PwTimeline extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property() recordId = '';
  @property({ type: Number }) version = 0;
  @state() private entries: Entry[] | undefined;
  @state() private next: string | undefined;
  @state() private only = '';
  @state() private problem: unknown;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('recordId') || changed.has('version')) {
      void this.read();
    }
  }

  async read(after?: string): Promise<void> {
    try {
      const page = await api.get<{ items: Entry[]; next?: string }>(
        `${tenantApi(this.type.path)}/${this.recordId}/timeline${query({ limit: 30, after, only: this.only })}`,
      );
      this.entries = after ? [...(this.entries ?? []), ...page.items] : page.items;
      this.next = page.next ?? undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  private choose(only: string): void {
    this.only = only;
    void this.read();
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<p class="muted">${problemText(this.problem)}</p>`;
    }
    if (!this.entries) {
      return loading(4);
    }
    return html`${this.renderFilter()}
      ${this.entries.length
        ? html`<ol class="timeline">
            ${this.entries.map((entry) => this.renderEntry(entry))}
          </ol>`
        : html`<p class="muted">${t('core.timeline.empty')}</p>`}
      ${this.next ? html`<button type="button" class="button small" @click=${() => this.read(this.next)}>${t('core.show-more')}</button>` : nothing}`;
  }

  private renderFilter(): TemplateResult {
    const sorts = [['', 'core.timeline.all'], ...(this.type.activities ? [['activity', 'core.timeline.activity']] : []), ['comment', 'core.timeline.comment'], ['file', 'core.timeline.file'], ...(workspace.recordType('core.message') ? [['mail', 'core.timeline.mail']] : []), ['change', 'core.timeline.change']];
    return html`<div class="timeline-filter" role="group" aria-label=${t('core.filter')}>
          ${sorts.map(
            ([only, label]) =>
              html`<button type="button" class="button quiet small" aria-pressed=${this.only === only} @click=${() => this.choose(only!)}>${t(label!)}</button>`,
          )}
        </div>`;
  }

  private renderEntry(entry: Entry): TemplateResult {
    switch (entry.kind) {
      case 'activity':
        return this.renderActivity(entry, entry.content as ActivityLine);
      case 'comment':
        return this.renderComment(entry, entry.content as Comment);
      case 'mail':
        return this.renderMail(entry, entry.content as MailLine);
      case 'file':
        return this.renderFile(entry, entry.content as RecordFile);
      default:
        return this.renderChanges(entry, entry.content as Changes);
    }
  }

  private renderWhose({ of }: Entry): TemplateResult | typeof nothing {
    const type = of && workspace.recordType(of.recordType);
    return type ? html` <a href=${tenantPage(`${type.path}/${of.id}`)}>${t('core.timeline.on', { name: of.title })}</a>` : nothing;
  }

  private renderActivity({ at }: Entry, line: ActivityLine): TemplateResult {
    const text = line.result ?? line.description;
    return html`<li>
      <span class="dot"><pw-icon name=${iconOf(line.form)}></pw-icon></span>
      <div>
        <b>${line.owner?.title ?? t('core.system')}</b> · ${line.kind}, ${statusText(line.status)}: <a href=${tenantPage(`activities/${line.id}`)}>${line.subject}</a>
        ${text ? html`<p class="text">${text}</p>` : nothing}
        <div><time datetime=${at} title=${formatInstant(at)}>${formatAgo(at)}</time></div>
      </div>
    </li>`;
  }

  private renderComment(entry: Entry, comment: Comment): TemplateResult {
    const type = (entry.of && workspace.recordType(entry.of.recordType)) ?? this.type;
    const address = `${tenantApi(type.path)}/${entry.of?.id ?? this.recordId}/comments`;
    const changed = (): void => {
      this.dispatchEvent(new CustomEvent('pw-comments-changed', { bubbles: true }));
    };
    return html`<li>
      <span class="dot"><pw-icon name="message-square"></pw-icon></span>
      <div class="with-menu">
        <div>
          <b>${comment.author?.title ?? t('core.system')}</b>${this.renderWhose(entry)}${comment.editedAt ? html` <span class="muted">${t('core.comment.edited')}</span>` : nothing}
          <p class="text">${comment.text}</p>
          <div><time datetime=${entry.at} title=${formatInstant(entry.at)}>${formatAgo(entry.at)}</time></div>
        </div>
        ${commentMenu(address, comment, changed)}
      </div>
    </li>`;
  }

  private renderMail(entry: Entry, mail: MailLine): TemplateResult {
    const when = html`<div><time datetime=${entry.at} title=${formatInstant(entry.at)}>${formatAgo(entry.at)}</time></div>`;
    if (mail.hidden) {
      return html`<li>
        <span class="dot"><pw-icon name="mail"></pw-icon></span>
        <div><span class="muted">${t('core.mail.private')}</span>${this.renderWhose(entry)}${when}</div>
      </li>`;
    }
    const address = (file: RecordFile): string => `${tenantApi('messages')}/${mail.id}/files/${file.id}`;
    const open = (file: RecordFile): Promise<void> => (file.preview ? preview(address(file), file) : download(address(file)));
    return html`<li>
      <span class="dot"><pw-icon name=${mail.direction === 'OUTBOUND' ? 'send' : 'mail'}></pw-icon></span>
      <div>
        <b>${mail.senderName || mail.sender || t('core.system')}</b> → ${mail.recipients ?? ''}${this.renderWhose(entry)}:
        <a href=${tenantPage(`messages/${mail.id}`)}>${mail.subject}</a> ${deliveryOf(mail)}
        ${mail.opening ? openingOf(mail.opening) : nothing}
        ${mail.text ? html`<p class="text">${mail.text}</p>` : nothing}
        <div class="mail-files">
          ${mayWrite() && this.type.activities ? html`<button type="button" class="link" @click=${() => void this.answer(entry, mail)}>${t('core.mail.answer')}</button>` : nothing}
          ${mail.markup ? html`<button type="button" class="link" @click=${() => void showMail(mail.id, mail.subject ?? '').catch(reportProblem)}>${t('core.mail.as-sent')}</button>` : nothing}
          ${mail.files.map((file) => html`<button type="button" class="link" @click=${() => void open(file).catch(reportProblem)}><pw-icon name="file"></pw-icon> ${file.name}</button>`)}
        </div>
        ${when}
      </div>
    </li>`;
  }

  private async answer({ of }: Entry, mail: MailLine): Promise<void> {
    const type = (of && workspace.recordType(of.recordType)) ?? this.type;
    if (await writeMail(`${tenantApi(type.path)}/${of?.id ?? this.recordId}`, { answers: mail.id })) {
      void this.read();
    }
  }

  private renderFile(entry: Entry, file: RecordFile): TemplateResult {
    const type = (entry.of && workspace.recordType(entry.of.recordType)) ?? this.type;
    const address = `${tenantApi(type.path)}/${entry.of?.id ?? this.recordId}/files/${file.id}`;
    const open = (): Promise<void> => (file.preview ? preview(address, file) : download(address));
    const what = file.version > 1 ? t('core.timeline.file-renewed', { number: file.version }) : t('core.timeline.file-added');
    return html`<li>
      <span class="dot"><pw-icon name="file"></pw-icon></span>
      <div>
        <b>${file.author?.title ?? t('core.system')}</b> · ${what}: <button type="button" class="link" @click=${() => void open().catch(reportProblem)}>${file.name}</button>${this.renderWhose(entry)}
        <div><time datetime=${entry.at} title=${formatInstant(entry.at)}>${formatAgo(entry.at)}</time></div>
      </div>
    </li>`;
  }

  private renderChanges(entry: Entry, { by, via, action, changes, part }: Changes): TemplateResult {
    const type = workspace.recordType(part?.recordType ?? entry.of?.recordType ?? '') ?? this.type;
    const verb = type.verbs?.find(({ name }) => name === action);
    const key = `core.history.${action}`;
    const known = [key, action].find(hasText);
    const what = verb ? t(verb.label) : known ? t(known) : action;
    const through = via && hasText(`core.via.${via.toLowerCase()}`) ? t(`core.via.${via.toLowerCase()}`) : '';
    return html`<li>
      <span class="dot"><pw-icon name=${verb ? 'zap' : (icons[action] ?? 'circle')}></pw-icon></span>
      <div>
        <b>${by?.title ?? t('core.system')}</b> · ${what}${part ? html` · ${one(type.label)} ${part.title}` : nothing}${this.renderWhose(entry)}${through ? html` <span class="muted">${through}</span>` : nothing}
        <div><time datetime=${entry.at} title=${formatInstant(entry.at)}>${formatAgo(entry.at)}</time></div>
        ${changes?.length && !['create', 'created'].includes(action)
          ? html`<ul class="changes">
              ${changes.map((change) => changeLine(type, change, () => this.requestUpdate()))}
            </ul>`
          : nothing}
      </div>
    </li>`;
  }
}
