import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { allOf, api, formatDate, PwWidget, query, tenantApi, tenantPage, type Page } from '@pipewright/ui';

/** The next three trade fairs. */
@customElement('events-next')
export class EventsNext extends PwWidget {
  @state() private page: Page | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('filter')) {
      void this.read();
    }
  }

  private async read(): Promise<void> {
    const { filter } = this;
    const page = await api.get<Page>(tenantApi('events') + query({ sort: 'startsOn', limit: 3, filter: allOf('cancelled==false', filter) }));
    if (filter === this.filter) {
      this.page = page;
    }
  }

  protected override render() {
    return html`<ul>
      ${this.page?.items.map(
        (event) => html`<li><a href=${tenantPage(`events/${event.id}`)}>${event.name}</a> ${formatDate(event.startsOn as string)}</li>`,
      )}
    </ul>`;
  }
}
