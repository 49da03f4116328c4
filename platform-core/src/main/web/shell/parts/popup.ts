import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { PwElement } from '@pipewright/ui';
import { innermostFirst } from './escape.js';
import './icon.js';

/** A button that opens a menu or a small panel beside it. The panel's content is drawn only while it is open. */
@customElement('pw-popup')
export class PwPopup extends PwElement {
  @property({ attribute: false }) button: unknown;
  @property({ attribute: false }) content: (close: () => void) => unknown = () => nothing;
  /** What has to be known before the content is drawn. */
  @property({ attribute: false }) prepare: () => Promise<unknown> = () => Promise.resolve();
  @property() label = '';
  @property() look = 'button';
  /** `menu` moves the focus with the arrow keys, `panel` leaves it alone. */
  @property() kind: 'menu' | 'panel' = 'menu';
  @property() panelClass = '';
  @state() private open = false;
  @query('.popup') private popup!: HTMLElement;
  @query('button') private opener!: HTMLButtonElement;

  close = (): void => {
    if (this.open) {
      this.popup.hidePopover();
      this.opener.focus();
    }
  };

  show(): void {
    if (!this.open) {
      void this.toggle();
    }
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class=${this.look}
        aria-label=${this.label || nothing}
        title=${this.label || nothing}
        aria-haspopup=${this.kind === 'menu' ? 'menu' : 'dialog'}
        aria-expanded=${this.open}
        @click=${this.toggle}
        @keydown=${this.onOpenerKey}
      >
        ${this.button}
      </button>
      <div
        popover
        class="popup ${this.panelClass}"
        role=${this.kind === 'menu' ? 'menu' : 'dialog'}
        aria-label=${this.label || nothing}
        tabindex=${this.kind === 'menu' ? 0 : nothing}
        @toggle=${this.onToggle}
        @keydown=${this.onKey}
        ${ref(this.watchEscape)}
        @click=${this.onClick}
      >
        ${this.open ? this.content(this.close) : nothing}
      </div>`;
  }

  private readonly watchEscape = (popup?: Element): void => popup?.addEventListener('keydown', innermostFirst as EventListenerObject, true);

  private readonly toggle = async (): Promise<void> => {
    if (this.open) {
      this.popup.hidePopover();
      return;
    }
    await this.prepare();
    if (this.open) {
      return;
    }
    this.open = true;
    await this.updateComplete;
    this.popup.showPopover();
    await new Promise(requestAnimationFrame);
    this.place();
    if (this.kind === 'menu') {
      this.items()[0]?.focus();
    } else {
      this.popup.querySelector<HTMLElement>('[autofocus], input, select, button')?.focus();
    }
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.place);
  }

  /** Beside the button, also after the window was made narrower or a phone turned. */
  private readonly place = (): void => {
    const from = this.opener.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.popup;
    const left = Math.max(8, Math.min(from.left, innerWidth - width - 8));
    const below = from.bottom + 6;
    const fits = below + height <= innerHeight - 8 || from.top < height + 12;
    this.popup.style.left = `${left}px`;
    this.popup.style.top = `${Math.max(8, fits ? Math.min(below, innerHeight - height - 8) : from.top - height - 6)}px`;
  };

  private onToggle(event: ToggleEvent): void {
    this.open = event.newState === 'open';
    if (this.open) {
      addEventListener('resize', this.place);
    } else {
      removeEventListener('resize', this.place);
    }
  }

  private items(): HTMLElement[] {
    return [...this.popup.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([disabled])')];
  }

  private onOpenerKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && !this.open) {
      event.preventDefault();
      void this.toggle();
    }
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      this.close();
    }
    if (this.kind !== 'menu') {
      return;
    }
    const items = this.items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      items.at(next % items.length)?.focus();
    } else if (event.key === 'Tab') {
      this.close();
    }
  }

  private onClick(event: Event): void {
    const item = (event.target as HTMLElement).closest('[role^="menuitem"]');
    if (item && !item.hasAttribute('data-stay')) {
      this.popup.hidePopover();
    }
  }
}
