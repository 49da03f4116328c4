import { api, hasText, t, tenantApi } from '@pipewright/ui';

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
  key: string | null;
  name: string;
  /** The name in the person's language. */
  title: string;
  builtIn: boolean;
  members?: number;
  grants: Grant[];
  fields: FieldRight[];
  features: Record<string, boolean>;
}

export interface Subject {
  subject: string;
  label: string;
  kind: 'record' | 'capability';
  actions: { action: string; label: string; levels: string[] }[];
  fields?: { field: string; label: string }[];
}

export async function readRoles(): Promise<Role[]> {
  const found = await api.get<{ items: Role[] } | Role[]>(tenantApi('roles'));
  return Array.isArray(found) ? found : found.items;
}

export const levels = ['none', 'own', 'team', 'team-and-below', 'tenant'];

export const subjectLabel = ({ subject, label }: Subject): string => t(hasText(`${subject}.right`) ? `${subject}.right` : label || subject);

/** What an action is called: a common one, a verb of the type, or the text the server names. */
export function actionLabel(subject: string, { action, label }: { action: string; label: string }): string {
  const keys = [`core.action.${action}`, `${subject}.verb.${action}`, label];
  return t(keys.find(hasText) ?? action);
}
