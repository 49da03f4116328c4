import { workspace } from '@pipewright/ui';
import { keep, kept } from '../parts/preferences.js';

export interface RecentRecord {
  path: string;
  id: string;
  title: string;
  icon: string;
  label: string;
}

const key = (): string => `recent.${workspace.slug}`;

/** Records this person opened last in this browser; those of types that are away are left out. */
export const recentRecords = (): RecentRecord[] =>
  kept<RecentRecord[]>(key(), []).filter(({ path }) => workspace.recordTypeAt(path));

export function rememberRecord(record: RecentRecord): void {
  const others = kept<RecentRecord[]>(key(), []).filter(({ id }) => id !== record.id);
  keep(key(), [record, ...others].slice(0, 20));
}

export function forgetRecord(id: string): void {
  keep(key(), kept<RecentRecord[]>(key(), []).filter((each) => each.id !== id));
}
