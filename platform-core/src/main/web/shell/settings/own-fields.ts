import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatDate, language, many, notify, t, tenantApi, workspace } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { fieldOf } from '../records/values.js';
import { editFieldRule, type FieldRule, type RulePlace } from './field-rule-form.js';
import { editOwnField, labelOf, type OwnField } from './own-field-form.js';
import { PwSection, sectionHead } from './section.js';

interface Fields {
  items: OwnField[];
  recordTypes: string[];
  rules: FieldRule[];
  places: RulePlace[];
}

/** The fields the organisation added to its records. */
@customElement('pw-own-fields')
export class PwOwnFields extends PwSection<Fields> {
  @state() private chosen = '';

  protected async read(): Promise<Fields> {
    const [fields, rules] = await Promise.all([
      api.get<Pick<Fields, 'items' | 'recordTypes'>>(tenantApi('own-fields')),
      api.get<{ items: FieldRule[]; fields: RulePlace[] }>(tenantApi('field-rules')),
    ]);
    return { ...fields, rules: rules.items, places: rules.fields };
  }

  protected renderContent({ items, recordTypes, rules, places }: Fields): TemplateResult {
    const types = [...recordTypes].sort((one, other) => many(one).localeCompare(many(other), language()));
    const type = this.chosen || items[0]?.recordType || types[0]!;
    const some = items.filter(({ recordType }) => recordType === type);
    return html`${sectionHead(
        t('core.fields'),
        t('core.own-fields.text'),
        html`<button type="button" class="button primary" @click=${() => void this.act(() => editOwnField(type))}><pw-icon name="plus"></pw-icon>${t('core.own-field.new')}</button>`,
      )}
      <label style="display: block; max-width: 320px; margin-bottom: 14px">
        <span class="muted">${t('core.own-field.of')}</span>
        <select class="input" aria-label=${t('core.own-field.of')} @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
          ${types.map((name) => html`<option value=${name} ?selected=${name === type}>${many(name)}</option>`)}
        </select>
      </label>
      ${some.length ? nothing : html`<p class="muted">${t('core.own-fields.none', { type: many(type) })}</p>`}
      ${this.renderPart(many(type), some.filter(({ hiddenAt }) => !hiddenAt))}
      ${this.renderPart(t('core.own-fields.hidden'), some.filter(({ hiddenAt }) => !!hiddenAt))}
      ${this.renderRules(type, rules.filter(({ recordType }) => recordType === type), places)}`;
  }

  private renderRules(type: string, rules: FieldRule[], places: RulePlace[]): TemplateResult {
    const fields = places.filter(({ recordType }) => recordType === type).map(({ field }) => field);
    const free = fields.filter((name) => !rules.some(({ field }) => field === name));
    return html`<section class="card">
      <header>
        <h2>${t('core.field-rules')}</h2>
        <button type="button" class="button small" @click=${() => void this.act(() => editFieldRule(type, free))}><pw-icon name="plus"></pw-icon>${t('core.field-rule.new')}</button>
      </header>
      <p class="muted" style="padding: 4px 18px 12px; margin: 0">${t('core.field-rules.text')}</p>
      <ul class="lines">
        ${rules.map((rule) => this.renderRule(type, rule))}
      </ul>
    </section>`;
  }

  private renderRule(type: string, rule: FieldRule): TemplateResult {
    const descriptor = workspace.recordType(type)!;
    const label = (name: string): string => t(fieldOf(descriptor, name)?.label ?? name);
    const name = label(rule.field);
    const effects = (['required', 'shown', 'readOnly'] as const).filter((effect) => rule.conditions[effect]);
    return html`<li>
      <div class="grow">
        <b>${name}</b>
        <small>${effects.map((effect) => `${t(`core.own-field.when.${effect}`)}: ${label(rule.conditions[effect]!.field)}`).join(' · ')}</small>
      </div>
      <button type="button" class="button small" @click=${() => void this.act(() => editFieldRule(type, [], rule))}><pw-icon name="pencil"></pw-icon>${t('core.edit')}</button>
      <button type="button" class="button quiet small icon" aria-label=${t('core.delete-named', { name })} @click=${() => void this.act(() => this.forget(rule, name))}>
        <pw-icon name="trash-2"></pw-icon>
      </button>
    </li>`;
  }

  private async forget({ recordType, field }: FieldRule, name: string): Promise<boolean> {
    const sure = await confirm({ heading: t('core.delete-named', { name }), text: t('core.field-rule.delete.text'), action: t('core.delete'), danger: true });
    if (sure) {
      await api.delete(tenantApi(`field-rules/${recordType}/${field}`));
    }
    return sure;
  }

  private renderPart(heading: string, some: OwnField[]): TemplateResult | typeof nothing {
    return some.length
      ? html`<section class="card">
          <header><h2>${heading}</h2></header>
          <ul class="lines">
            ${some.map((field) => this.renderField(field))}
          </ul>
        </section>`
      : nothing;
  }

  private renderField(field: OwnField): TemplateResult {
    const name = labelOf(field.labels);
    const marks = [
      field.required && 'required',
      field.unique && 'unique',
      field.indexed && 'indexed',
      field.searchable && 'searchable',
    ].filter(Boolean) as string[];
    return html`<li>
      <div class="grow">
        <b>${name}</b> ${marks.map((mark) => html`<span class="badge">${t(`core.own-field.${mark}`)}</span> `)}
        <small>${t(`core.own-field.kind.${field.kind}`)} · <code>${field.name}</code>${field.goneAt ? html` · ${t('core.own-field.gone', { date: formatDate(field.goneAt.slice(0, 10)) })}` : nothing}</small>
      </div>
      ${field.hiddenAt
        ? html`<button type="button" class="button small" @click=${() => void this.act(() => this.restore(field))}><pw-icon name="undo-2"></pw-icon>${t('core.restore')}</button>`
        : html`<button type="button" class="button small" @click=${() => void this.act(() => editOwnField(field.recordType, field))}><pw-icon name="pencil"></pw-icon>${t('core.edit')}</button>
            <button type="button" class="button quiet small icon" aria-label=${t('core.own-field.hide', { name })} @click=${() => void this.act(() => this.hide(field))}>
              <pw-icon name="trash-2"></pw-icon>
            </button>`}
    </li>`;
  }

  private async act(deed: () => Promise<boolean>): Promise<void> {
    try {
      if (await deed()) {
        await Promise.all([this.refresh(), workspace.reload()]);
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async hide(field: OwnField): Promise<boolean> {
    const name = labelOf(field.labels);
    const sure = await confirm({ heading: t('core.own-field.hide', { name }), text: t('core.own-field.hide.text'), action: t('core.own-field.hide.action'), danger: true });
    if (sure) {
      await api.delete(tenantApi(`own-fields/${field.id}`));
      notify(t('core.own-field.is-hidden', { name }));
    }
    return sure;
  }

  private async restore(field: OwnField): Promise<boolean> {
    await api.post(tenantApi(`own-fields/${field.id}/restore`), {});
    notify(t('core.saved'), { kind: 'success' });
    return true;
  }
}
