import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@vaadin/text-area';
import { api, notify, t, tenantApi, workspace } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';

interface OwnMails {
  signature: string;
  dropBoxes: { name: string; address: string }[];
}

/** What a person sets and needs for mails: the signature, and the addresses that take copies. */
@customElement('pw-own-mails')
export class PwOwnMails extends PwSection<OwnMails> {
  private text = '';

  protected async read(): Promise<OwnMails> {
    const [{ text }, dropBoxes] = await Promise.all([
      api.get<{ text: string }>(tenantApi('signature')),
      workspace.recordTypeAt('mailboxes')
        ? api.get<{ items: OwnMails['dropBoxes'] }>(`${tenantApi('mailboxes')}?filter=${encodeURIComponent('purpose==DROP_BOX;active==true')}`)
        : { items: [] },
    ]);
    this.text = text;
    return { signature: text, dropBoxes: dropBoxes.items };
  }

  protected renderContent({ signature, dropBoxes }: OwnMails): TemplateResult {
    return html`${sectionHead(t('core.own-mails'), t('core.own-mails.text'))}
      <section class="card">
        <header><h2>${t('core.signature')}</h2></header>
        <div class="body">
          <vaadin-text-area
            style="width: 100%; min-height: 140px"
            label=${t('core.signature.text')}
            maxlength="2000"
            .value=${signature}
            @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
          ></vaadin-text-area>
          <div class="buttons" style="margin-top: 10px"><button type="button" class="button primary" @click=${() => void this.keep()}>${t('core.save')}</button></div>
        </div>
      </section>
      ${dropBoxes.length
        ? html`<section class="card">
            <header><h2>${t('core.drop-box')}</h2></header>
            <div class="body"><p>${t('core.drop-box.text')}</p></div>
            <ul class="lines">
              ${dropBoxes.map(
                ({ name, address }) => html`<li>
                  <pw-icon name="mail"></pw-icon>
                  <div class="grow"><b>${address}</b><small>${name}</small></div>
                  <button type="button" class="button small" @click=${() => void this.copy(address)}>${t('core.copy')}</button>
                </li>`,
              )}
            </ul>
          </section>`
        : nothing}`;
  }

  private async copy(address: string): Promise<void> {
    await navigator.clipboard.writeText(address);
    notify(t('core.drop-box.copied'), { kind: 'success' });
  }

  private async keep(): Promise<void> {
    try {
      await api.put(tenantApi('signature'), { text: this.text });
      notify(t('core.saved'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
  }
}
