import { api, hasText, one, t, tenantApi } from '@pipewright/ui';

export interface Grant {
  subject: string;
  action: string;
  level: string;
}

export interface FieldRight {
  recordType: string;
  field: string;
  access: string;
}

export interface Role {
  id: string;
  version?: number;
  key: string;
  name: string;
  builtIn: boolean;
  grants: Grant[];
  fields: FieldRight[];
  features: Record<string, boolean>;
}

export interface Subject {
  subject: string;
  label: string;
  kind: 'record' | 'capability';
  actions: { action: string; label: string; levels: string[] }[];
}

export async function readRoles(): Promise<Role[]> {
  const found = await api.get<{ items: Role[] } | Role[]>(tenantApi('roles'));
  return Array.isArray(found) ? found : found.items;
}

export const levels = ['none', 'own', 'team', 'team_and_below', 'tenant'];

/** Level names of the server in one spelling. */
export const levelKey = (level: string): string => level.toLowerCase().replaceAll('-', '_');

export const subjectLabel = ({ subject, label, kind }: Subject): string => (kind === 'record' ? one(label || subject) : t(label || subject));

/** What an action is called: a common one, a verb of the type, or the text the server names. */
export function actionLabel(subject: string, { action, label }: { action: string; label: string }): string {
  const keys = [`core.action.${action}`, `${subject}.verb.${action}`, label];
  return t(keys.find(hasText) ?? action);
}
