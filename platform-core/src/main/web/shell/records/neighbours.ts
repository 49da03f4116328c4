/** The order in which a list last showed its records, for previous and next on their pages. */
const shown = new Map<string, string[]>();

export const rememberOrder = (typeName: string, ids: string[]): unknown => shown.set(typeName, ids);

export function neighboursOf(typeName: string, id: string): { previous?: string; next?: string } {
  const ids = shown.get(typeName) ?? [];
  const at = ids.indexOf(id);
  return at < 0 ? {} : { previous: ids[at - 1], next: ids[at + 1] };
}
