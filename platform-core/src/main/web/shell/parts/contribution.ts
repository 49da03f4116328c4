import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PwElement, t, type Contribution } from '@pipewright/ui';
import { loading } from './states.js';

/** The place of an element of a module: loads it, hands it its properties, shows a card where it fails. */
@customElement('pw-contribution')
export class PwContribution extends PwElement {
  @property({ attribute: false }) contribution!: Contribution;
  @property({ attribute: false }) properties: Record<string, unknown> = {};
  @state() private failed = false;
  private element: HTMLElement | undefined;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('contribution') && this.element?.localName !== this.contribution.tag) {
      this.element = undefined;
      this.failed = false;
      void this.load();
    }
    if (this.element) {
      Object.assign(this.element, this.properties);
    }
  }

  private async load(): Promise<void> {
    const { tag, module } = this.contribution;
    try {
      await import(/* @vite-ignore */ module);
      if (!customElements.get(tag)) {
        throw new Error(`${module} does not define ${tag}`);
      }
      const element = document.createElement(tag);
      Object.assign(element, this.properties);
      this.guard(element);
      this.element = element;
    } catch (failure) {
      console.error(failure);
      this.failed = true;
    }
    this.requestUpdate();
  }

  /** An element that throws while it draws becomes an error card. */
  private guard(element: HTMLElement): void {
    const drawn = element as HTMLElement & { performUpdate?: () => unknown };
    const perform = drawn.performUpdate?.bind(drawn);
    if (perform) {
      drawn.performUpdate = () => {
        try {
          return perform();
        } catch (failure) {
          console.error(failure);
          this.failed = true;
          return undefined;
        }
      };
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.failed) {
      return html`<div class="notice bad" role="alert">
        <pw-icon name="triangle-alert"></pw-icon>
        <div class="grow">${t('core.contribution-failed', { name: t(this.contribution.label) })}</div>
      </div>`;
    }
    return html`${this.element ?? loading(3)}`;
  }
}
