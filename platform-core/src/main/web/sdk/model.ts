/** What the server tells about a session, a tenant and its record types. */

export interface Person {
  id: string;
  name: string;
  email: string;
  language: string;
  /** In which times are shown; none means the organisation's. */
  timeZone?: string | null;
  /** Whether reminders come by mail, too. */
  /** Country in which days, times and numbers are written as the person wants them; none for as the language does. */
  formats: string | null;
  reminderMails: boolean;
  operator: boolean;
}

export interface TenantSummary {
  id: string;
  slug: string;
  name: string;
  status: string;
}

export interface Session {
  person: Person;
  tenants: TenantSummary[];
}

export interface Choice {
  value: string;
  label: string;
}

export type FieldKind =
  | 'text'
  | 'multiline'
  | 'email'
  | 'phone'
  | 'url'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'reference'
  | 'money'
  | 'country'
  | 'currency'
  | 'roles'
  | 'emails'
  | 'phones'
  | 'links'
  | 'addresses'
  | 'tags'
  | 'taxes'
  | 'file'
  | 'id';

/** Another field has one of the values, or any where none are named. */
export interface FieldCondition {
  field: string;
  values?: string[];
}

export interface FieldConditions {
  required?: FieldCondition;
  shown?: FieldCondition;
  readOnly?: FieldCondition;
}

export interface FieldDescriptor {
  name: string;
  label: string;
  kind: FieldKind;
  required?: boolean;
  readOnly?: boolean;
  max?: number;
  min?: number;
  most?: number;
  choices?: Choice[];
  references?: string;
  /** Criteria of what may be chosen; `{field}` stands for a value of the record. */
  offered?: string;
  /** Whether forms ask what may be chosen here before they offer it. */
  narrowed?: boolean;
  /** Field of whose value this one tells where it is from. */
  explains?: string;
  group?: string;
  sortable?: boolean;
  filterable?: boolean;
  searchable?: boolean;
  /** Whether it tells something about a person. */
  personal?: boolean;
  /** Whether modules divide records up by it, so that pages of figures offer it as a filter. */
  divides?: boolean;
  /** Key of the text that explains it. */
  help?: string;
  /** What a new record has there when nothing is said. */
  preset?: unknown;
  /** When it is required, shown or read-only. */
  conditions?: FieldConditions;
}

export interface VerbDescriptor {
  name: string;
  label: string;
  bulk?: boolean;
  /** The usual next step: its button stands out. */
  leading?: boolean;
  /** Stands in the menu of further actions, not as a button. */
  aside?: boolean;
  /** Puts the record with all that belongs to it into another currency. */
  exchanges?: boolean;
  /** Whether the form opens with what the verb proposes for the record. */
  proposes?: boolean;
  fields?: FieldDescriptor[];
}

export type StandardAction = 'create' | 'edit' | 'delete' | 'assign' | 'export' | 'import' | 'merge';

/** A board on which records of a type are moved. */
export interface BoardDescriptor {
  field: string;
  label: string;
  filter?: string;
  columns?: string;
  course?: string;
  per?: string;
  /** Field of the course that names the roles that may bring records to its column. */
  roles?: string;
  perFilter?: string;
  sum?: string;
  weight?: string;
  stale?: string;
  /** Field by which cards are sorted that people put in order. */
  place?: string;
  verbs?: string[];
}

/** A view a list comes with. */
export interface ViewDescriptor {
  key: string;
  label: string;
  filter: string;
  sort: string;
  /** Whether its first records stand on the start page. */
  onStart: boolean;
}

/** How form, page and list of records are laid out; the first that fits a record counts. */
export interface LayoutDescriptor {
  /** Which records it is for; all where nothing is said. */
  when?: FieldCondition;
  /** Sections of form and page, with a heading of their own or that of a group; empty where another layout tells. */
  sections: { group: string; label?: string; fields: string[] }[];
  /** Columns of the list; empty where another layout tells. */
  columns: string[];
}

export interface RecordTypeDescriptor {
  name: string;
  path: string;
  label: string;
  titleField: string;
  icon?: string;
  defaultSort?: string;
  columns: string[];
  owned?: boolean;
  importable?: boolean;
  /** Whether records are entries of a list the tenant keeps, of which only active ones are given to records. */
  catalogue?: boolean;
  fields: FieldDescriptor[];
  actions: Partial<Record<StandardAction, boolean>>;
  verbs?: VerbDescriptor[];
  boards?: BoardDescriptor[];
  views?: ViewDescriptor[];
  /** Of which type these are parts, the field that refers to it, and whether its page opens with them. */
  partOf?: { type: string; field: string; essential?: boolean };
  /** Lists of the records that have a reference in common with the one shown. */
  siblings?: { by: string; label: string }[];
  /** References one after another that lead to a record which these do not name themselves, and to which type. */
  through?: { type: string; path: string };
  reports?: ReportDescriptor[];
  /** Whether activities are linked to its records. */
  activities?: boolean;
  /** Fields by which its records are taken for the same. */
  matches?: string[];
  /** Field that refers to the version before. */
  revises?: string;
  /** What the organisation laid out for the person, in the order in which it counts. */
  layouts?: LayoutDescriptor[];
  /** What its records are linked to; filters may ask for it, records do not tell it. */
  links?: FieldDescriptor[];
}

/** Figures about the records of a type, as it declares them. */
export interface ReportDescriptor {
  key: string;
  label: string;
  /** Criteria of the records it is about. */
  filter: string;
  /** Date by which the period is chosen; empty where it is about now. */
  period: string;
  /** Paths of the fields by which it can be told. */
  by: string[];
  /** Labels of its figures. */
  figures: string[];
  /** Whether its first figure stands on the start page. */
  onStart: boolean;
  /** Whether it can be explained how it changed between two days. */
  moves?: boolean;
}

export interface Reference {
  id: string;
  title: string;
}

export interface Money {
  amount: string;
  currency: string;
}

/** An e-mail address, number, link or postal address of a record; one of each list is primary. */
export interface ContactPoint {
  kind: string;
  primary?: boolean;
  value?: string;
  /** A number in its international form, derived by the server. */
  e164?: string;
  street?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  country?: string;
}

/** A tag on a record. */
export interface TagOfRecord {
  id: string;
  title: string;
  colour: string;
}

/** Whether the values of the field are lists of contact points. */
export const isPoints = ({ kind }: FieldDescriptor): boolean => ['emails', 'phones', 'links', 'addresses'].includes(kind);

/** A record as REST gives it: fixed attributes and the fields of its type. */
export interface RecordData {
  id: string;
  version?: number;
  owner?: Reference | null;
  team?: Reference | null;
  createdAt?: string;
  createdBy?: Reference | null;
  updatedAt?: string;
  updatedBy?: Reference | null;
  /** Names of required facts it came without, separated by commas. */
  missing?: string | null;
  actions?: string[];
  /** Paths of its parts, and whether they may be edited now. */
  parts?: Record<string, 'edit' | 'view'>;
  [field: string]: unknown;
}

export interface Page<T = RecordData> {
  items: T[];
  next?: string | null;
  total?: number;
}

export interface MenuEntry {
  key: string;
  group: string;
  label: string;
  path: string;
  icon?: string;
  order?: number;
}

/** A custom element of a module that the shell places: on a record page, a dashboard or a page of its own. */
export interface Contribution {
  key: string;
  label: string;
  tag: string;
  module: string;
  /** Record type of a panel, address of a page below the tenant's, empty for widgets. */
  target: string;
  /** Record type or capability it is about, empty for none. */
  subject?: string;
  width?: number;
  order?: number;
}

/** A currency that is offered for new amounts. */
export interface TenantCurrency {
  code: string;
  preferred: boolean;
}

export interface Manifest {
  tenant: TenantSummary & { currency: string; currencies: TenantCurrency[]; timeZone: string; language: string; firstWeekday: number };
  me: { id: string; name: string; roles: { id: string; key: string; name: string }[]; capabilities: string[]; teams: string[] };
  features: Record<string, boolean>;
  menu: MenuEntry[];
  recordTypes: RecordTypeDescriptor[];
  panels: Contribution[];
  widgets: Contribution[];
  pages: Contribution[];
  /** What the tenant calls things, in place of the texts of that key. */
  texts?: Record<string, string>;
}
