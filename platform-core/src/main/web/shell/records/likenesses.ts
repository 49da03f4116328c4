import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatList, Problem, PwElement, t, tenantPage, workspace, type RecordTypeDescriptor } from '@pipewright/ui';

/** A record that may be the same as the one that is written; without an id it is one the person may not see. */
export interface Likeness {
  id?: string;
  title?: string;
  score?: number;
  reasons?: string[];
  team?: string;
}

export const reasonTexts = (reasons: string[]): string => formatList(reasons.map((reason) => t(`core.duplicates.reason.${reason}`)));

/** What a record was refused for that may be a duplicate, with a way to write it all the same for whoever may decide that; else undefined (S-DUP-02). */
export function refusedTwins(problem: unknown, anyway: () => void): TemplateResult | undefined {
  const type = problem instanceof Problem && problem.slug === 'likely-duplicate' ? workspace.recordType(String(problem.body.recordType)) : undefined;
  return (
    type &&
    html`<pw-likenesses .type=${type} .items=${(problem as Problem).body.candidates as Likeness[]}></pw-likenesses>
      ${workspace.can('core.duplicates')
        ? html`<button type="button" class="button small" style="margin-bottom: 14px" @click=${anyway}>${t('core.duplicates.anyway')}</button>`
        : nothing}`
  );
}

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
