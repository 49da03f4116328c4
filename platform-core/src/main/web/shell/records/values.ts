import { html, nothing, type TemplateResult } from 'lit';
import {
  choiceLabel,
  formatAgo,
  formatInstant,
  formatMoney,
  formatValue,
  isPoints,
  t,
  tenantPage,
  workspace,
  type ContactPoint,
  type FieldDescriptor,
  type Money,
  type RecordData,
  type RecordTypeDescriptor,
  type Reference,
  type TagOfRecord,
} from '@pipewright/ui';
import { pointsCell, pointsOf, sentPoints } from './contact-points.js';
import { tagBadges } from './tag-badges.js';
import { taxesCell, taxesOf, type TaxRow } from './taxes.js';

const tones: [RegExp, string][] = [
  [/won|qualified|active|paid|accepted|confirmed|done|completed|approved/i, 'good'],
  [/lost|disqualif|reject|cancel|overdue|fail|unpaid|blocked/i, 'bad'],
  [/draft|closed|archived|inactive|expired/i, ''],
  [/progress|negotiat|wait|hold|pending|suspend|^wrong/i, 'warn'],
  [/new|open|sent|prospect/i, 'info'],
];

const others = ['plum', 'info', 'accent', 'warn'];

/** Colour of a choice: by what its value means, otherwise steady per value. */
export function toneOf(value: string): string {
  if (/^(un|dis|not(?!.start))/i.test(value)) {
    return 'bad';
  }
  const known = tones.find(([words]) => words.test(value));
  const sum = [...value].reduce((total, sign) => total + sign.charCodeAt(0), 0);
  return known ? known[1] : others[sum % others.length]!;
}

/** Colour of a choice's badge: of statuses, and of what is wrong. */
const badgeOf = (field: FieldDescriptor, value: unknown): string => (isStatus(field) || /^(WRONG_|OVERDUE$)/.test(String(value)) ? toneOf(String(value)) : '');

export const isStatus = (field: FieldDescriptor): boolean => /^(status|stage|state|result|outcome|rating|priority)$/i.test(field.name);

/** The field that says where a record of the type stands. */
export const statusOf = (type: RecordTypeDescriptor): FieldDescriptor | undefined =>
  ['status', 'stage', 'state']
    .map((wanted) => type.fields.find(({ kind, name }) => name === wanted && ['choice', 'reference'].includes(kind)))
    .find((field) => field !== undefined);

export const isNumeric = (field: FieldDescriptor): boolean => ['integer', 'decimal', 'percent', 'money'].includes(field.kind);

const system = ['owner', 'team', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'missing', 'tags'];

const isSystem = ({ name, label }: FieldDescriptor): boolean => system.includes(name) && label.startsWith('core.record.');

/** Whether changing the field takes the right to assign. */
export const isOwnership = (field: FieldDescriptor): boolean => isSystem(field) && ['owner', 'team'].includes(field.name);

/** What the type itself declares. */
export const ownFields = (type: RecordTypeDescriptor): FieldDescriptor[] => type.fields.filter((field) => !isSystem(field) && field.kind !== 'id');

/** Owner, team and times of a record. */
export const systemFields = (type: RecordTypeDescriptor): FieldDescriptor[] => type.fields.filter((field) => isSystem(field) && field.name !== 'missing');

export const allFields = (type: RecordTypeDescriptor): FieldDescriptor[] => [...ownFields(type), ...systemFields(type)];

/** What filters may ask for: all fields, what records are linked to, and whether a record came in incomplete. */
export const filterFields = (type: RecordTypeDescriptor): FieldDescriptor[] => [...allFields(type), ...(type.links ?? []), ...type.fields.filter(({ name }) => name === 'missing')];

/** Names of the required facts an imported record lacks. */
export const missingOf = (record: RecordData): string[] => (record.missing ?? '').split(',').filter(Boolean);

const addressParts = { country: 'country', region: 'text', postalCode: 'text', city: 'text', street: 'text' } as const;

/** The parts of addresses, each of which can be asked for by itself. */
export const partsOf = (field: FieldDescriptor): FieldDescriptor[] =>
  field.kind === 'addresses'
    ? Object.entries(addressParts).map(([part, kind]) => ({ ...field, kind, name: `${field.name}.${part}`, label: `core.point.${part}`, choices: [] }))
    : [];

/** The field a path such as `account.industry` or `addresses.country` leads to. */
export function fieldAt(type: RecordTypeDescriptor, path: string): FieldDescriptor | undefined {
  const [step, ...rest] = path.split('.');
  const field = fieldOf(type, step!);
  if (!rest.length || !field) {
    return field;
  }
  const part = partsOf(field).find(({ name }) => name === path);
  if (part) {
    return part;
  }
  const target = workspace.recordType(field.references ?? '');
  return target && fieldAt(target, rest.join('.'));
}

/** The fields along a path, in words. */
export const pathLabel = (type: RecordTypeDescriptor, path: string): string =>
  path
    .split('.')
    .map((_, index, steps) => t(fieldAt(type, steps.slice(0, index + 1).join('.'))?.label ?? ''))
    .join(' › ');

export const fieldOf = (type: RecordTypeDescriptor, name: string): FieldDescriptor | undefined =>
  filterFields(type).find((field) => field.name === name);

/** Whether records of the type stand below one another, such as accounts. */
export const isTree = (type: RecordTypeDescriptor | undefined): boolean => !!type && fieldOf(type, 'parent')?.references === type.name;

/** What a list is asked for: the title and those of the named fields the person may see; the server refuses others. */
export const askedFields = (type: RecordTypeDescriptor, names: string[] = []): string =>
  [...new Set([type.titleField, ...names])].filter((name) => fieldOf(type, name)).join(',');

export function titleOf(type: RecordTypeDescriptor, record: RecordData): string {
  const title = record.translatedTitle ?? record[type.titleField] ?? record.title;
  const field = fieldOf(type, type.titleField);
  return (field && title ? formatValue(field, title) : String(title ?? '')) || t('core.untitled');
}

function referencePage(field: FieldDescriptor, { id }: Reference): string | undefined {
  const type = workspace.recordType(field.references ?? '');
  return type && tenantPage(`${type.path}/${id}`);
}

const badges = (field: FieldDescriptor, value: unknown): TemplateResult =>
  html`${(value as string[]).map((each) => html`<span class="badge">${choiceLabel(field, each)}</span> `)}`;

/** A field's value in a list: short, one line. */
export function cellOf(field: FieldDescriptor, value: unknown): TemplateResult | string | typeof nothing {
  if (value === null || value === undefined || value === '') {
    return nothing;
  }
  if (isPoints(field)) {
    return pointsCell(value as ContactPoint[]);
  }
  if (field.kind === 'tags') {
    return tagBadges(value as TagOfRecord[]);
  }
  if (field.kind === 'taxes') {
    return taxesCell(value as TaxRow[]);
  }
  if (field.kind === 'choice') {
    const label = choiceLabel(field, value);
    return html`<span class="badge ${badgeOf(field, value)}" title=${label}>${label}</span>`;
  }
  if (field.kind === 'choices') {
    return badges(field, value);
  }
  if (field.kind === 'reference' && isStatus(field)) {
    const { title } = value as Reference;
    return html`<span class="badge ${toneOf(title ?? '')}" title=${title ?? ''}>${title}</span>`;
  }
  if (field.kind === 'boolean') {
    return value ? html`<pw-icon name="check"></pw-icon><span class="unseen">${t('core.yes')}</span>` : nothing;
  }
  if (field.kind === 'money') {
    return html`<span class="cell-number">${formatMoney(value as Money, true)}</span>`;
  }
  if (isNumeric(field)) {
    return html`<span class="cell-number">${formatValue(field, value)}</span>`;
  }
  if (field.kind === 'instant') {
    return html`<time datetime=${String(value)} title=${formatInstant(String(value))}>${formatAgo(String(value))}</time>`;
  }
  return formatValue(field, value);
}

/** A field's value on a page: whole, with links where they lead somewhere. */
export function valueOf(field: FieldDescriptor, value: unknown): TemplateResult | string {
  if (value === null || value === undefined || value === '') {
    return html`<span class="muted" aria-label=${t('core.empty-value')}>—</span>`;
  }
  if (isPoints(field)) {
    return pointsOf(field, value as ContactPoint[]);
  }
  if (field.kind === 'taxes') {
    return taxesOf(value as TaxRow[]);
  }
  const text = formatValue(field, value);
  switch (field.kind) {
    case 'choice':
      return html`<span class="badge ${badgeOf(field, value)}">${text}</span>`;
    case 'choices':
      return badges(field, value);
    case 'email':
      return html`<a href="mailto:${text}">${text}</a>`;
    case 'phone':
      return html`<a href="tel:${text.replace(/[^+\d]/g, '')}">${text}</a>`;
    case 'url':
      return html`<a href=${webAddress(text)} target="_blank" rel="noopener noreferrer">${text.replace(/^https?:\/\//, '')}</a>`;
    case 'instant':
      return html`<time datetime=${String(value)} title=${formatAgo(String(value))}>${text}</time>`;
    case 'reference': {
      if (isStatus(field)) {
        return html`<span class="badge ${toneOf(text)}">${text}</span>`;
      }
      const page = referencePage(field, value as Reference);
      return page ? html`<a href=${page}>${text}</a>` : text;
    }
    default:
      return text;
  }
}

const webAddress = (text: string): string => (/^https?:\/\//i.test(text) ? text : `https://${text}`);

/** ETag of a record whose version is known. */
export const etagOf = (record: RecordData): string | undefined => (record.version === undefined ? undefined : `"${record.version}"`);

/** The value as REST takes it. */
export function sent(field: FieldDescriptor, value: unknown): unknown {
  if (value === '' || value === undefined || value === null) {
    return field.kind === 'boolean' ? false : null;
  }
  if (field.kind === 'reference') {
    return (value as Reference).id ?? value;
  }
  return isPoints(field) ? sentPoints(value as ContactPoint[]) : value;
}
