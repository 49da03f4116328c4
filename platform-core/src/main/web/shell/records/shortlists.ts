import { api, tenantApi, workspace, type RecordTypeDescriptor } from '@pipewright/ui';

export interface ListedRecord {
  recordType: string;
  id: string;
  title: string;
}

export interface ShownRecord {
  path: string;
  id: string;
  title: string;
  icon: string;
  label: string;
}

type Name = 'favourites' | 'recent' | 'followed';

/** The person's favourites, what was opened last and what is followed, kept by the server; tells its listeners (event `change`). */
class Shortlists extends EventTarget {
  private slug = '';
  private lists: Record<Name, ListedRecord[]> = { favourites: [], recent: [], followed: [] };

  /** Reads all lists again. */
  async read(): Promise<void> {
    const { slug } = workspace;
    const read = async (name: Name): Promise<ListedRecord[]> => (await api.get<{ items: ListedRecord[] }>(tenantApi(name))).items;
    const [favourites, recent, followed] = await Promise.all([read('favourites'), read('recent'), read('followed')]);
    this.slug = slug;
    this.lists = { favourites, recent, followed };
    this.dispatchEvent(new Event('change'));
  }

  /** Records of one list as they are shown; those of types that are away are left out. */
  of(name: Name): ShownRecord[] {
    const known = this.slug === workspace.slug ? this.lists[name] : [];
    return known.flatMap(({ recordType, id, title }) => {
      const type = workspace.recordType(recordType);
      return type ? [{ path: type.path, id, title, icon: type.icon ?? 'file', label: type.label }] : [];
    });
  }

  has(name: Name, id: string): boolean {
    return this.of(name).some((record) => record.id === id);
  }

  /** Puts a record on the list or takes it off. */
  async keep(name: Name, type: RecordTypeDescriptor, id: string, kept = true): Promise<void> {
    const address = tenantApi(`${name}/${type.name}/${id}`);
    await (kept ? api.put(address) : api.delete(address));
    await this.read();
  }
}

export const shortlists = new Shortlists();
