import { html } from 'lit';
import { t } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';

const channel = new BroadcastChannel('pipewright-session');

export const loginAddress = (returnTo = location.pathname + location.search): string =>
  `/login?returnTo=${encodeURIComponent(returnTo)}`;

/** Asks to log in again in a small window, so that what stands on the page stays; true when it worked. */
export async function renewSession(): Promise<boolean> {
  const renewed = await ask<boolean>({
    heading: t('core.session-ended'),
    content: () => html`<p>${t('core.session-ended.text')}</p>`,
    footer: (close) => {
      channel.onmessage = ({ data }) => data === 'renewed' && close(true);
      return html`<button type="button" class="button" @click=${() => close(false)}>${t('core.cancel')}</button>
        <button type="button" class="button primary" autofocus @click=${openLogin}>
          <pw-icon name="log-in"></pw-icon>${t('core.log-in')}
        </button>`;
    },
  });
  channel.onmessage = followOthers;
  return renewed ?? false;
}

function openLogin(): void {
  const small = open(loginAddress('/?renewed'), 'pipewright-login', 'width=480,height=680');
  if (!small) {
    location.assign(loginAddress());
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
