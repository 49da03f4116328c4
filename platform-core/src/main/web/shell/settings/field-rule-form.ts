import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, one, Problem, PwElement, t, tenantApi, workspace, type FieldConditions, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { problemText } from '../parts/states.js';
import { fieldOf } from '../records/values.js';
import './conditions-editor.js';

/** A field of the product for which the organisation can have a rule. */
export interface RulePlace {
  recordType: string;
  field: string;
}

/** What the organisation asks of a field of the product beyond what the product does. */
export interface FieldRule extends RulePlace {
  conditions: FieldConditions;
}

/** Asks what shall be asked of which field. */
@customElement('pw-field-rule-form')
export class PwFieldRuleForm extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) fields: string[] = [];
  @property({ attribute: false }) rule: FieldRule | undefined;
  @property({ attribute: false }) close: (saved: boolean) => void = () => undefined;
  @state() private field = '';
  @state() private conditions: FieldConditions = {};
  @state() private problem: Problem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.field = this.rule?.field ?? '';
    this.conditions = this.rule?.conditions ?? {};
  }

  protected override render(): TemplateResult {
    const chosen = fieldOf(this.type, this.field);
    const needed = chosen?.required || chosen?.name === this.type.titleField;
    const without: (keyof FieldConditions)[] = [...(needed ? (['shown'] as const) : []), ...(chosen?.kind === 'boolean' ? (['required'] as const) : [])];
    return html`<form id="pw-field-rule" novalidate @submit=${this.save}>
      ${this.problem
        ? html`<div class="notice bad" role="alert" style="margin-bottom: 12px">
            <pw-icon name="circle-alert"></pw-icon>
            <div class="grow">${this.problem.errors.length ? this.problem.errors.map(({ message }) => html`<div>${message}</div>`) : problemText(this.problem)}</div>
          </div>`
        : nothing}
      ${this.rule ? nothing : this.renderField()}
      ${chosen
        ? html`<pw-conditions-editor
            name=${this.field}
            .recordType=${this.type.name}
            .conditions=${this.conditions}
            .problem=${this.problem}
            .without=${without}
            @pw-conditions=${({ detail }: CustomEvent<FieldConditions>) => (this.conditions = detail)}
          ></pw-conditions-editor>`
        : nothing}
    </form>`;
  }

  private renderField(): TemplateResult {
    const choices = this.fields.map((name) => ({ value: name, label: fieldOf(this.type, name)?.label ?? name }));
    const field: FieldDescriptor = { name: 'field', label: 'core.field-rule.field', kind: 'choice', choices };
    return html`<div class="form-section">
      <pw-field-editor
        .field=${field}
        .value=${this.field || null}
        .required=${true}
        @pw-value=${({ detail }: CustomEvent<string | null>) => {
          this.field = detail ?? '';
          this.conditions = {};
        }}
      ></pw-field-editor>
    </div>`;
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      if (this.field) {
        await call('PUT', tenantApi(`field-rules/${this.type.name}/${this.field}`), { conditions: this.conditions });
        this.close(true);
      }
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure : new Problem(500, '', '', problemText(failure), []);
    }
  };
}

/** Asks for a new rule, or what shall be different about one; true when it was saved. */
export async function editFieldRule(recordType: string, fields: string[], rule?: FieldRule): Promise<boolean> {
  const type = workspace.recordType(recordType)!;
  const saved = await ask<boolean>({
    heading: rule ? t('core.field-rule.change', { name: t(fieldOf(type, rule.field)?.label ?? rule.field) }) : t('core.field-rule.new-of', { type: one(type.label) }),
    width: '620px',
    content: (close) => html`<pw-field-rule-form .type=${type} .fields=${fields} .rule=${rule} .close=${close}></pw-field-rule-form>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close(false)}>${t('core.cancel')}</button>
      <button class="button primary" form="pw-field-rule">${t('core.save')}</button>`,
  });
  return saved ?? false;
}
