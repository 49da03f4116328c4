import { html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api, call, notify, Problem, PwPanel, t, tenantApi, type Page, type RecordData } from '@pipewright/ui';

/** Parts of a territory that are changed here as a whole and saved when somebody says so; until then nothing overwrites them. */
export abstract class PartsPanel<T> extends PwPanel {
  @state() protected entries: T[] | undefined;
  @state() protected failed = false;
  @state() protected refused = '';
  @state() protected changedHere = false;
  private shown = '';

  /** Path of the parts below that of the territory. */
  protected abstract readonly parts: string;
  /** What the keys of the texts begin with. */
  protected abstract readonly words: string;

  /** What the parts are to be shown as. */
  protected abstract entriesOf(items: RecordData[]): T[];

  /** What is to be sent of that. */
  protected abstract itemsOf(entries: T[]): object[];

  protected get editable(): boolean {
    return this.record.parts?.[this.parts] === 'edit';
  }

  private get path(): string {
    return tenantApi(`territories/${this.record.id}/${this.parts}`);
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
      this.entries = this.entriesOf((await api.get<Page>(this.path)).items);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private readonly save = async (): Promise<void> => {
    try {
      await call<Page>('PUT', this.path, { items: this.itemsOf(this.entries!) }, { etag: `"${this.record.version}"` });
      this.changedHere = false;
      this.refused = '';
      notify(t(`${this.words}.saved`));
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

  protected renderFailed(): TemplateResult {
    return html`<p role="alert">
      ${t(`${this.words}.failed`)} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button>
    </p>`;
  }

  protected renderSaving(): TemplateResult {
    return html`<button type="button" class="button primary small" @click=${this.save}>${t('core.save')}</button>
      <button type="button" class="button small" @click=${this.forget}>${t('core.cancel')}</button>`;
  }
}
