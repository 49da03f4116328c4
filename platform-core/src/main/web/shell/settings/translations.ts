import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, language, languageName, languages, many, notify, t, tenantApi, workspace } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';

interface Translation {
  recordType: string;
  id: string;
  name: string;
  text: string | null;
}

/** What the organisation's own names are called in its people's other languages. */
@customElement('pw-translations')
export class PwTranslations extends PwSection<Translation[]> {
  @state() private chosen = '';
  @state() private missingOnly = false;

  /** Names are given in the organisation's own language; the others are translated to. */
  private get others(): string[] {
    return languages.filter((each) => each !== workspace.manifest!.tenant.language);
  }

  private get into(): string {
    return this.chosen || (this.others.includes(language()) ? language() : this.others[0]!);
  }

  protected async read(): Promise<Translation[]> {
    const { items } = await api.get<{ items: Translation[] }>(tenantApi(`translations/${this.into}`));
    return items;
  }

  protected renderContent(all: Translation[]): TemplateResult {
    const shown = this.missingOnly ? all.filter(({ text }) => !text) : all;
    const kinds = [...new Set(shown.map(({ recordType }) => recordType))];
    const missing = all.filter(({ text }) => !text).length;
    return html`${sectionHead(t('core.translations'), t('core.translations.text', { language: languageName(workspace.manifest!.tenant.language) }))}
      <div class="toolbar" style="display: flex; flex-wrap: wrap; gap: 16px; align-items: center; margin-bottom: 16px">
        <label class="check" style="align-items: center">
          <span>${t('core.translations.into')}</span>
          <select class="input" style="width: auto" @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
            ${this.others.map((each) => html`<option value=${each} ?selected=${each === this.into}>${languageName(each)}</option>`)}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" .checked=${this.missingOnly} @change=${(event: Event) => (this.missingOnly = (event.target as HTMLInputElement).checked)} />
          <span>${t('core.translations.missing', { count: missing })}</span>
        </label>
      </div>
      ${kinds.length
        ? kinds.map(
            (kind) => html`<section class="card">
              <header><h2>${this.heading(kind)}</h2></header>
              <ul class="lines">
                ${shown.filter(({ recordType }) => recordType === kind).map((each) => this.renderName(each))}
              </ul>
            </section>`,
          )
        : html`<p class="muted">${t('core.translations.complete')}</p>`}`;
  }

  private heading(kind: string): string {
    return workspace.recordType(kind) ? many(kind) : t('core.roles');
  }

  private renderName(each: Translation): TemplateResult {
    return html`<li>
      <div class="grow">${each.name}</div>
      <input
        class="input"
        style="width: min(320px, 100%)"
        maxlength="255"
        lang=${this.into}
        aria-label=${t('core.translations.of', { name: each.name, language: languageName(this.into) })}
        placeholder=${each.name}
        .value=${each.text ?? ''}
        @change=${(event: Event) => void this.save(each, (event.target as HTMLInputElement).value.trim())}
      />
    </li>`;
  }

  private choose(other: string): void {
    this.chosen = other;
    void this.refresh();
  }

  private async save(each: Translation, text: string): Promise<void> {
    const path = tenantApi(`translations/${this.into}/${each.id}`);
    try {
      await (text ? api.put(path, { text }) : api.delete(path));
      each.text = text || null;
      notify(t('core.saved'), { kind: 'success' });
      this.requestUpdate();
    } catch (problem) {
      reportProblem(problem);
      await this.refresh();
    }
  }
}
