/** A workflow as the organisation defines it. */

export interface Step {
  key: string;
  name: string;
  end: boolean;
}

export interface Asked {
  field: string;
  required: boolean;
  preset?: unknown;
}

export const deedKinds = ['SET_FIELD', 'PERFORM', 'CREATE_TASK', 'SEND_MAIL', 'NOTIFY'] as const;

export interface Deed {
  kind: (typeof deedKinds)[number];
  field?: string;
  value?: unknown;
  verb?: string;
  text?: string;
  days?: number | null;
  role?: string;
  template?: string;
}

export interface Transition {
  key: string;
  name: string;
  from: string[];
  to: string;
  confirm: string;
  roles: string[];
  guard: string;
  reason: string;
  fields: Asked[];
  actions: Deed[];
}

export interface Definition {
  applies: string;
  start: string;
  steps: Step[];
  transitions: Transition[];
}

/** Something for which a workflow cannot be published. */
export interface Defect {
  field: string;
  code: string;
  message: string;
}

export interface Workflow {
  id: string;
  version: number;
  recordType: string;
  name: string;
  group?: string;
  active: boolean;
  published?: number;
  changed: boolean;
  running: number;
  definition: Definition;
  defects: Defect[];
}

export interface RoleChoice {
  name: string;
  title: string;
}

export interface Workflows {
  items: Workflow[];
  roles: RoleChoice[];
}

/** A key that is not taken, for people who never see it; it stays when the name changes. */
export function freeKey(name: string, taken: string[]): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30);
  const base = plain || 'part';
  let key = base;
  for (let number = 2; taken.includes(key); number++) {
    key = `${base}-${number}`;
  }
  return key;
}

/** The name of the part of a definition that a defect is about, such as that of the second step; empty for the whole. */
export function partOf({ steps, transitions }: Definition, { field }: Defect): string {
  const [, part, index] = field.split('.');
  const parts = part === 'steps' ? steps : part === 'transitions' ? transitions : [];
  return parts[Number(index)]?.name ?? '';
}

/** What every new workflow begins with: a way from one step to the last. */
export const sketch = (first: string, last: string, way: string): Definition => ({
  applies: '',
  start: 'start',
  steps: [
    { key: 'start', name: first, end: false },
    { key: 'end', name: last, end: true },
  ],
  transitions: [{ key: 'finish', name: way, from: ['start'], to: 'end', confirm: '', roles: [], guard: '', reason: '', fields: [], actions: [] }],
});
