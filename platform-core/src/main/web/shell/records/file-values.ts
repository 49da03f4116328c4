import { html, type TemplateResult } from 'lit';
import { Problem, t, type FieldDescriptor, type RecordData, type Reference } from '@pipewright/ui';
import { download, sendFile } from '../files/file-list.js';
import { reportProblem } from '../parts/states.js';
import { valueOf } from './values.js';

/** A field's value on the page of the record at the address, from which its file can be fetched. */
export function valueAt(address: string, field: FieldDescriptor, record: RecordData): TemplateResult | string {
  const value = record[field.name] as Reference | null | undefined;
  if (field.kind !== 'file' || !value) {
    return valueOf(field, value);
  }
  const name = value.title ?? '';
  return html`<button
    type="button"
    class="link"
    title=${t('core.files.download', { name })}
    @click=${() => void download(`${address}/files/${value.id}`).catch(reportProblem)}
    @dblclick=${(event: Event) => event.stopPropagation()}
  >${name}</button>`;
}

/** Sends a file for a field of the record at the address; what is refused in the file is told at the field. */
export async function sendForField(address: string, { name }: FieldDescriptor, file: File): Promise<void> {
  try {
    await sendFile(`${address}/files`, file, name);
  } catch (problem) {
    if (problem instanceof Problem && problem.errors.length) {
      const { status, slug, title, detail, errors, body } = problem;
      throw new Problem(status, slug, title, detail, errors.map((error) => ({ ...error, field: name })), body);
    }
    throw problem;
  }
}
