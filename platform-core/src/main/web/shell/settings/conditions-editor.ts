import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PwElement, workspace, type FieldConditions, type FieldDescriptor, type Problem } from '@pipewright/ui';
import '../records/field-editor.js';

const effects = ['required', 'shown', 'readOnly'] as const;

/** When a field is required, shown or read-only; sends `pw-conditions` with what was filled in. */
@customElement('pw-conditions-editor')
export class PwConditionsEditor extends PwElement {
  @property({ attribute: false }) recordType = '';
  /** Name of the field, on which it cannot depend itself. */
  @property() name = '';
  @property({ attribute: false }) conditions: FieldConditions = {};
  @property({ attribute: false }) problem: Problem | undefined;
  /** What there can be no condition for. */
  @property({ attribute: false }) without: (keyof FieldConditions)[] = [];

  protected override render(): TemplateResult {
    return html`${effects.filter((effect) => !this.without.includes(effect)).map((effect) => this.renderCondition(effect))}`;
  }

  private wrong(name: string): string {
    return this.problem?.errors.find(({ field }) => field === name)?.message ?? '';
  }

  private renderCondition(effect: keyof FieldConditions): TemplateResult {
    const condition = this.conditions[effect];
    const fields = workspace.recordType(this.recordType)!.fields.filter(({ name, kind }) => name !== this.name && !['id', 'tags'].includes(kind));
    const other = fields.find(({ name }) => name === condition?.field);
    const label = `core.own-field.when.${effect}`;
    const choose = (field: string): void => this.change(effect, field ? { field, values: [] } : undefined);
    const choices = other?.kind === 'boolean' ? ['true', 'false'].map((value) => ({ value, label: value === 'true' ? 'core.yes' : 'core.no' })) : other?.choices;
    const values: FieldDescriptor = { name: 'values', label: 'core.own-field.when.values', kind: 'choices', ...(choices && { choices }) };
    return html`<div class="form-section">
      <pw-field-editor
        .field=${{ name: effect, label, kind: 'choice', choices: fields.map((field) => ({ value: field.name, label: field.label })) } as FieldDescriptor}
        .value=${condition?.field ?? null}
        .error=${this.wrong(`conditions.${effect}.field`) || this.wrong(`conditions.${effect}`)}
        @pw-value=${({ detail }: CustomEvent<string | null>) => choose(detail ?? '')}
      ></pw-field-editor>
      ${condition && choices?.length
        ? html`<pw-field-editor
            .field=${values}
            .value=${condition.values ?? []}
            .error=${this.wrong(`conditions.${effect}.values`)}
            @pw-value=${({ detail }: CustomEvent<string[] | null>) => this.change(effect, { field: condition.field, values: detail ?? [] })}
          ></pw-field-editor>`
        : nothing}
    </div>`;
  }

  private change(effect: keyof FieldConditions, condition: FieldConditions['required']): void {
    const conditions = { ...this.conditions };
    delete conditions[effect];
    this.dispatchEvent(new CustomEvent('pw-conditions', { detail: condition ? { ...conditions, [effect]: condition } : conditions }));
  }
}
