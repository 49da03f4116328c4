import { api, query, tenantApi, workspace } from '@pipewright/ui';
import { titleOf } from './values.js';
import type { RecordData } from '@pipewright/ui';

const known = new Map<string, string>();
const asked = new Map<string, Promise<void>>();

export const rememberTitle = (id: string, title: string): unknown => known.set(id, title);

/** Title of a record that was seen before. */
export const knownTitle = (id: string): string | undefined => known.get(id);

/** Title of a record a filter names by id; asks the server for unknown ones and calls back. */
export function titleFor(typeName: string, id: string, ready: () => void): string {
  const type = workspace.recordType(typeName);
  if (!known.has(id) && type && !asked.has(id)) {
    const read = api
      .get<RecordData>(`${tenantApi(type.path)}/${id}${query({ fields: type.titleField })}`)
      .then((record) => void known.set(id, titleOf(type, record)))
      .catch(() => void known.set(id, '…'))
      .finally(ready);
    asked.set(id, read);
  }
  return known.get(id) ?? '…';
}
