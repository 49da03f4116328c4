import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, language, languageName, languages, Problem, PwElement, t, workspace } from '@pipewright/ui';
import { loginAddress } from '../app/session.js';
import { emptyState, problemText } from '../parts/states.js';
import { countries, currencies, timeZones } from '../records/catalogues.js';
import { slugOf } from './slug.js';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const region = (): string => navigator.language.split('-')[1] ?? (zone.startsWith('Europe/') ? 'DE' : 'US');
const currencyOf: Record<string, string> = { US: 'USD', GB: 'GBP', CH: 'CHF' };

/** Where somebody signs up an organisation. */
@customElement('pw-sign-up')
export class PwSignUp extends PwElement {
  @state() private values: Record<string, string> = {
    organisation: '',
    slug: '',
    country: region(),
    timeZone: zone,
    language: language(),
    currency: currencyOf[region()] ?? 'EUR',
    adminName: workspace.session?.person.name ?? '',
    adminEmail: workspace.session?.person.email ?? '',
  };
  @state() private terms = false;
  @state() private problem: Problem | undefined;
  @state() private sending = false;
  @state() private sent = false;
  private ownSlug = false;

  private set(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    if (name === 'slug') {
      this.ownSlug = true;
    } else if (name === 'organisation' && !this.ownSlug) {
      this.values.slug = slugOf(value);
    }
  }

  protected override render(): TemplateResult {
    if (this.sent) {
      return html`<div class="sheet">
        ${emptyState({
          icon: 'mail',
          title: t('core.signup.sent'),
          text: t('core.signup.sent.text', { email: this.values.adminEmail }),
          actions: html`<a class="button" href="/">${t('core.back-to-start')}</a>`,
        })}
      </div>`;
    }
    return html`<form class="sheet" novalidate @submit=${this.submit}>
      <h1>${t('core.signup.yours')}</h1>
      <p class="muted">${t('core.signup.text')}</p>
      ${this.problem
        ? html`<div class="notice bad" role="alert"><pw-icon name="circle-alert"></pw-icon><div class="grow">${this.message()}</div></div>`
        : nothing}
      ${this.input('organisation', { autocomplete: 'organization' })}
      ${this.input('slug', { help: t('core.signup.slug.help', { address: `${location.host}/t/${this.values.slug || '…'}` }) })}
      <div class="form-grid">${this.input('adminName', { autocomplete: 'name' })} ${this.input('adminEmail', { autocomplete: 'email', type: 'email' })}</div>
      <div class="form-grid">
        ${this.choice('country', countries(language()))} ${this.choice('timeZone', timeZones())} ${this.choice('currency', currencies(language()))}
        ${this.choice('language', languages.map((value) => ({ value, label: languageName(value) })))}
      </div>
      <div>
        <label class="check">
          <input type="checkbox" name="terms" .checked=${this.terms} @change=${(event: Event) => (this.terms = (event.target as HTMLInputElement).checked)} />
          <span>${t('core.signup.terms')}</span>
        </label>
        ${this.problem?.of('terms') ? html`<p class="error">${this.problem.of('terms')}</p>` : nothing}
      </div>
      <div class="buttons">
        <button class="button primary" ?disabled=${this.sending}>${t('core.signup')}</button>
        ${workspace.session ? html`<a class="button quiet" href="/">${t('core.cancel')}</a>` : html`<span class="muted">${t('core.signup.have')} <a href=${loginAddress('/')}>${t('core.log-in')}</a></span>`}
      </div>
    </form>`;
  }

  private message(): string {
    return this.problem!.errors.length ? t('core.form.check-fields', { count: this.problem!.errors.length }) : problemText(this.problem);
  }

  private input(name: string, options: { help?: string; autocomplete?: string; type?: string }): TemplateResult {
    const error = this.problem?.of(name);
    return html`<div class="field">
      <label for="su-${name}">${t(`core.signup.${name}`)}</label>
      <input
        class="input"
        id="su-${name}"
        name=${name}
        type=${options.type ?? 'text'}
        autocomplete=${options.autocomplete ?? 'off'}
        aria-invalid=${!!error}
        aria-describedby="su-${name}-help"
        required
        .value=${this.values[name]!}
        @input=${(event: Event) => this.set(name, (event.target as HTMLInputElement).value)}
      />
      <span id="su-${name}-help" class=${error ? 'error' : 'help'}>${error ?? options.help ?? nothing}</span>
    </div>`;
  }

  private choice(name: string, options: { value: string; label: string }[]): TemplateResult {
    const error = this.problem?.of(name);
    return html`<div class="field">
      <label for="su-${name}">${t(`core.signup.${name}`)}</label>
      <select class="input" id="su-${name}" name=${name} @change=${(event: Event) => this.set(name, (event.target as HTMLSelectElement).value)}>
        ${options.map(({ value, label }) => html`<option value=${value} ?selected=${value === this.values[name]}>${label}</option>`)}
      </select>
      ${error ? html`<span class="error">${error}</span>` : nothing}
    </div>`;
  }

  private checked(): Problem | undefined {
    const empty = Object.entries(this.values)
      .filter(([, value]) => !value.trim())
      .map(([field]) => ({ field, code: 'required', message: t('core.form.required') }));
    const errors = this.terms ? empty : [...empty, { field: 'terms', code: 'required', message: t('core.signup.terms.required') }];
    return errors.length ? new Problem(400, 'invalid', '', '', errors) : undefined;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.problem = this.checked();
    if (!this.problem) {
      this.sending = true;
      try {
        await api.post('/api/signups', { ...this.values, terms: true }, { anonymous: true });
        this.sent = true;
      } catch (problem) {
        this.problem = problem instanceof Problem ? problem : new Problem(500, '', '', problemText(problem), []);
      }
      this.sending = false;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
  }
}
