import type { Money, Reference } from '@pipewright/ui';

/** A territory as far as the picture shows it. */
export interface Shown {
  id: string;
  name: string;
  parent?: Reference | null;
  priority?: number | null;
  active: boolean;
  inherits?: boolean;
  validFrom?: string | null;
  validUntil?: string | null;
}

/** Counts and sums of a list by territory. */
export interface Groups {
  groups: { key?: string | null; count: number; sum?: Money }[];
  total: { count: number; sum?: Money };
}

/** How many records there are, and what those that are open are worth. */
export interface Figures {
  records: number;
  value: number;
}

/** A territory in the picture: what is in it, and with all below it. */
export interface Node {
  territory: Shown;
  /** Whether it counts today. */
  counts: boolean;
  below: Node[];
  own: Figures;
  all: Figures;
}

export interface Picture {
  top: Node[];
  ids: string[];
  none: Figures;
  /** In territories that one does not see. */
  others: Figures;
  total: Figures;
}

const plus = (one: Figures, other: Figures): Figures => ({ records: one.records + other.records, value: one.value + other.value });
const minus = (one: Figures, other: Figures): Figures => ({ records: one.records - other.records, value: one.value - other.value });
const nothing: Figures = { records: 0, value: 0 };

/** Puts the territories below each other, each with what is in it by those counts and values. */
export function formOf(territories: Shown[], counts: Groups, values: Groups | undefined, today: string): Picture {
  const records = new Map(counts.groups.map(({ key, count }) => [key ?? '', count]));
  const worth = new Map(values?.groups.map(({ key, sum }) => [key ?? '', Number(sum?.amount ?? 0)]));
  const figures = (id: string): Figures => ({ records: records.get(id) ?? 0, value: worth.get(id) ?? 0 });
  const ids = new Set(territories.map(({ id }) => id));
  const nodes = (parent: string | undefined): Node[] =>
    territories.filter((each) => (each.parent && ids.has(each.parent.id) ? each.parent.id : undefined) === parent).map(node);
  const node = (territory: Shown): Node => {
    const below = nodes(territory.id);
    const own = figures(territory.id);
    return { territory, counts: isInForce(territory, today), below, own, all: below.reduce((sum, { all }) => plus(sum, all), own) };
  };
  const top = nodes(undefined);
  const none = figures('');
  const total = { records: counts.total.count, value: Number(values?.total.sum?.amount ?? 0) };
  return { top, ids: [...ids], none, others: minus(minus(total, none), top.reduce((sum, { all }) => plus(sum, all), nothing)), total };
}

const isInForce = ({ active, validFrom, validUntil }: Shown, today: string): boolean =>
  active && (!validFrom || validFrom <= today) && (!validUntil || validUntil >= today);
