import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatAgo, formatInstant, notify, PwElement, t, tenantApi } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';

interface Feed {
  id: string;
  name: string;
  whose: string;
  createdAt: string;
  url?: string | null;
}

/** Addresses under which other programs read the calendar; a new one is shown once. */
@customElement('pw-calendar-feeds')
export class PwCalendarFeeds extends PwElement {
  @property() whose = 'me';
  @state() private feeds: Feed[] = [];
  @state() private made: Feed | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.feeds = (await api.get<{ items: Feed[] }>(tenantApi('calendar-feeds'))).items;
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async make(): Promise<void> {
    try {
      const name = `Pipewright: ${t(`core.calendar.whose.${this.whose}`)}`;
      this.made = await api.post<Feed>(tenantApi('calendar-feeds'), { name, whose: this.whose.toUpperCase() });
      await this.read();
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async revoke({ id }: Feed): Promise<void> {
    try {
      await api.delete(`${tenantApi('calendar-feeds')}/${id}`);
      this.made = this.made?.id === id ? undefined : this.made;
      await this.read();
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async copy(url: string): Promise<void> {
    await navigator.clipboard.writeText(url);
    notify(t('core.link-copied'), { kind: 'success' });
  }

  protected override render(): TemplateResult {
    return html`<p>${t('core.calendar.feed.text')}</p>
      <button type="button" class="button primary" @click=${() => void this.make()}>${t('core.calendar.feed.make', { whose: t(`core.calendar.whose.${this.whose}`) })}</button>
      ${this.made?.url
        ? html`<div class="notice" style="margin-top: 12px">
            <div class="grow"><label for="feed-url">${t('core.calendar.feed.once')}</label><input id="feed-url" class="input" readonly .value=${this.made.url} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></div>
            <button type="button" class="button" @click=${() => void this.copy(this.made!.url!)}>${t('core.copy-link')}</button>
          </div>`
        : nothing}
      <ul class="files" style="margin-top: 12px">
        ${this.feeds.map(
          (feed) => html`<li>
            <pw-icon name="calendar"></pw-icon>
            <div class="grow">
              ${feed.name}
              <div class="muted"><time datetime=${feed.createdAt} title=${formatInstant(feed.createdAt)}>${formatAgo(feed.createdAt)}</time></div>
            </div>
            <button type="button" class="button small" @click=${() => void this.revoke(feed)}>${t('core.calendar.feed.revoke')}</button>
          </li>`,
        )}
      </ul>`;
  }
}

/** Opens the list of addresses. */
export async function showFeeds(whose: string): Promise<void> {
  await ask({ heading: t('core.calendar.feed'), width: '620px', content: () => html`<pw-calendar-feeds .whose=${whose}></pw-calendar-feeds>` });
}
