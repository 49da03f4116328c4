import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, PwElement, t, tenantApi, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { mayWrite } from './compose.js';

interface Returned {
  address: string;
  reason: string;
}

/** At most so many addresses are asked about at once. */
const most = 100;

/** The addresses of a record from which mails came back, with the reason. */
@customElement('pw-returned-mails')
export class PwReturnedMails extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  @state() private returned: Returned[] = [];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record')) {
      void this.read();
    }
  }

  private get addresses(): string[] {
    return this.type.fields
      .filter(({ kind }) => kind === 'emails')
      .flatMap(({ name }) => ((this.record[name] as { value: string }[] | null | undefined) ?? []).map(({ value }) => value))
      .slice(0, most);
  }

  private get root(): string {
    return tenantApi('undeliverable-addresses');
  }

  private async read(): Promise<void> {
    const { addresses } = this;
    if (!addresses.length || !mayWrite()) {
      this.returned = [];
      return;
    }
    try {
      this.returned = (await api.get<{ items: Returned[] }>(`${this.root}?${addresses.map((address) => `address=${encodeURIComponent(address)}`).join('&')}`)).items;
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async clear({ address }: Returned): Promise<void> {
    try {
      await api.delete(`${this.root}/${encodeURIComponent(address)}`);
      await this.read();
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.returned.length
      ? html`${this.returned.map(
          (one) => html`<div class="notice warn" role="status">
            <pw-icon name="triangle-alert"></pw-icon>
            <div class="grow">${t('core.mail.address-returned', { address: one.address, reason: one.reason })}</div>
            <button type="button" class="button quiet small" @click=${() => void this.clear(one)}>${t('core.mail.address-works')}</button>
          </div>`,
        )}`
      : nothing;
  }
}
