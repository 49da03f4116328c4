import { api, query, tenantApi, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { sent } from './values.js';

/** Kinds of fields on whose values it can depend what may be chosen; what is half typed elsewhere does not matter. */
const telling = ['reference', 'choice'];

const told = (fields: FieldDescriptor[], values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter(({ kind, name, readOnly }) => telling.includes(kind) && !readOnly && values[name]).map((field) => [field.name, sent(field, values[field.name])]),
  );

/**
 * Ids that may be chosen for the field of a record, of a new one as its form has it so far, or of the input of a verb;
 * undefined where nothing narrows the choice, or nobody can tell now: the server refuses what is not allowed.
 */
export async function choicesFor(
  type: RecordTypeDescriptor,
  name: string,
  values: Record<string, unknown>,
  verb?: string,
): Promise<Set<string> | undefined> {
  const form = type.verbs?.find((each) => each.name === verb);
  const fields = form ? (form.fields ?? []) : type.fields;
  if (!fields.find((field) => field.name === name)?.narrowed) {
    return undefined;
  }
  const members = { ...(values.id && !form ? {} : told(fields, values)), ...(values.id ? { id: values.id } : {}) };
  const { fields: choices } = await api
    .post<{ fields: Record<string, string[]> }>(tenantApi(`choices/${type.name}`) + query({ verb }), members)
    .catch(() => ({ fields: {} as Record<string, string[]> }));
  return choices[name] && new Set(choices[name]);
}
