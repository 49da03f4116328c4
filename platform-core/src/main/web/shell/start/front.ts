import { html, nothing, type TemplateResult } from 'lit';
import { language, languageName, languages, loadTexts, t, type Session } from '@pipewright/ui';
import type { PageTemplate } from '../app/pages.js';
import { loginAddress, logOut } from '../app/session.js';
import '../parts/icon.js';

async function speak(code: string): Promise<void> {
  localStorage.setItem('pw.language', code);
  await loadTexts(code);
  location.reload();
}

/** The frame of pages outside an organisation. */
export function front(content: unknown, corner: unknown = nothing): TemplateResult {
  const next = languages[(languages.indexOf(language()) + 1) % languages.length]!;
  const name = languageName(next);
  return html`<div class="front">
    <header>
      <span class="mark"><pw-icon name="workflow"></pw-icon></span>Pipewright
      <span class="space"></span>
      <button type="button" class="button quiet" lang=${next} aria-label=${name} @click=${() => void speak(next)}>
        <pw-icon name="languages"></pw-icon><span class="wide">${name}</span>
      </button>
      ${corner}
    </header>
    <main tabindex="-1">${content}</main>
    <footer>${t('core.front.footer')}</footer>
  </div>`;
}

/** For somebody who is not logged in. */
export function welcome(): PageTemplate {
  const corner = html`<a class="button" href=${loginAddress()}>${t('core.log-in')}</a>`;
  const content = html`<div class="welcome">
    <h1>${t('core.welcome')}</h1>
    <p>${t('core.welcome.text')}</p>
    <div class="buttons">
      <a class="button primary" href=${loginAddress()}><pw-icon name="log-in"></pw-icon>${t('core.log-in')}</a>
      <a class="button" href="/signup">${t('core.signup.yours')}</a>
    </div>
  </div>`;
  return { title: '', template: front(content, corner), front: true };
}

const leave = (): TemplateResult =>
  html`<button type="button" class="button" @click=${() => void logOut()}><pw-icon name="log-out"></pw-icon>${t('core.log-out')}</button>`;

/** For somebody who belongs to several organisations, or to none. */
export function chooser({ person, tenants }: Session): PageTemplate {
  const operator = person.operator
    ? html`<a class="button" href="/operator"><pw-icon name="gauge"></pw-icon>${t('core.operator')}</a>`
    : nothing;
  const content = tenants.length
    ? html`<div class="sheet">
        <h1>${t('core.choose-organisation')}</h1>
        <p class="muted">${t('core.logged-in-as', { name: person.name, email: person.email })}</p>
        <ul class="choices">
          ${tenants.map(
            ({ slug, name, status }) => html`<li>
              <a href="/t/${slug}/">
                <span class="mark">${name[0]?.toUpperCase()}</span><span class="grow"><b>${name}</b></span>
                ${status.toLowerCase() === 'suspended' ? html`<span class="badge warn">${t('core.tenant.suspended')}</span>` : nothing}
                <pw-icon name="chevron-right"></pw-icon>
              </a>
            </li>`,
          )}
        </ul>
        <div class="buttons"><a class="button" href="/signup">${t('core.signup.another')}</a>${operator}</div>
      </div>`
    : html`<div class="sheet">
        <h1>${t('core.no-organisation')}</h1>
        <p class="muted">${t('core.no-organisation.text', { email: person.email })}</p>
        <div class="buttons"><a class="button primary" href="/signup">${t('core.signup.yours')}</a>${operator}</div>
      </div>`;
  return { title: t('core.choose-organisation'), template: front(content, leave()), front: true };
}
