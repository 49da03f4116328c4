import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, notify, router, t, tenantApi, tenantPage, workspace, type RecordData } from '@pipewright/ui';
import { PartsPanel } from './parts-panel.js';
import { draftOf, type Draft } from './rule-list.js';

/** Where the rules of a territory are built, at once or in a plan that counts later. */
@customElement('territories-rules')
export class TerritoriesRules extends PartsPanel<Draft> {
  protected readonly parts = 'territory-rules';
  protected readonly words = 'territories.rules';

  private get mayPlan(): boolean {
    return this.record.active === true && workspace.recordType('territories.territory-plan')?.actions.create === true;
  }

  protected override entriesOf(items: RecordData[]): Draft[] {
    return items.map(({ id, recordType, criteria, broken }) => draftOf(String(recordType), String(criteria), id, broken === true));
  }

  protected override itemsOf(drafts: Draft[]): object[] {
    return drafts.map(({ id, recordType, text }) => ({ ...(id ? { id } : {}), recordType, criteria: text }));
  }

  private readonly take = ({ detail }: CustomEvent<Draft[]>): void => {
    this.entries = detail;
    this.changedHere = true;
  };

  private readonly plan = async (): Promise<void> => {
    try {
      const name = t('territories.plan.of', { name: String(this.record.name) }).slice(0, 100);
      const { id } = await api.post<{ id: string }>(tenantApi('territory-plans'), { name });
      await router.navigate(tenantPage(`territory-plans/${id}`));
    } catch {
      notify(t('territories.pin.failed'));
    }
  };

  protected override render(): TemplateResult {
    if (this.failed) {
      return this.renderFailed();
    }
    return html`${this.entries
        ? html`<territories-rule-list .rules=${this.entries} ?editable=${this.editable} @territories-rules=${this.take}></territories-rule-list>`
        : nothing}
      ${this.refused ? html`<p role="alert">${this.refused}</p>` : nothing}
      <div class="buttons" style="margin-block-start: 8px">
        ${this.editable && this.changedHere
          ? this.renderSaving()
          : nothing}
        ${this.mayPlan && !this.changedHere ? html`<button type="button" class="button small" @click=${this.plan}>${t('territories.plan.instead')}</button>` : nothing}
      </div>`;
  }
}
