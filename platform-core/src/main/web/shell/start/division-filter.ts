import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/multi-select-combo-box';
import { PwElement, t, type FieldDescriptor } from '@pipewright/ui';
import { offerOf, type Option } from '../records/offer.js';
import { rememberTitle, titleFor } from '../records/titles.js';
import { NONE } from './divisions.js';

/** Chooses for which territories figures are told. Sends `pw-divisions` at each change. */
@customElement('pw-division-filter')
export class PwDivisionFilter extends PwElement {
  @property({ attribute: false }) field!: FieldDescriptor;
  @property({ attribute: false }) chosen: string[] = [];
  private offer: unknown;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('field') && !this.offer) {
      this.offer = offerOf(this.field.references ?? '', [{ value: NONE, label: this.labelOf(NONE) }]);
    }
  }

  protected override render(): TemplateResult {
    const options = this.chosen.map((value) => ({ value, label: this.labelOf(value) }));
    return html`<vaadin-multi-select-combo-box
      style="width: 100%"
      item-value-path="value"
      item-id-path="value"
      item-label-path="label"
      accessible-name=${t(this.field.label)}
      placeholder=${t('core.divisions.all', { field: t(this.field.label) })}
      .dataProvider=${this.offer}
      .selectedItems=${options}
      @selected-items-changed=${this.onChosen}
    ></vaadin-multi-select-combo-box>`;
  }

  private labelOf(id: string): string {
    return id === NONE ? t('core.divisions.none', { field: t(this.field.label) }) : titleFor(this.field.references ?? '', id, () => this.requestUpdate());
  }

  private readonly onChosen = ({ detail }: CustomEvent<{ value: Option[] }>): void => {
    detail.value.filter(({ value }) => value !== NONE).forEach(({ value, label }) => rememberTitle(value, label));
    const chosen = detail.value.map(({ value }) => value);
    if (chosen.join() !== this.chosen.join()) {
      this.dispatchEvent(new CustomEvent('pw-divisions', { detail: chosen }));
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pw-division-filter': PwDivisionFilter;
  }
}
