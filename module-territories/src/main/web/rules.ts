import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, call, notify, Problem, PwPanel, router, t, tenantApi, tenantPage, workspace, type Page } from '@pipewright/ui';
import { draftOf, type Draft } from './rule-list.js';

/** Where the rules of a territory are built, at once or in a plan that counts later. */
@customElement('territories-rules')
export class TerritoriesRules extends PwPanel {
  @state() private drafts: Draft[] | undefined;
  @state() private failed = false;
  @state() private refused = '';
  @state() private changedHere = false;
  private shown = '';

  private get path(): string {
    return tenantApi(`territories/${this.record.id}/territory-rules`);
  }

  private get editable(): boolean {
    return this.record.parts?.['territory-rules'] === 'edit';
  }

  private get mayPlan(): boolean {
    return this.record.active === true && workspace.recordType('territories.territory-plan')?.actions.create === true;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const here = `${this.record.id} ${this.record.version}`;
    if (changed.has('record') && here !== this.shown && !this.changedHere) {
      this.shown = here;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      const { items } = await api.get<Page>(this.path);
      this.drafts = items.map(({ id, recordType, criteria, broken }) => draftOf(String(recordType), String(criteria), id, broken === true));
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private readonly take = ({ detail }: CustomEvent<Draft[]>): void => {
    this.drafts = detail;
    this.changedHere = true;
  };

  private readonly save = async (): Promise<void> => {
    try {
      const items = this.drafts!.map(({ id, recordType, text }) => ({ ...(id ? { id } : {}), recordType, criteria: text }));
      await call<Page>('PUT', this.path, { items }, { etag: `"${this.record.version}"` });
      this.changedHere = false;
      this.refused = '';
      notify(t('territories.rules.saved'));
      this.changed();
    } catch (problem) {
      this.refused = problem instanceof Problem ? (problem.errors[0]?.message ?? problem.message) : t('territories.pin.failed');
    }
  };

  private readonly forget = (): void => {
    this.changedHere = false;
    this.refused = '';
    void this.read();
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
      return html`<p role="alert">
        ${t('territories.rules.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button>
      </p>`;
    }
    return html`${this.drafts
        ? html`<territories-rule-list .rules=${this.drafts} ?editable=${this.editable} @territories-rules=${this.take}></territories-rule-list>`
        : nothing}
      ${this.refused ? html`<p role="alert">${this.refused}</p>` : nothing}
      <div class="buttons" style="margin-block-start: 8px">
        ${this.editable && this.changedHere
          ? html`<button type="button" class="button primary small" @click=${this.save}>${t('core.save')}</button>
              <button type="button" class="button small" @click=${this.forget}>${t('core.cancel')}</button>`
          : nothing}
        ${this.mayPlan && !this.changedHere ? html`<button type="button" class="button small" @click=${this.plan}>${t('territories.plan.instead')}</button>` : nothing}
      </div>`;
  }
}
