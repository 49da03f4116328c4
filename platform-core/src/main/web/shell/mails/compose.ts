import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/checkbox';
import '@vaadin/multi-select-combo-box';
import '@vaadin/text-area';
import '@vaadin/text-field';
import { api, formatList, formatSize, notify, Problem, PwElement, query, t, tenantApi, workspace } from '@pipewright/ui';
import type { RecordFile } from '../files/file-list.js';
import { ask, confirm } from '../parts/dialog.js';
import { loading, problemText } from '../parts/states.js';

interface Recipient {
  name: string;
  address: string;
  optedOut: boolean;
  undeliverable?: string | null;
}

interface Start {
  from: string;
  routes: { mailbox: string | null; from: string }[];
  to: string[];
  recipients: Recipient[];
  subject: string;
  text: string;
  signature: string;
  confidential: boolean;
  warnings: { place: string; reason: string }[];
}

interface Choice {
  value: string;
  label: string;
}

type Filled = Event & { target: HTMLElement & { value: string; checked: boolean } };

/** Whether the person may send mails. */
export const mayWrite = (): boolean => workspace.feature('core.mailboxes') && workspace.can('core.mail');

const looks: Record<string, string> = { WAITING: 'info', SENT: 'good', FAILED: 'bad', BOUNCED: 'bad' };

/** What became of a mail that went out. */
export const deliveryOf = ({ delivery, problem }: { delivery?: string | null; problem?: string | null }): TemplateResult | typeof nothing =>
  delivery
    ? html`<span class="badge ${looks[delivery] ?? ''}">${t(`core.message.delivery.${delivery}`)}</span>${problem ? html`<p class="mail-problem">${problem}</p>` : nothing}`
    : nothing;

/** What a mail is written in; sends `pw-sent` once it is on its way. */
@customElement('pw-mail-compose')
export class PwMailCompose extends PwElement {
  /** Address of the record. */
  @property() address = '';
  @property() answers = '';
  @state() private start: Start | undefined;
  @state() private templates: Choice[] = [];
  @state() private files: RecordFile[] = [];
  @state() private to: string[] = [];
  @state() private cc: string[] = [];
  @state() private subject = '';
  @state() private text = '';
  @state() private chosen: Set<string> = new Set();
  @state() private mailbox = '';
  @state() private signed = true;
  @state() private confidential: boolean | undefined;
  @state() private problem: unknown;
  @state() private sending = false;
  private untouched = { subject: '', text: '' };

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  private async open(): Promise<void> {
    try {
      const [, files, templates] = await Promise.all([
        this.begin(),
        api.get<{ items: RecordFile[] }>(`${this.address}/files`),
        workspace.recordTypeAt('text-templates')
          ? api.get<{ items: { id: string; name: string }[] }>(`${tenantApi('text-templates')}${query({ filter: 'active==true', sort: 'position', limit: 200 })}`)
          : { items: [] },
      ]);
      this.files = files.items;
      this.templates = templates.items.map(({ id, name }) => ({ value: id, label: name }));
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Whether something was written that would be lost. */
  get touched(): boolean {
    return this.text !== this.untouched.text || this.subject !== this.untouched.subject;
  }

  private async begin(template = ''): Promise<void> {
    const start = await api.get<Start>(`${this.address}/mails${query({ answers: this.answers, template })}`);
    if (!this.start) {
      this.to = start.to;
      this.mailbox = start.routes[0]?.mailbox ?? '';
    }
    this.start = start;
    this.subject = start.subject || this.subject;
    this.text = start.text || this.text;
    this.untouched = { subject: this.subject, text: this.text };
  }

  private async useTemplate(id: string): Promise<void> {
    const replace = !this.touched || (await confirm({ heading: t('core.mail.template'), text: t('core.mail.template.replace'), action: t('core.mail.template.use') }));
    if (id && replace) {
      await this.begin(id).catch((problem: unknown) => (this.problem = problem));
    }
  }

  async send(): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      await api.post(`${this.address}/mails`, {
        to: this.to,
        cc: this.cc,
        subject: this.subject,
        text: this.text,
        files: [...this.chosen],
        answers: this.answers || null,
        mailbox: this.mailbox || null,
        signature: this.signed,
        confidential: this.confidential ?? null,
      });
      this.dispatchEvent(new CustomEvent('pw-sent'));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.sending = false;
    }
  }

  private errorOf(field: string): string {
    return this.problem instanceof Problem ? this.problem.errors.filter((error) => error.field.split('[')[0] === field).map(({ message }) => message).join(' ') : '';
  }

  protected override render(): TemplateResult {
    const named = this.problem instanceof Problem && this.problem.errors.some(({ field }) => ['to', 'cc', 'subject', 'text'].includes(field.split('[')[0]!));
    return html`${this.problem && !named ? html`<div class="notice bad" role="alert"><pw-icon name="circle-alert"></pw-icon><div class="grow">${problemText(this.problem)}</div></div>` : nothing}
    ${this.start ? this.renderForm(this.start) : this.problem ? nothing : loading(6)}`;
  }

  private renderForm(start: Start): TemplateResult {
    return html`<div class="mail-compose">
      ${start.routes.length > 1
        ? html`<label class="mail-choice"
            >${t('core.mail.from')}
            <select class="input" @change=${(event: Filled) => (this.mailbox = event.target.value)}>
              ${start.routes.map(({ mailbox, from }) => html`<option value=${mailbox ?? ''} ?selected=${mailbox === this.mailbox}>${from}</option>`)}
            </select></label
          >`
        : html`<p class="muted">${t('core.mail.goes-out-from', { address: start.from })}</p>`}
      ${this.renderAddresses('to', this.to, (addresses) => (this.to = addresses))} ${this.renderMarks(start)}
      ${this.renderAddresses('cc', this.cc, (addresses) => (this.cc = addresses))}
      ${this.templates.length
        ? html`<label class="mail-choice"
            >${t('core.mail.template')}
            <select class="input" @change=${(event: Filled) => void this.useTemplate(event.target.value)}>
              <option value="">${t('core.mail.template.none')}</option>
              ${this.templates.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
            </select></label
          >`
        : nothing}
      ${start.warnings.length
        ? html`<div class="notice warn" role="status">
            <pw-icon name="triangle-alert"></pw-icon>
            <div class="grow">${start.warnings.map(({ place, reason }) => html`<div>${t(`core.mail.place.${reason.toLowerCase()}`, { place })}</div>`)}</div>
          </div>`
        : nothing}
      <vaadin-text-field
        label=${t('core.message.subject')}
        required
        maxlength="250"
        .value=${this.subject}
        .errorMessage=${this.errorOf('subject')}
        .invalid=${!!this.errorOf('subject')}
        @input=${(event: Filled) => (this.subject = event.target.value)}
      ></vaadin-text-field>
      <vaadin-text-area
        class="mail-text"
        label=${t('core.message.text')}
        required
        maxlength="50000"
        .value=${this.text}
        .errorMessage=${this.errorOf('text')}
        .invalid=${!!this.errorOf('text')}
        @input=${(event: Filled) => (this.text = event.target.value)}
      ></vaadin-text-area>
      ${start.signature
        ? html`<vaadin-checkbox label=${t('core.mail.sign')} .checked=${this.signed} @change=${(event: Filled) => (this.signed = event.target.checked)}></vaadin-checkbox>
            ${this.signed ? html`<p class="text muted mail-signature">${start.signature}</p>` : nothing}`
        : nothing}
      ${this.files.length ? this.renderFiles() : nothing}
      <vaadin-checkbox
        label=${t('core.mail.confidential')}
        .checked=${this.confidential ?? start.confidential}
        @change=${(event: Filled) => (this.confidential = event.target.checked)}
      ></vaadin-checkbox>
    </div>`;
  }

  private renderAddresses(field: 'to' | 'cc', addresses: string[], set: (addresses: string[]) => void): TemplateResult {
    const known = this.start!.recipients.filter(({ optedOut }) => !optedOut).map(({ name, address }) => ({ value: address, label: `${name} <${address}>` }));
    const shown = (address: string): Choice => known.find(({ value }) => value === address) ?? { value: address, label: address };
    return html`<vaadin-multi-select-combo-box
      label=${t(`core.mail.${field}`)}
      ?required=${field === 'to'}
      item-label-path="label"
      item-id-path="value"
      allow-custom-value
      .items=${[...known, ...addresses.filter((address) => !known.some(({ value }) => value === address)).map(shown)]}
      .selectedItems=${addresses.map(shown)}
      .errorMessage=${this.errorOf(field)}
      .invalid=${!!this.errorOf(field)}
      @change=${(event: Event) => set((event.target as unknown as { selectedItems: Choice[] }).selectedItems.map(({ value }) => value))}
      @custom-value-set=${(event: CustomEvent<string>) => set([...addresses, event.detail.trim()])}
    ></vaadin-multi-select-combo-box>`;
  }

  private renderMarks(start: Start): unknown {
    const here = new Set([...this.to, ...this.cc].map((address) => address.toLowerCase()));
    const returned = start.recipients.filter(({ address, undeliverable }) => undeliverable && here.has(address.toLowerCase()));
    const unwilling = start.recipients.filter(({ optedOut }) => optedOut);
    return html`${returned.map(
      ({ address, undeliverable }) => html`<div class="notice warn" role="status"><pw-icon name="triangle-alert"></pw-icon><div class="grow">${t('core.mail.undeliverable', { address, reason: undeliverable! })}</div></div>`,
    )}
    ${unwilling.length ? html`<p class="muted">${t('core.mail.opted-out', { names: formatList(unwilling.map(({ name }) => name)) })}</p>` : nothing}`;
  }

  private renderFiles(): TemplateResult {
    return html`<fieldset class="mail-attach">
      <legend>${t('core.mail.attach')}</legend>
      ${this.files.map(
        (file) => html`<vaadin-checkbox
          label=${t('core.files.of', { name: file.name, size: formatSize(file.size) })}
          .checked=${this.chosen.has(file.id)}
          @change=${(event: Filled) => {
            const next = new Set(this.chosen);
            if (event.target.checked) {
              next.add(file.id);
            } else {
              next.delete(file.id);
            }
            this.chosen = next;
          }}
        ></vaadin-checkbox>`,
      )}
    </fieldset>`;
  }
}

/** A dialog that sends a mail from the record at the address; whether one was sent. */
export async function writeMail(address: string, { answers = '' }: { answers?: string } = {}): Promise<boolean> {
  const compose = (): PwMailCompose | null => document.querySelector('pw-mail-compose');
  const sent = await ask<boolean>({
    heading: t(answers ? 'core.mail.answer' : 'core.mail.write'),
    width: '760px',
    content: (close) => html`<pw-mail-compose .address=${address} .answers=${answers} @pw-sent=${() => close(true)}></pw-mail-compose>`,
    footer: (close) => html`<button type="button" class="button" @click=${async () => (await mayLeave(compose())) && close(false)}>${t('core.cancel')}</button>
      <button type="button" class="button primary" @click=${() => void compose()?.send()}><pw-icon name="send"></pw-icon>${t('core.mail.send')}</button>`,
    mayClose: () => mayLeave(compose()),
  });
  if (sent) {
    notify(t('core.mail.on-its-way'), { kind: 'success' });
  }
  return sent ?? false;
}

async function mayLeave(compose: PwMailCompose | null): Promise<boolean> {
  return !compose?.touched || (await confirm({ heading: t('core.mail.discard'), text: t('core.mail.discard.text'), action: t('core.mail.discard'), danger: true }));
}
