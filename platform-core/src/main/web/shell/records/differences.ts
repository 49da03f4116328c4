import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, one, PwElement, t, tenantApi, tenantPage, workspace, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { loading, problemText } from '../parts/states.js';
import { changeLine, type Change } from './changes.js';

interface PartDifference {
  recordType: string;
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  title: string;
  changes: Change[];
}

interface Difference {
  former?: { id: string; title: string } | null;
  changes: Change[];
  parts: PartDifference[];
}

/** What differs between a record and the version before it, line by line. */
@customElement('pw-differences')
export class PwDifferences extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  @state() private difference: Difference | undefined;
  @state() private problem: unknown;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record')) {
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      this.difference = await api.get<Difference>(`${tenantApi(this.type.path)}/${this.record.id}/differences`);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<p class="muted">${problemText(this.problem)}</p>`;
    }
    if (!this.difference) {
      return loading(4);
    }
    const { former, changes, parts } = this.difference;
    return html`<div class="differences">
      ${former ? html`<p><a href="${tenantPage(this.type.path)}/${former.id}">${t('core.differences.former', { title: former.title })}</a></p>` : nothing}
      ${changes.length ? this.renderChanges(this.type, changes) : nothing}
      ${parts.length ? html`<ol>${parts.map((part) => this.renderPart(part))}</ol>` : nothing}
      ${changes.length || parts.length ? nothing : html`<p class="muted">${t('core.differences.none')}</p>`}
    </div>`;
  }

  private renderPart({ recordType, kind, title, changes }: PartDifference): TemplateResult {
    const type = workspace.recordType(recordType);
    return html`<li class=${kind.toLowerCase()}>
      <b>${type ? one(type.label) : ''} ${title}</b> <span class="badge">${t(`core.differences.${kind.toLowerCase()}`)}</span>
      ${type && kind === 'CHANGED' ? this.renderChanges(type, changes) : nothing}
    </li>`;
  }

  private renderChanges(type: RecordTypeDescriptor, changes: Change[]): TemplateResult {
    return html`<ul class="changes">
      ${changes.map((change) => changeLine(type, change, () => this.requestUpdate()))}
    </ul>`;
  }
}
