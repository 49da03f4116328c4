import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatAgo, formatInstant, PwElement, t, tenantApi, tenantPage, workspace } from '@pipewright/ui';
import '../parts/popup.js';
import type { PwPopup } from '../parts/popup.js';
import { reportProblem } from '../parts/states.js';

interface Notice {
  id: string;
  kind: string;
  recordType: string;
  recordId: string;
  title?: string | null;
  at: string;
  read: boolean;
}

interface Notices {
  items: Notice[];
  unread: number;
}

/** Where what a notice is about can be had. */
interface Subject {
  href: string;
  file: boolean;
}

const seconds = 15;

function subjectOf({ kind, recordType, recordId }: Notice): Subject | undefined {
  if (kind === 'file-ready') {
    return { href: tenantApi(`jobs/${recordId}/file`), file: true };
  }
  const type = workspace.recordType(recordType);
  return type && { href: tenantPage(`${type.path}/${recordId}`), file: false };
}

/** The bell: what the person was told, and how much of it is new. */
@customElement('pw-bell')
export class PwBell extends PwElement {
  @state() private notices: Notices = { items: [], unread: 0 };
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
    this.timer = window.setInterval(() => !document.hidden && void this.read(), seconds * 1000);
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  private async read(): Promise<void> {
    try {
      this.notices = await api.get<Notices>(tenantApi('notices?limit=10'), { byItself: true, anonymous: true });
      await this.updateComplete;
      this.querySelector<PwPopup>('pw-popup')?.requestUpdate();
    } catch {
      // The next look comes soon; a bell that cannot be asked is no news.
    }
  }

  private async mark(address: string): Promise<void> {
    try {
      await api.post(tenantApi(address));
      await this.read();
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult {
    const { unread } = this.notices;
    return html`<pw-popup
      kind="panel"
      look="button quiet icon bell"
      panelClass="notices"
      label=${t('core.notices.unread', { count: unread })}
      .button=${html`<pw-icon name="bell"></pw-icon>${unread ? html`<span class="count" aria-hidden="true">${unread > 99 ? '99+' : unread}</span>` : nothing}`}
      .content=${this.renderList}
    ></pw-popup>`;
  }

  private readonly renderList = (close: () => void): TemplateResult => html`<div class="notices-head">
      <h2>${t('core.notices')}</h2>
      ${this.notices.unread ? html`<button type="button" class="link" @click=${() => void this.mark('notices/read')}>${t('core.notices.read-all')}</button>` : nothing}
    </div>
    ${this.notices.items.length ? html`<ul>${this.notices.items.map((notice) => this.renderNotice(notice, close))}</ul>` : html`<p class="muted">${t('core.notices.none')}</p>`}`;

  private renderNotice(notice: Notice, close: () => void): TemplateResult {
    const { id, kind, title, at, read } = notice;
    const text = title ? t(kind.includes('.') ? kind : `core.notice.${kind}`, { title }) : t('core.notice.gone');
    const open = (): void => {
      close();
      if (!read) {
        void this.mark(`notices/${id}/read`);
      }
    };
    return html`<li class=${read ? '' : 'unread'}>
      ${this.renderSubject(text, title ? subjectOf(notice) : undefined, open)}
      <time datetime=${at} title=${formatInstant(at)}>${formatAgo(at)}</time>
    </li>`;
  }

  private renderSubject(text: string, at: Subject | undefined, open: () => void): TemplateResult {
    return at ? html`<a href=${at.href} ?download=${at.file} @click=${open}>${text}</a>` : html`<span>${text}</span>`;
  }
}
