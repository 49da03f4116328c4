import { api, query, tenantApi, workspace } from '@pipewright/ui';
import { titleOf } from './values.js';
import type { RecordData } from '@pipewright/ui';

/** Ids asked for in one request; its address must not grow too long. */
const MOST = 100;
const UNKNOWN = '…';

const known = new Map<string, string>();
/** Who is called back once the title of an id has been asked for. */
const awaited = new Map<string, Set<() => void>>();
/** Ids that are going to be asked for, by the name of their type. */
const collected = new Map<string, string[]>();

export const rememberTitle = (id: string, title: string): unknown => known.set(id, title);

/** Title of a record that was seen before. */
export const knownTitle = (id: string): string | undefined => known.get(id);

/**
 * Title of a record of which the id is known; asks the server and calls back where it was not seen before. What a page
 * draws at once is asked for at once, and records that are gone or hidden are no failure.
 */
export function titleFor(typeName: string, id: string, ready: () => void): string {
  if (!known.has(id) && workspace.recordType(typeName)) {
    if (!awaited.has(id)) {
      awaited.set(id, new Set());
      collect(typeName, id);
    }
    awaited.get(id)!.add(ready);
  }
  return known.get(id) ?? UNKNOWN;
}

function collect(typeName: string, id: string): void {
  if (!collected.size) {
    setTimeout(askAll);
  }
  collected.set(typeName, [...(collected.get(typeName) ?? []), id]);
}

function askAll(): void {
  const all = [...collected];
  collected.clear();
  for (const [typeName, ids] of all) {
    for (let at = 0; at < ids.length; at += MOST) {
      void ask(typeName, ids.slice(at, at + MOST));
    }
  }
}

async function ask(typeName: string, ids: string[]): Promise<void> {
  const type = workspace.recordType(typeName)!;
  try {
    const found = await api.get<{ items: RecordData[] }>(tenantApi(type.path) + query({ filter: `id=in=(${ids.join(',')})`, fields: type.titleField, limit: MOST }));
    found.items.forEach((record) => known.set(String(record.id), titleOf(type, record)));
  } catch {
    // Whoever may not see them reads on without their names.
  }
  const waiting = new Set(ids.flatMap((id) => [...awaited.get(id)!]));
  ids.forEach((id) => {
    awaited.delete(id);
    known.set(id, known.get(id) ?? UNKNOWN);
  });
  waiting.forEach((ready) => ready());
}
