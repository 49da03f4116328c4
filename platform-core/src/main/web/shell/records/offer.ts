import { api, query, tenantApi, workspace, type Page } from '@pipewright/ui';
import { askedFields, titleOf } from './values.js';

/** What a list of choices shows, and what it stands for. */
export interface Option {
  value: string;
  label: string;
}

type Offer = ({ filter }: { filter: string }, callback: (items: Option[], size: number) => void) => Promise<void>;

/** Offers records of a type while somebody types, after what is always there. */
export const offerOf =
  (typeName: string, always: Option[]): Offer =>
  async ({ filter }, callback) => {
    const type = workspace.recordType(typeName);
    const found = type
      ? await api
          .get<Page>(tenantApi(type.path) + query({ q: filter, limit: 50, fields: askedFields(type), sort: filter ? '' : type.titleField }))
          .catch(() => ({ items: [] }) as Page)
      : { items: [] };
    const items = [...(filter ? [] : always), ...found.items.map((item) => ({ value: item.id, label: titleOf(type!, item) }))];
    callback(items, items.length);
  };
