import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatList, PwPanel, t, tenantApi } from '@pipewright/ui';
import { renderTypes, type OfType } from './moves.js';

interface Difference {
  id: string;
  name: string;
  kind: 'NEW' | 'CHANGED' | 'DROPPED';
  fields: string[];
  changedMeanwhile: boolean;
}

interface Comparison {
  differences: Difference[];
  types: OfType[];
}

const badges = { NEW: 'good', CHANGED: 'info', DROPPED: 'warn' };

/** What a plan changes, and who would move if it were activated, or rolled back once it is active. */
@customElement('territories-comparison')
export class TerritoriesComparison extends PwPanel {
  @state() private comparison: Comparison | undefined;
  @state() private failed = false;
  private shown = '';

  override willUpdate(changed: PropertyValues<this>): void {
    const here = `${this.record.id} ${this.record.version}`;
    if (changed.has('record') && here !== this.shown) {
      this.shown = here;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    this.comparison = undefined;
    try {
      this.comparison = await api.get<Comparison>(tenantApi(`territory-plan-trees/${this.record.id}/comparison`));
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  protected override render(): TemplateResult {
    if (this.failed) {
      return html`<p role="alert">${t('territories.survey.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button></p>`;
    }
    return html`<div aria-live="polite">
      ${this.comparison ? this.renderComparison(this.comparison) : html`<p class="muted">${t('territories.survey.reading')}</p>`}
    </div>`;
  }

  private renderComparison({ differences, types }: Comparison): TemplateResult {
    return html`${differences.length
        ? html`<ul style="padding-inline-start: 0; list-style: none; display: grid; gap: 8px">
            ${differences.map((difference) => this.renderDifference(difference))}
          </ul>`
        : html`<p>${t('territories.plan.same')}</p>`}
      ${types.length
        ? html`<p>${t(this.record.status === 'ACTIVE' ? 'territories.plan.if-rolled-back' : 'territories.plan.if-activated')}</p>
            ${renderTypes(types)}`
        : nothing}`;
  }

  private renderDifference({ name, kind, fields, changedMeanwhile }: Difference): TemplateResult {
    const words = fields.map((field) => (field === 'rules' || field === 'members' ? t(`territories.plan.${field}`) : t(`territories.territory.${field}`)));
    return html`<li>
      <span class="badge ${badges[kind]}">${t(`territories.plan.kind.${kind}`)}</span> <b>${name}</b>
      ${words.length ? html`<span class="muted">${formatList(words)}</span>` : nothing}
      ${changedMeanwhile ? html`<span class="badge bad">${t('territories.plan.meanwhile')}</span>` : nothing}
    </li>`;
  }
}
