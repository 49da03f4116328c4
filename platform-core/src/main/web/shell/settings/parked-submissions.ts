import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, formatInstant, hasText, notify, router, t, tenantApi, tenantPage, workspace } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { emptyState, reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';

interface Parked {
  id: string;
  sentAt: string;
  form: string;
  recordType: string;
  open: boolean;
  answers: Record<string, string>;
}

/** What people sent by forms while the feature behind them was off. */
@customElement('pw-parked-submissions')
export class PwParkedSubmissions extends PwSection<Parked[]> {
  protected async read(): Promise<Parked[]> {
    const { items } = await api.get<{ items: Parked[] }>(tenantApi('parked-submissions'));
    return items;
  }

  protected renderContent(parked: Parked[]): TemplateResult {
    return html`${sectionHead(t('core.parked'), t('core.parked.text'))}
    ${parked.length
      ? html`<section class="card">
          <ul class="lines">
            ${parked.map((entry) => this.renderEntry(entry))}
          </ul>
        </section>`
      : emptyState({ icon: 'inbox', title: t('core.parked.none'), text: '' })}`;
  }

  private renderEntry(entry: Parked): TemplateResult {
    const label = (name: string): string => (hasText(`${entry.recordType}.${name}`) ? t(`${entry.recordType}.${name}`) : name);
    return html`<li>
      <div class="grow">
        <b>${entry.form}</b>
        <small>${formatInstant(entry.sentAt)}${entry.open ? '' : ` · ${t('core.parked.off')}`}</small>
        <small>${Object.entries(entry.answers)
          .map(([name, value]) => `${label(name)}: ${value}`)
          .join(' · ')}</small>
      </div>
      <button type="button" class="button small" ?disabled=${!entry.open} @click=${() => void this.release(entry)}>${t('core.parked.release')}</button>
      <button type="button" class="button quiet small" @click=${() => void this.discard(entry)}>${t('core.parked.discard')}</button>
    </li>`;
  }

  private async release({ id, recordType }: Parked): Promise<void> {
    try {
      const made = await api.post<{ id: string }>(tenantApi(`parked-submissions/${id}/release`), {});
      const type = workspace.recordType(recordType);
      notify(t('core.parked.released'), { kind: 'success' });
      if (type) {
        await router.navigate(tenantPage(`${type.path}/${made.id}`));
        return;
      }
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  }

  private async discard({ id }: Parked): Promise<void> {
    if (await confirm({ heading: t('core.parked.discard'), text: t('core.parked.discard.text'), action: t('core.parked.discard'), danger: true })) {
      try {
        await api.delete(tenantApi(`parked-submissions/${id}`));
      } catch (problem) {
        reportProblem(problem);
      }
      await this.refresh();
    }
  }
}
