import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatInstant, language, languageName, languages, notify, Problem, t, tenantApi } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { emptyState, reportProblem } from '../parts/states.js';
import { PwSection, sectionHead } from './section.js';

interface Template {
  kind: string;
  template: string;
  standard: string;
  own: boolean;
  version: number;
}

/** A version that was in force, or is; without a template it is that of the product. */
interface Version {
  n: number;
  template?: string | null;
  author: { title: string };
  at: string;
}

interface Setting {
  key: string;
  value: string;
}

interface Content {
  templates: Template[];
  letterhead: Setting[];
}

/** What the tenant's papers look like: letterhead, and the template of each kind. */
@customElement('pw-paper-list')
export class PwPaperList extends PwSection<Content> {
  @state() private open = '';
  @state() private draft = '';
  @state() private mistake: string | undefined;
  @state() private versions: Version[] = [];

  protected async read(): Promise<Content> {
    const [templates, settings] = await Promise.all([
      api.get<{ items: Template[] }>(tenantApi('paper-templates')),
      api.get<{ items: Setting[] }>(tenantApi('settings')),
    ]);
    return { templates: templates.items, letterhead: settings.items.filter(({ key }) => key.startsWith('core.letterhead.')) };
  }

  protected renderContent({ templates, letterhead }: Content): TemplateResult {
    return html`${sectionHead(t('core.papers'), t('core.papers.text'))}
      <form class="card" @submit=${this.saveLetterhead}>
        <header><h2>${t('core.letterhead')}</h2></header>
        <div class="body form-grid">
          ${letterhead.map(
            ({ key, value }) => html`<div class="field wide">
              <label for=${key}>${t(key)}</label>
              <textarea class="input" id=${key} name=${key} rows="4" maxlength="1000" .value=${value}></textarea>
              <span class="muted">${t(`${key}.help`)}</span>
            </div>`,
          )}
        </div>
        <div class="form-footer" style="border-radius: 0 0 12px 12px"><button class="button primary">${t('core.save')}</button></div>
      </form>
      ${templates.length ? templates.map((template) => this.renderTemplate(template)) : emptyState({ icon: 'file-text', title: t('core.papers.none'), text: t('core.papers.none.text') })}`;
  }

  private renderTemplate(template: Template): TemplateResult {
    const open = this.open === template.kind;
    return html`<section class="card">
      <header style="flex-wrap: wrap">
        <h2>${t(`${template.kind}.paper`)}</h2>
        <div class="buttons">
          ${languages.map(
            (tag) => html`<button type="button" class="button small" @click=${() => void this.preview(template, tag, open)}><pw-icon name="eye"></pw-icon>${t('core.papers.preview', { language: languageName(tag) })}</button>`,
          )}
          <button type="button" class="button small" aria-expanded=${open} @click=${() => void this.toggle(template)}><pw-icon name="pencil"></pw-icon>${t('core.papers.edit')}</button>
        </div>
      </header>
      ${open ? this.renderEditor(template) : html`<div class="body muted">${template.own ? t('core.papers.own', { version: template.version }) : t('core.papers.standard')}</div>`}
    </section>`;
  }

  private renderEditor(template: Template): TemplateResult {
    return html`<div class="body">
        <div class="field">
          <label for="template">${t('core.papers.template')}</label>
          <textarea
            class="input"
            id="template"
            rows="22"
            spellcheck="false"
            style="font-family: ui-monospace, monospace; font-size: 13px; white-space: pre; overflow-x: auto"
            .value=${this.draft}
            aria-invalid=${!!this.mistake}
            @input=${(event: Event) => (this.draft = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
          ${this.mistake ? html`<span class="error">${this.mistake}</span>` : html`<span class="muted">${t('core.papers.template.help')}</span>`}
        </div>
        ${this.versions.length ? this.renderVersions(template) : nothing}
      </div>
      <div class="form-footer" style="border-radius: 0 0 12px 12px">
        ${template.own ? html`<button type="button" class="button" @click=${() => void this.giveUp(template)}>${t('core.papers.give-up')}</button>` : nothing}
        <button type="button" class="button primary" ?disabled=${this.draft === template.template} @click=${() => void this.save(template)}>${t('core.save')}</button>
      </div>`;
  }

  /** Any of them is taken up into the editor, where it can be looked at as a paper; saved, it is in force again. */
  private renderVersions({ standard }: Template): TemplateResult {
    return html`<div class="field">
      <h3>${t('core.papers.versions')}</h3>
      <ul style="list-style: none; margin: 0; padding: 0">
        ${this.versions.map((version) => {
          const shown = (version.template ?? standard) === this.draft;
          return html`<li style="display: flex; gap: 12px; align-items: center; flex-wrap: wrap; padding: 4px 0">
            <span class="grow">${this.named(version)}</span>
            <button type="button" class="button small" aria-label="${t('core.papers.version.take')}: ${this.named(version)}" ?disabled=${shown} @click=${() => this.take(version, standard)}>
              ${t(shown ? 'core.papers.version.taken' : 'core.papers.version.take')}
            </button>
          </li>`;
        })}
      </ul>
    </div>`;
  }

  private named({ n, template, author, at }: Version): string {
    return t(template ? 'core.papers.version' : 'core.papers.version.standard', { version: n, author: author.title, at: formatInstant(at) });
  }

  private take({ template }: Version, standard: string): void {
    this.draft = template ?? standard;
    this.mistake = undefined;
  }

  private async toggle({ kind, template }: Template): Promise<void> {
    this.open = this.open === kind ? '' : kind;
    this.draft = template;
    this.mistake = undefined;
    this.versions = [];
    if (this.open) {
      const found = await this.done(() => api.get<{ items: Version[] }>(tenantApi(`paper-templates/${kind}/versions`)));
      this.versions = this.open === kind ? (found?.items ?? []) : this.versions;
    }
  }

  private async saveLetterhead(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    try {
      for (const { key, value } of this.content!.letterhead) {
        const wanted = String(values.get(key) ?? '');
        if (wanted !== value) {
          await api.put(tenantApi(`settings/${key}`), { value: wanted || null });
        }
      }
      notify(t('core.saved'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  }

  private async preview({ kind }: Template, tag: string, tried: boolean): Promise<void> {
    const file = await this.done(() =>
      api.post<Blob>(tenantApi(`paper-templates/${kind}/preview`), { language: tag || language(), ...(tried ? { template: this.draft } : {}) }, { file: 'application/pdf' }),
    );
    if (file) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.target = '_blank';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }
  }

  private async save({ kind }: Template): Promise<void> {
    if (await this.done(() => api.put(tenantApi(`paper-templates/${kind}`), { template: this.draft }))) {
      this.open = '';
      notify(t('core.saved'), { kind: 'success' });
      await this.refresh();
    }
  }

  private async giveUp({ kind }: Template): Promise<void> {
    if (
      (await confirm({ heading: t('core.papers.give-up'), text: t('core.papers.give-up.text'), action: t('core.papers.give-up') })) &&
      (await this.done(() => api.delete<unknown>(tenantApi(`paper-templates/${kind}`))))
    ) {
      this.open = '';
      await this.refresh();
    }
  }

  private async done<T>(deed: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await deed();
      this.mistake = undefined;
      return result;
    } catch (problem) {
      this.mistake = problem instanceof Problem ? problem.of('template') : undefined;
      if (!this.mistake) {
        reportProblem(problem);
      }
      return undefined;
    }
  }
}
