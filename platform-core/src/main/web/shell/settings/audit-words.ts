import { hasText, one, t, takesValues, workspace } from '@pipewright/ui';
import { fieldOf } from '../records/values.js';
import { actionLabel } from './roles.js';

/** What is told about in the audit log: a kind of record, or of something that is set up, then with its key. */
interface Topic {
  kind: string;
  key?: string | undefined;
}

const textOr = (...keys: string[]): string => {
  const known = keys.find((key) => hasText(key) && !takesValues(key));
  return known ? t(known) : keys[0]!;
};

/** A record type by its name, anything else by its text. */
function named(key: string): string {
  const type = workspace.recordType(key);
  return type ? one(type.label) : textOr(key, `core.usage.limit.${key}`, `core.menu.${key}`);
}

function topic(subject: string): Topic {
  const [kind, ...key] = subject.split(':');
  return { kind: kind!, key: key.length ? key.join(':') : undefined };
}

/** Kind of what was changed, in words: a record type, a setting, a role … */
export function kindInWords(subject: string): string {
  const { kind } = topic(subject);
  const type = workspace.recordType(kind);
  return type ? one(type.label) : textOr(`core.audit.kind.${kind}`, `${kind}.one`, kind);
}

/** Name of what was changed: its title, or what its key is called. */
export function nameInWords(subject: string, title: string): string {
  const { key } = topic(subject);
  if (!key || key !== title) {
    return title;
  }
  const [what, role] = key.split('@');
  return [named(what!), role].filter(Boolean).join(' – ');
}

/** What was done, in words. */
export function deedInWords(subject: string, action: string): string {
  return textOr(`core.history.${action}`, `${subject}.verb.${action}`, `core.import.state.${action.toLowerCase()}`, action);
}

/** A right is written `type/action`, a field's `type.field`, a feature's `feature:key`. */
function rightInWords(right: string): string {
  const [subject, action] = right.split('/');
  if (action) {
    const capability = `${subject}.right`;
    return hasText(capability) ? t(capability) : `${named(subject!)}: ${actionLabel(subject!, { action, label: action })}`;
  }
  const { kind, key } = topic(right);
  if (key) {
    return `${kindInWords(kind)}: ${named(key)}`;
  }
  const split = right.lastIndexOf('.');
  const type = workspace.recordType(right.slice(0, split));
  const field = type && fieldOf(type, right.slice(split + 1));
  return type ? `${one(type.label)}: ${field ? t(field.label) : right.slice(split + 1)}` : right;
}

/** Name of one thing that changed in what is no record, in words; nothing where there is but one value. */
export function fieldInWords(subject: string, field: string): string {
  if (field === 'value') {
    return '';
  }
  if (/[/:.]/.test(field)) {
    return rightInWords(field);
  }
  const { kind } = topic(subject);
  const count = kind === 'import' ? [`core.import.count.${field}`] : [];
  return textOr(field, ...count, `core.audit.field.${field}`, `${subject}.${field}`, `core.${field}`);
}

/** One value of it, in words. */
export function valueInWords(subject: string, field: string, value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'boolean' || value === 'true' || value === 'false') {
    return t(String(value) === 'true' ? 'core.yes' : 'core.no');
  }
  if (typeof value === 'object') {
    return JSON.stringify(value);
  }
  const text = String(value);
  const words = field.includes('/') ? `core.level.${text}` : `core.access.${text}`;
  return subject === 'core.role' && hasText(words) ? t(words) : text;
}
