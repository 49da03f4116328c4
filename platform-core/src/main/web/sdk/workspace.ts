import { api } from './api.js';
import { useFormats, useOwnTexts } from './texts.js';
import { useZone } from './zone.js';
import type { Manifest, RecordTypeDescriptor, Session, StandardAction } from './model.js';

/** The person and the tenant the page works in; tells its listeners (event `change`) when either is new. */
class Workspace extends EventTarget {
  session: Session | undefined;
  manifest: Manifest | undefined;

  set(change: Partial<Pick<Workspace, 'session' | 'manifest'>>): void {
    Object.assign(this, change);
    useOwnTexts(this.manifest?.texts ?? {});
    useFormats(this.session?.person.formats);
    useZone(this.session?.person.timeZone ?? this.manifest?.tenant.timeZone);
    this.dispatchEvent(new Event('change'));
  }

  get slug(): string {
    return this.manifest?.tenant.slug ?? '';
  }

  /** Reads the manifest of the tenant again, for example after a feature was switched. */
  async reload(slug = this.slug): Promise<Manifest> {
    const manifest = await api.get<Manifest>(`/api/tenants/${encodeURIComponent(slug)}/manifest`);
    if (JSON.stringify(manifest) !== JSON.stringify(this.manifest)) {
      this.set({ manifest });
    }
    return manifest;
  }

  recordType(name: string): RecordTypeDescriptor | undefined {
    return this.manifest?.recordTypes.find((type) => type.name === name);
  }

  recordTypeAt(path: string): RecordTypeDescriptor | undefined {
    return this.manifest?.recordTypes.find((type) => type.path === path);
  }

  feature(key: string): boolean {
    return this.manifest?.features[key] ?? false;
  }

  /** Whether the person has the capability, such as `core.roles`. */
  can(capability: string): boolean {
    return this.manifest?.me.capabilities.includes(capability) ?? false;
  }

  /** Whether the person may do the action on some record of the type; single records tell more in `actions`. */
  may(recordType: string, action: StandardAction): boolean {
    return this.recordType(recordType)?.actions[action] ?? false;
  }
}

export const workspace = new Workspace();

/** The day it is for the organisation (`2026-11-21`), by which the server reckons what is due, valid and in a period. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: workspace.manifest!.tenant.timeZone }).format(new Date());

/** Address of the tenant's API, such as `tenantApi('leads')`. */
export const tenantApi = (path: string): string => `/api/tenants/${encodeURIComponent(workspace.slug)}/${path}`;

/** Address of a page of the tenant, such as `tenantPage('leads')`. */
export const tenantPage = (path = ''): string => `/t/${encodeURIComponent(workspace.slug)}/${path}`;
