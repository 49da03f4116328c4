import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatDate, formatInstant, PwElement, t, tenantApi, tenantPage, type RecordTypeDescriptor } from '@pipewright/ui';
import '../parts/popup.js';
import { reportProblem } from '../parts/states.js';
import { mayWrite, writeMail } from '../mails/compose.js';
import './activity-weeks.js';
import { activityType, iconOf, readKinds, type ActivityLine, type Kind } from './model.js';
import { addActivity, canBeLogged } from './plan.js';

/** What is planned about a record, soonest first, and the ways to plan and to log more. */
@customElement('pw-activity-strip')
export class PwActivityStrip extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property() recordId = '';
  @property({ type: Number }) version = 0;
  @state() private planned: ActivityLine[] = [];
  @state() private kinds: Kind[] = [];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('recordId') || changed.has('version')) {
      void this.read();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    readKinds().then(
      (kinds) => (this.kinds = kinds),
      () => undefined,
    );
  }

  private get address(): string {
    return `${tenantApi(this.type.path)}/${this.recordId}`;
  }

  private async read(): Promise<void> {
    try {
      this.planned = (await api.get<{ items: ActivityLine[] }>(`${this.address}/activities`)).items;
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private changed(): void {
    void this.read();
    this.dispatchEvent(new CustomEvent('pw-activities-changed', { bubbles: true }));
  }

  private async add(kind: Kind, past: boolean): Promise<void> {
    if (await addActivity(kind, past, this.address)) {
      this.changed();
    }
  }

  private async write(): Promise<void> {
    if (await writeMail(this.address)) {
      this.changed();
    }
  }

  private async finish({ id, form }: ActivityLine): Promise<void> {
    const verb = activityType()?.verbs?.find(({ name }) => name === (['CALL', 'MEETING', 'INTERACTION'].includes(form) ? 'hold' : 'complete'));
    if (!verb) {
      return;
    }
    try {
      const { askFields } = await import('../records/bulk.js');
      const act = async (input: Record<string, unknown>): Promise<void> => api.post(`${tenantApi('activities')}/${id}/${verb.name}`, input);
      if (await askFields(t(verb.label), verb.fields ?? [], t(verb.label), act)) {
        this.changed();
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="activity-strip">
      ${activityType()?.actions.create ? this.renderButtons() : nothing}
      ${this.planned.length
        ? html`<h3>${t('core.activity.planned')}</h3>
            <ul>
              ${this.planned.map((line) => this.renderLine(line))}
            </ul>`
        : html`<p class="muted">${t('core.activity.none-planned')}</p>`}
      <pw-activity-weeks .address=${this.address} .version=${this.version}></pw-activity-weeks>
    </div>`;
  }

  private renderButtons(): TemplateResult {
    const standard = (form: string): Kind | undefined => this.kinds.find((kind) => kind.form === form && kind.standard);
    const button = (form: string, past: boolean, label: string): TemplateResult | typeof nothing => {
      const kind = standard(form);
      return kind
        ? html`<button type="button" class="button small" @click=${() => void this.add(kind, past)}><pw-icon name=${iconOf(form)}></pw-icon>${t(label)}</button>`
        : nothing;
    };
    return html`<div class="buttons">
      ${mayWrite() ? html`<button type="button" class="button small" @click=${() => void this.write()}><pw-icon name="mail"></pw-icon>${t('core.mail.write')}</button>` : nothing}
      ${button('CALL', true, 'core.activity.log-call')} ${button('TASK', false, 'core.activity.add-task')} ${button('MEETING', false, 'core.activity.plan-meeting')}
      <pw-popup
        look="button small"
        label=${t('core.activity.add-other')}
        .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
        .content=${() => html`<div class="heading">${t('core.activity.to-plan')}</div>
          ${this.kinds.map((kind) => this.renderChoice(kind, false))}
          <div class="heading">${t('core.activity.to-log')}</div>
          ${this.kinds.filter(canBeLogged).map((kind) => this.renderChoice(kind, true))}`}
      ></pw-popup>
    </div>`;
  }

  private renderChoice(kind: Kind, past: boolean): TemplateResult {
    return html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void this.add(kind, past)}><pw-icon name=${iconOf(kind.form)}></pw-icon>${kind.name}</button>`;
  }

  private renderLine(line: ActivityLine): TemplateResult {
    const when = line.form === 'TASK' || !line.startsAt ? line.dueOn && formatDate(line.dueOn) : formatInstant(line.startsAt);
    return html`<li class=${line.overdue ? 'overdue' : ''}>
      <pw-icon name=${iconOf(line.form)}></pw-icon>
      <a class="grow" href=${tenantPage(`activities/${line.id}`)}>${line.subject}</a>
      ${when ? html`<small>${when}${line.overdue ? html` · ${t('core.activity.overdue')}` : nothing}</small>` : nothing}
      <small class="muted owner">${line.owner?.title ?? ''}</small>
      <button type="button" class="button quiet small icon" aria-label=${t('core.activity.finish', { name: line.subject })} title=${t('core.activity.finish', { name: line.subject })} @click=${() => void this.finish(line)}>
        <pw-icon name="circle-check"></pw-icon>
      </button>
    </li>`;
  }
}
