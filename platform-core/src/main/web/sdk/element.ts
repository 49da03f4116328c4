import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordData, RecordTypeDescriptor } from './model.js';
import { workspace } from './workspace.js';

/** An element that is drawn again when person, tenant or language are new. Draws into the page, not a shadow root. */
export class PwElement extends LitElement {
  readonly #draw = (): void => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    workspace.addEventListener('change', this.#draw);
  }

  override disconnectedCallback(): void {
    workspace.removeEventListener('change', this.#draw);
    super.disconnectedCallback();
  }
}

/** A page of a module; the shell sets the rest of the address. */
export class PwPage extends PwElement {
  @property({ attribute: false }) rest = '';
}

/** A panel on a record page; the shell sets record and type and again after each change. */
export class PwPanel extends PwElement {
  @property({ attribute: false }) record!: RecordData;
  @property({ attribute: false }) recordType!: RecordTypeDescriptor;

  /** Tells the shell that the record was changed on the server. */
  protected changed(): void {
    this.dispatchEvent(new CustomEvent('pw-record-changed', { bubbles: true, composed: true }));
  }
}

/**
 * A widget of the start page; may render into a shadow root by overriding createRenderRoot. The shell sets the filter, and
 * again when somebody chooses other territories.
 */
export class PwWidget extends PwElement {
  /** Criteria of those records of its subject that it is to tell of, to be joined with its own by `allOf`; empty for all. */
  @property() filter = '';
}
