import { api, query, t, tenantApi, workspace, type FieldDescriptor, type RecordTypeDescriptor } from '@pipewright/ui';
import type { View } from './views.js';

/** Stands for the records themselves where a filter asks in which segment they are. */
export const segmentField = ({ name }: RecordTypeDescriptor): FieldDescriptor => ({ name: 'id', label: 'core.segment', kind: 'id', references: name });

/** The saved views that filters can ask for as segments, read once for each type and again after each change. */
class Segments {
  private slug = '';
  private known = new Map<string, View[]>();
  private awaited = new Map<string, Set<() => void>>();

  /** Those of a type; asks the server where they are not known and calls back. */
  of(typeName: string, ready: () => void): View[] {
    this.begin();
    if (!this.known.has(typeName)) {
      const waiting = this.awaited.get(typeName);
      if (waiting) {
        waiting.add(ready);
      } else {
        this.awaited.set(typeName, new Set([ready]));
        void this.read(typeName);
      }
    }
    return this.known.get(typeName) ?? [];
  }

  nameOf(typeName: string, id: string, ready: () => void): string {
    const found = this.of(typeName, ready).find((view) => view.id === id);
    return found?.name ?? (this.known.has(typeName) ? t('core.segment.gone') : '…');
  }

  /** Asks again when they are needed next. */
  forget(typeName: string): void {
    this.known.delete(typeName);
  }

  private begin(): void {
    if (this.slug !== workspace.slug) {
      this.slug = workspace.slug;
      this.known.clear();
    }
  }

  private async read(typeName: string): Promise<void> {
    try {
      this.known.set(typeName, (await api.get<{ items: View[] }>(tenantApi('views') + query({ recordType: typeName }))).items);
    } catch {
      // Whoever may not see them reads on without their names.
      this.known.set(typeName, []);
    }
    const waiting = this.awaited.get(typeName)!;
    this.awaited.delete(typeName);
    waiting.forEach((ready) => ready());
  }
}

export const segments = new Segments();
