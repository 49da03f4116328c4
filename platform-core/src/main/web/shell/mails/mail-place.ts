import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { one, PwElement, t, tenantApi, tenantPage, workspace, type FieldDescriptor, type RecordData, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';
import '../activities/activity-links.js';
import { activityType } from '../activities/model.js';
import { deliveryOf, mayWrite, writeMail } from './compose.js';

/** Whether {@link PwMailPlace} tells the field, better than its bare value does. */
export const toldByPlace = (type: RecordTypeDescriptor, { name }: FieldDescriptor): boolean => type.name === 'core.message' && ['aboutType', 'aboutId', 'aboutTitle'].includes(name);

/** The record a mail is kept with, what became of the mail, the way to answer it from there, and what it is about. */
@customElement('pw-mail-place')
export class PwMailPlace extends PwElement {
  @property({ attribute: false }) record!: RecordData;

  protected override render(): TemplateResult {
    const { aboutType, aboutId, aboutTitle, delivery, problem } = this.record as unknown as Record<string, string | null>;
    const type = aboutType ? workspace.recordType(aboutType) : undefined;
    return html`${type && aboutId ? this.renderPlace(type, { aboutId, aboutTitle, delivery, problem }) : nothing}
    ${activityType()?.actions.create
      ? html`<pw-activity-links path="messages" .recordId=${this.record.id} ?editable=${this.mayLink()}></pw-activity-links>`
      : nothing}`;
  }

  /** What is private is noted by its owner alone. */
  private mayLink(): boolean {
    const { confidential, owner } = this.record as RecordData & { owner?: Reference | null };
    return !confidential || owner?.id === workspace.manifest!.me.id;
  }

  private renderPlace(type: RecordTypeDescriptor, { aboutId, aboutTitle, delivery, problem }: Record<string, string | null | undefined>): TemplateResult {
    return html`<div class="mail-place">
      <div class="grow">
        ${t('core.message.aboutTitle')} <a href=${tenantPage(`${type.path}/${aboutId}`)}>${aboutTitle || one(type.label)}</a> <span class="muted">${one(type.label)}</span>
        ${deliveryOf({ delivery, problem })}
      </div>
      ${mayWrite() && type.activities
        ? html`<button type="button" class="button small" @click=${() => void writeMail(`${tenantApi(type.path)}/${aboutId}`, { answers: this.record.id })}><pw-icon name="mail"></pw-icon>${t('core.mail.answer')}</button>`
        : nothing}
    </div>`;
  }
}
