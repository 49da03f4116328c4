import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatAgo, formatInstant, notify, t } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';

interface Session {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  userAgent?: string;
  current: boolean;
}

const browserOf = (agent = ''): string => /Edg|OPR|Firefox|Chrome|Safari/.exec(agent)?.[0].replace('Edg', 'Edge').replace('OPR', 'Opera') ?? agent.slice(0, 40);
const systemOf = (agent = ''): string => /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent)?.[0] ?? '';

/** The browsers the person is logged in with. */
@customElement('pw-own-sessions')
export class PwOwnSessions extends PwSection<Session[]> {
  protected async read(): Promise<Session[]> {
    return (await api.get<{ items: Session[] }>('/api/sessions')).items;
  }

  protected renderContent(sessions: Session[]): TemplateResult {
    return html`${sectionHead(t('core.sessions'), t('core.sessions.text'))}
      <section class="card">
        <ul class="lines">
          ${sessions.map(
            ({ id, createdAt, lastSeenAt, userAgent, current }) => html`<li>
              <pw-icon name="globe"></pw-icon>
              <div class="grow">
                <b>${[browserOf(userAgent), systemOf(userAgent)].filter(Boolean).join(' · ')}</b>
                ${current ? html`<span class="badge good">${t('core.session.this')}</span>` : nothing}
                <small>${t('core.session.times', { since: formatInstant(createdAt), seen: formatAgo(lastSeenAt) })}</small>
              </div>
              ${current ? nothing : html`<button type="button" class="button small" @click=${() => void this.end(id)}>${t('core.session.end')}</button>`}
            </li>`,
          )}
        </ul>
      </section>`;
  }

  private async end(id: string): Promise<void> {
    try {
      await api.delete(`/api/sessions/${id}`);
      notify(t('core.session.ended-one'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  }
}
