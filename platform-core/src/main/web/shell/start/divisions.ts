import { allOf, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';

/** What a card of the start page tells of: its record type, or nothing where it is about no records at all. */
export type Subject = RecordTypeDescriptor | undefined;

/** Stands for the records that have no value. */
export const NONE = 'none';

/** Ids of what was chosen, by the name of the field; none is all. */
export type Divisions = Record<string, string[]>;

/** Fields by which modules divide up records of any of the types, each once. */
export const divisionsOf = (types: RecordTypeDescriptor[]): FieldDescriptor[] => [
  ...new Map(types.flatMap(({ fields }) => fields.filter(({ divides }) => divides)).map((field) => [field.name, field])).values(),
];

/** Criteria of the records of a type that are in one of what was chosen or below it; those of other types are all told. */
export const within = (type: RecordTypeDescriptor, divisions: Divisions): string =>
  allOf(
    ...type.fields
      .filter(({ name, divides }) => divides && divisions[name]?.length)
      .map(({ name }) => {
        const ids = divisions[name]!.filter((id) => id !== NONE);
        return [ids.length ? `${name}=under=(${ids.join(',')})` : '', divisions[name]!.includes(NONE) ? `${name}=isnull=true` : ''].filter(Boolean).join(',');
      }),
  );

/** The same for whatever a card is about. */
export const filterFor = (subject: Subject, divisions: Divisions): string => (subject ? within(subject, divisions) : '');

/** Names of the fields by which something was chosen that makes no difference to a card, since its subject has no such field. */
export const indifferentTo = (subject: Subject, divisions: Divisions): string[] =>
  Object.keys(divisions).filter((name) => divisions[name]!.length && !subject?.fields.some((field) => field.divides && field.name === name));
