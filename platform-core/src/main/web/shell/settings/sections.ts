import { workspace } from '@pipewright/ui';

export interface Section {
  path: string;
  label: string;
  icon: string;
  /** Capability or record type the person needs one of. */
  needs: string[];
}

const sections: Section[] = [
  { path: 'organisation', label: 'core.organisation', icon: 'building-2', needs: ['core.settings'] },
  { path: 'features', label: 'core.features', icon: 'toggle-right', needs: ['core.settings'] },
  { path: 'roles', label: 'core.roles', icon: 'shield-check', needs: ['core.roles'] },
  { path: 'people', label: 'core.people', icon: 'users', needs: ['core.people'] },
  { path: 'teams', label: 'core.teams', icon: 'network', needs: ['core.people'] },
  { path: 'modules', label: 'core.modules', icon: 'puzzle', needs: ['core.settings'] },
  { path: 'imports', label: 'core.imports', icon: 'upload', needs: ['core.import'] },
  { path: 'audit', label: 'core.audit', icon: 'history', needs: ['core.audit'] },
];

/** The person's own sessions are for everybody. */
const own: Section = { path: 'sessions', label: 'core.sessions', icon: 'key-round', needs: [] };

export const openSections = (): Section[] => [...sections.filter(({ needs }) => needs.some((need) => workspace.can(need))), own];

export const mayOpenSettings = (): boolean => true;
