import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatInstant, hasText, notify, PwElement, t } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { loading, problemState, reportProblem } from '../parts/states.js';
import { settingInput, type Choosable, type Choice } from '../settings/setting-input.js';

interface Default extends Choosable {
  kind: 'feature' | 'setting';
  module: string;
  operator: Choice | null;
}

interface Change {
  at: string;
  by: string;
  key: string;
  before: string | null;
  after: string | null;
}

const address = '/api/operator/defaults';
const nameOf = (module: string): string => t(hasText(`core.menu.${module}`) ? `core.menu.${module}` : module);

/** What holds in organisations that have not chosen themselves, by module, and who changed it. */
@customElement('pw-platform-defaults')
export class PwPlatformDefaults extends PwElement {
  @state() private defaults: Default[] | undefined;
  @state() private changes: Change[] = [];
  @state() private problem: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      const [defaults, changes] = await Promise.all([api.get<{ items: Default[] }>(address), api.get<{ items: Change[] }>(`${address}/changes`)]);
      this.problem = undefined;
      this.defaults = defaults.items;
      this.changes = changes.items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  private async choose({ kind, key }: Default, value: Choice | null): Promise<void> {
    try {
      await api.put(`${address}/${kind}s/${key}`, kind === 'feature' ? { enabled: value } : { value });
      notify(t('core.saved'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.read();
  }

  protected override render(): unknown {
    if (this.problem) {
      return problemState(this.problem, () => void this.read());
    }
    const { defaults } = this;
    return defaults
      ? html`${[...new Set(defaults.map(({ module }) => module))].map(
          (module) => html`<h3 style="margin: 14px 0 6px">${nameOf(module)}</h3>
            <ul class="lines">
              ${defaults.filter((each) => each.module === module).map((each) => this.renderDefault(each))}
            </ul>`,
        )}
        ${this.changes.length
          ? html`<h3 style="margin: 14px 0 6px">${t('core.operator.defaults.changes')}</h3>
              <ul class="lines">
                ${this.changes.map((change) => this.renderChange(change))}
              </ul>`
          : nothing}`
      : loading(6);
  }

  private renderDefault(each: Default): TemplateResult {
    return html`<li>
      <div class="grow"><b>${t(each.key)}</b>${hasText(`${each.key}.help`) ? html`<small>${t(`${each.key}.help`)}</small>` : nothing}</div>
      ${each.operator === null ? nothing : html`<button type="button" class="button quiet small" @click=${() => void this.choose(each, null)}>${t('core.use-default')}</button>`}
      ${settingInput(each, (value) => void this.choose(each, value))}
    </li>`;
  }

  private renderChange({ at, by, key, before, after }: Change): TemplateResult {
    const said = (value: string | null): string => value ?? t('core.operator.default.products');
    return html`<li>
      <div class="grow"><b>${t(key)}</b><small>${t('core.operator.default.changed', { by, time: formatInstant(at), before: said(before), after: said(after) })}</small></div>
    </li>`;
  }
}

/** The defaults of the platform, to change. */
export async function showDefaults(): Promise<void> {
  await ask<void>({
    heading: t('core.operator.defaults'),
    width: '760px',
    content: () => html`<p class="muted">${t('core.operator.defaults.text')}</p>
      <pw-platform-defaults></pw-platform-defaults>`,
    footer: (close) => html`<button type="button" class="button primary" @click=${() => close()}>${t('core.close')}</button>`,
  });
}
