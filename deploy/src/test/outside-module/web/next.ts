import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatDate, PwWidget, tenantApi, tenantPage, type Page } from '@pipewright/ui';

/** The next three trade fairs. */
@customElement('events-next')
export class EventsNext extends PwWidget {
  @state() private page: Page | undefined;

  override async firstUpdated(): Promise<void> {
    this.page = await api.get<Page>(tenantApi('events?sort=startsOn&limit=3&filter=cancelled==false'));
  }

  protected override render() {
    return html`<ul>
      ${this.page?.items.map(
        (event) => html`<li><a href=${tenantPage(`events/${event.id}`)}>${event.name}</a> ${formatDate(event.startsOn as string)}</li>`,
      )}
    </ul>`;
  }
}
