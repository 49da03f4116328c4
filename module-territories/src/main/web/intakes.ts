import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { many, t, workspace, type RecordData } from '@pipewright/ui';
import { PartsPanel } from './parts-panel.js';
import { ownedTypes } from './types.js';

type Receiver = '' | 'OWNER' | 'MEMBERS';

/** What is said of one record type; nobody is told by leaving the type out. */
interface Intake {
  id: string | undefined;
  recordType: string;
  giveTo: Receiver;
  capacity: string;
}

/** To whom the territory gives new records, for each type that can be in it. */
@customElement('territories-intakes')
export class TerritoriesIntakes extends PartsPanel<Intake> {
  protected readonly parts = 'territory-intakes';
  protected readonly words = 'territories.intakes';

  protected override entriesOf(items: RecordData[]): Intake[] {
    return ownedTypes().map(({ name }) => {
      const item = items.find(({ recordType }) => recordType === name);
      return { id: item?.id, recordType: name, giveTo: (item?.giveTo as Receiver | undefined) ?? '', capacity: item?.capacity ? String(item.capacity) : '' };
    });
  }

  protected override itemsOf(intakes: Intake[]): object[] {
    return intakes
      .filter(({ giveTo }) => giveTo)
      .map(({ id, recordType, giveTo, capacity }) => ({
        ...(id ? { id } : {}),
        recordType,
        giveTo,
        capacity: giveTo === 'MEMBERS' && capacity ? Number(capacity) : null,
      }));
  }

  private change(intake: Intake, change: Partial<Intake>): void {
    Object.assign(intake, change);
    this.changedHere = true;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    if (this.failed) {
      return this.renderFailed();
    }
    return html`<p class="muted">${t('territories.intakes.help')}</p>
      ${this.entries?.map((intake) => this.renderIntake(intake))}
      ${this.refused ? html`<p role="alert">${this.refused}</p>` : nothing}
      ${this.changedHere
        ? html`<div class="buttons" style="margin-block-start: 12px">
            ${this.renderSaving()}
          </div>`
        : nothing}`;
  }

  private renderIntake(intake: Intake): TemplateResult {
    const type = workspace.recordType(intake.recordType)!;
    return html`<section style="border-block-end: 1px solid var(--line, #8884); padding: 8px 0 12px; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end">
      <label style="flex: 1 1 220px; max-width: 420px"
        ><b>${many(type.label)}</b>
        <select
          class="input"
          ?disabled=${!this.editable}
          .value=${intake.giveTo}
          @change=${(event: Event) => this.change(intake, { giveTo: (event.target as HTMLSelectElement).value as Receiver })}
        >
          ${(['', 'OWNER', 'MEMBERS'] as const).map(
            (receiver) =>
              html`<option value=${receiver} ?selected=${receiver === intake.giveTo}>
                ${receiver ? t(`territories.territory-intake.giveTo.${receiver}`) : t('territories.intakes.nobody')}
              </option>`,
          )}
        </select></label
      >
      ${intake.giveTo === 'MEMBERS'
        ? html`<label style="flex: 0 1 200px"
            >${t('territories.territory-intake.capacity')}
            <input
              class="input"
              type="number"
              min="1"
              max="10000"
              ?disabled=${!this.editable}
              .value=${intake.capacity}
              @input=${(event: Event) => this.change(intake, { capacity: (event.target as HTMLInputElement).value })}
          /></label>`
        : nothing}
    </section>`;
  }
}
