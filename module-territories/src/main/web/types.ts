import { workspace, type RecordTypeDescriptor } from '@pipewright/ui';

/** Types whose records can be in a territory. */
export const assignableTypes = (): RecordTypeDescriptor[] =>
  workspace.manifest!.recordTypes.filter(({ fields }) => fields.some(({ name, references }) => name === 'territory' && references === 'territories.territory'));

/** Those of them whose records have owners. */
export const ownedTypes = (): RecordTypeDescriptor[] => assignableTypes().filter(({ fields }) => fields.some(({ name }) => name === 'owner'));
