import type { FieldCondition, FieldDescriptor, RecordTypeDescriptor, Reference } from '@pipewright/ui';

type Values = Record<string, unknown>;

/** Decides as the server does, which has the last word. */
export function holds({ field, values = [] }: FieldCondition, record: Values): boolean {
  const all = [record[field]].flat().filter((value) => value !== null && value !== undefined && value !== '');
  if (!values.length) {
    return all.some((value) => value !== false);
  }
  return all.some((value) => values.includes(typeof value === 'object' ? (value as Reference).id : String(value)));
}

/** Whether there is anything to fill in; so it is while the field it depends on is hidden. */
export function isShown(type: RecordTypeDescriptor, { conditions }: FieldDescriptor, record: Values): boolean {
  const shown = conditions?.shown;
  return !shown || !type.fields.some(({ name }) => name === shown.field) || holds(shown, record);
}

export const isRequired = ({ required, conditions }: FieldDescriptor, record: Values): boolean =>
  (required ?? false) || (conditions?.required ? holds(conditions.required, record) : false);

/** What is needed can be filled in as long as it is lacking. */
export const isLocked = ({ name, required, readOnly, conditions }: FieldDescriptor, record: Values): boolean =>
  (readOnly ?? false) || (conditions?.readOnly ? holds(conditions.readOnly, record) && !(required && (record[name] ?? '') === '') : false);
