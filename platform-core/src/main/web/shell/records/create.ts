import { html } from 'lit';
import { notify, one, router, t, tenantPage, type RecordData, type RecordTypeDescriptor } from '@pipewright/ui';
import { ask, confirm } from '../parts/dialog.js';
import './record-form.js';
import type { PwRecordForm } from './record-form.js';
import { titleOf } from './values.js';

interface Options {
  preset?: Record<string, unknown>;
  record?: RecordData;
  /** Does not lead to the new record. */
  stay?: boolean;
  /** Name of the field at which the form begins. */
  field?: string;
}

const formIn = (): PwRecordForm => [...document.querySelectorAll('pw-record-form')].at(-1) as PwRecordForm;

async function mayClose(): Promise<boolean> {
  return !formIn()?.dirty || confirm({ heading: t('core.form.leave'), text: t('core.form.leave.text'), action: t('core.form.leave.action') });
}

/** A dialog with the form of the type; the record that was saved, or undefined. */
export async function createRecord(type: RecordTypeDescriptor, { preset, record, stay, field }: Options = {}): Promise<RecordData | undefined> {
  const saved = await ask<RecordData>({
    heading: t(record ? 'core.edit-type' : 'core.new-type', { type: one(type.label) }),
    width: '760px',
    mayClose,
    content: (close) => html`<pw-record-form
      .type=${type}
      .record=${record}
      .preset=${preset ?? {}}
      .wanted=${field ?? ''}
      @pw-saved=${({ detail }: CustomEvent<RecordData>) => close(detail)}
    ></pw-record-form>`,
    footer: (close) => html`<button type="button" class="button" @click=${async () => (await mayClose()) && close()}>${t('core.cancel')}</button>
      <button type="button" class="button primary" @click=${() => void formIn().save()}>${t('core.save')}</button>`,
  });
  if (saved && !record) {
    notify(t('core.created', { name: titleOf(type, saved) }), { kind: 'success' });
    if (!stay) {
      await router.navigate(tenantPage(`${type.path}/${saved.id}`));
    }
  }
  return saved;
}

/** The form for all fields of a record, at one of them if it is named. */
export const editRecord = (type: RecordTypeDescriptor, record: RecordData, field?: string): Promise<RecordData | undefined> =>
  createRecord(type, { record, stay: true, field });
