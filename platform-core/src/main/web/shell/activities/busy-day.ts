import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { api, formatTime, instantOf, PwElement, query, t, tenantApi, wallOf, workspace, type Reference } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { dayStart, plusDays } from './calendar-model.js';

/** A stretch of time in which somebody is busy. */
export interface Stretch {
  from: string;
  to: string;
}

const usualMinutes = 30;

/** Hours of the day that are drawn. */
const firstHour = 7;
const lastHour = 20;

/** When the members are busy on the day of that moment, by their ids; what is being planned does not count. */
export async function busyOn(start: Date, members: string[], except = ''): Promise<Map<string, Stretch[]>> {
  const day = dayStart(wallOf(start));
  const asked = query({ from: instantOf(day).toISOString(), to: instantOf(plusDays(day, 1)).toISOString(), except }) + members.map((id) => `&member=${id}`).join('');
  const { items } = await api.get<{ items: { member: string; busy: Stretch[] }[] }>(tenantApi('free-busy') + asked);
  return new Map(items.map(({ member, busy }) => [member, busy]));
}

function placed(start: Date, from: string, to: string): Record<string, string> {
  const day = dayStart(wallOf(start));
  const share = (moment: string): number => Math.min(100, Math.max(0, (((wallOf(moment).getTime() - day.getTime()) / 3_600_000 - firstHour) * 100) / (lastHour - firstHour)));
  return { left: `${share(from)}%`, width: `${share(to) - share(from)}%` };
}

/** The day as a line with what is planned marked in it, in the time of whoever looks, and in words. */
export function dayLine(stretches: Stretch[], start: Date, minutes: number): TemplateResult {
  const times = stretches.map(({ from, to }) => `${formatTime(from)}–${formatTime(to)}`).join(', ');
  const end = new Date(start.getTime() + (minutes || usualMinutes) * 60_000);
  return html`<div class="meeting-day" aria-hidden="true">
      ${stretches.map(({ from, to }) => html`<i style=${styleMap(placed(start, from, to))}></i>`)}
      <b style=${styleMap(placed(start, start.toISOString(), end.toISOString()))}></b>
    </div>
    <small class="muted">${times ? t('core.meeting.busy', { times }) : t('core.meeting.free')}</small>`;
}

/** When whoever is to hold what is being planned is busy on that day; it follows what is entered. */
@customElement('pw-busy-day')
export class PwBusyDay extends PwElement {
  /** What is entered: `owner`, `startsAt` and `duration`. */
  @property({ attribute: false }) values: Record<string, unknown> = {};
  @state() private busy: Stretch[] = [];
  /** Whose day is shown. */
  @state() private shown = '';

  private get start(): Date | undefined {
    return this.values.startsAt ? new Date(String(this.values.startsAt)) : undefined;
  }

  private get member(): string {
    const owner = this.values.owner as Reference | string | null | undefined;
    return (typeof owner === 'object' ? owner?.id : owner) ?? workspace.manifest!.me.id;
  }

  private get wanted(): string {
    return this.start ? `${this.member} ${dayStart(wallOf(this.start)).toISOString()}` : '';
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('values') && this.wanted !== this.shown) {
      void this.read(this.wanted);
    }
  }

  private async read(wanted: string): Promise<void> {
    try {
      const busy = this.start ? ((await busyOn(this.start, [this.member])).get(this.member) ?? []) : [];
      if (wanted === this.wanted) {
        this.busy = busy;
        this.shown = wanted;
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.shown && this.shown === this.wanted ? html`<div class="busy-day" role="status">${dayLine(this.busy, this.start!, Number(this.values.duration ?? 0))}</div>` : nothing;
  }
}
