import { html, nothing } from 'lit';
import { api, formatMoney, t, tenantApi, type FieldDescriptor, type Money, type RecordData, type RecordTypeDescriptor, type VerbDescriptor } from '@pipewright/ui';
import { ask } from '../parts/dialog.js';
import { exchangedAmount, isSameAmount } from './amounts.js';
import { etagOf } from './values.js';

type Numbers = 'KEEP' | 'CONVERT';

interface Rate {
  code: string;
  decimals: number;
  rate?: number | null;
}

/** An amount of a record that is to be in another currency. */
interface Move {
  field: FieldDescriptor;
  from: Money;
  to: Money;
  /** By the rates of the day; none while one is unknown. */
  converted: Money | undefined;
  /** Whether the number is another one, too, so that it needs neither keeping nor converting. */
  typed: boolean;
  /** Whether it is a sum of what is rounded one by one when it is converted. */
  sum: boolean;
}

/** The record as it is now, and what is still to be written to it. */
export interface Settled {
  record: RecordData;
  body: Record<string, unknown>;
}

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'currency' in value && 'amount' in value;

const into = ({ amount, currency }: Money, target: string, rates: Map<string, Rate>): Money | undefined => {
  const [from, to] = [rates.get(currency), rates.get(target)];
  return from?.rate && to?.rate ? { amount: exchangedAmount(amount, from.rate, to.rate, to.decimals), currency: target } : undefined;
};

/** The field that says another currency of all amounts of the record, if the change is of that kind. */
const saying = (type: RecordTypeDescriptor, record: RecordData, body: Record<string, unknown>): FieldDescriptor | undefined =>
  type.fields.find(({ kind, name }) => kind === 'currency' && record[name] && body[name] && record[name] !== body[name]);

type Said = Pick<Move, 'field' | 'from' | 'to' | 'sum'>;

/** What the change says of amounts, and what they are now; of the sums of a document those that lists tell of it. */
function saidOf(type: RecordTypeDescriptor, record: RecordData, body: Record<string, unknown>): Said[] {
  const target = body[saying(type, record, body)?.name ?? ''] as string | undefined;
  return type.fields.flatMap((field): Said[] => {
    const [from, to] = [record[field.name], body[field.name]];
    if (isMoney(from) && isMoney(to) && from.currency !== to.currency) {
      return [{ field, from, to, sum: false }];
    }
    const follows = target && isMoney(from) && field.readOnly && type.columns.includes(field.name) && !isSameAmount(from.amount, '0');
    return follows ? [{ field, from, to: { ...from, currency: target }, sum: true }] : [];
  });
}

async function movesOf(type: RecordTypeDescriptor, record: RecordData, body: Record<string, unknown>): Promise<Move[]> {
  const said = saidOf(type, record, body);
  if (!said.length) {
    return [];
  }
  const { items } = await api.get<{ items: Rate[] }>(tenantApi('currencies'));
  const rates = new Map(items.map((rate) => [rate.code, rate]));
  return said.map((each) => ({ ...each, converted: into(each.from, each.to.currency, rates), typed: !isSameAmount(each.from.amount, each.to.amount) }));
}

/** The verb that puts the whole record into another currency, where it can be done to this one. */
async function exchanging(type: RecordTypeDescriptor, record: RecordData): Promise<VerbDescriptor | undefined> {
  const verb = type.verbs?.find(({ exchanges }) => exchanges);
  const actions = verb && (record.actions ?? (await api.get<RecordData>(`${tenantApi(type.path)}/${record.id}`)).actions);
  return actions?.includes(verb!.name) ? verb : undefined;
}

/** Asks what becomes of the numbers; undefined if the person gives up. */
function askNumbers(moves: Move[], whole: boolean): Promise<Numbers | undefined> {
  const { currency } = moves[0]!.to;
  const convertible = moves.every(({ converted, typed }) => converted ?? typed);
  return ask<Numbers>({
    heading: t('core.currency-change', { currency }),
    width: '600px',
    content: () => html`<table class="table">
        <thead>
          <tr>
            <th scope="col">${t('core.currency-change.now')}</th>
            <th scope="col">${t('core.currency-change.kept')}</th>
            ${convertible ? html`<th scope="col">${t('core.currency-change.converted')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${moves.map(
            ({ field, from, to, converted, typed, sum }) => html`<tr>
              <td>${t(field.label)}: ${formatMoney(from)}</td>
              <td>${formatMoney(typed ? to : { ...from, currency: to.currency })}</td>
              ${convertible ? html`<td>${sum ? '≈ ' : ''}${formatMoney(typed ? to : converted!)}</td>` : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
      <p class="muted" style="margin-top: 12px">
        ${whole ? t('core.currency-change.whole') : nothing} ${t(convertible ? 'core.currency-change.warning' : 'core.currency-change.no-rate')}
      </p>`,
    footer: (close) => html`<button type="button" class="button" @click=${() => close()}>${t('core.cancel')}</button>
      <button type="button" class="button" @click=${() => close('KEEP')}>${t('core.currency-change.keep')}</button>
      ${convertible ? html`<button type="button" class="button primary" @click=${() => close('CONVERT')}>${t('core.currency-change.convert')}</button>` : nothing}`,
  });
}

/**
 * Asks, before a change is sent that puts amounts into another currency, whether the numbers stay or are converted; what
 * belongs to the record goes with it where it has a verb for that (S-CUR-07). Undefined if the person gives up.
 */
export async function settleCurrencies(type: RecordTypeDescriptor, record: RecordData, body: Record<string, unknown>): Promise<Settled | undefined> {
  const all = await movesOf(type, record, body);
  const targets = new Set(all.map(({ to }) => to.currency));
  const verb = targets.size === 1 ? await exchanging(type, record) : undefined;
  const moves = all.filter(({ sum }) => verb || !sum);
  if (!verb && moves.every(({ typed }) => typed)) {
    return { record, body };
  }
  const numbers = await askNumbers(moves, !!verb);
  if (!numbers) {
    return undefined;
  }
  let now = record;
  if (verb) {
    const address = `${tenantApi(type.path)}/${record.id}`;
    await api.post(`${address}/${verb.name}`, { currency: [...targets][0], numbers }, { etag: etagOf(record) });
    now = await api.get<RecordData>(address);
  }
  const rest = { ...body };
  const said = saying(type, record, body)?.name;
  if (said && now[said] === body[said]) {
    delete rest[said];
  }
  moves.forEach(({ field: { name }, to, converted, typed }) => {
    const reached = now[name];
    if (!typed && isMoney(reached) && reached.currency === to.currency) {
      delete rest[name];
    } else if (!typed && numbers === 'CONVERT') {
      rest[name] = converted;
    }
  });
  return { record: now, body: rest };
}
