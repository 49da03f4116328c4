import { html } from 'lit';
import { t } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';

const channel = new BroadcastChannel('pipewright-session');

export const loginAddress = (returnTo = location.pathname + location.search, level?: string): string =>
  `/login?returnTo=${encodeURIComponent(returnTo)}${level ? `&level=${encodeURIComponent(level)}` : ''}`;

/** Asks to log in again in a small window, so that what stands on the page stays; true when it worked. */
export async function renewSession(level?: string): Promise<boolean> {
  const renewed = await ask<boolean>({
    heading: t(level ? 'core.step-up' : 'core.session-ended'),
    content: () => html`<p>${t(level ? 'core.step-up.text' : 'core.session-ended.text')}</p>`,
    footer: (close) => {
      channel.onmessage = ({ data }) => data === 'renewed' && close(true);
      return html`<button type="button" class="button" @click=${() => close(false)}>${t('core.cancel')}</button>
        <button type="button" class="button primary" autofocus @click=${() => openLogin(level)}>
          <pw-icon name="log-in"></pw-icon>${t('core.log-in')}
        </button>`;
    },
  });
  channel.onmessage = followOthers;
  return renewed ?? false;
}

function openLogin(level?: string): void {
  const small = open(loginAddress('/?renewed', level), 'pipewright-login', 'width=480,height=680');
  if (!small) {
    location.assign(loginAddress(undefined, level));
  }
}

function followOthers({ data }: MessageEvent): void {
  if (data === 'ended') {
    location.assign('/');
  }
}

channel.onmessage = followOthers;

/** In the small window: tells the page that asked and goes away. */
export function finishRenewal(): void {
  if (new URLSearchParams(location.search).has('renewed')) {
    channel.postMessage('renewed');
    close();
  }
}

/** Ends the session here, in all tabs and at the identity provider. */
export async function logOut(): Promise<void> {
  const response = await fetch('/logout', { method: 'POST', headers: { 'X-Pipewright': 'web', Accept: 'application/json' }, redirect: 'manual' });
  channel.postMessage('ended');
  const type = response.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? ((await response.json()) as { location?: string }) : {};
  location.assign(body.location ?? '/');
}
