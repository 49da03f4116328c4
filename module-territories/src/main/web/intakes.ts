import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, call, many, notify, Problem, PwPanel, t, tenantApi, workspace, type Page, type RecordTypeDescriptor } from '@pipewright/ui';

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
export class TerritoriesIntakes extends PwPanel {
  @state() private intakes: Intake[] | undefined;
  @state() private failed = false;
  @state() private refused = '';
  @state() private changedHere = false;
  private shown = '';

  private get path(): string {
    return tenantApi(`territories/${this.record.id}/territory-intakes`);
  }

  private get editable(): boolean {
    return this.record.parts?.['territory-intakes'] === 'edit';
  }

  /** Types whose records can be in a territory and have owners. */
  private get types(): RecordTypeDescriptor[] {
    return workspace.manifest!.recordTypes.filter(
      ({ fields }) => fields.some(({ name, references }) => name === 'territory' && references === this.recordType.name) && fields.some(({ name }) => name === 'owner'),
    );
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const here = `${this.record.id} ${this.record.version}`;
    if (changed.has('record') && here !== this.shown && !this.changedHere) {
      this.shown = here;
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      const { items } = await api.get<Page>(this.path);
      this.intakes = this.types.map(({ name }) => {
        const item = items.find(({ recordType }) => recordType === name);
        return { id: item?.id, recordType: name, giveTo: (item?.giveTo as Receiver | undefined) ?? '', capacity: item?.capacity ? String(item.capacity) : '' };
      });
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private change(intake: Intake, change: Partial<Intake>): void {
    Object.assign(intake, change);
    this.changedHere = true;
    this.requestUpdate();
  }

  private readonly save = async (): Promise<void> => {
    try {
      const items = this.intakes!
        .filter(({ giveTo }) => giveTo)
        .map(({ id, recordType, giveTo, capacity }) => ({
          ...(id ? { id } : {}),
          recordType,
          giveTo,
          capacity: giveTo === 'MEMBERS' && capacity ? Number(capacity) : null,
        }));
      await call<Page>('PUT', this.path, { items }, { etag: `"${this.record.version}"` });
      this.changedHere = false;
      this.refused = '';
      notify(t('territories.intakes.saved'));
      this.changed();
    } catch (problem) {
      this.refused = problem instanceof Problem ? (problem.errors[0]?.message ?? problem.message) : t('territories.pin.failed');
    }
  };

  private readonly forget = (): void => {
    this.changedHere = false;
    this.refused = '';
    void this.read();
  };

  protected override render(): TemplateResult {
    if (this.failed) {
      return html`<p role="alert">
        ${t('territories.intakes.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button>
      </p>`;
    }
    return html`<p class="muted">${t('territories.intakes.help')}</p>
      ${this.intakes?.map((intake) => this.renderIntake(intake))}
      ${this.refused ? html`<p role="alert">${this.refused}</p>` : nothing}
      ${this.changedHere
        ? html`<div class="buttons" style="margin-block-start: 12px">
            <button type="button" class="button primary small" @click=${this.save}>${t('core.save')}</button>
            <button type="button" class="button small" @click=${this.forget}>${t('core.cancel')}</button>
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
