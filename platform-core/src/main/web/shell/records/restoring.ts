import { html } from 'lit';
import { api, formatList, Problem, query, t, tenantApi, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';

type Parents = 'restore' | 'leave';

/** Takes a record out of the bin; asks what to do with records there to which it belongs. Tells whether it came back. */
export async function restoreOne(type: RecordTypeDescriptor, { id, title }: Reference): Promise<boolean> {
  const restore = (parents?: Parents): Promise<unknown> => api.post(`${tenantApi(type.path)}/${id}/restore${query({ parents })}`);
  try {
    await restore();
    return true;
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.slug !== 'parent-binned') {
      throw problem;
    }
    const parents = await askFor(title, problem.body['binned'] as Reference[]);
    if (parents) {
      await restore(parents);
    }
    return !!parents;
  }
}

function askFor(name: string, binned: Reference[]): Promise<Parents | undefined> {
  const parents = formatList(binned.map(({ title }) => title || t('core.untitled')));
  return ask<Parents>({
    heading: t('core.bin.parents'),
    content: () => html`<p>${t('core.bin.parents.text', { name, parents })}</p>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close()}>${t('core.cancel')}</button>
      <button type="button" class="button" @click=${() => close('leave')}>${t('core.bin.parents.leave')}</button>
      <button type="button" autofocus class="button primary" @click=${() => close('restore')}>${t('core.bin.parents.restore')}</button>`,
  });
}
