import { api, query, t, tenantApi, workspace, type Page, type RecordData, type RecordTypeDescriptor, type Reference } from '@pipewright/ui';

/** What an activity is at heart. */
export type Form = 'TASK' | 'CALL' | 'MEETING' | 'EMAIL' | 'NOTE' | 'INTERACTION' | 'MESSAGE';

/** An activity as it stands in timelines. */
export interface ActivityLine {
  id: string;
  subject: string;
  kind: string;
  form: Form;
  status: string;
  open: boolean;
  overdue: boolean;
  priority?: string;
  direction?: string | null;
  dueOn?: string | null;
  startsAt?: string | null;
  dueAt?: string | null;
  duration?: number | null;
  completedAt?: string | null;
  description?: string | null;
  result?: string | null;
  owner?: Reference | null;
}

export interface Kind {
  id: string;
  name: string;
  form: Form;
  standard: boolean;
}

const icons: Record<Form, string> = {
  TASK: 'list-checks',
  CALL: 'phone',
  MEETING: 'users',
  EMAIL: 'mail',
  NOTE: 'sticky-note',
  INTERACTION: 'handshake',
  MESSAGE: 'message-square',
};

export const iconOf = (form: string): string => icons[form as Form] ?? 'list-checks';

export const isHeld = (form: Form): boolean => ['CALL', 'MEETING', 'INTERACTION'].includes(form);

/** The record type of activities, if the person has it. */
export const activityType = (): RecordTypeDescriptor | undefined => workspace.recordType('core.activity');

/** The kinds in use, in their order. */
export async function readKinds(): Promise<Kind[]> {
  const page = await api.get<Page<RecordData & Kind>>(tenantApi('activity-kinds') + query({ filter: 'active==true', limit: 100 }));
  return page.items;
}

export const statusText = (status: string): string => t(`core.activity.status.${status}`);
