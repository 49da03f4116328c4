import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, call, hasText, language, languageName, languages, notify, Problem, router, t, tenantApi, workspace } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { countries, currencies, timeZones } from '../records/catalogues.js';
import { PwSection, sectionHead } from './section.js';
import { settingInput, type Choice } from './setting-input.js';

interface Setting {
  key: string;
  label: string;
  help?: string;
  type: string;
  value: string | number | boolean;
  default: string | number | boolean;
  tenant?: string | number | boolean | null;
  choices?: string[];
  blockedBy?: string | null;
}

type Profile = Record<string, string | number | number[] | boolean | null>;

interface Content {
  profile: Profile | undefined;
  etag: string | undefined;
  settings: Setting[];
  samples: number | undefined;
}

const groups: [string, string[]][] = [
  ['core.organisation', ['name', 'slug', 'timeZone', 'currency', 'language']],
  ['core.organisation.address', ['legalName', 'street', 'postalCode', 'city', 'country', 'phone', 'email', 'website']],
  ['core.organisation.tax', ['taxNumber', 'registrationNumber', 'iban', 'bic']],
  ['core.organisation.calendar', ['fiscalYearStart', 'firstWeekday']],
];
const fixed = ['slug', 'currency'];
const numbers = ['fiscalYearStart', 'firstWeekday'];
const signupLabels = ['slug', 'country', 'timeZone', 'currency', 'language'];

/** Texts of the letterhead are written beside the papers they stand on. */
const isOfLetterhead = ({ key }: Setting): boolean => key.startsWith('core.letterhead.');

/** What follows when records are taken for the same is told apart from everything else: there is one for each rule. */
const isOfDuplicates = ({ key }: Setting): boolean => key.includes('.duplicates.');

const months = (): { value: string; label: string }[] =>
  Array.from({ length: 12 }, (_, n) => ({ value: String(n + 1), label: new Date(2024, n, 1).toLocaleDateString(language(), { month: 'long' }) }));

/** The first of January 2024 was a Monday. */
const weekdays = (): { value: string; label: string }[] =>
  Array.from({ length: 7 }, (_, n) => ({ value: String(n + 1), label: new Date(2024, 0, n + 1).toLocaleDateString(language(), { weekday: 'long' }) }));

/** Name, place and language of the organisation, and the settings of its modules. */
@customElement('pw-organisation-profile')
export class PwOrganisationProfile extends PwSection<Content> {
  @state() private changes: Profile = {};
  @state() private refusal: Problem | undefined;

  protected async read(): Promise<Content> {
    const [profile, settings, samples] = await Promise.all([
      call<Profile>('GET', tenantApi('organisation')).catch(() => undefined),
      api.get<{ items: Setting[] }>(tenantApi('settings')).catch(() => ({ items: [] })),
      api.get<{ records: number }>(tenantApi('sample-data')).catch(() => undefined),
    ]);
    this.changes = {};
    return { profile: profile?.data, etag: profile?.etag, settings: settings.items, samples: samples?.records };
  }

  /** Begins at the field that the address names. */
  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    const field = router.search.get('field');
    const input = field ? this.querySelector<HTMLElement>(`#org-${CSS.escape(field)}`) : null;
    if (input) {
      router.setSearch({ field: undefined });
      input.focus();
    }
  }

  protected renderContent({ profile, settings, samples }: Content): TemplateResult {
    return html`${sectionHead(t('core.organisation'), t('core.organisation.text'))} ${profile ? html`${this.renderProfile(profile)} ${this.renderLogo(profile)}` : nothing}
    ${this.renderSettings(t('core.settings'), settings.filter((setting) => !isOfDuplicates(setting) && !isOfLetterhead(setting)))}
    ${this.renderSettings(t('core.duplicates.page'), settings.filter(isOfDuplicates))}
    ${samples === undefined ? nothing : this.renderSamples(samples)}`;
  }

  private renderSettings(heading: string, settings: Setting[]): TemplateResult | typeof nothing {
    return settings.length
      ? html`<section class="card">
          <header><h2>${heading}</h2></header>
          <ul class="lines">
            ${settings.map((setting) => this.renderSetting(setting))}
          </ul>
        </section>`
      : nothing;
  }

  private renderSamples(count: number): TemplateResult {
    const act = (method: 'post' | 'delete') => () => void this.actOnSamples(method);
    return html`<section class="card">
      <header><h2>${t('core.samples')}</h2></header>
      <ul class="lines">
        <li>
          <div class="grow"><small style="white-space: normal">${t(count ? 'core.samples.present' : 'core.samples.text', { count })}</small></div>
          ${count
            ? html`<button type="button" class="button" @click=${act('delete')}>${t('core.samples.remove')}</button>`
            : html`<button type="button" class="button" @click=${act('post')}>${t('core.samples.add')}</button>`}
        </li>
      </ul>
    </section>`;
  }

  private async actOnSamples(method: 'post' | 'delete'): Promise<void> {
    try {
      await api[method](tenantApi('sample-data'));
      notify(t('core.saved'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  }

  private renderProfile(profile: Profile): TemplateResult {
    return html`<form class="card" novalidate @submit=${this.save}>
      ${groups.map(
        ([label, names]) => html`<header><h2>${t(label)}</h2></header>
          <div class="body form-grid">
            ${names.map((name) => this.renderInput(name, String(this.changes[name] ?? profile[name] ?? '')))}
          </div>`,
      )}
      ${this.renderWorkingDays((this.changes.workingDays ?? profile.workingDays) as number[])}
      <div class="form-footer" style="border-radius: 0 0 12px 12px">
        <button class="button primary" ?disabled=${!Object.keys(this.changes).length}>${t('core.save')}</button>
      </div>
    </form>`;
  }

  private renderWorkingDays(days: number[]): TemplateResult {
    const toggle = (day: number): void => {
      const workingDays = days.includes(day) ? days.filter((each) => each !== day) : [...days, day].sort();
      this.changes = { ...this.changes, workingDays };
    };
    const error = this.refusal?.of('workingDays');
    return html`<div class="body">
      <fieldset class="ticks">
        <legend>${t('core.organisation.workingDays')}</legend>
        ${weekdays().map(
          ({ value, label }) => html`<label><input type="checkbox" .checked=${days.includes(Number(value))} @change=${() => toggle(Number(value))} />${label}</label>`,
        )}
        ${error ? html`<span class="error">${error}</span>` : nothing}
      </fieldset>
    </div>`;
  }

  private renderLogo(profile: Profile): TemplateResult {
    return html`<section class="card">
      <header><h2>${t('core.organisation.logo')}</h2></header>
      <div class="body logo">
        ${profile.logo ? html`<img alt=${t('core.organisation.logo')} src="${tenantApi('organisation/logo')}?${profile.version}" />` : html`<p class="muted">${t('core.organisation.logo.none')}</p>`}
        <div class="buttons">
          <label class="button">
            <pw-icon name="upload"></pw-icon>${t('core.organisation.logo.choose')}
            <input class="unseen" type="file" accept="image/png,image/jpeg" @change=${(event: Event) => void this.chooseLogo(event.target as HTMLInputElement)} />
          </label>
          ${profile.logo ? html`<button type="button" class="button" @click=${() => void this.actOnLogo(() => api.delete(tenantApi('organisation/logo')))}>${t('core.organisation.logo.remove')}</button>` : nothing}
        </div>
        <p class="muted">${t('core.organisation.logo.text')}</p>
      </div>
    </section>`;
  }

  private async chooseLogo({ files }: HTMLInputElement): Promise<void> {
    const file = files?.[0];
    if (file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const content = btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
      await this.actOnLogo(() => api.put(tenantApi('organisation/logo'), { content }));
    }
  }

  private async actOnLogo(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
      notify(t('core.saved'), { kind: 'success' });
      await this.refresh();
    } catch (problem) {
      const message = problem instanceof Problem ? problem.of('content') : undefined;
      if (message) {
        notify(message, { kind: 'error' });
      } else {
        reportProblem(problem);
      }
    }
  }

  private renderInput(name: string, value: string): TemplateResult {
    const options = { country: countries(language()), timeZone: timeZones(), currency: currencies(language()), language: languages.map((tag) => ({ value: tag, label: languageName(tag) })), fiscalYearStart: months(), firstWeekday: weekdays() }[name];
    const error = this.refusal?.of(name);
    const change = (event: Event): void => {
      const text = (event.target as HTMLInputElement).value;
      this.changes = { ...this.changes, [name]: numbers.includes(name) ? Number(text) : text };
    };
    const label = name === 'name' ? 'core.signup.organisation' : `core.${signupLabels.includes(name) ? 'signup' : 'organisation'}.${name}`;
    return html`<div class="field">
      <label for="org-${name}">${t(label)}</label>
      ${options
        ? html`<select class="input" id="org-${name}" ?disabled=${fixed.includes(name)} @change=${change}>
            ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
          </select>`
        : html`<input class="input" id="org-${name}" ?readonly=${fixed.includes(name)} .value=${value} aria-invalid=${!!error} @input=${change} />`}
      ${error ? html`<span class="error">${error}</span>` : nothing}
    </div>`;
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal = undefined;
    try {
      await api.patch(tenantApi('organisation'), this.changes, { etag: this.content?.etag ?? '*' });
      notify(t('core.saved'), { kind: 'success' });
      const slug = String(this.changes.slug ?? workspace.slug);
      await workspace.reload(slug);
      await this.refresh();
    } catch (problem) {
      this.refusal = problem instanceof Problem ? problem : undefined;
      reportProblem(problem);
    }
  }

  private renderSetting(setting: Setting): TemplateResult {
    const { key, value, tenant } = setting;
    const help = setting.help && hasText(setting.help) ? t(setting.help) : hasText(`${key}.help`) ? t(`${key}.help`) : '';
    const without = setting.blockedBy ? t('core.setting.blocked', { name: t(setting.blockedBy) }) : '';
    const own = tenant !== null && tenant !== undefined ? true : value !== setting.default;
    return html`<li>
      <div class="grow"><b>${t(setting.label ?? key)}</b><small>${help}</small>${without ? html`<small>${without}</small>` : nothing}</div>
      ${own ? html`<button type="button" class="button quiet small" @click=${() => void this.choose(key, null)}>${t('core.use-default')}</button>` : nothing}
      ${settingInput({ ...setting, value: tenant ?? value }, (choice) => void this.choose(key, choice))}
    </li>`;
  }

  private async choose(key: string, value: Choice | null): Promise<void> {
    try {
      await api.put(tenantApi(`settings/${key}`), { value });
      notify(t('core.saved'), { kind: 'success' });
    } catch (problem) {
      reportProblem(problem);
    }
    await this.refresh();
  }
}
