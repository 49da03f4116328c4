import { html } from 'lit';
import { call, t, tenantApi, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { etagOf, fieldOf, sent, valueOf } from './values.js';

/** Somebody else saved first: shows both versions and saves what the person chooses. */
export async function resolveConflict(
  type: RecordTypeDescriptor,
  base: RecordData,
  mine: Record<string, unknown>,
  changed: string[],
): Promise<RecordData | undefined> {
  const address = `${tenantApi(type.path)}/${base.id}`;
  const { data: theirs, etag } = await call<RecordData>('GET', address);
  const fields = changed.map((name) => fieldOf(type, name)!).filter(Boolean);
  const chosen = new Map(fields.map(({ name }) => [name, 'mine']));
  const answer = await ask<'save' | 'theirs'>({
    heading: t('core.conflict'),
    width: '720px',
    content: () => html`<p class="muted" style="margin-bottom: 12px">
        ${t('core.conflict.text', { name: theirs.updatedBy?.title ?? t('core.somebody') })}
      </p>
      <table class="versions">
        <thead>
          <tr>
            <th scope="col">${t('core.field')}</th>
            <th scope="col">${t('core.conflict.mine')}</th>
            <th scope="col">${t('core.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          ${fields.map(
            (field) => html`<tr>
              <th scope="row">${t(field.label)}</th>
              ${[
                ['mine', mine[field.name]],
                ['theirs', theirs[field.name]],
              ].map(
                ([side, value]) => html`<td>
                  <label class="check">
                    <input
                      type="radio"
                      name=${field.name}
                      ?checked=${side === 'mine'}
                      @change=${() => chosen.set(field.name, side as string)}
                    />
                    <span>${valueOf(field, value)}</span>
                  </label>
                </td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close('theirs')}>${t('core.conflict.discard')}</button>
      <button type="button" class="button primary" @click=${() => close('save')}>${t('core.conflict.save')}</button>`,
  });
  if (answer !== 'save') {
    return theirs;
  }
  const kept = fields.filter(({ name }) => chosen.get(name) === 'mine');
  if (!kept.length) {
    return theirs;
  }
  const body = Object.fromEntries(kept.map((field) => [field.name, sent(field, mine[field.name])]));
  return (await call<RecordData>('PATCH', address, body, { etag: etag ?? etagOf(theirs) })).data;
}
