import { html } from 'lit';
import { t, type TenantSummary } from '@pipewright/ui';
import type { PageTemplate } from '../app/pages.js';
import '../settings/leaving-page.js';
import { emptyState } from '../parts/states.js';
import { front } from './front.js';

/** For an organisation about to be deleted: what happened, and for administrators the ways out. */
export function closedPage({ slug, name }: TenantSummary): PageTemplate {
  const content = html`<div style="width: 100%; max-width: 860px; align-self: start">
    ${emptyState({ icon: 'archive', title: t('core.deletion.closed', { name }), text: t('core.deletion.closed.text') })}
    <pw-leaving-page .slug=${slug} .name=${name} .quiet=${true}></pw-leaving-page>
  </div>`;
  return { title: name, template: front(content, html`<a class="button" href="/">${t('core.organisations')}</a>`), front: true };
}
