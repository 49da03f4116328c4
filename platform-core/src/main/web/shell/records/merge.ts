import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, isPoints, many, notify, PwElement, router, t, tenantApi, tenantPage, type FieldDescriptor, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { problemText } from '../parts/states.js';
import { cellOf, ownFields, titleOf } from './values.js';

const text = (value: unknown): string => JSON.stringify(value ?? null);

const says = (value: unknown): boolean => ![undefined, null, '', false].includes(value as string);

/** Which record stays, and field by field whose value it takes; lists can keep the entries of all. */
@customElement('pw-merge-form')
export class PwMergeForm extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) records: RecordData[] = [];
  @property({ attribute: false }) close: (done?: boolean) => void = () => undefined;
  /** Does not lead to the record that stays. */
  @property({ attribute: false }) stay = false;
  @state() private winner = '';
  @state() private take: Record<string, string> = {};
  @state() private joined = new Set<string>();
  @state() private refusal = '';
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.winner = this.records[0]!.id;
    this.joined = new Set(this.differing.filter(isPoints).map(({ name }) => name));
  }

  /** Fields in which the records differ; in all others there is nothing to choose. */
  private get differing(): FieldDescriptor[] {
    return ownFields(this.type).filter(({ name, readOnly }) => !readOnly && new Set(this.records.map((record) => text(record[name]))).size > 1);
  }

  private chosen({ name }: FieldDescriptor): string {
    const winner = this.records.find(({ id }) => id === this.winner)!;
    const first = says(winner[name]) ? winner : (this.records.find((record) => says(record[name])) ?? winner);
    return this.take[name] ?? first.id;
  }

  protected override render(): TemplateResult {
    return html`<form id="pw-merge" @submit=${this.submit}>
      <p style="margin-bottom: 12px">${t('core.merge.text')}</p>
      ${this.refusal ? html`<div class="notice bad" role="alert" style="margin-bottom: 12px"><pw-icon name="circle-alert"></pw-icon><div class="grow">${this.refusal}</div></div>` : nothing}
      <div class="merge-table">
        <table class="table" style=${`--records: ${this.records.length}`}>
          <thead>
            <tr>
              <th scope="col">${t('core.merge.stays')}</th>
              ${this.records.map(
                (record) => html`<th scope="col">
                  <label class="merge-choice"><input type="radio" name="winner" .checked=${record.id === this.winner} @change=${() => (this.winner = record.id)} />${titleOf(this.type, record)}</label>
                </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${this.differing.map((field) => this.renderField(field))}
          </tbody>
        </table>
      </div>
      <div class="buttons" style="margin-top: 16px; justify-content: end">
        <button type="button" class="button" @click=${() => this.close()}>${t('core.cancel')}</button>
        <button class="button primary" ?disabled=${this.busy}>${t('core.merge')}</button>
      </div>
    </form>`;
  }

  private renderField(field: FieldDescriptor): TemplateResult {
    const chosen = this.chosen(field);
    const all = this.joined.has(field.name);
    return html`<tr>
      <th scope="row">
        ${t(field.label)}
        ${isPoints(field)
          ? html`<label class="merge-choice"><input type="checkbox" .checked=${all} @change=${() => this.toggle(field.name)} />${t('core.merge.all')}</label>`
          : nothing}
      </th>
      ${this.records.map(
        (record) => html`<td>
          <label class="merge-choice">
            <input
              type="radio"
              name=${field.name}
              aria-label=${`${t(field.label)}: ${titleOf(this.type, record)}`}
              .checked=${record.id === chosen}
              @change=${() => (this.take = { ...this.take, [field.name]: record.id })}
            />${says(record[field.name]) ? cellOf(field, record[field.name]) : html`<span class="muted">—</span>`}
          </label>
        </td>`,
      )}
    </tr>`;
  }

  private toggle(name: string): void {
    const joined = new Set(this.joined);
    if (!joined.delete(name)) {
      joined.add(name);
    }
    this.joined = joined;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    try {
      const take = Object.fromEntries(this.differing.map((field) => [field.name, this.chosen(field)]));
      const losers = this.records.map(({ id }) => id).filter((id) => id !== this.winner);
      await api.post(`${tenantApi(this.type.path)}/${this.winner}/merge`, { losers, take, append: [...this.joined] });
      notify(t('core.merge.done'), { kind: 'success' });
      this.close(true);
      if (!this.stay) {
        await router.navigate(tenantPage(`${this.type.path}/${this.winner}`));
      }
    } catch (problem) {
      this.refusal = problemText(problem);
    } finally {
      this.busy = false;
    }
  };
}

/** Lets the person merge the records; true when that was done. */
export async function mergeRecords(type: RecordTypeDescriptor, ids: string[], stay = false): Promise<boolean> {
  const records = await Promise.all(ids.map((id) => api.get<RecordData>(`${tenantApi(type.path)}/${id}`)));
  const done = await ask<boolean>({
    heading: t('core.merge.type', { type: many(type.label) }),
    width: '920px',
    content: (close) => html`<pw-merge-form .type=${type} .records=${records} .stay=${stay} .close=${close}></pw-merge-form>`,
  });
  return done ?? false;
}
