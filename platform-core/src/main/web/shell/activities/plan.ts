import { api, instantOf, notify, t, tenantApi, wallNow, type FieldDescriptor, type RecordData } from '@pipewright/ui';
import { askFields } from '../records/bulk.js';
import { fieldOf } from '../records/values.js';
import { PwBusyDay } from './busy-day.js';
import { activityType, isHeld, type Kind } from './model.js';

const planned: Record<string, string[]> = {
  TASK: ['subject', 'dueOn', 'priority', 'owner', 'remindAt', 'repeats', 'description'],
  MEETING: ['subject', 'startsAt', 'duration', 'location', 'owner', 'remindAt', 'description'],
  CALL: ['subject', 'startsAt', 'duration', 'owner', 'remindAt', 'description'],
  INTERACTION: ['subject', 'startsAt', 'dueOn', 'owner', 'remindAt', 'description'],
  EMAIL: ['subject', 'dueOn', 'owner', 'confidential', 'description'],
  MESSAGE: ['subject', 'dueOn', 'owner', 'description'],
  NOTE: ['subject', 'description', 'confidential'],
};

const logged: Record<string, string[]> = {
  CALL: ['subject', 'direction', 'startsAt', 'duration', 'result', 'nextStep', 'nextStepOn'],
  MEETING: ['subject', 'startsAt', 'duration', 'location', 'result', 'nextStep', 'nextStepOn'],
  INTERACTION: ['subject', 'startsAt', 'duration', 'result', 'nextStep', 'nextStepOn'],
  EMAIL: ['subject', 'direction', 'startsAt', 'confidential', 'description', 'nextStep', 'nextStepOn'],
  MESSAGE: ['subject', 'direction', 'startsAt', 'description', 'nextStep', 'nextStepOn'],
};

/** Whether activities of the kind are noted after the fact rather than planned. */
export const canBeLogged = ({ form }: Kind): boolean => form in logged;

function fieldsOf(names: string[]): FieldDescriptor[] {
  const type = activityType()!;
  return names.flatMap((name) => {
    const field = fieldOf(type, name);
    const assignable = name !== 'owner' || type.actions.assign;
    return field && assignable && !field.readOnly ? [field] : [];
  });
}

const nextHour = (): string => {
  const hour = wallNow();
  hour.setUTCHours(hour.getUTCHours() + 1, 0, 0, 0);
  return instantOf(hour).toISOString();
};

/**
 * A dialog that makes an activity of the kind, about the record at the address if there is one, with values to begin with
 * and others that are not asked for; the activity, or undefined.
 */
export async function addActivity(kind: Kind, past: boolean, record?: string, preset: Record<string, unknown> = {}, fixed: Record<string, unknown> = {}): Promise<RecordData | undefined> {
  const fields = fieldsOf((past ? logged : planned)[kind.form] ?? planned.TASK!);
  const timed = past ? { startsAt: new Date().toISOString() } : ['MEETING', 'CALL'].includes(kind.form) ? { startsAt: nextHour(), duration: 30 } : {};
  const values = { ...timed, ...(past && kind.form === 'CALL' ? { direction: 'OUTBOUND' } : {}), ...preset };
  const status = past ? { status: isHeld(kind.form) ? 'HELD' : 'DONE' } : {};
  let made: RecordData | undefined;
  await askFields(
    past ? t('core.activity.log', { kind: kind.name }) : t('core.activity.plan', { kind: kind.name }),
    fields.map((field) => ({ ...field, required: field.name === 'subject' })),
    t('core.save'),
    async (entered) => {
      made = await api.post<RecordData>(record ? `${record}/activities` : tenantApi('activities'), { ...entered, ...status, ...fixed, kind: kind.id });
    },
    { values, follower: !past && ['MEETING', 'CALL'].includes(kind.form) ? new PwBusyDay() : undefined },
  );
  if (made) {
    notify(t('core.activity.logged'), { kind: 'success' });
  }
  return made;
}
