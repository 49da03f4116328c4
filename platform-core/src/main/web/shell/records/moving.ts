import { html } from 'lit';
import {
  allOf,
  api,
  call,
  Problem,
  query,
  rolesOf,
  t,
  tenantApi,
  workspace,
  type BoardDescriptor,
  type FieldDescriptor,
  type Page,
  type RecordData,
  type RecordTypeDescriptor,
  type Reference,
} from '@pipewright/ui';
import { askFields } from './bulk.js';
import { choicesFor } from './choices.js';
import { placeOf } from './refusals.js';
import { withLackingParts } from './lacking-parts.js';
import { etagOf, fieldOf, titleOf } from './values.js';

/** A value of the board's field: where cards can stand. */
export interface Column {
  id: string;
  title: string;
  /** Whether only people of other roles bring records there. */
  barred?: boolean;
}

/** What the field of a card says, as the id of a column. */
export const columnOf = (board: BoardDescriptor, record: RecordData): string => {
  const value = record[board.field];
  return value && typeof value === 'object' ? (value as Reference).id : String(value ?? '');
};

async function listed(path: string, filter: string, sort?: string): Promise<RecordData[]> {
  return (await api.get<Page>(tenantApi(path) + query({ filter, sort, limit: 100 }))).items;
}

/** Whether none of the roles is the person's, where there are any; the server refuses then. */
function isBarred(roles: string[]): boolean {
  const held = workspace.manifest!.me.roles.flatMap(({ key, name }) => [key, name]).map((role) => role?.toLowerCase());
  return roles.length > 0 && !roles.some((role) => held.includes(role.toLowerCase()));
}

/** The columns of a board; of one with a course those of the record it is for. */
export async function columnsOf(type: RecordTypeDescriptor, board: BoardDescriptor, per = ''): Promise<Column[]> {
  const field = fieldOf(type, board.field)!;
  if (field.kind === 'choice') {
    return field.choices!.map(({ value, label }) => ({ id: value, title: t(label) }));
  }
  const course = workspace.recordType(board.course ?? '');
  if (course) {
    const steps = await listed(course.path, `${board.per}==${per}`, course.defaultSort);
    return steps.map((step) => ({ ...(step[board.field] as Reference), barred: isBarred(rolesOf(step[board.roles ?? ''])) }));
  }
  const target = workspace.recordType(field.references ?? '');
  if (!target) {
    return [];
  }
  const places = await listed(target.path, allOf(board.columns, target.catalogue ? 'active==true' : ''), target.defaultSort);
  return places.map((place) => ({ id: place.id, title: titleOf(target, place) }));
}

/** Ids of the columns to which the person may bring the record from where it stands; undefined where nothing narrows that. */
export const openTo = (type: RecordTypeDescriptor, board: BoardDescriptor, record: RecordData): Promise<Set<string> | undefined> =>
  choicesFor(type, board.field, record);

/** How a change of one value is told while it is asked what else it takes. */
interface Telling {
  heading: string;
  action: string;
  needed: string;
  clearWay: string;
}

/** What the server says is missing for a change, as fields that can be asked for; none if it is about something else. */
function lacking(type: RecordTypeDescriptor, changed: string, problem: unknown): FieldDescriptor[] {
  if (!(problem instanceof Problem) || problem.status !== 400 || problem.errors.some(({ field }) => field === changed)) {
    return [];
  }
  const fields = problem.errors.map(({ field }) => fieldOf(type, field));
  return fields.every((field) => field && !field.readOnly) ? [...new Set(fields as FieldDescriptor[])].map((field) => ({ ...field, required: true })) : [];
}

/** Moves a record to a column; asks for just the data the move lacks. The record as it is then, or undefined. */
export const move = (type: RecordTypeDescriptor, board: BoardDescriptor, record: RecordData, to: Column): Promise<RecordData | undefined> =>
  change(type, record, board.field, { [board.field]: to.id }, {
    heading: t('core.board.move-to', { column: to.title }),
    action: t('core.board.move'),
    needed: t('core.board.needed', { column: to.title }),
    clearWay: 'core.board.clear-way',
  });

/** Changes a value where it stands, with the same questions as a move. `name` is what people call the new value. */
export const changeInPlace = (
  type: RecordTypeDescriptor,
  record: RecordData,
  field: FieldDescriptor,
  values: Record<string, unknown>,
  name: string,
): Promise<RecordData | undefined> =>
  change(type, record, field.name, values, {
    heading: t(field.label),
    action: t('core.save'),
    needed: t('core.list.needed', { field: t(field.label), value: name }),
    clearWay: 'core.list.clear-way',
  });

async function change(
  type: RecordTypeDescriptor,
  record: RecordData,
  name: string,
  values: Record<string, unknown>,
  telling: Telling,
): Promise<RecordData | undefined> {
  const address = `${tenantApi(type.path)}/${record.id}`;
  const patch = async (more: Record<string, unknown>): Promise<RecordData> =>
    (await call<RecordData>('PATCH', address, { ...more, ...values }, { etag: etagOf(record) })).data;
  try {
    return await patch({});
  } catch (problem) {
    const verb = verbOf(type, problem, 400);
    if (verb) {
      return (await doVerb(type, record, verb)) ? api.get<RecordData>(address) : undefined;
    }
    const fields = lacking(type, name, problem);
    if (!fields.length) {
      const cleared = await clearWay(type, record, problem, telling);
      return cleared && change(type, cleared, name, values, telling);
    }
    let changed: RecordData | undefined;
    const intro = html`<p class="muted" style="margin-bottom: 12px">${telling.needed}</p>`;
    await askFields(telling.heading, fields, telling.action, async (more) => void (changed = await patch(more)), { intro, of: { type, record } });
    return changed;
  }
}

/** The verb a refusal names, if it is one the person has: what a value comes about by, or what clears the way to it. */
function verbOf(type: RecordTypeDescriptor, problem: unknown, status: number): string | undefined {
  const named = problem instanceof Problem && problem.status === status ? problem.body.verb : undefined;
  return type.verbs?.find(({ name }) => name === named)?.name;
}

/** Offers the verb a refusal names as the one that clears the way. The record after it, or undefined if it was not done. */
async function clearWay(type: RecordTypeDescriptor, record: RecordData, problem: unknown, telling: Telling): Promise<RecordData | undefined> {
  const verb = verbOf(type, problem, 409);
  if (!verb) {
    throw problem;
  }
  const intro = html`<p class="muted" style="margin-bottom: 12px">${t(telling.clearWay, { title: (problem as Problem).title })}</p>`;
  const done = await doVerb(type, record, verb, intro);
  return done ? api.get<RecordData>(`${tenantApi(type.path)}/${record.id}`) : undefined;
}

/** Does a verb to a record, after its dialog; whether it was done. */
export async function doVerb(type: RecordTypeDescriptor, record: RecordData, name: string, intro?: unknown): Promise<boolean> {
  const verb = type.verbs!.find((each) => each.name === name)!;
  const address = `${tenantApi(type.path)}/${record.id}/${name}`;
  const act = (input: Record<string, unknown>, despiteDuplicates = false): Promise<void> =>
    withLackingParts(type, record.id, verb, async (etag) => {
      await api.post(address + query({ duplicates: despiteDuplicates ? 'allow' : undefined }), input, { etag: etag ?? etagOf(record) });
    });
  if (!verb.fields?.length) {
    await act({});
    return true;
  }
  const values = verb.proposes ? await api.get<Record<string, unknown>>(address) : {};
  return (await askFields(t(verb.label), verb.fields, t(verb.label), act, { intro, values, place: (field) => placeOf(type, record, field), of: { type, record }, verb: name })) ?? false;
}

/** What stands against something, in words: of the fields if the server told, else as a whole. */
export const objection = (problem: unknown): string | undefined =>
  problem instanceof Problem && problem.errors.length ? [problem.title, ...problem.errors.map(({ message }) => message)].filter(Boolean).join(': ') : undefined;
