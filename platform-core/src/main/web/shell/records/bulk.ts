import { html, nothing, render } from 'lit';
import {
  api,
  notify,
  Problem,
  t,
  tenantApi,
  tenantPage,
  type FieldDescriptor,
  type FieldProblem,
  type RecordData,
  type RecordTypeDescriptor,
  type VerbDescriptor,
} from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { problemText } from '../parts/states.js';
import './field-editor.js';
import { refusedTwins } from './likenesses.js';
import { refusals } from './refusals.js';
import { knownTitle } from './titles.js';
import { fieldOf, ownFields, sent, systemFields } from './values.js';

/** What a bulk action is done to: chosen records, or all that match. */
export type Target = { ids: string[] } | { filter: string; q: string };

interface Outcome {
  done: number;
  failed: { id: string; title?: string; message: string; errors: FieldProblem[] }[];
}

async function run(type: RecordTypeDescriptor, target: Target, what: Record<string, unknown>): Promise<Outcome> {
  return api.post<Outcome>(`${tenantApi(type.path)}/bulk`, { ...target, ...what });
}

function reasonOf(type: RecordTypeDescriptor, { message, errors }: Outcome['failed'][0]): string {
  return errors.map(({ field, message: objection }) => (fieldOf(type, field) ? t('core.bulk.objection', { field: t(fieldOf(type, field)!.label), objection }) : objection)).join(' ') || message;
}

function tell(type: RecordTypeDescriptor, { done, failed }: Outcome, undo?: () => Promise<void>): void {
  if (!failed.length) {
    notify(t('core.bulk.done', { count: done }), { kind: 'success', undo });
    return;
  }
  void ask({
    heading: t('core.bulk.partly', { done, failed: failed.length }),
    width: '640px',
    content: () => html`<table class="table">
      <thead>
        <tr>
          <th scope="col">${t('core.record')}</th>
          <th scope="col">${t('core.reason')}</th>
        </tr>
      </thead>
      <tbody>
        ${failed.slice(0, 200).map(
          (failure) => html`<tr>
            <td><a href=${tenantPage(`${type.path}/${failure.id}`)} target="_blank">${failure.title ?? knownTitle(failure.id) ?? t('core.record')}</a></td>
            <td>${reasonOf(type, failure)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`,
    footer: (close) => html`<button type="button" class="button primary" @click=${() => close()}>${t('core.close')}</button>`,
  });
}

/** An element below the inputs of a dialog, which is told what is entered. */
type Follower = HTMLElement & { values: Record<string, unknown> };

interface Asking {
  intro?: unknown;
  values?: Record<string, unknown>;
  follower?: Follower;
  /** Page on which a field that is refused can be filled in, if it is none of the dialog. */
  place?: (field: string) => string | undefined;
  /** The record that the fields are asked for: what may be chosen can depend on it. */
  of?: { type: RecordTypeDescriptor; record: RecordData };
  /** Name of the verb whose input is asked for. */
  verb?: string;
}

/**
 * A dialog with inputs; what was entered, or undefined. `act` may refuse with field errors, which are shown; it is told
 * when what it refused as a duplicate is to be done all the same.
 */
export function askFields(
  heading: string,
  fields: FieldDescriptor[],
  action: string,
  act: (values: Record<string, unknown>, despiteDuplicates: boolean) => Promise<void>,
  { intro = nothing, values: given = {}, follower, place = () => undefined, of, verb = '' }: Asking = {},
): Promise<boolean | undefined> {
  const values: Record<string, unknown> = { ...given };
  const empty = Object.fromEntries(fields.map(({ name }) => [name, null]));
  const known = (): Record<string, unknown> => (of ? { ...of.record, ...empty, ...values } : {});
  let problem: Problem | undefined;
  if (follower) {
    follower.values = { ...values };
  }
  return ask<boolean>({
    heading,
    width: fields.length > 3 ? '680px' : '480px',
    content: (close) => {
      const submit = async (form: HTMLFormElement, despiteDuplicates = false): Promise<void> => {
        const message = form.querySelector<HTMLElement>('.notice')!;
        try {
          await act(Object.fromEntries(fields.filter(({ name }) => name in values).map((field) => [field.name, sent(field, values[field.name])])), despiteDuplicates);
          close(true);
        } catch (failure) {
          problem = failure instanceof Problem ? failure : undefined;
          render(refusedTwins(failure, () => void submit(form, true)) ?? nothing, form.querySelector<HTMLElement>('.twins')!);
          form.querySelectorAll('pw-field-editor').forEach((editor) => (editor.error = problem?.of(editor.field.name) ?? ''));
          message.hidden = false;
          const errors = problem?.errors ?? [];
          const elsewhere = (field: string): string | undefined => (fields.some(({ name }) => name === field) ? undefined : place(field));
          render(errors.length ? refusals(errors, elsewhere, () => close()) : problemText(failure), message.querySelector<HTMLElement>('.grow')!);
        }
      };
      const onSubmit = (event: Event): void => {
        event.preventDefault();
        void submit(event.target as HTMLFormElement);
      };
      return html`<form id="pw-fields-form" novalidate @submit=${onSubmit}>
        ${intro}
        <div class="notice bad" role="alert" hidden style="margin-bottom: 12px"><pw-icon name="circle-alert"></pw-icon><div class="grow"></div></div>
        <div class="twins" aria-live="polite"></div>
        <div class="form-section">
          ${fields.map(
            (field) => html`<pw-field-editor
              class=${field.kind === 'multiline' || fields.length < 3 ? 'wide' : ''}
              .field=${field}
              .type=${of?.type}
              .verb=${verb}
              .record=${known()}
              .required=${field.required ?? false}
              .value=${given[field.name]}
              @pw-value=${(event: CustomEvent) => {
                values[field.name] = event.detail;
                (event.target as HTMLElement).closest('form')!.querySelectorAll('pw-field-editor').forEach((editor) => (editor.record = known()));
                if (follower) {
                  follower.values = { ...values };
                }
              }}
            ></pw-field-editor>`,
          )}
        </div>
        ${follower ?? nothing}
      </form>`;
    },
    footer: (close) => html`<button type="button" class="button" @click=${() => close()}>${t('core.cancel')}</button>
      <button class="button primary" form="pw-fields-form">${action}</button>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pw-field-editor': import('./field-editor.js').PwFieldEditor;
  }
}

/** Deletes; chosen records can be put back by Undo. */
export async function bulkDelete(type: RecordTypeDescriptor, target: Target, count: number): Promise<boolean> {
  const done = await ask<boolean>({
    heading: t('core.bulk.delete', { count }),
    content: () => html`<p>${t('core.bulk.delete.text')}</p>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close(false)}>${t('core.cancel')}</button>
      <button type="button" class="button primary danger" @click=${() => close(true)}>${t('core.delete')}</button>`,
  });
  if (done) {
    const outcome = await run(type, target, { delete: true });
    const failed = new Set(outcome.failed.map(({ id }) => id));
    const undo = 'ids' in target ? () => restoreMany(type, target.ids.filter((id) => !failed.has(id))) : undefined;
    tell(type, outcome, undo);
  }
  return done ?? false;
}

/** Takes records out of the bin; says which of them stay there and why. */
export async function restoreMany(type: RecordTypeDescriptor, ids: string[]): Promise<void> {
  const outcome = await run(type, { ids }, { restore: true });
  if (outcome.failed.length) {
    tell(type, outcome);
  } else {
    notify(t('core.restored', { count: outcome.done }), { kind: 'success' });
  }
  dispatchEvent(new CustomEvent('pw-records-changed', { detail: type.name }));
}

/** Asks for one field and its new value, and sets it everywhere. */
export async function bulkEdit(type: RecordTypeDescriptor, target: Target, count: number): Promise<boolean> {
  const owner = systemFields(type).filter(({ name }) => name === 'owner' && type.actions.assign);
  const fields = [...(type.actions.edit ? ownFields(type) : []), ...owner].filter(({ readOnly, name, kind }) => !readOnly && kind !== 'file' && name !== type.titleField);
  const field = await ask<FieldDescriptor>({
    heading: t('core.bulk.edit', { count }),
    content: (close) => html`<p class="muted" style="margin-bottom: 10px">${t('core.bulk.edit.field')}</p>
      <ul class="choices">
        ${fields.map((each) => html`<li><button type="button" class="button" style="width: 100%; justify-content: start" @click=${() => close(each)}>${t(each.label)}</button></li>`)}
      </ul>`,
  });
  if (!field) {
    return false;
  }
  let outcome: Outcome | undefined;
  const done = await askFields(t('core.bulk.set', { field: t(field.label), count }), [field], t('core.save'), async (values) => {
    outcome = await run(type, target, { change: { [field.name]: values[field.name] ?? null } });
  });
  if (done && outcome) {
    tell(type, outcome);
  }
  return done ?? false;
}

export async function bulkVerb(type: RecordTypeDescriptor, verb: VerbDescriptor, target: Target, count: number): Promise<boolean> {
  let outcome: Outcome | undefined;
  const done = await askFields(t('core.bulk.verb', { verb: t(verb.label), count }), verb.fields ?? [], t(verb.label), async (input) => {
    outcome = await run(type, target, { verb: verb.name, input });
  });
  if (done && outcome) {
    tell(type, outcome);
  }
  return done ?? false;
}

/** Puts tags on the records, or takes them off. */
export async function bulkTags(type: RecordTypeDescriptor, target: Target, count: number): Promise<boolean> {
  let outcome: Outcome | undefined;
  const { askTags } = await import('./tags.js');
  const done = await askTags(count, async (tags) => {
    outcome = await run(type, target, { tags });
  });
  if (done && outcome) {
    tell(type, outcome);
  }
  return done;
}
