import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatInstant, notify, PwElement, t, tenantApi, workspace, type FieldDescriptor, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { ask, confirm } from '../parts/dialog.js';
import '../parts/popup.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { objection } from '../records/moving.js';
import { placeOf } from '../records/refusals.js';
import { fieldOf } from '../records/values.js';
import { lengthInWords } from './lengths.js';

interface Step {
  key: string;
  name: string;
  end: boolean;
}

/** A button of a workflow. */
interface Way {
  key: string;
  name: string;
  to: string;
  confirm: string;
  possible: boolean;
  reason?: string;
  fields: { field: string; required: boolean; preset?: unknown }[];
}

/** Where the record stands in a workflow. */
interface Running {
  workflow: string;
  name: string;
  step: Step;
  since?: string;
  steps: Step[];
  transitions: Way[];
}

interface Passage {
  transition?: string;
  from: string;
  to: string;
  at: string;
  seconds?: number;
  by?: string;
  reason?: string;
}

/** The workflows a record follows, each with its step and a set of buttons of its own. */
@customElement('pw-record-workflows')
export class PwRecordWorkflows extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  @state() private items: Running[] = [];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record')) {
      void this.read();
    }
  }

  private get address(): string {
    return tenantApi(`running-workflows/${this.type.name}/${this.record.id}`);
  }

  private async read(): Promise<void> {
    try {
      this.items = (await api.get<{ items: Running[] }>(this.address)).items;
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.items.length
      ? html`<section class="workflows" aria-label=${t('core.workflows')}>${this.items.map((item) => this.renderWorkflow(item))}</section>`
      : nothing;
  }

  private renderWorkflow(item: Running): TemplateResult {
    return html`<div class="workflow" role="group" aria-label=${item.name}>
      <span class="name">${item.name}</span>
      <span class="badge ${item.step.end ? 'good' : 'info'}">${item.step.name}</span>
      <span class="buttons">
        ${item.transitions.map(
          (way) => html`<button type="button" class="button small" ?disabled=${!way.possible} title=${way.reason ?? t('core.workflow.leads-to', { step: way.to })} @click=${() => void this.go(item, way)}>
              ${way.name}
            </button>
            ${way.reason ? html`<small class="muted">${way.reason}</small>` : nothing}`,
        )}
      </span>
      <pw-popup
        look="button quiet small icon"
        label=${t('core.workflow.more', { name: item.name })}
        .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
        .content=${() => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.showWay(item)}><pw-icon name="history"></pw-icon>${t('core.workflow.way')}</button>
          ${workspace.can('core.settings')
            ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.place(item)}><pw-icon name="arrow-right"></pw-icon>${t('core.workflow.place')}</button>`
            : nothing}`}
      ></pw-popup>
    </div>`;
  }

  private async go(item: Running, way: Way): Promise<void> {
    const act = async (values: Record<string, unknown>): Promise<void> => {
      await api.post(`${this.address}/${item.workflow}/${way.key}`, values);
    };
    try {
      if (await this.ask(way, act)) {
        notify(t('core.workflow.reached', { name: item.name, step: way.to }), { kind: 'success' });
        this.tellChange();
      }
    } catch (problem) {
      const text = objection(problem);
      if (text) {
        notify(text, { kind: 'error' });
      } else {
        reportProblem(problem);
      }
    }
  }

  /** Asks what the way takes, and goes it; whether it was gone. */
  private async ask(way: Way, act: (values: Record<string, unknown>) => Promise<void>): Promise<boolean> {
    const fields = way.fields.flatMap(({ field, required }): FieldDescriptor[] => {
      const descriptor = fieldOf(this.type, field);
      return descriptor ? [{ ...descriptor, required }] : [];
    });
    if (fields.length) {
      const { record, type } = this;
      const values = Object.fromEntries(way.fields.map(({ field, preset }) => [field, record[field] ?? preset ?? null]));
      const intro = way.confirm ? html`<p class="muted" style="margin-bottom: 12px">${way.confirm}</p>` : nothing;
      return (await askFields(way.name, fields, way.name, act, { intro, values, place: (field) => placeOf(type, record, field), of: { type, record } })) ?? false;
    }
    if (way.confirm && !(await confirm({ heading: way.name, text: way.confirm, action: way.name }))) {
      return false;
    }
    await act({});
    return true;
  }

  private tellChange(): void {
    this.dispatchEvent(new CustomEvent('pw-record-changed', { bubbles: true, composed: true }));
  }

  private async showWay(item: Running): Promise<void> {
    try {
      const { items } = await api.get<{ items: Passage[] }>(`${this.address}/${item.workflow}`);
      void ask({
        heading: t('core.workflow.way-of', { name: item.name }),
        width: '680px',
        content: () => (items.length ? this.renderPassages(items) : html`<p class="muted">${t('core.workflow.way.none', { step: item.step.name })}</p>`),
        footer: (close) => html`<button type="button" class="button primary" @click=${() => close()}>${t('core.close')}</button>`,
      });
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private renderPassages(passages: Passage[]): TemplateResult {
    return html`<ul class="lines">
      ${passages.map(
        ({ transition, from, to, at, seconds, by, reason }) => html`<li>
          <div class="grow">
            <b>${from} → ${to}</b>
            <small>${[transition ?? t('core.workflow.placed'), by, formatInstant(at)].filter(Boolean).join(' · ')}</small>
            ${reason ? html`<small>${reason}</small>` : nothing}
          </div>
          ${seconds === undefined || seconds === null ? nothing : html`<span class="muted">${t('core.workflow.stood', { length: lengthInWords(seconds) })}</span>`}
        </li>`,
      )}
    </ul>`;
  }

  private async place(item: Running): Promise<void> {
    const choices = item.steps.filter(({ key }) => key !== item.step.key).map(({ key, name }) => ({ value: key, label: name }));
    const fields: FieldDescriptor[] = [
      { name: 'step', label: 'core.workflow.step', kind: 'choice', required: true, choices },
      { name: 'reason', label: 'core.reason', kind: 'multiline', required: true, max: 500 },
    ];
    const done = await askFields(t('core.workflow.place-in', { name: item.name }), fields, t('core.workflow.place.action'), async (values) => {
      await api.put(`${this.address}/${item.workflow}`, values);
    });
    if (done) {
      this.tellChange();
    }
  }
}
