import { html } from 'lit';
import { api, notify, Problem, query, t, tenantApi, type RecordTypeDescriptor } from '@pipewright/ui';
import { ask, confirm } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { segments } from './segments.js';

export interface View {
  id: string;
  version?: number;
  recordType: string;
  name: string;
  visibility: 'built-in' | 'private' | 'team' | 'tenant';
  filter: string;
  sort: string;
  columns: string[];
  /** Whether it keeps the records with which it was saved. */
  fixed?: boolean;
  mine?: boolean;
}

/** What a list shows: a view's content. */
export type Layout = Pick<View, 'filter' | 'sort' | 'columns'>;

const address = (id = ''): string => tenantApi(`views${id && `/${id}`}`);

export const builtInId = (key: string): string => `built-in-${key}`;

/** The views the type comes with. */
const builtIn = (type: RecordTypeDescriptor): View[] =>
  (type.views ?? []).map(({ key, label, filter, sort }) => ({
    id: builtInId(key),
    recordType: type.name,
    name: t(label),
    visibility: 'built-in',
    filter,
    sort: sort || (type.defaultSort ?? '-createdAt'),
    columns: type.columns,
    mine: false,
  }));

export async function readViews(type: RecordTypeDescriptor): Promise<View[]> {
  try {
    const found = await api.get<{ items: View[] } | View[]>(address() + query({ recordType: type.name }));
    const views = Array.isArray(found) ? found : found.items;
    return [...builtIn(type), ...views.map((view) => ({ ...view, visibility: view.visibility.toLowerCase() as View['visibility'] }))];
  } catch (problem) {
    if (problem instanceof Problem && (problem.status === 403 || problem.status === 404)) {
      return builtIn(type);
    }
    throw problem;
  }
}

export async function saveView(view: View, layout: Layout): Promise<View> {
  const etag = view.version === undefined ? '*' : `"${view.version}"`;
  const saved = { ...view, ...layout, ...(await api.patch<Partial<View>>(address(view.id), layout, { etag })) };
  segments.forget(view.recordType);
  return saved;
}

/** Asks for a name and who sees it, then keeps the layout as a new view. */
export async function saveViewAs(type: RecordTypeDescriptor, layout: Layout, name = ''): Promise<View | undefined> {
  const asked = { name, visibility: 'private', fixed: false };
  return ask<View>({
    heading: t('core.view.save-as'),
    content: (close) => html`<form
      id="pw-view-form"
      style="display: grid; gap: 14px"
      @submit=${async (event: Event) => {
        event.preventDefault();
        try {
          const created = await api.post<View>(address(), { recordType: type.name, ...asked, ...layout });
          segments.forget(type.name);
          notify(t('core.view.saved', { name: asked.name }), { kind: 'success' });
          close({ mine: true, ...layout, ...asked, ...created } as View);
        } catch (problem) {
          reportProblem(problem);
        }
      }}
    >
      <div class="field">
        <label for="pw-view-name">${t('core.name')}</label>
        <input
          class="input"
          id="pw-view-name"
          required
          autofocus
          maxlength="80"
          .value=${name}
          @input=${(event: Event) => (asked.name = (event.target as HTMLInputElement).value)}
        />
      </div>
      <fieldset class="field" style="border: 0; padding: 0; margin: 0">
        <legend style="padding: 0 0 6px; font-weight: 500">${t('core.view.visibility')}</legend>
        ${['private', 'team', 'tenant'].map(
          (each) => html`<label class="check">
            <input type="radio" name="visibility" ?checked=${each === 'private'} @change=${() => (asked.visibility = each)} />
            <span>${t(`core.view.visibility.${each}`)}</span>
          </label>`,
        )}
      </fieldset>
      <label class="check">
        <input type="checkbox" @change=${(event: Event) => (asked.fixed = (event.target as HTMLInputElement).checked)} />
        <span>${t('core.view.fixed')}<br /><small class="muted">${t('core.view.fixed.help')}</small></span>
      </label>
    </form>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close()}>${t('core.cancel')}</button>
      <button class="button primary" form="pw-view-form">${t('core.save')}</button>`,
  });
}

export async function deleteView(view: View): Promise<boolean> {
  const sure = await confirm({ heading: t('core.view.delete'), text: t('core.view.delete.text', { name: view.name }), action: t('core.delete'), danger: true });
  if (sure) {
    await api.delete(address(view.id));
    segments.forget(view.recordType);
  }
  return sure;
}
