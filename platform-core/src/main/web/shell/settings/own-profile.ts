import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, formatInstant, formatMoney, language, languageFor, languageName, languages, loadTexts, notify, Problem, PwElement, t, tenantPage, workspace, type Session } from '@pipewright/ui';
import { reportProblem } from '../parts/states.js';
import { countries, timeZones } from '../records/catalogues.js';
import { openSections, type Section } from './sections.js';
import './own-absences.js';
import { sectionHead } from './section.js';

/** Pages on which else stands what is the person's own. */
const elsewhere = ['mails', 'sessions'];

interface Profile {
  language: string;
  timeZone: string;
  formats: string;
  reminderMails: boolean;
}

type Choice = 'language' | 'timeZone' | 'formats';

/** In which language, time zone and formats the person wants the product, in every organisation. */
@customElement('pw-own-profile')
export class PwOwnProfile extends PwElement {
  @state() private chosen: Partial<Profile> = {};
  @state() private refusal: Problem | undefined;
  @state() private busy = false;

  /** What is chosen, or what holds; no time zone is that of the organisation. */
  private get profile(): Profile {
    const { person } = workspace.session!;
    return { language: language(), timeZone: person.timeZone ?? '', formats: person.formats ?? '', reminderMails: person.reminderMails, ...this.chosen };
  }

  protected override render(): TemplateResult {
    const { person } = workspace.session!;
    return html`<div class="page">
      ${sectionHead(t('core.own-profile'), t('core.own-profile.text'))}
      <form class="card" @submit=${(event: Event) => void this.save(event)}>
        <header><h2>${person.name}</h2></header>
        <div class="body spaced">
          <p class="muted">${person.email}</p>
          <div class="form-grid">
            ${this.renderChoice('language', languages.map((tag) => ({ value: tag, label: languageName(tag) })))}
            ${this.renderChoice('timeZone', [
              { value: '', label: t('core.own-profile.zone-of-organisation', { zone: workspace.manifest!.tenant.timeZone.replaceAll('_', ' ') }) },
              ...timeZones(),
            ])}
            ${this.renderChoice('formats', [{ value: '', label: t('core.own-profile.formats-of-language') }, ...countries(language())])}
          </div>
          <p class="muted" data-example>${t('core.own-profile.example', { now: formatInstant(new Date()), amount: formatMoney({ amount: '1234.5', currency: workspace.manifest!.tenant.currency }) })}</p>
          <label class="check" title=${t('core.own-profile.reminder-mails.text')}>
            <input type="checkbox" .checked=${this.profile.reminderMails} @change=${(event: Event) => (this.chosen = { ...this.chosen, reminderMails: (event.target as HTMLInputElement).checked })} />
            <span>${t('core.own-profile.reminder-mails')}</span>
          </label>
          <div class="buttons"><button type="submit" class="button primary" ?disabled=${this.busy}>${t('core.save')}</button></div>
        </div>
      </form>
      <pw-own-absences></pw-own-absences>
      <section class="card">
        <header><h2>${t('core.own-profile.more')}</h2></header>
        <ul class="lines">
          ${openSections()
            .filter(({ path }) => elsewhere.includes(path))
            .map(({ path, label, icon }: Section) => this.renderLink(tenantPage(`settings/${path}`), t(label), icon, t(`${label}.text`)))}
          ${workspace.recordType('core.activity') ? this.renderLink(tenantPage('calendar'), t('core.calendar'), 'calendar', t('core.own-profile.feeds')) : nothing}
        </ul>
      </section>
    </div>`;
  }

  private renderLink(href: string, label: string, icon: string, text: string): TemplateResult {
    return html`<li>
      <pw-icon name=${icon}></pw-icon>
      <div class="grow"><a href=${href}>${label}</a><small style="white-space: normal">${text}</small></div>
    </li>`;
  }

  private renderChoice(name: Choice, options: { value: string; label: string }[]): TemplateResult {
    const error = this.refusal?.of(name);
    const choose = (event: Event): void => {
      this.chosen = { ...this.chosen, [name]: (event.target as HTMLSelectElement).value };
    };
    const value = this.profile[name];
    const offered = options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
    return html`<div class="field">
      <label for="own-${name}">${t(`core.own-profile.${name}`)}</label>
      <select class="input" id="own-${name}" aria-invalid=${!!error} @change=${choose}>
        ${offered.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
      </select>
      ${error ? html`<span class="error">${error}</span>` : nothing}
    </div>`;
  }

  /** Labels of options change with the language; what is chosen stays so. */
  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    for (const name of ['language', 'timeZone', 'formats'] as const) {
      this.querySelector<HTMLSelectElement>(`#own-${name}`)!.value = this.profile[name];
    }
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal = undefined;
    this.busy = true;
    const { language: spoken, timeZone, formats, reminderMails } = this.profile;
    try {
      const session = await api.patch<Session>('/api/session', { language: spoken, timeZone: timeZone || null, formats: formats || null, reminderMails });
      localStorage.removeItem('pw.language');
      const wanted = languageFor(session.person.language);
      document.documentElement.lang = wanted;
      await loadTexts(wanted);
      this.chosen = {};
      workspace.set({ session });
      await workspace.reload();
      notify(t('core.saved'), { kind: 'success' });
    } catch (problem) {
      this.refusal = problem instanceof Problem ? problem : undefined;
      reportProblem(problem);
    } finally {
      this.busy = false;
    }
  }
}
