import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import {
  api,
  language,
  languageFor,
  loadTexts,
  matchPath,
  onSessionEnded,
  Problem,
  PwElement,
  router,
  t,
  tenantPage,
  workspace,
  type Session,
} from '@pipewright/ui';
import { loading, problemState } from '../parts/states.js';
import '../parts/toasts.js';
import './bar.js';
import { keepManifestFresh } from './freshness.js';
import './menu.js';
import { pageOf, type PageTemplate } from './pages.js';
import { finishRenewal, renewSession } from './session.js';
import { listenToKeys } from './shortcuts.js';

declare global {
  interface HTMLElementTagNameMap {
    'pw-app': PwApp;
  }
}

/** The whole product: decides what the address means, who is there, and draws frame and page. */
@customElement('pw-app')
export class PwApp extends PwElement {
  @state() private page: PageTemplate | undefined;
  @state() private problem: unknown;
  @state() private menuOpen = false;
  @state() private offline = !navigator.onLine;
  private begun = false;

  begin(): void {
    if (this.begun) {
      return;
    }
    this.begun = true;
    onSessionEnded(renewSession);
    listenToKeys();
    addEventListener('online', () => (this.offline = false));
    addEventListener('offline', () => (this.offline = true));
    router.listen(() => void this.follow());
    keepManifestFresh(() => void this.follow());
    void this.follow();
  }

  private async follow(): Promise<void> {
    this.menuOpen = false;
    this.problem = undefined;
    try {
      this.page = await this.resolve();
    } catch (problem) {
      this.problem = problem;
      this.page = undefined;
    }
    this.nameTab();
    await this.updateComplete;
    this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  private async resolve(): Promise<PageTemplate> {
    const front = await import('../start/front.js');
    if (matchPath('/signup/*', router.path) || matchPath('/invitations/*', router.path)) {
      const { publicPage } = await import('../signup/pages.js');
      return publicPage(router.path);
    }
    if (!workspace.session && !(await this.readSession())) {
      return front.welcome();
    }
    finishRenewal();
    const { tenants } = workspace.session!;
    if (matchPath('/operator/*', router.path)) {
      await import('../operator/operator-page.js');
      return { title: t('core.operator'), template: html`<pw-operator-page></pw-operator-page>`, front: true };
    }
    const place = matchPath('/t/:slug/*', router.path);
    if (!place) {
      return tenants.length === 1 && router.path === '/'
        ? this.enter(tenants[0]!.slug)
        : front.chooser(workspace.session!);
    }
    const closed = tenants.find(({ slug, status }) => slug === place.slug && status === 'PENDING_DELETION');
    if (closed) {
      const { closedPage } = await import('../start/closed.js');
      return closedPage(closed);
    }
    if (workspace.slug !== place.slug) {
      await workspace.reload(place.slug!);
    }
    return pageOf(place['*'] ?? '');
  }

  private async enter(slug: string): Promise<PageTemplate> {
    await workspace.reload(slug);
    history.replaceState({}, '', tenantPage());
    return pageOf('');
  }

  private async readSession(): Promise<boolean> {
    try {
      const session = await api.get<Session>('/api/session', { anonymous: true });
      await this.speak(session.person.language);
      workspace.set({ session });
      return true;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) {
        return false;
      }
      throw problem;
    }
  }

  private async speak(name: string): Promise<void> {
    const wanted = languageFor(localStorage.getItem('pw.language') ?? name);
    if (wanted !== language()) {
      await loadTexts(wanted);
    }
    document.documentElement.lang = wanted;
  }

  private nameTab(): void {
    const tenant = workspace.manifest?.tenant.name;
    document.title = [this.page?.title, tenant, 'Pipewright'].filter(Boolean).join(' · ');
  }

  protected override render(): TemplateResult {
    return html`${this.offline ? html`<div class="offline" role="status">${t('core.offline')}</div>` : nothing}
      ${this.page?.front || !workspace.manifest ? this.renderFront() : this.renderFrame()}
      <pw-toasts></pw-toasts>`;
  }

  private renderFront(): TemplateResult {
    if (this.problem) {
      return html`<main tabindex="-1">${problemState(this.problem, () => void this.follow())}</main>`;
    }
    return html`${this.page?.template ?? nothing}`;
  }

  private renderFrame(): TemplateResult {
    const suspended = workspace.manifest!.tenant.status === 'SUSPENDED';
    return html`<div class="frame ${suspended ? 'told' : ''}">
      <a class="button skip" href="#main" @click=${this.skip}>${t('core.skip-to-content')}</a>
      <pw-menu class="side ${this.menuOpen ? 'open' : ''}"></pw-menu>
      <button type="button" class="shade" aria-label=${t('core.close')} @click=${() => (this.menuOpen = false)}></button>
      <pw-bar class="bar" role="banner" .here=${this.page?.title ?? ''} @pw-open-menu=${() => (this.menuOpen = true)}></pw-bar>
      ${suspended ? html`<div class="suspended" role="status"><pw-icon name="lock"></pw-icon><span>${t('core.tenant.suspended.banner')}</span></div>` : nothing}
      <main class="main" id="main" tabindex="-1">
        ${this.problem
          ? problemState(this.problem, () => void this.follow())
          : cache(this.page?.template ?? html`<div class="page">${loading()}</div>`)}
      </main>
    </div>`;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  }
}
