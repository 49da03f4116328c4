import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, notify, t, tenantApi, workspace, type FieldDescriptor } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { reportProblem } from '../parts/states.js';
import { askFields } from '../records/bulk.js';
import { tagBadge } from '../records/tag-badges.js';
import { createTag, editTag, tags, type Tag } from '../records/tags.js';
import { PwSection, sectionHead } from './section.js';

/** The tags of the organisation and the person's own. */
@customElement('pw-tag-list')
export class PwTagList extends PwSection<Tag[]> {
  protected read(): Promise<Tag[]> {
    return tags.read();
  }

  protected renderContent(all: Tag[]): TemplateResult {
    const part = (heading: string, shared: boolean): TemplateResult | typeof nothing => {
      const some = all.filter((tag) => tag.shared === shared);
      return some.length
        ? html`<section class="card">
            <header><h2>${t(heading)}</h2></header>
            <ul class="lines">
              ${some.map((tag) => this.renderTag(tag, some))}
            </ul>
          </section>`
        : nothing;
    };
    return html`${sectionHead(
      t('core.tags'),
      t('core.tags.text'),
      html`<button type="button" class="button primary" @click=${() => void this.act(async () => !!(await createTag()))}><pw-icon name="plus"></pw-icon>${t('core.tag.new')}</button>`,
    )}
    ${all.length ? nothing : html`<p class="muted">${t('core.tags.none')}</p>`} ${part('core.tags.shared', true)} ${part('core.tags.own', false)}`;
  }

  private renderTag(tag: Tag, others: Tag[]): TemplateResult {
    const mayChange = tag.mine || workspace.can('core.settings');
    const { name } = tag;
    return html`<li>
      <pw-icon name="tag"></pw-icon>
      <div class="grow">${tagBadge(tag.colour, name)}</div>
      ${mayChange
        ? html`<button type="button" class="button small" @click=${() => void this.act(() => editTag(tag))}><pw-icon name="pencil"></pw-icon>${t('core.edit')}</button>
            ${others.length > 1
              ? html`<button type="button" class="button small" @click=${() => void this.act(() => this.merge(tag, others))}><pw-icon name="merge"></pw-icon>${t('core.tag.merge')}</button>`
              : nothing}
            <button type="button" class="button quiet small icon" aria-label=${t('core.delete-named', { name })} @click=${() => void this.act(() => this.drop(tag))}>
              <pw-icon name="trash-2"></pw-icon>
            </button>`
        : nothing}
    </li>`;
  }

  private async act(deed: () => Promise<boolean>): Promise<void> {
    try {
      if (await deed()) {
        await this.refresh();
      }
    } catch (problem) {
      reportProblem(problem);
    }
  }

  private async merge(tag: Tag, others: Tag[]): Promise<boolean> {
    const into: FieldDescriptor = {
      name: 'into',
      label: 'core.tag.merge.into',
      kind: 'choice',
      required: true,
      choices: others.filter(({ id }) => id !== tag.id).map(({ id, name }) => ({ value: id, label: name })),
    };
    const done = await askFields(
      t('core.tag.merge-named', { name: tag.name }),
      [into],
      t('core.tag.merge'),
      async (values) => {
        await api.post(tenantApi(`tags/${tag.id}/merge-into`), values);
      },
      { intro: html`<p style="margin-bottom: 12px">${t('core.tag.merge.text', { name: tag.name })}</p>` },
    );
    return done ?? false;
  }

  private async drop(tag: Tag): Promise<boolean> {
    const { name } = tag;
    if (!(await confirm({ heading: t('core.delete-named', { name }), text: t('core.tag.delete.text'), action: t('core.delete'), danger: true }))) {
      return false;
    }
    await api.delete(tenantApi(`tags/${tag.id}`));
    notify(t('core.deleted', { name }));
    return true;
  }
}
