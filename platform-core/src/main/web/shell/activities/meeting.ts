import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { api, language, PwElement, query, t, tenantApi, workspace, type Page, type RecordData, type Reference } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { dayStart, plusDays } from './calendar-model.js';

interface Attendee extends RecordData {
  name: string;
  status: string;
  answer?: string | null;
  member?: Reference | null;
}

interface Stretch {
  from: string;
  to: string;
}

const looks: Record<string, string> = { OPEN: '', ACCEPTED: 'good', TENTATIVE: 'info', DECLINED: 'bad' };

const usualMinutes = 30;

/** Hours of the day that are drawn. */
const firstHour = 7;
const lastHour = 20;

const time = (moment: string): string => new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit' }).format(new Date(moment));

/** Who comes to a meeting, what they answered, and when on that day colleagues are busy. */
@customElement('pw-meeting')
export class PwMeeting extends PwElement {
  @property({ attribute: false }) record!: RecordData;
  @state() private attendees: Attendee[] = [];
  @state() private busy: Map<string, Stretch[]> = new Map();

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record')) {
      void this.read();
    }
  }

  private get start(): Date | undefined {
    return this.record.startsAt ? new Date(String(this.record.startsAt)) : undefined;
  }

  private get end(): Date {
    return new Date(this.start!.getTime() + (Number(this.record.duration ?? 0) || usualMinutes) * 60_000);
  }

  private async read(): Promise<void> {
    try {
      this.attendees = (await api.get<Page>(`${tenantApi('activities')}/${this.record.id}/attendees`)).items as Attendee[];
      const members = this.attendees.flatMap(({ member }) => (member ? [member.id] : []));
      if (this.start && members.length) {
        const day = dayStart(this.start);
        const asked = query({ from: day.toISOString(), to: plusDays(day, 1).toISOString(), except: this.record.id }) + members.map((id) => `&member=${id}`).join('');
        const { items } = await api.get<{ items: { member: string; busy: Stretch[] }[] }>(tenantApi('free-busy') + asked);
        this.busy = new Map(items.map(({ member, busy }) => [member, busy]));
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.attendees.length && workspace.recordType('core.attendee')
      ? html`<div class="meeting">
          <h3>${t('core.meeting.attendees')}</h3>
          <ul>
            ${this.attendees.map((attendee) => this.renderAttendee(attendee))}
          </ul>
        </div>`
      : nothing;
  }

  private renderAttendee({ name, status, answer, member }: Attendee): TemplateResult {
    const stretches = member ? this.busy.get(member.id) : undefined;
    return html`<li>
      <div class="meeting-who">
        <span class="grow">${name}${answer ? html`<small class="muted"> – ${answer}</small>` : nothing}</span>
        <span class="badge ${looks[status] ?? ''}">${t(`core.attendee.status.${status}`)}</span>
      </div>
      ${stretches ? this.renderDay(stretches) : nothing}
    </li>`;
  }

  /** The day as a line with what is planned marked in it, in the time of whoever looks, and in words. */
  private renderDay(stretches: Stretch[]): TemplateResult {
    const times = stretches.map(({ from, to }) => `${time(from)}–${time(to)}`).join(', ');
    return html`<div class="meeting-day" aria-hidden="true">
        ${stretches.map(({ from, to }) => html`<i style=${styleMap(this.placed(from, to))}></i>`)}
        <b style=${styleMap(this.placed(this.start!.toISOString(), this.end.toISOString()))}></b>
      </div>
      <small class="muted">${times ? t('core.meeting.busy', { times }) : t('core.meeting.free')}</small>`;
  }

  private placed(from: string, to: string): Record<string, string> {
    const day = dayStart(this.start!);
    const share = (moment: string): number => Math.min(100, Math.max(0, (((new Date(moment).getTime() - day.getTime()) / 3_600_000 - firstHour) * 100) / (lastHour - firstHour)));
    return { left: `${share(from)}%`, width: `${share(to) - share(from)}%` };
  }
}
