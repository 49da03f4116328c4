import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, notify, Problem, PwPanel, t, tenantApi, type Page } from '@pipewright/ui';
import { draftOf, type Draft } from './rule-list.js';

interface Planned {
  id: string;
  name: string;
  parent?: string | null;
  priority?: number | null;
  description?: string | null;
  active: boolean;
  inherits: boolean;
  validFrom?: string | null;
  validUntil?: string | null;
  rules: { recordType: string; criteria: string }[];
  members: { member: string; task?: string | null }[];
}

interface Tree {
  edition: number;
  territories: Planned[];
}

interface Person {
  id: string;
  name: string;
}

/** The territories of a plan, drawn and saved together. */
@customElement('territories-tree')
export class TerritoriesTree extends PwPanel {
  @state() private tree: Tree | undefined;
  @state() private failed = false;
  @state() private refused = '';
  @state() private changedHere = false;
  /** The territory that is being drawn, and its rules while they are built. */
  @state() private open: { id: string; rules: Draft[] } | undefined;
  private people: Person[] = [];
  private shown = '';

  private get editable(): boolean {
    return this.recordType.actions.edit === true && this.record.status === 'PLANNING';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const here = `${this.record.id} ${this.record.version}`;
    if (changed.has('record') && here !== this.shown && !this.changedHere) {
      this.shown = here;
      void this.read();
    }
  }

  private get path(): string {
    return tenantApi(`territory-plan-trees/${this.record.id}`);
  }

  private async read(): Promise<void> {
    try {
      const [tree, people] = await Promise.all([api.get<Tree>(this.path), api.get<Page<Person>>(tenantApi('people?sort=name&limit=200&fields=name'))]);
      this.people = people.items;
      this.tree = tree;
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private readonly save = async (): Promise<void> => {
    try {
      this.tree = await api.put<Tree>(this.path, this.tree);
      this.changedHere = false;
      this.refused = '';
      this.open = undefined;
      notify(t('territories.plan.saved'));
      this.changed();
    } catch (problem) {
      this.refused = problem instanceof Problem ? this.told(problem) : t('territories.pin.failed');
    }
  };

  /** What is wrong, with the name of the territory of which it is told. */
  private told(problem: Problem): string {
    const [error] = problem.errors;
    const index = /^territories\[(\d+)\]/.exec(error?.field ?? '')?.[1];
    const name = index === undefined ? undefined : this.tree!.territories[Number(index)]?.name;
    return [name, error?.message ?? problem.message].filter(Boolean).join(': ');
  }

  private readonly forget = (): void => {
    this.changedHere = false;
    this.refused = '';
    this.open = undefined;
    void this.read();
  };

  private put(territories: Planned[]): void {
    this.tree = { ...this.tree!, territories };
    this.changedHere = true;
  }

  private change(id: string, change: Partial<Planned>): void {
    this.put(this.tree!.territories.map((each) => (each.id === id ? { ...each, ...change } : each)));
  }

  private readonly add = (): void => {
    const id = crypto.randomUUID();
    this.put([...this.tree!.territories, { id, name: t('territories.plan.new'), active: true, inherits: false, rules: [], members: [] }]);
    this.open = { id, rules: [] };
  };

  /** What lies below comes under what the territory was part of. */
  private leaveOut({ id, parent }: Planned): void {
    this.put(this.tree!.territories.filter((each) => each.id !== id).map((each) => (each.parent === id ? { ...each, parent } : each)));
  }

  private toggle({ id, rules }: Planned): void {
    this.open = this.open?.id === id ? undefined : { id, rules: rules.map(({ recordType, criteria }) => draftOf(recordType, criteria)) };
  }

  /** Each territory below the one it is part of, with how deep it lies. */
  private get inOrder(): { territory: Planned; depth: number }[] {
    const all = this.tree!.territories;
    const ids = new Set(all.map(({ id }) => id));
    const below = (parent: string | undefined, depth: number): { territory: Planned; depth: number }[] =>
      all
        .filter((each) => (each.parent && ids.has(each.parent) ? each.parent : undefined) === parent)
        .flatMap((territory) => [{ territory, depth }, ...below(territory.id, depth + 1)]);
    return below(undefined, 0);
  }

  /** Those of which the territory can be part: not itself and none below it. */
  private possibleParents({ id }: Planned): Planned[] {
    const barred = new Set([id]);
    this.inOrder.forEach(({ territory }) => {
      if (territory.parent && barred.has(territory.parent)) {
        barred.add(territory.id);
      }
    });
    return this.tree!.territories.filter((each) => !barred.has(each.id));
  }

  protected override render(): TemplateResult {
    if (this.failed) {
      return html`<p role="alert">${t('territories.rules.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button></p>`;
    }
    if (!this.tree) {
      return html`${nothing}`;
    }
    return html`<p class="muted">${t(this.editable ? 'territories.plan.hint' : 'territories.plan.closed')}</p>
      ${this.tree.territories.length ? nothing : html`<p>${t('territories.plan.empty')}</p>`}
      <ul style="list-style: none; padding: 0; margin: 0">
        ${this.inOrder.map(({ territory, depth }) => this.renderTerritory(territory, depth))}
      </ul>
      ${this.refused ? html`<p role="alert">${this.refused}</p>` : nothing}
      ${this.editable
        ? html`<div class="buttons" style="margin-block-start: 12px">
            <button type="button" class="button small" @click=${this.add}>${t('territories.plan.add')}</button>
            ${this.changedHere
              ? html`<button type="button" class="button primary small" @click=${this.save}>${t('core.save')}</button>
                  <button type="button" class="button small" @click=${this.forget}>${t('core.cancel')}</button>`
              : nothing}
          </div>`
        : nothing}`;
  }

  private renderTerritory(territory: Planned, depth: number): TemplateResult {
    const open = this.open?.id === territory.id;
    const facts = [
      territory.priority === undefined || territory.priority === null ? t('territories.panel.no-priority') : t('territories.panel.priority', { priority: territory.priority }),
      t('territories.plan.rule-count', { count: territory.rules.length }),
      t('territories.plan.member-count', { count: territory.members.length }),
    ];
    return html`<li style="border-block-end: 1px solid var(--line, #8884); padding: 8px 0; padding-inline-start: ${Math.min(depth, 6) * 16}px">
      <div style="display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center">
        <b style="overflow-wrap: anywhere">${territory.name}</b>
        ${territory.active ? nothing : html`<span class="badge">${t('territories.plan.inactive')}</span>`}
        <small class="muted">${facts.join(' · ')}</small>
        <span class="buttons" style="margin-inline-start: auto">
          <button type="button" class="button small" aria-expanded=${open} aria-label=${`${t(this.editable ? 'territories.plan.edit' : 'territories.plan.look')}: ${territory.name}`} @click=${() => this.toggle(territory)}>
            ${t(this.editable ? 'territories.plan.edit' : 'territories.plan.look')}
          </button>
          ${this.editable
            ? html`<button type="button" class="button small" aria-label=${`${t('territories.plan.leave-out')}: ${territory.name}`} @click=${() => this.leaveOut(territory)}>
                ${t('territories.plan.leave-out')}
              </button>`
            : nothing}
        </span>
      </div>
      ${open ? this.renderOpen(territory) : nothing}
    </li>`;
  }

  private renderOpen(territory: Planned): TemplateResult {
    return html`<div style="padding-block: 8px">
      ${this.editable ? this.renderForm(territory) : nothing}
      <p><b>${t('territories.plan.rules')}</b></p>
      <territories-rule-list
        .rules=${this.open!.rules}
        ?editable=${this.editable}
        @territories-rules=${({ detail }: CustomEvent<Draft[]>) => {
          this.open = { id: territory.id, rules: detail };
          this.change(territory.id, { rules: detail.map(({ recordType, text }) => ({ recordType, criteria: text })) });
        }}
      ></territories-rule-list>
      <p><b>${t('territories.plan.members')}</b></p>
      ${this.renderMembers(territory)}
    </div>`;
  }

  private renderForm(territory: Planned): TemplateResult {
    const { id } = territory;
    const text = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`<div style="display: grid; gap: 8px; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr))">
      <label>${t('territories.territory.name')} <input class="input" maxlength="100" required .value=${territory.name} @input=${(event: Event) => this.change(id, { name: text(event) })} /></label>
      <label
        >${t('territories.territory.parent')}
        <select class="input" @change=${(event: Event) => this.change(id, { parent: text(event) || null })}>
          <option value="" ?selected=${!territory.parent}>${t('territories.plan.top')}</option>
          ${this.possibleParents(territory).map((each) => html`<option value=${each.id} ?selected=${each.id === territory.parent}>${each.name}</option>`)}
        </select></label
      >
      <label
        >${t('territories.territory.priority')}
        <input
          class="input"
          type="number"
          min="0"
          max="1000"
          .value=${String(territory.priority ?? '')}
          @input=${(event: Event) => this.change(id, { priority: text(event) === '' ? null : Number(text(event)) })}
      /></label>
      <label>${t('territories.territory.validFrom')} <input class="input" type="date" .value=${territory.validFrom ?? ''} @input=${(event: Event) => this.change(id, { validFrom: text(event) || null })} /></label>
      <label>${t('territories.territory.validUntil')} <input class="input" type="date" .value=${territory.validUntil ?? ''} @input=${(event: Event) => this.change(id, { validUntil: text(event) || null })} /></label>
      <div style="display: grid; gap: 6px; align-content: end">
        ${this.renderChoice(territory, 'active', t('territories.plan.active'))} ${this.renderChoice(territory, 'inherits', t('territories.territory.inherits'))}
      </div>
    </div>`;
  }

  private renderChoice(territory: Planned, field: 'active' | 'inherits', label: string): TemplateResult {
    return html`<label style="display: flex; gap: 8px; align-items: center"
      ><input type="checkbox" ?checked=${territory[field]} @change=${(event: Event) => this.change(territory.id, { [field]: (event.target as HTMLInputElement).checked })} /> ${label}</label
    >`;
  }

  private renderMembers({ id, members }: Planned): TemplateResult {
    const nameOf = (member: string): string => this.people.find((person) => person.id === member)?.name ?? t('territories.panel.hidden');
    const free = this.people.filter((person) => members.every(({ member }) => member !== person.id));
    return html`${members.length
        ? html`<ul>
            ${members.map(
              ({ member, task }) =>
                html`<li>
                  ${[nameOf(member), task].filter(Boolean).join(' · ')}
                  ${this.editable
                    ? html`<button
                        type="button"
                        class="button small"
                        aria-label=${`${t('territories.rules.remove')}: ${nameOf(member)}`}
                        @click=${() => this.change(id, { members: members.filter((each) => each.member !== member) })}
                      >
                        ${t('territories.rules.remove')}
                      </button>`
                    : nothing}
                </li>`,
            )}
          </ul>`
        : html`<p class="muted">${t('territories.plan.no-members')}</p>`}
      ${this.editable && free.length
        ? html`<select
            class="input"
            style="max-width: 320px"
            aria-label=${t('territories.plan.add-member')}
            @change=${(event: Event) => {
              const select = event.target as HTMLSelectElement;
              this.change(id, { members: [...members, { member: select.value }] });
              select.value = '';
            }}
          >
            <option value="">${t('territories.plan.add-member')}</option>
            ${free.map((person) => html`<option value=${person.id}>${person.name}</option>`)}
          </select>`
        : nothing}`;
  }
}
