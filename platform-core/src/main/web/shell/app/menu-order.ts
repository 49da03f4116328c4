import { workspace, type MenuEntry, type RecordTypeDescriptor } from '@pipewright/ui';

const GROUPS = ['work', 'customers', 'sales', 'billing', 'territories', 'analysis'];

const place = (list: string[], name: string): number => (list.includes(name) ? list.indexOf(name) : list.length);

/** The entries of the menu in their groups, both in the order in which they are shown. */
export function menuGroups(): [string, MenuEntry[]][] {
  const groups = new Map<string, MenuEntry[]>();
  workspace
    .manifest!.menu.filter(({ group }) => group !== 'settings')
    .sort((one, other) => (one.order ?? 100) - (other.order ?? 100))
    .forEach((entry) => groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]));
  return [...groups].sort(([one], [other]) => place(GROUPS, one) - place(GROUPS, other));
}

/** The types as their lists stand in the menu; parts and types without a list come last. */
export function inMenuOrder(types: RecordTypeDescriptor[]): RecordTypeDescriptor[] {
  const paths = menuGroups().flatMap(([, entries]) => entries.map(({ path }) => path));
  const placeOf = ({ path, partOf }: RecordTypeDescriptor): number => (partOf ? paths.length : place(paths, path));
  return [...types].sort((one, other) => placeOf(one) - placeOf(other));
}
