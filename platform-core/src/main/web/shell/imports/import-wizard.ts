import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatNumber, hasText, many, notify, Problem, PwElement, query, router, t, tenantApi, tenantPage, workspace, type RecordTypeDescriptor } from '@pipewright/ui';
import { emptyState, loading, problemState, reportProblem } from '../parts/states.js';
import './import-mapping.js';
import './import-preview.js';
import { countOf, stepOf, steps, type ImportMapping, type ImportRun, type Step } from './model.js';

/** From a file to records: upload, mapping, preview with every bad row, run, result. */
@customElement('pw-import-wizard')
export class PwImportWizard extends PwElement {
  @property() importId = '';
  @property() typePath = '';
  @state() private run: ImportRun | undefined;
  @state() private step: Step = 'upload';
  @state() private problem: unknown;
  @state() private busy = false;
  @state() private over = false;
  @state() private encoding = '';
  @state() private delimiter = '';
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.importId) {
      void this.read(true);
    }
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  private get type(): RecordTypeDescriptor | undefined {
    return this.run ? workspace.recordType(this.run.recordType) : workspace.recordTypeAt(this.typePath);
  }

  private address(rest = ''): string {
    return tenantApi(`imports/${this.run?.id ?? this.importId}${rest}`);
  }

  private async read(decide = false): Promise<void> {
    clearTimeout(this.timer);
    try {
      const before = this.run;
      // What has ended is left out of the answer.
      this.run = { ...before, work: undefined, rate: undefined, ...(await api.get<ImportRun>(this.address())) };
      const ended = !this.run.work && (before?.work || this.step === 'run');
      if (decide || ended || this.run.work) {
        this.step = stepOf(this.run);
      }
      if (this.run.work) {
        this.timer = window.setTimeout(() => void this.read(), 700);
      } else if (ended && this.step === 'result') {
        await workspace.reload();
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected override render(): TemplateResult {
    const { type } = this;
    if (this.problem) {
      return problemState(this.problem, () => {
        this.problem = undefined;
        void this.read(true);
      });
    }
    if (this.importId && !this.run) {
      return html`<div class="page">${loading(8)}</div>`;
    }
    if (!type) {
      return emptyState({ icon: 'compass', title: t('core.error.not-found.title'), text: t('core.error.not-found') });
    }
    return html`<div class="page">
      <div class="page-head">
        <div class="grow">
          <h1>${t('core.import-type', { type: many(type.label) })}</h1>
          ${this.run?.fileName ? html`<p>${this.run.fileName} · ${t('core.import.rows', { count: formatNumber(this.run.rowCount) })}</p>` : nothing}
        </div>
      </div>
      ${this.renderSteps()} ${this.renderStep(type)}
    </div>`;
  }

  private renderSteps(): TemplateResult {
    const at = steps.indexOf(this.step);
    return html`<ol class="steps">
      ${steps.map(
        (step, index) => html`<li class=${index < at ? 'done' : ''} aria-current=${index === at ? 'step' : nothing}>
          <i>${index < at ? html`<pw-icon name="check"></pw-icon>` : index + 1}</i><span>${t(`core.import.step.${step}`)}</span>
        </li>`,
      )}
    </ol>`;
  }

  private renderStep(type: RecordTypeDescriptor): TemplateResult {
    switch (this.step) {
      case 'upload':
        return this.renderUpload(type);
      case 'mapping':
        return html`<pw-import-mapping
          .type=${type}
          .run=${this.run!}
          .busy=${this.busy}
          @pw-mapped=${({ detail }: CustomEvent<ImportMapping>) => void this.validate(detail)}
        ></pw-import-mapping>`;
      case 'preview':
        return this.run!.work ? this.renderWork() : this.renderPreview(type);
      case 'run':
        return this.renderWork();
      default:
        return this.renderResult(type);
    }
  }

  private renderUpload(type: RecordTypeDescriptor): TemplateResult {
    const take = (files: FileList | null | undefined): unknown => files?.[0] && this.upload(files[0]);
    return html`<label
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          this.over = false;
          take(event.dataTransfer?.files);
        }}
      >
        <pw-icon name="file-spreadsheet"></pw-icon>
        <b>${t(this.busy ? 'core.import.uploading' : 'core.import.drop')}</b>
        <span class="muted">${t('core.import.drop.text')}</span>
        <input class="unseen" type="file" accept=".csv,.tsv,.txt,text/csv" ?disabled=${this.busy} @change=${(event: Event) => take((event.target as HTMLInputElement).files)} />
      </label>
      <div class="buttons" style="gap: 14px">
        <a class="button" download href=${tenantApi(`imports/templates/${type.name}.csv`)}><pw-icon name="download"></pw-icon>${t('core.import.template')}</a>
        ${this.renderReadingChoice('encoding', ['UTF-8', 'windows-1252', 'ISO-8859-1', 'UTF-16'])}
        ${this.renderReadingChoice('delimiter', [',', ';', 'tab', '|'])}
      </div>
      <p class="muted">${t('core.import.upload.help')}</p>`;
  }

  private renderReadingChoice(name: 'encoding' | 'delimiter', values: string[]): TemplateResult {
    return html`<label style="display: flex; align-items: center; gap: 8px">
      <span class="muted">${t(`core.import.${name}`)}</span>
      <select class="input" style="width: auto" @change=${(event: Event) => (this[name] = (event.target as HTMLSelectElement).value)}>
        <option value="">${t('core.import.detect')}</option>
        ${values.map((value) => html`<option value=${value} ?selected=${this[name] === value}>${value === 'tab' ? t('core.import.tab') : value}</option>`)}
      </select>
    </label>`;
  }

  private async upload(file: File): Promise<void> {
    this.busy = true;
    try {
      const values = { recordType: this.type!.name, fileName: file.name, encoding: this.encoding, delimiter: this.delimiter };
      this.run = await api.post<ImportRun>(tenantApi('imports') + query(values), undefined, { raw: file, contentType: 'text/csv' });
      this.step = 'mapping';
      history.replaceState({}, '', tenantPage(`imports/${this.run.id}`));
    } catch (problem) {
      reportProblem(problem);
    } finally {
      this.busy = false;
    }
  }

  private async validate(mapping: ImportMapping): Promise<void> {
    this.busy = true;
    try {
      await api.put(this.address('/mapping'), mapping);
      this.run = await api.post<ImportRun>(this.address('/validate'));
      this.step = 'preview';
      await this.read();
    } catch (problem) {
      const messages = problem instanceof Problem ? problem.errors.map(({ field, message }) => `${field}: ${message}`) : [];
      if (messages.length) {
        notify(messages.slice(0, 4).join(' '), { kind: 'error' });
      } else {
        reportProblem(problem);
      }
    } finally {
      this.busy = false;
    }
  }

  private renderWork(): TemplateResult {
    const { work, rowCount, done = 0 } = this.run!;
    const share = rowCount ? Math.min(100, Math.round((done / rowCount) * 100)) : 0;
    const rate = Math.round(this.run!.rate ?? 0);
    return html`<section class="card">
      <div class="body" style="display: grid; gap: 14px">
        <h2 role="status">${t(`core.import.work.${(work ?? 'RUN').toLowerCase()}`)}</h2>
        <div class="progress" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${share} aria-label=${t('core.import.progress')}>
          <i style="width: ${share}%"></i>
        </div>
        <p class="muted number">
          ${t('core.import.progress.rows', { done: formatNumber(done), total: formatNumber(rowCount) })}${rate ? ` · ${t('core.import.rate', { rate: formatNumber(rate) })}` : ''}
        </p>
        ${work === 'RUN'
          ? html`<div class="notice"><pw-icon name="info"></pw-icon><div class="grow">${t('core.import.leave')}</div></div>
              <div class="buttons"><button type="button" class="button danger" @click=${() => void this.act('/cancel')}>${t('core.import.cancel')}</button></div>`
          : nothing}
      </div>
    </section>`;
  }

  private async act(rest: string, step?: Step): Promise<void> {
    try {
      this.run = await api.post<ImportRun>(this.address(rest));
      this.step = step ?? this.step;
      await this.read();
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private figures(entries: [string, number, string][]): TemplateResult {
    return html`<div class="figures">
      ${entries.map(([key, count, tone]) => html`<div class=${count ? tone : ''}><b>${formatNumber(count)}</b><span>${t(`core.import.count.${key}`)}</span></div>`)}
    </div>`;
  }

  private renderPreview(type: RecordTypeDescriptor): TemplateResult {
    const run = this.run!;
    const bad = countOf(run, 'ERROR', 'FAILED');
    const good = countOf(run, 'VALID', 'SKIPPED');
    return html`${this.figures([
        ['rows', run.rowCount, ''],
        ['valid', good, 'good'],
        ['error', bad, 'bad'],
        ['incomplete', countOf(run, 'INCOMPLETE'), ''],
        ['duplicate', countOf(run, 'DUPLICATE'), ''],
      ])}
      ${bad
        ? html`<div class="notice warn"><pw-icon name="triangle-alert"></pw-icon><div class="grow">${t('core.import.preview.bad', { count: bad })}</div>
            <a class="link" download href=${this.address('/errors.csv')}>${t('core.import.errors-file')}</a></div>`
        : html`<div class="notice good"><pw-icon name="circle-check"></pw-icon><div class="grow">${t('core.import.preview.good')}</div></div>`}
      <pw-import-preview .run=${run} .type=${type} .editable=${true} @pw-row-changed=${() => void this.read()}></pw-import-preview>
      <div class="buttons">
        <button type="button" class="button" @click=${() => (this.step = 'mapping')}><pw-icon name="arrow-left"></pw-icon>${t('core.import.step.mapping')}</button>
        <button type="button" class="button" @click=${() => void this.act('/validate')}>${t('core.import.check-again')}</button>
        <span style="flex: 1"></span>
        <button type="button" class="button primary" ?disabled=${!good} @click=${() => void this.act('/run', 'run')}>
          <pw-icon name="play"></pw-icon>${t('core.import.run', { count: good })}
        </button>
      </div>`;
  }

  private renderResult(type: RecordTypeDescriptor): TemplateResult {
    const run = this.run!;
    const state = run.state.toUpperCase();
    const bad = countOf(run, 'ERROR', 'FAILED');
    const key = `core.import.result.${state.toLowerCase()}`;
    const tone = state === 'DONE' ? 'good' : state === 'FAILED' ? 'bad' : state === 'UNDONE' ? '' : 'warn';
    const undone = state === 'UNDONE';
    return html`<div class="notice ${tone}" role="status">
        <pw-icon name=${state === 'DONE' ? 'circle-check' : undone ? 'undo-2' : 'triangle-alert'}></pw-icon>
        <div class="grow">${hasText(key) ? t(key) : run.state} ${run.reason ? (hasText(run.reason) ? t(run.reason) : run.reason) : ''}</div>
      </div>
      ${this.figures(
        undone
          ? [
              ['undone', countOf(run, 'UNDONE'), ''],
              ['kept', countOf(run, 'KEPT'), 'bad'],
            ]
          : [
              ['created', countOf(run, 'CREATED'), 'good'],
              ['updated', countOf(run, 'UPDATED'), 'good'],
              ['skipped', countOf(run, 'SKIPPED'), ''],
              ['incomplete', countOf(run, 'INCOMPLETE'), ''],
              ['besides', countOf(run, 'BESIDES'), ''],
              ['failed', bad, 'bad'],
            ],
      )}
      ${bad || countOf(run, 'KEPT') ? html`<pw-import-preview .run=${run} .type=${type} .only=${undone ? 'kept' : 'error'}></pw-import-preview>` : nothing}
      <div class="buttons">
        <a class="button primary" href=${tenantPage(type.path)}>${t('core.import.show', { type: many(type.label) })}</a>
        ${bad ? html`<a class="button" download href=${this.address('/errors.csv')}><pw-icon name="download"></pw-icon>${t('core.import.errors-file')}</a>` : nothing}
        <button type="button" class="button" @click=${() => void router.navigate(tenantPage(`${type.path}/import`))}>${t('core.import.another')}</button>
        <span style="flex: 1"></span>
        ${undone || run.actions?.includes('undo') === false ? nothing : html`<button type="button" class="button danger" @click=${() => void this.undo()}><pw-icon name="undo-2"></pw-icon>${t('core.import.undo')}</button>`}
      </div>`;
  }

  private async undo(): Promise<void> {
    const { confirm } = await import('../parts/dialog.js');
    if (await confirm({ heading: t('core.import.undo'), text: t('core.import.undo.text'), action: t('core.import.undo'), danger: true })) {
      await this.act('/undo', 'run');
    }
  }
}
