import { html, nothing, render, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { PwElement, t } from '@pipewright/ui';
import { innermostFirst } from './escape.js';
import './icon.js';

/** A modal dialog; it is open as long as it is in the page. Escape and the cross send `pw-close`. */
@customElement('pw-dialog')
export class PwDialog extends PwElement {
  @property() heading = '';
  @property() width = '520px';
  @property() look = '';
  @property({ attribute: false }) content: unknown;
  @property({ attribute: false }) footer: unknown = nothing;
  @query('dialog') private dialog!: HTMLDialogElement;
  private readonly cameFrom = document.activeElement as HTMLElement | null;

  protected override firstUpdated(): void {
    this.dialog.addEventListener('keydown', innermostFirst as EventListenerObject, true);
    this.dialog.showModal();
    requestAnimationFrame(() => requestAnimationFrame(() => this.focusFirst()));
  }

  /** Content draws itself later than the dialog opens, so the first input is looked for then. */
  private focusFirst(): void {
    const place = this.dialog.querySelector('.content') ?? this.dialog;
    const inside = place.contains(document.activeElement) && document.activeElement !== this.dialog;
    const chosen = this.dialog.querySelector<HTMLElement>('[autofocus]') ?? place.querySelector<HTMLElement>('input, textarea, select');
    if (!inside) {
      chosen?.focus();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cameFrom?.focus?.();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      class="dialog ${this.look}"
      style="--width: ${this.width}"
      aria-label=${this.heading}
      @cancel=${this.onCancel}
      @keydown=${this.onKey}
    >
      ${this.look === 'palette'
        ? this.content
        : html`<header>
              <h2>${this.heading}</h2>
              <button type="button" class="button quiet icon" aria-label=${t('core.close')} @click=${this.close}>
                <pw-icon name="x"></pw-icon>
              </button>
            </header>
            <div class="content">${this.content}</div>
            ${this.footer === nothing ? nothing : html`<footer>${this.footer}</footer>`}`}
    </dialog>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('pw-close'));
  };

  private onCancel(event: Event): void {
    event.preventDefault();
    if (event.target === this.dialog) {
      this.close();
    }
  }

  private onKey(event: KeyboardEvent): void {
    event.stopPropagation();
  }
}

/** Opens a dialog outside every page; `content` gets what closes it. Returns what it was closed with. */
export function ask<T>(options: {
  heading: string;
  width?: string;
  content: (close: (answer?: T) => void) => unknown;
  footer?: (close: (answer?: T) => void) => unknown;
  /** Whether the cross and Escape may close it now. */
  mayClose?: () => Promise<boolean>;
}): Promise<T | undefined> {
  return new Promise((resolve) => {
    const host = document.createElement('div');
    document.body.append(host);
    const close = (answer?: T): void => {
      render(nothing, host);
      host.remove();
      resolve(answer);
    };
    render(
      html`<pw-dialog
        .heading=${options.heading}
        .width=${options.width ?? '520px'}
        .content=${options.content(close)}
        .footer=${options.footer?.(close) ?? nothing}
        @pw-close=${async () => ((await options.mayClose?.()) ?? true) && close()}
      ></pw-dialog>`,
      host,
    );
  });
}

/** Asks to confirm; true only when the person says so. */
export async function confirm(options: { heading: string; text: unknown; action: string; danger?: boolean }): Promise<boolean> {
  const answer = await ask<boolean>({
    heading: options.heading,
    content: () => html`<p>${options.text}</p>`,
    footer: (close) => html`
      <button type="button" class="button" @click=${() => close(false)}>${t('core.cancel')}</button>
      <button type="button" autofocus class="button primary ${options.danger ? 'danger' : ''}" @click=${() => close(true)}>
        ${options.action}
      </button>
    `,
  });
  return answer ?? false;
}
