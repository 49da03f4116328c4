import { workspace } from '@pipewright/ui';

export interface Section {
  path: string;
  label: string;
  icon: string;
  /** Capability or record type the person needs one of. */
  needs: string[];
}

export const sections: Section[] = [
  { path: 'organisation', label: 'core.organisation', icon: 'building-2', needs: ['core.organisation', 'core.settings'] },
  { path: 'features', label: 'core.features', icon: 'toggle-right', needs: ['core.features'] },
  { path: 'roles', label: 'core.roles', icon: 'shield-check', needs: ['core.roles'] },
  { path: 'people', label: 'core.people', icon: 'users', needs: ['core.member', 'core.people', 'core.invitations'] },
  { path: 'teams', label: 'core.teams', icon: 'network', needs: ['core.team', 'core.teams'] },
  { path: 'modules', label: 'core.modules', icon: 'puzzle', needs: ['core.modules', 'core.features'] },
  { path: 'imports', label: 'core.imports', icon: 'upload', needs: ['core.imports'] },
  { path: 'audit', label: 'core.audit', icon: 'history', needs: ['core.audit'] },
];

const has = (need: string): boolean => workspace.can(need) || !!workspace.recordType(need);

export const openSections = (): Section[] => sections.filter(({ needs }) => needs.some(has));

export const mayOpenSettings = (): boolean => openSections().length > 0;
