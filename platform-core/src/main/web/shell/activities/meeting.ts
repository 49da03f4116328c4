import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, PwElement, t, tenantApi, workspace, type Page, type RecordData, type Reference } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { busyOn, dayLine, type Stretch } from './busy-day.js';

interface Attendee extends RecordData {
  name: string;
  status: string;
  answer?: string | null;
  member?: Reference | null;
}

const looks: Record<string, string> = { OPEN: '', ACCEPTED: 'good', TENTATIVE: 'info', DECLINED: 'bad' };

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

  private async read(): Promise<void> {
    try {
      this.attendees = (await api.get<Page>(`${tenantApi('activities')}/${this.record.id}/attendees`)).items as Attendee[];
      const members = this.attendees.flatMap(({ member }) => (member ? [member.id] : []));
      if (this.start && members.length) {
        this.busy = await busyOn(this.start, members, this.record.id);
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
      ${stretches ? dayLine(stretches, this.start!, Number(this.record.duration ?? 0)) : nothing}
    </li>`;
  }
}
