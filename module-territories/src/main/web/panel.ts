import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatDate, formatInstant, notify, PwPanel, t, tenantApi, tenantPage, workspace, type Page } from '@pipewright/ui';

interface Named {
  id: string;
  title?: string;
}

interface Move {
  from?: Named;
  to?: Named;
  at: string;
  cause: string;
  rule?: { criteria: string; edition: number; by?: Named; at: string };
  reason?: string;
  by?: Named;
}

interface Explained {
  territory?: Named;
  since?: string;
  ground: string;
  candidates: { territory: Named; priority?: number; depth: number }[];
  moves: Move[];
  pin?: { territory?: Named; reason: string; until?: string };
  handing?: { territory: Named; member?: Named; result: string; at: string };
}

/** In which territory the record is, why it is there, and where it was before. */
@customElement('territories-panel')
export class TerritoriesPanel extends PwPanel {
  @state() private explained: Explained | undefined;
  @state() private failed = false;
  /** Territories that can be chosen, while somebody chooses. */
  @state() private choices: { id: string; name: string }[] | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record')) {
      void this.read();
    }
  }

  private async read(): Promise<void> {
    try {
      this.explained = await api.get<Explained>(tenantApi(`territory-assignments/${this.recordType.name}/${this.record.id}`));
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private get path(): string {
    return tenantApi(`territory-assignments/${this.recordType.name}/${this.record.id}/pin`);
  }

  private get mayPin(): boolean {
    return workspace.recordType('territories.territory')?.actions.edit === true;
  }

  private readonly choose = async (): Promise<void> => {
    const page = await api.get<Page>(tenantApi('territories?filter=active==true&sort=name&limit=200&fields=name'));
    this.choices = page.items.map(({ id, name }) => ({ id, name: String(name) }));
  };

  private readonly pin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const value = (name: string): string | null => (form.get(name) as string) || null;
    await this.decide(() => api.put(this.path, { territory: value('territory'), reason: value('reason'), until: value('until') }));
  };

  private readonly release = (): Promise<void> => this.decide(() => api.delete(this.path));

  private async decide(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      this.choices = undefined;
      this.changed();
      await this.read();
    } catch {
      notify(t('territories.pin.failed'));
    }
  }

  private named(territory?: Named): TemplateResult {
    return territory
      ? html`<a href=${tenantPage(`territories/${territory.id}`)}>${territory.title ?? t('territories.panel.hidden')}</a>`
      : html`${t('territories.panel.none')}`;
  }

  protected override render() {
    if (this.failed) {
      return html`<p role="alert">${t('territories.panel.failed')} <button type="button" class="button small" @click=${() => void this.read()}>${t('core.retry')}</button></p>`;
    }
    return this.explained ? this.renderExplained(this.explained) : nothing;
  }

  private renderPin(pinned: boolean): TemplateResult {
    if (!this.choices) {
      return html`<div class="buttons">
        <button type="button" class="button small" @click=${this.choose}>${t('territories.pin.change')}</button>
        ${pinned ? html`<button type="button" class="button small" @click=${this.release}>${t('territories.pin.release')}</button>` : nothing}
      </div>`;
    }
    return html`<form style="display: grid; gap: 8px; max-width: 420px" @submit=${this.pin}>
      <label
        >${t('territories.pin.territory')}
        <select class="input" name="territory">
          <option value="">${t('territories.pin.none')}</option>
          ${this.choices.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select></label
      >
      <label>${t('territories.pin.reason')} <input class="input" name="reason" required maxlength="500" /></label>
      <label>${t('territories.pin.until')} <input class="input" type="date" name="until" /></label>
      <div class="buttons">
        <button class="button primary small">${t('territories.pin')}</button>
        <button type="button" class="button small" @click=${() => (this.choices = undefined)}>${t('core.cancel')}</button>
      </div>
    </form>`;
  }

  private renderExplained({ territory, since, ground, candidates, moves, pin, handing }: Explained): TemplateResult {
    return html`<section style="padding: 4px 2px 12px">
        <p style="margin: 0 0 4px; font-size: 1.1em"><b>${this.named(territory)}</b></p>
        <p class="muted" style="margin: 0">
          ${[t(`territories.ground.${ground}`), since ? t('territories.panel.since', { when: formatInstant(since) }) : ''].filter(Boolean).join(' · ')}
        </p>
      </section>
      ${pin
        ? html`<p>
            ${[t('territories.pin.held'), pin.until ? t('territories.pin.until-day', { day: formatDate(pin.until) }) : t('territories.pin.for-good')].join(', ')}: ${pin.reason}
          </p>`
        : nothing}
      ${handing
        ? html`<p>
            ${t(`territories.handing.${handing.result}`, { member: handing.member?.title ?? t('territories.handing.somebody') })}
            <small class="muted">${this.named(handing.territory)} · ${formatInstant(handing.at)}</small>
          </p>`
        : nothing}
      ${this.mayPin ? this.renderPin(pin !== undefined) : nothing}
      ${candidates.length > 1
        ? html`<section>
            <p><b>${t('territories.panel.candidates')}</b></p>
            <ol>
              ${candidates.map(
                ({ territory: one, priority, depth }) =>
                  html`<li>
                    ${this.named(one)}
                    <small class="muted"
                      >${[priority === undefined ? t('territories.panel.no-priority') : t('territories.panel.priority', { priority }), t('territories.panel.depth', { depth })].join(' · ')}</small
                    >
                  </li>`,
              )}
            </ol>
          </section>`
        : nothing}
      ${moves.length
        ? html`<section>
            <p><b>${t('territories.panel.moves')}</b></p>
            <ul>
              ${moves.map((move) => this.renderMove(move))}
            </ul>
          </section>`
        : nothing}`;
  }

  private renderMove({ from, to, at, cause, rule, reason, by }: Move): TemplateResult {
    const somebody = (person?: Named): string => person?.title ?? t('territories.handing.somebody');
    return html`<li>
      ${this.named(from)} → ${this.named(to)} <small class="muted">${formatInstant(at)} · ${t(`territories.cause.${cause}`)}</small>
      ${rule
        ? html`<br /><small
              >${t('territories.panel.rule', { edition: rule.edition, member: somebody(rule.by), when: formatInstant(rule.at) })}
              <code style="overflow-wrap: anywhere">${rule.criteria}</code></small
            >`
        : nothing}
      ${reason ? html`<br /><small>${t('territories.panel.reason', { member: somebody(by), reason })}</small>` : nothing}
    </li>`;
  }
}
