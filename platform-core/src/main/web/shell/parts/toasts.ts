import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { onNotice, PwElement, t, type Notice } from '@pipewright/ui';

interface Shown extends Notice {
  id: number;
}

const seconds = { plain: 5, success: 4, error: 12, undo: 8 };

/** Short messages at the bottom, also above dialogs, read out by screen readers. */
@customElement('pw-toasts')
export class PwToasts extends PwElement {
  @state() private shown: Shown[] = [];
  private last = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('popover', 'manual');
    this.setAttribute('role', 'status');
    this.setAttribute('aria-live', 'polite');
    onNotice((notice) => this.show(notice));
  }

  private show(notice: Notice): void {
    const id = ++this.last;
    this.shown = [...this.shown.slice(-2), { ...notice, id }];
    if (this.matches(':popover-open')) {
      this.hidePopover();
    }
    this.showPopover();
    setTimeout(() => this.drop(id), seconds[notice.undo ? 'undo' : notice.kind] * 1000);
  }

  private drop(id: number): void {
    this.shown = this.shown.filter((each) => each.id !== id);
    if (!this.shown.length && this.matches(':popover-open')) {
      this.hidePopover();
    }
  }

  protected override render(): TemplateResult {
    return html`${repeat(
      this.shown,
      ({ id }) => id,
      (notice) => html`<div class="toast ${notice.kind}">
        ${notice.kind === 'success' ? html`<pw-icon name="circle-check"></pw-icon>` : nothing}
        <span>${notice.text}</span>
        ${notice.undo ? html`<button type="button" @click=${() => this.undo(notice)}>${t('core.undo')}</button>` : nothing}
        <button type="button" aria-label=${t('core.close')} @click=${() => this.drop(notice.id)}>✕</button>
      </div>`,
    )}`;
  }

  private undo(notice: Shown): void {
    this.drop(notice.id);
    void notice.undo?.();
  }
}
