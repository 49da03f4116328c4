import { html, nothing, type TemplateResult } from 'lit';
import { t, tenantPage, workspace, type FieldProblem, type RecordData, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';

/**
 * The page on which what a refusal of a record names can be filled in, such as a field of it, of what it refers to, or of
 * the organisation; undefined where the person cannot do so.
 */
export function placeOf(type: RecordTypeDescriptor, record: RecordData, path: string): string | undefined {
  const [name = '', inside = ''] = path.split('.');
  if (name === 'organisation') {
    return inside && workspace.can('core.settings') ? `${tenantPage('settings/organisation')}?field=${inside}` : undefined;
  }
  const page = tenantPage(`${type.path}/${record.id}`);
  if (name === 'lines' || name.startsWith('items[')) {
    const lines = workspace.manifest?.recordTypes.find(({ partOf }) => partOf?.type === type.name && partOf.essential);
    return lines && `${page}?tab=${lines.path}`;
  }
  const field = type.fields.find((each) => each.name === name);
  if (!field?.references || !inside) {
    return field && !field.readOnly ? `${page}?edit=${name}` : undefined;
  }
  const other = workspace.recordType(field.references);
  const id = (record[name] as Reference | null)?.id;
  return other?.actions.edit && id ? `${tenantPage(`${other.path}/${id}`)}?edit=${inside}` : undefined;
}

/** What is refused, one after the other, each with the way to where it is mended. */
export const refusals = (errors: FieldProblem[], place: (field: string) => string | undefined, leave: () => void): TemplateResult =>
  html`<ul class="refusals">
    ${errors.map(({ field, message }) => {
      const page = place(field);
      return html`<li>${message}${page ? html` <a href=${page} @click=${leave}>${t('core.refusal.fill-in')}</a>` : nothing}</li>`;
    })}
  </ul>`;
