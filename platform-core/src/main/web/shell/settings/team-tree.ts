import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, notify, t, tenantApi, tenantPage, workspace, type RecordData, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';
import { confirm } from '../parts/dialog.js';
import { emptyState, reportProblem } from '../parts/states.js';
import { createRecord } from '../records/create.js';
import { etagOf, titleOf } from '../records/values.js';
import { PwSection, sectionHead } from './section.js';
import { readTeams } from './teams.js';

/** The teams as they stand one below the other. */
@customElement('pw-team-tree')
export class PwTeamTree extends PwSection<RecordData[]> {
  private get type(): RecordTypeDescriptor {
    return workspace.recordType('core.team')!;
  }

  private get parentField(): string {
    return this.type.fields.find(({ references }) => references === 'core.team')?.name ?? 'parent';
  }

  protected read(): Promise<RecordData[]> {
    return readTeams();
  }

  protected renderContent(teams: RecordData[]): TemplateResult {
    const known = new Set(teams.map(({ id }) => id));
    const top = teams.filter((team) => !known.has(this.parentOf(team) ?? ''));
    return html`${sectionHead(
      t('core.teams'),
      t('core.teams.text'),
      this.type.actions.create
        ? html`<button type="button" class="button primary" data-key="create" @click=${() => void this.add()}><pw-icon name="plus"></pw-icon>${t('core.team.new')}</button>`
        : nothing,
    )}
    ${teams.length
      ? html`<section class="card"><div class="body"><ul class="tree">${top.map((team) => this.renderTeam(team, teams))}</ul></div></section>`
      : emptyState({ part: true, icon: 'network', title: t('core.teams.none'), text: t('core.teams.none.text') })}`;
  }

  private parentOf(team: RecordData): string | undefined {
    return (team[this.parentField] as Reference | null)?.id;
  }

  private renderTeam(team: RecordData, all: RecordData[]): TemplateResult {
    const below = all.filter((each) => this.parentOf(each) === team.id);
    const name = titleOf(this.type, team);
    const { actions } = this.type;
    return html`<li>
      <div class="node">
        <pw-icon name="users-round"></pw-icon>
        <a class="grow" href=${tenantPage(`${this.type.path}/${team.id}`)}>${name}</a>
        ${actions.create
          ? html`<button type="button" class="button quiet small icon" aria-label=${t('core.team.below', { name })} title=${t('core.team.below', { name })} @click=${() => void this.add(team)}><pw-icon name="plus"></pw-icon></button>`
          : nothing}
        ${actions.edit
          ? html`<button type="button" class="button quiet small icon" aria-label=${t('core.edit-named', { name })} @click=${() => void this.edit(team)}><pw-icon name="pencil"></pw-icon></button>`
          : nothing}
        ${actions.delete
          ? html`<button type="button" class="button quiet small icon" aria-label=${t('core.delete-named', { name })} @click=${() => void this.drop(team)}><pw-icon name="trash-2"></pw-icon></button>`
          : nothing}
      </div>
      ${below.length ? html`<ul>${below.map((each) => this.renderTeam(each, all))}</ul>` : nothing}
    </li>`;
  }

  private async add(parent?: RecordData): Promise<void> {
    const preset = parent ? { [this.parentField]: { id: parent.id, title: titleOf(this.type, parent) } } : {};
    if (await createRecord(this.type, { preset, stay: true })) {
      await this.refresh();
    }
  }

  private async edit(team: RecordData): Promise<void> {
    if (await createRecord(this.type, { record: team, stay: true })) {
      await this.refresh();
    }
  }

  private async drop(team: RecordData): Promise<void> {
    const name = titleOf(this.type, team);
    if (await confirm({ heading: t('core.delete-named', { name }), text: t('core.team.delete.text'), action: t('core.delete'), danger: true })) {
      try {
        await api.delete(`${tenantApi(this.type.path)}/${team.id}`, { etag: etagOf(team) });
        notify(t('core.deleted', { name }));
      } catch (problem) {
        reportProblem(problem);
      }
      await this.refresh();
    }
  }
}
