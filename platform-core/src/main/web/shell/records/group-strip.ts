import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  api,
  choiceLabel,
  formatNumber,
  formatValue,
  PwElement,
  query,
  t,
  tenantApi,
  type FieldDescriptor,
  type Money,
  type RecordTypeDescriptor,
} from '@pipewright/ui';
import { keep, kept } from '../parts/preferences.js';
import { sumWithGap } from './sums.js';
import { allFields, fieldOf, statusOf } from './values.js';

interface Group {
  key: string | null;
  label: string | null;
  count: number;
  sum?: Money | null;
  withoutRate?: number;
}

interface Groups {
  groups: Group[];
  total: Group;
}

const groupable = ({ kind, filterable }: FieldDescriptor): boolean =>
  filterable !== false && ['choice', 'reference', 'boolean', 'country'].includes(kind);

export interface Choice {
  by: string;
  sum: string;
}

/** The grouping a list of the type starts with: its status, or none. */
function chosenFor(type: RecordTypeDescriptor): Choice {
  const status = statusOf(type);
  const sum = type.fields.find(({ kind }) => kind === 'money');
  return kept(`groups.${type.name}`, { by: status?.name ?? '', sum: sum?.name ?? '' });
}

/** Counts and sums by one field; a click filters by the group. Sends `pw-group` with field and key. */
@customElement('pw-group-strip')
export class PwGroupStrip extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  /** Filter of the list without what it asks of the field; so the other groups stay to be chosen. */
  @property({ attribute: false }) filterWithout: (field: string) => string = () => '';
  @property() words = '';
  @property({ attribute: false }) chosen: { field: string; values: string[] }[] = [];
  @property({ type: Number }) generation = 0;
  @state() private choice: Choice = { by: '', sum: '' };
  @state() private groups: Groups | undefined;
  private asked = '';

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('type')) {
      this.choice = chosenFor(this.type);
    }
    const asking = JSON.stringify([this.type.name, this.filterWithout(this.choice.by), this.words, this.choice, this.generation]);
    if (asking !== this.asked) {
      this.asked = asking;
      void this.read(asking);
    }
  }

  private async read(asking: string): Promise<void> {
    const { by, sum } = this.choice;
    if (!by || !fieldOf(this.type, by)) {
      this.groups = undefined;
      return;
    }
    try {
      const address = `${tenantApi(this.type.path)}/groups`;
      const groups = await api.get<Groups>(address + query({ by, sum, filter: this.filterWithout(by), q: this.words }));
      if (asking === this.asked) {
        // Records without a value are counted under no key, which the answer leaves out.
        this.groups = { ...groups, groups: groups.groups.map((group) => ({ ...group, key: group.key ?? null })) };
      }
    } catch {
      this.groups = undefined;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.groups?.groups.length) {
      return nothing;
    }
    return html`<div class="groups" role="group" aria-label=${t('core.groups')}>
      ${this.groups.groups.slice(0, 24).map((group) => this.renderGroup(group))}
    </div>`;
  }

  private get isWorthSomething(): boolean {
    return this.groups!.groups.some(({ sum, withoutRate }) => Number(sum?.amount ?? 0) !== 0 || !!withoutRate);
  }

  private renderGroup({ key, label, count, sum, withoutRate }: Group): TemplateResult {
    const field = fieldOf(this.type, this.choice.by)!;
    const pressed = this.chosen.some((each) => each.field === field.name && each.values.length === 1 && each.values[0] === key);
    const name =
      key === null ? t('core.empty-value') : field.kind === 'choice' ? choiceLabel(field, key) : field.kind === 'boolean' ? formatValue(field, key === 'true') : field.kind === 'country' ? formatValue(field, key) : label;
    return html`<button
      type="button"
      class="group"
      aria-pressed=${pressed}
      @click=${() => this.dispatchEvent(new CustomEvent('pw-group', { detail: { field: field.name, key, label: name, pressed } }))}
    >
      <span>${name}</span>
      <b>${formatNumber(count)}</b>
      ${sum && this.isWorthSomething ? html`<small>${sumWithGap(sum, withoutRate)}</small>` : nothing}
    </button>`;
  }

  /** Entries of the menu that chooses what is counted and summed. */
  readonly renderChoice = (): TemplateResult => {
    const fields = allFields(this.type).filter(groupable);
    const sums = this.type.fields.filter(({ kind }) => kind === 'money');
    const item = (checked: boolean, label: string, change: Partial<Choice>): TemplateResult =>
      html`<button type="button" role="menuitemradio" tabindex="-1" aria-checked=${checked} @click=${() => this.choose(change)}>${label}</button>`;
    return html`<div class="heading">${t('core.groups.by')}</div>
      ${item(!this.choice.by, t('core.groups.none'), { by: '' })}
      ${fields.map(({ name, label }) => item(this.choice.by === name, t(label), { by: name }))}
      ${sums.length
        ? html`<hr />
            <div class="heading">${t('core.groups.sum')}</div>
            ${item(!this.choice.sum, t('core.groups.count'), { sum: '' })}
            ${sums.map(({ name, label }) => item(this.choice.sum === name, t(label), { sum: name }))}`
        : nothing}`;
  };

  private choose(change: Partial<Choice>): void {
    this.choice = { ...this.choice, ...change };
    keep(`groups.${this.type.name}`, this.choice);
  }
}
