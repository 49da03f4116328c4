import { hasText, t, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import { holds } from './conditions.js';

type Values = Record<string, unknown>;

/** A section of a form or of a page, with its heading if it has one. */
export interface Section {
  label: string;
  fields: FieldDescriptor[];
}

/** Heading of a section of the product. */
export function groupLabel(type: RecordTypeDescriptor, group: string): string {
  const keys = [`${type.label}.group.${group}`, `${type.name}.group.${group}`, group];
  return group && t(keys.find(hasText) ?? group);
}

/** Names of the sections fields were declared in, in their order. */
export const groupsOf = (fields: FieldDescriptor[]): string[] => [...new Set(['', ...fields.map(({ group }) => group ?? '')])];

const declared = (type: RecordTypeDescriptor, fields: FieldDescriptor[]): Section[] =>
  groupsOf(fields)
    .map((group) => ({ label: groupLabel(type, group), fields: fields.filter((field) => (field.group ?? '') === group) }))
    .filter((section) => section.fields.length);

/** The fields as the organisation lays out such a record, or as they were declared; `rest` are those a layout does not show. */
export function arranged(type: RecordTypeDescriptor, record: Values, fields: FieldDescriptor[]): { sections: Section[]; rest: FieldDescriptor[] } {
  const layout = type.layouts?.find(({ when, sections }) => sections.length && (!when || holds(when, record)));
  if (!layout) {
    return { sections: declared(type, fields), rest: [] };
  }
  const placed = new Set(layout.sections.flatMap((section) => section.fields));
  const sections = layout.sections.map((section) => ({
    label: section.label ?? groupLabel(type, section.group),
    fields: section.fields.flatMap((name) => fields.find((field) => field.name === name) ?? []),
  }));
  return { sections: sections.filter((section) => section.fields.length), rest: fields.filter(({ name }) => !placed.has(name)) };
}

/** The columns of a list of such records while nobody has chosen others. */
export const columnsOf = (type: RecordTypeDescriptor, record: Values): string[] =>
  type.layouts?.find(({ when, columns }) => columns.length && (!when || holds(when, record)))?.columns ?? type.columns;
