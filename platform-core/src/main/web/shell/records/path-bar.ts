import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { notify, PwElement, t, type BoardDescriptor, type RecordData, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { columnOf, columnsOf, move, objection, openTo, type Column } from './moving.js';

/** The way of a record through the columns of its board, on its page: where it stands, and a click to move on. */
@customElement('pw-path-bar')
export class PwPathBar extends PwElement {
  @property({ attribute: false }) type!: RecordTypeDescriptor;
  @property({ attribute: false }) record!: RecordData;
  @property({ type: Boolean }) fixed = false;
  @state() private columns: Column[] = [];
  /** Where it may go from here; nowhere until the server has told. */
  @state() private open: (column: string) => boolean = () => false;
  private shown = '';
  private asked = '';

  private get board(): BoardDescriptor {
    return this.type.boards![0]!;
  }

  protected override willUpdate(): void {
    const { board } = this;
    const per = board.per ? ((this.record[board.per] as Reference | null)?.id ?? '') : '';
    const wanted = `${board.field} ${per}`;
    if (wanted !== this.shown) {
      this.shown = wanted;
      this.columns = [];
      if (per || !board.per) {
        columnsOf(this.type, board, per)
          .then((columns) => (this.columns = columns))
          .catch(reportProblem);
      }
    }
    this.askWays();
  }

  private askWays(): void {
    const asked = `${this.record.id} ${this.record.version} ${this.shown}`;
    if (asked !== this.asked) {
      this.asked = asked;
      this.open = () => false;
      void openTo(this.type, this.board, this.record).then((open) => {
        if (asked === this.asked) {
          this.open = (column) => !open || open.has(column);
        }
      });
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.columns.length < 2) {
      return nothing;
    }
    const here = columnOf(this.board, this.record);
    const at = this.columns.findIndex(({ id }) => id === here);
    return html`<ol class="path-bar" aria-label=${t(this.board.label)}>
      ${this.columns.map(
        (column, index) => html`<li class=${index < at ? 'done' : index === at ? 'here' : ''} aria-current=${index === at ? 'step' : nothing}>
          ${this.fixed || index === at || column.barred || !this.open(column.id)
            ? html`<span>${column.title}</span>`
            : html`<button type="button" aria-label=${t('core.board.move-to', { column: column.title })} @click=${() => void this.moveTo(column)}>${column.title}</button>`}
        </li>`,
      )}
    </ol>`;
  }

  private async moveTo(column: Column): Promise<void> {
    try {
      if (await move(this.type, this.board, this.record, column)) {
        this.dispatchEvent(new CustomEvent('pw-record-changed', { bubbles: true, composed: true }));
      }
    } catch (problem) {
      const text = objection(problem);
      if (text) {
        notify(text, { kind: 'error' });
      } else {
        reportProblem(problem);
      }
    }
  }
}
