import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, many, notify, Problem, t, tenantApi } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';

interface KeptFor {
  recordType: string;
  /** Missing where it is kept for ever. */
  days?: number | null;
}

/** How long the history of each kind of record is kept. */
@customElement('pw-retention-list')
export class PwRetentionList extends PwSection<KeptFor[]> {
  protected async read(): Promise<KeptFor[]> {
    const { items } = await api.get<{ items: KeptFor[] }>(tenantApi('retention'));
    return items;
  }

  protected renderContent(all: KeptFor[]): TemplateResult {
    return html`${sectionHead(t('core.retention'), t('core.retention.text'))}
      <section class="card">
        <ul class="lines">
          ${all.map((kept) => this.renderKept(kept))}
        </ul>
      </section>`;
  }

  private renderKept({ recordType, days }: KeptFor): TemplateResult {
    const name = many(recordType);
    return html`<li>
      <div class="grow"><b>${name}</b><small>${days ? t('core.retention.days', { count: days }) : t('core.retention.forever')}</small></div>
      <input
        class="input"
        style="width: 120px"
        type="number"
        min="30"
        placeholder=${t('core.retention.forever')}
        aria-label=${t('core.retention.of', { name })}
        .value=${String(days ?? '')}
        @change=${(event: Event) => void this.choose(recordType, name, event.target as HTMLInputElement)}
      />
    </li>`;
  }

  private async choose(recordType: string, name: string, input: HTMLInputElement): Promise<void> {
    const days = input.value === '' ? null : Number(input.value);
    const sure =
      days === null || (await confirm({ heading: t('core.retention.of', { name }), text: t('core.retention.sure', { count: days }), action: t('core.save'), danger: true }));
    try {
      if (sure) {
        await api.put(tenantApi(`retention/${recordType}`), { days });
        notify(t('core.saved'), { kind: 'success' });
      }
    } catch (problem) {
      const message = problem instanceof Problem ? problem.of('days') : undefined;
      if (message) {
        notify(message, { kind: 'error' });
      } else {
        reportProblem(problem);
      }
    }
    await this.refresh();
    input.value = String(this.content?.find((kept) => kept.recordType === recordType)?.days ?? '');
  }
}
