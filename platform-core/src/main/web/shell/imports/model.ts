/** An import as the server tells it. */

export interface FieldMapping {
  field: string;
  column?: string | null;
  constant?: string | null;
  values?: Record<string, string>;
  format?: string | null;
  by?: string | null;
  createMissing?: boolean;
  currency?: string | null;
  currencyColumn?: string | null;
  clear?: boolean;
}

export interface ImportMapping {
  fields: FieldMapping[];
  mode: 'create' | 'update' | 'create-or-update';
  keys: string[];
  historical: boolean;
}

export interface ImportRun {
  id: string;
  recordType: string;
  fileName?: string;
  state: string;
  encoding?: string;
  delimiter?: string;
  columns?: string[];
  sample?: string[][];
  mapping?: ImportMapping;
  remembered?: boolean;
  rowCount: number;
  /** What a job does with it now: VALIDATE, RUN or UNDO. */
  work?: string | null;
  done?: number;
  reason?: string | null;
  counts?: Record<string, number>;
  createdAt?: string;
  startedAt?: string | null;
  finishedAt?: string | null;
  rate?: number;
  /** What can be done with it now. */
  actions?: string[];
}

/** A spelling in the file and what it is, or probably means. */
export interface ValueMeaning {
  value: string;
  count: number;
  match?: { id?: string | null; title: string } | null;
  suggestion?: { id?: string | null; title: string } | null;
}

export interface ImportRow {
  n: number;
  cells: string[];
  state: string;
  action?: string | null;
  title?: string | null;
  incomplete?: string | null;
  errors?: { field: string; column?: string | null; code: string; message: string }[];
  /** What an update changes, or would change. */
  changes?: { field: string; old: unknown; new: unknown }[] | null;
  recordId?: string | null;
  duplicateOf?: string | null;
}

export type Step = 'upload' | 'mapping' | 'preview' | 'run' | 'result';

export const steps: Step[] = ['upload', 'mapping', 'preview', 'run', 'result'];

/** The step of the wizard an import stands at. */
export function stepOf({ state, work }: ImportRun): Step {
  if (work?.toUpperCase() === 'RUN' || work?.toUpperCase() === 'UNDO' || state.toUpperCase() === 'RUNNING') {
    return 'run';
  }
  if (work) {
    return 'preview';
  }
  return { UPLOADED: 'mapping', MAPPED: 'mapping', VALIDATED: 'preview' }[state.toUpperCase()] as Step ?? 'result';
}

/** How many rows are in one of the states. */
export function countOf({ counts }: ImportRun, ...names: string[]): number {
  const entries = Object.entries(counts ?? {});
  return entries.filter(([name]) => names.includes(name.toUpperCase())).reduce((sum, [, count]) => sum + count, 0);
}

/** The mapping with the column leading to the field; a field takes one column. */
export function connect(mapping: ImportMapping, column: string, field: string): ImportMapping {
  const others = mapping.fields.filter((each) => each.column !== column && each.field !== field);
  const before = mapping.fields.find((each) => each.field === field);
  return { ...mapping, fields: field ? [...others, { ...before, field, column }] : others };
}

/** The mapping with something about a field changed; a field that says nothing more is left out. */
export function adjust(mapping: ImportMapping, field: string, change: Partial<FieldMapping>): ImportMapping {
  const present = mapping.fields.some((each) => each.field === field);
  const fields = present
    ? mapping.fields.map((each) => (each.field === field ? { ...each, ...change } : each))
    : [...mapping.fields, { field, ...change }];
  return { ...mapping, fields: fields.filter(({ column, constant }) => column || constant) };
}
