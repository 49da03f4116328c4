import { html } from 'lit';
import { matchPath, t } from '@pipewright/ui';
import type { PageTemplate } from '../app/pages.js';
import { front } from '../start/front.js';
import './sign-up.js';
import './confirm-sign-up.js';
import './accept-invitation.js';

/** Pages for people who have no account yet. */
export function publicPage(path: string): PageTemplate {
  const confirm = matchPath('/signup/:token', path) ?? matchPath('/signup/confirm/:token', path) ?? matchPath('/signup/:token/confirm', path);
  if (confirm) {
    return { title: t('core.signup.confirm'), template: front(html`<pw-confirm-sign-up .token=${confirm.token!}></pw-confirm-sign-up>`), front: true };
  }
  const invitation = matchPath('/invitations/:token', path);
  if (invitation) {
    return { title: t('core.invitation'), template: front(html`<pw-accept-invitation .token=${invitation.token!}></pw-accept-invitation>`), front: true };
  }
  return { title: t('core.signup'), template: front(html`<pw-sign-up></pw-sign-up>`), front: true };
}
