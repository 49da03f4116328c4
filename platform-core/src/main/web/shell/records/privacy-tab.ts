import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  api,
  formatValue,
  isPoints,
  notify,
  one,
  PwElement,
  query,
  t,
  tenantApi,
  tenantPage,
  workspace,
  type ContactPoint,
  type FieldDescriptor,
  type Page,
  type RecordData,
  type RecordTypeDescriptor,
} from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { loading, problemText, reportProblem } from '../parts/states.js';
import { pointText } from './contact-points.js';
import { createRecord } from './create.js';
import { cellOf, fieldOf, titleOf } from './values.js';

interface Known {
  recordType: string;
  id: string;
  title: string;
  deleted: boolean;
  values: Record<string, string>;
}

const consents = (): RecordTypeDescriptor | undefined => workspace.recordType('core.consent');

/** The field by which decisions on being contacted refer to records of the type. */
const consentField = (type: RecordTypeDescriptor): FieldDescriptor | undefined => consents()?.fields.find(({ references }) => references === type.name);

const mayErase = (type: RecordTypeDescriptor): boolean => workspace.can('core.privacy') && type.fields.some(({ personal }) => personal);

/** Whether there is anything to show of records of the type. */
export const hasPrivacy = (type: RecordTypeDescriptor): boolean => !!consentField(type) || mayErase(type);

/** What somebody decided on being contacted, and what is known of them in all records (S-CON-04, S-CON-05). */
@customElement('pw-privacy-tab')
export class PwPrivacyTab extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  @state() private decisions: RecordData[] | undefined;
  @state() private known: Known[] | undefined;
  @state() private problem: unknown;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record')) {
      void this.read();
    }
  }

  private get address(): string {
    return tenantApi(`personal-data/${this.type.name}/${this.record.id}`);
  }

  private async read(): Promise<void> {
    const field = consentField(this.type);
    try {
      const filter = `${field?.name}==${this.record.id}`;
      this.decisions = field ? (await api.get<Page>(tenantApi(consents()!.path) + query({ filter, limit: 200, sort: '-createdAt' }))).items : undefined;
      this.known = mayErase(this.type) ? (await api.get<{ records: Known[] }>(this.address)).records : undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<p class="muted">${problemText(this.problem)}</p>`;
    }
    if (!this.decisions && !this.known) {
      return loading(4);
    }
    return html`${this.decisions ? this.renderDecisions(this.decisions) : nothing}${this.known ? this.renderKnown(this.known) : nothing}`;
  }

  private renderDecisions(decisions: RecordData[]): TemplateResult {
    const type = consents()!;
    return html`<section class="related">
      <header>
        <pw-icon name="shield"></pw-icon>
        <h3>${t('core.privacy.decisions')}</h3>
        <span class="space"></span>
        ${type.actions.create
          ? html`<button type="button" class="button quiet small" @click=${() => void this.decide()}>
              <pw-icon name="plus"></pw-icon>${t('core.add')}<span class="unseen">: ${one(type.label)}</span>
            </button>`
          : nothing}
      </header>
      ${decisions.length
        ? html`<ul class="lines">
            ${decisions.map((decision) => this.renderDecision(type, decision))}
          </ul>`
        : html`<p class="muted">${t('core.related.none')}</p>`}
    </section>`;
  }

  private renderDecision(type: RecordTypeDescriptor, decision: RecordData): TemplateResult {
    const text = (name: string): string => {
      const field = fieldOf(type, name);
      return field ? formatValue(field, decision[name]) : '';
    };
    const given = !!decision.given;
    return html`<li>
      <span class="badge ${given ? 'good' : 'bad'}">${t(given ? 'core.privacy.given' : 'core.privacy.declined')}</span>
      <div class="grow">
        <a href=${tenantPage(`${type.path}/${decision.id}`)}><b>${text('channel')}</b></a>
        <small>${[text('decidedOn'), text('source'), text('lawfulBasis'), decision.createdBy?.title].filter(Boolean).join(' · ')}</small>
      </div>
    </li>`;
  }

  private async decide(): Promise<void> {
    const preset = { [consentField(this.type)!.name]: { id: this.record.id, title: titleOf(this.type, this.record) } };
    if (await createRecord(consents()!, { preset, stay: true })) {
      this.dispatchEvent(new CustomEvent('pw-record-changed', { bubbles: true }));
    }
  }

  private renderKnown(known: Known[]): TemplateResult {
    const left = known.filter(({ values }) => Object.keys(values).length);
    return html`<section class="related">
      <header>
        <pw-icon name="user-round"></pw-icon>
        <h3>${t('core.privacy.tab')}</h3>
      </header>
      <p class="muted">${t('core.privacy.help')}</p>
      ${left.length ? left.map((each) => this.renderRecord(each)) : html`<p>${t('core.privacy.none')}</p>`}
      ${left.length
        ? html`<p style="margin-top: 14px">
            <button type="button" class="button danger" @click=${() => void this.erase(left.length)}><pw-icon name="trash-2"></pw-icon>${t('core.privacy.erase')}</button>
          </p>`
        : nothing}
    </section>`;
  }

  private renderRecord({ recordType, id, title, deleted, values }: Known): TemplateResult {
    const type = workspace.recordType(recordType);
    const page = type && !deleted ? html`<a href=${tenantPage(`${type.path}/${id}`)}>${title}</a>` : title;
    return html`<h4 class="section-title">${type ? one(type.label) : recordType} · ${page}${deleted ? html` <small class="muted">${t('core.bin')}</small>` : nothing}</h4>
      <dl class="facts">
        ${Object.entries(values).map(([name, value]) => {
          const field = type && fieldOf(type, name);
          return html`<div><dt>${field ? t(field.label) : name}</dt><dd>${field ? shown(field, value) : value}</dd></div>`;
        })}
      </dl>`;
  }

  private async erase(count: number): Promise<void> {
    if (!(await confirm({ heading: t('core.privacy.erase'), text: t('core.privacy.sure', { count }), action: t('core.privacy.erase'), danger: true }))) {
      return;
    }
    try {
      this.known = (await api.post<{ records: Known[] }>(`${this.address}/erase`)).records;
      notify(t('core.privacy.done'), { kind: 'success' });
      this.dispatchEvent(new CustomEvent('pw-record-changed', { bubbles: true }));
    } catch (problem) {
      reportProblem(problem);
    }
  }
}

/** A value as the database words it. */
function shown(field: FieldDescriptor, value: string): unknown {
  if (isPoints(field)) {
    return (JSON.parse(value) as ContactPoint[]).map(pointText).join(', ');
  }
  return cellOf(field, field.kind === 'boolean' ? value === 'true' : value);
}
