import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatList, PwElement, t, tenantPage, type RecordTypeDescriptor } from '@pipewright/ui';

/** A record that may be the same as the one that is written; without an id it is one the person may not see. */
export interface Likeness {
  id?: string;
  title?: string;
  score?: number;
  reasons?: string[];
  team?: string;
}

export const reasonTexts = (reasons: string[]): string => formatList(reasons.map((reason) => t(`core.duplicates.reason.${reason}`)));

/** Records that may be the one that is being written. */
@customElement('pw-likenesses')
export class PwLikenesses extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) items: Likeness[] = [];

  protected override render(): TemplateResult | typeof nothing {
    if (!this.items.length) {
      return nothing;
    }
    return html`<div class="notice warn likenesses">
      <pw-icon name="copy"></pw-icon>
      <div class="grow">
        <b>${t('core.duplicates.similar')}</b>
        <ul>
          ${this.items.map((item) => html`<li>${this.renderItem(item)}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  private renderItem({ id, title, score, reasons, team }: Likeness): TemplateResult | string {
    if (!id) {
      return team ? t('core.duplicates.hidden', { team }) : t('core.duplicates.hidden.nobody');
    }
    return html`<a href=${tenantPage(`${this.type.path}/${id}`)} target="_blank" rel="noopener">${title || t('core.untitled')}</a>
      <span class="muted">${reasonTexts(reasons ?? [])} · ${t('core.duplicates.score', { score: score ?? 0 })}</span>`;
  }
}
