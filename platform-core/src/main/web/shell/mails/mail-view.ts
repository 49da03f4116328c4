import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PwElement, t, tenantApi } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';

/** A mail as its author set it; pictures are loaded from elsewhere only when the person asks for them. */
@customElement('pw-mail-view')
export class PwMailView extends PwElement {
  @property() messageId = '';
  @state() private there = false;
  @state() private pictures = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('messageId')) {
      this.pictures = false;
      void this.look();
    }
  }

  private get address(): string {
    return `${tenantApi('messages')}/${this.messageId}/page`;
  }

  /** Most mails are plain text and have no such page. */
  private async look(): Promise<void> {
    try {
      this.there = (await fetch(this.address, { headers: { Accept: 'text/html' } })).ok;
    } catch {
      this.there = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.there
      ? html`<div class="mail-view">
          ${this.pictures ? nothing : html`<p class="muted">${t('core.mail.pictures-held')} <button type="button" class="link" @click=${() => (this.pictures = true)}>${t('core.mail.pictures-show')}</button></p>`}
          <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="${this.address}${this.pictures ? '?pictures=true' : ''}" title=${t('core.mail.as-sent')}></iframe>
        </div>`
      : nothing;
  }
}

/** Shows a mail in a dialog. */
export async function showMail(messageId: string, subject: string): Promise<void> {
  await ask({ heading: subject, width: '860px', content: () => html`<pw-mail-view .messageId=${messageId}></pw-mail-view>` });
}
