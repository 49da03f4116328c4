import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatDate, notify, t, tenantApi, type FieldDescriptor } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { forgetAway } from '../records/absences.js';
import { askFields } from '../records/bulk.js';
import { PwSection } from './section.js';

interface Absence {
  id: string;
  fromDay: string;
  untilDay: string;
  deputy?: { id: string; name: string } | null;
  note?: string | null;
}

const asked: FieldDescriptor[] = [
  { name: 'fromDay', label: 'core.absence.fromDay', kind: 'date', required: true },
  { name: 'untilDay', label: 'core.absence.untilDay', kind: 'date', required: true },
  { name: 'deputy', label: 'core.absence.deputy', kind: 'reference', references: 'core.member' },
  { name: 'note', label: 'core.absence.note', kind: 'text' },
];

/** When the person will not be there, and who stands in (S-AUTH-08). */
@customElement('pw-own-absences')
export class PwOwnAbsences extends PwSection<Absence[]> {
  protected async read(): Promise<Absence[]> {
    return (await api.get<{ items: Absence[] }>(tenantApi('own-absences'))).items;
  }

  protected override render(): TemplateResult {
    return html`${this.content ? this.renderContent(this.content) : nothing}`;
  }

  protected renderContent(absences: Absence[]): TemplateResult {
    return html`<section class="card">
      <header>
        <h2 class="grow">${t('core.absence.own')}</h2>
        <button type="button" class="button small" data-key="away" @click=${() => void this.add()}><pw-icon name="plus"></pw-icon>${t('core.absence.add')}</button>
      </header>
      ${absences.length
        ? html`<ul class="lines">
            ${absences.map((absence) => this.renderAbsence(absence))}
          </ul>`
        : html`<div class="body"><p class="muted">${t('core.absence.none')}</p></div>`}
    </section>`;
  }

  private renderAbsence({ id, fromDay, untilDay, deputy, note }: Absence): TemplateResult {
    const more = [deputy ? t('core.absence.standing-in', { deputy: deputy.name }) : '', note].filter(Boolean).join(' · ');
    return html`<li>
      <pw-icon name="calendar-days"></pw-icon>
      <div class="grow"><b>${formatDate(fromDay)} – ${formatDate(untilDay)}</b>${more ? html`<small>${more}</small>` : nothing}</div>
      <button type="button" class="button quiet small" @click=${() => void this.withdraw(id)}>${t('core.absence.withdraw')}</button>
    </li>`;
  }

  private async add(): Promise<void> {
    const added = await askFields(t('core.absence.add'), asked, t('core.save'), async (values) => {
      await api.post(tenantApi('own-absences'), values);
    });
    if (added) {
      forgetAway();
      notify(t('core.absence.kept'), { kind: 'success' });
      await this.refresh();
    }
  }

  private async withdraw(id: string): Promise<void> {
    try {
      await api.delete(tenantApi(`own-absences/${id}`));
      forgetAway();
      notify(t('core.absence.withdrawn'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  }
}
