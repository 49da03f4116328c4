import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, formatAgo, formatInstant, formatSize, notify, PwElement, query, t, tenantApi, tenantPage, workspace, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';
import '../parts/popup.js';
import { ask, confirm } from '../parts/dialog.js';
import { loading, problemText, reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';

/** A file of a record. */
export interface RecordFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  version: number;
  author?: Reference | null;
  at: string;
  preview: boolean;
  changeable: boolean;
  /** Kept as it is for good. */
  sealed: boolean;
  of?: { recordType: string; id: string; title: string } | null;
}

interface Version {
  number: number;
  size: number;
  author?: Reference | null;
  at: string;
}

const picture = (mediaType: string): boolean => mediaType.startsWith('image/');

async function linkTo(address: string, version?: number): Promise<string> {
  return (await api.post<{ url: string }>(`${address}/links`, version ? { version } : {})).url;
}

/** Saves a file at its address. */
export async function download(address: string, version?: number): Promise<void> {
  const anchor = document.createElement('a');
  anchor.href = await linkTo(address, version);
  anchor.download = '';
  anchor.click();
}

/** Shows a picture or a document in the page. */
export async function preview(address: string, file: RecordFile): Promise<void> {
  const url = `${await linkTo(address)}?inline=true`;
  await ask({
    heading: file.name,
    width: '900px',
    content: () => (picture(file.mediaType) ? html`<img class="file-preview" src=${url} alt=${file.name} />` : html`<iframe class="file-preview" src=${url} title=${file.name}></iframe>`),
  });
}

/** Sends a file as it is; with a field it becomes the value of that field. */
export const sendFile = (address: string, file: File, field?: string): Promise<RecordFile> =>
  api.post<RecordFile>(`${address}${query({ name: file.name, field })}`, undefined, { raw: file, contentType: 'application/octet-stream' });

/** The files of a record and of what is part of its story; files are dropped on it. */
@customElement('pw-file-list')
export class PwFileList extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property() recordId = '';
  @state() private files: RecordFile[] | undefined;
  @state() private problem: unknown;
  @state() private over = false;
  @state() private sending = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('recordId')) {
      void this.read();
    }
  }

  private get address(): string {
    return `${tenantApi(this.type.path)}/${this.recordId}/files`;
  }

  private addressOf(file: RecordFile): string {
    const type = file.of && workspace.recordType(file.of.recordType);
    return `${type ? `${tenantApi(type.path)}/${file.of!.id}/files` : this.address}/${file.id}`;
  }

  private async read(): Promise<void> {
    try {
      this.files = (await api.get<{ items: RecordFile[] }>(this.address)).items;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  private async send(files: FileList | null | undefined): Promise<void> {
    if (!files?.length || this.sending) {
      return;
    }
    this.sending = true;
    let count = 0;
    try {
      for (const file of files) {
        await sendFile(this.address, file);
        count += 1;
      }
    } catch (problem) {
      reportProblem(problem);
    } finally {
      this.sending = false;
    }
    if (count) {
      notify(t('core.files.kept', { count }), { kind: 'success' });
      await this.read();
    }
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<p class="muted">${problemText(this.problem)}</p>`;
    }
    if (!this.files) {
      return loading(3);
    }
    return html`${workspace.can('core.file') ? this.renderDrop() : nothing}
    ${this.files.length
      ? html`<ul class="files">
          ${this.files.map((file) => this.renderFile(file))}
        </ul>`
      : html`<p class="muted">${t('core.files.none')}</p>`}`;
  }

  private renderDrop(): TemplateResult {
    return html`<label
      class="drop low ${this.over ? 'over' : ''}"
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.over = true;
      }}
      @dragleave=${() => (this.over = false)}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.over = false;
        void this.send(event.dataTransfer?.files);
      }}
    >
      <pw-icon name="upload"></pw-icon>
      <span>${t(this.sending ? 'core.files.sending' : 'core.files.drop')}</span>
      <input
        class="unseen"
        type="file"
        multiple
        aria-label=${t('core.files.add')}
        ?disabled=${this.sending}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          void this.send(input.files).then(() => (input.value = ''));
        }}
      />
    </label>`;
  }

  private renderFile(file: RecordFile): TemplateResult {
    const address = this.addressOf(file);
    const open = (): Promise<void> => (file.preview ? preview(address, file) : download(address));
    const label = t(file.preview ? 'core.files.preview' : 'core.files.download', { name: file.name });
    const type = file.of && workspace.recordType(file.of.recordType);
    return html`<li>
      <pw-icon name=${file.mediaType.startsWith('text/') || file.mediaType === 'application/pdf' ? 'file-text' : picture(file.mediaType) ? 'eye' : 'file'}></pw-icon>
      <div class="grow">
        <button type="button" class="link" title=${label} @click=${() => void open().catch(reportProblem)}>${file.name}</button>
        <div class="muted">
          ${file.sealed ? html`${t('core.files.sealed')} · ` : nothing}${formatSize(file.size)}${file.version > 1 ? html` · ${t('core.files.version', { number: file.version })}` : nothing} · ${file.author?.title ?? t('core.system')},
          <time datetime=${file.at} title=${formatInstant(file.at)}>${formatAgo(file.at)}</time>${type
            ? html` <a href=${tenantPage(`${type.path}/${file.of!.id}`)}>${t('core.timeline.on', { name: file.of!.title })}</a>`
            : nothing}
        </div>
      </div>
      <button type="button" class="button quiet small icon" aria-label=${t('core.files.download', { name: file.name })} title=${t('core.files.download', { name: file.name })} @click=${() => void download(address).catch(reportProblem)}>
        <pw-icon name="download"></pw-icon>
      </button>
      ${this.renderMenu(file, address)}
    </li>`;
  }

  private renderMenu(file: RecordFile, address: string): TemplateResult {
    const item = (label: string, icon: string, act: () => Promise<unknown>): TemplateResult =>
      html`<button type="button" role="menuitem" tabindex="-1" @click=${() => void act().catch(reportProblem)}><pw-icon name=${icon}></pw-icon>${t(label)}</button>`;
    const mayChange = workspace.can('core.file') && file.changeable;
    return html`<pw-popup
      look="button quiet small icon"
      label=${t('core.more-actions')}
      .button=${html`<pw-icon name="ellipsis"></pw-icon>`}
      .content=${() => html`${item('core.files.versions', 'history', () => this.showVersions(file, address))}
      ${workspace.can('core.file') && !file.sealed ? item('core.files.renew', 'upload', () => this.renew(address)) : nothing}
      ${mayChange ? html`${item('core.files.rename', 'pencil', () => this.rename(file, address))}${item('core.delete', 'trash-2', () => this.discard(file, address))}` : nothing}`}
    ></pw-popup>`;
  }

  private async showVersions(file: RecordFile, address: string): Promise<void> {
    const { items } = await api.get<{ items: Version[] }>(`${address}/versions`);
    await ask({
      heading: file.name,
      content: () => html`<ul class="files">
        ${items.map(
          ({ number, size, author, at }) => html`<li>
            <div class="grow">
              <b>${t('core.files.version', { number })}</b>
              <div class="muted">${formatSize(size)} · ${author?.title ?? t('core.system')}, ${formatInstant(at)}</div>
            </div>
            <button type="button" class="button small" @click=${() => void download(address, number).catch(reportProblem)}><pw-icon name="download"></pw-icon>${t('core.files.download-version')}</button>
          </li>`,
        )}
      </ul>`,
    });
  }

  private async renew(address: string): Promise<void> {
    const input = document.createElement('input');
    input.type = 'file';
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) {
        void sendFile(`${address}/versions`, file)
          .then(() => this.read())
          .catch(reportProblem);
      }
    });
    input.click();
  }

  private async rename(file: RecordFile, address: string): Promise<void> {
    const field = { name: 'name', label: 'core.files.name', kind: 'text' as const, required: true, max: 200 };
    const save = async (values: Record<string, unknown>): Promise<void> => {
      await api.patch(address, { name: values.name ?? '' });
    };
    if (await askFields(t('core.files.rename'), [field], t('core.save'), save, { values: { name: file.name } })) {
      await this.read();
    }
  }

  private async discard(file: RecordFile, address: string): Promise<void> {
    if (await confirm({ heading: t('core.files.remove'), text: t('core.files.remove.text', { name: file.name }), action: t('core.delete'), danger: true })) {
      await api.delete(address);
      await this.read();
    }
  }
}
