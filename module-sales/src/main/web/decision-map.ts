import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, PwPanel, query, t, tenantApi, tenantPage, type Page, type RecordData, type Reference } from '@pipewright/ui';

/** What roles of people mean, the most important first; of the others the panel tells the role only. */
const meanings = ['DECISION_MAKER', 'INFLUENCER', 'USER', 'BLOCKER', 'OTHER'] as const;

type Meaning = (typeof meanings)[number];

/** A person with what it is in the account's open deals. */
interface Person extends Reference {
  parts: { deal: Reference; role: Reference | null; meaning: Meaning }[];
}

interface Known {
  people: Person[];
  /** Open deals of which nobody knows who decides. */
  gaps: RecordData[];
  deals: number;
}

const most = 100;

/** Who decides, influences and blocks in the open deals of an account, and where nobody knows who decides (S-CON-06). */
@customElement('sales-decision-map')
export class SalesDecisionMap extends PwPanel {
  @state() private known: Known | undefined;
  @state() private failed = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record')) {
      void this.read();
    }
  }

  private readonly read = async (): Promise<void> => {
    const { id } = this.record;
    const list = async (path: string, filter: string): Promise<RecordData[]> => (await api.get<Page>(tenantApi(path) + query({ filter, limit: most }))).items;
    try {
      const [roles, deals, contacts, parties] = await Promise.all([
        list('contact-roles', ''),
        list('opportunities', `account==${id};outcome==IN_PROGRESS`),
        list('contacts', `account==${id}`),
        list('parties', `opportunity.account==${id};opportunity.outcome==IN_PROGRESS;contact=isnull=false`),
      ]);
      this.known = {
        people: peopleOf(contacts, parties, new Map(roles.map((role) => [role.id, role.meaning as Meaning]))),
        gaps: deals.filter(({ decisionMaker }) => decisionMaker === 'MISSING'),
        deals: deals.length,
      };
      this.failed = false;
    } catch {
      this.failed = true;
    }
  };

  protected override render() {
    if (this.failed) {
      return html`<p role="alert">${t('sales.decision-map.failed')} <button type="button" class="button small" @click=${this.read}>${t('core.retry')}</button></p>`;
    }
    return this.known ? this.renderKnown(this.known) : nothing;
  }

  private renderKnown({ people, gaps, deals }: Known): TemplateResult {
    if (!deals) {
      return html`<p class="muted">${t('sales.decision-map.no-deals')}</p>`;
    }
    const idle = people.filter(({ parts }) => !parts.length);
    return html`${gaps.length
        ? html`<p><span class="badge warn">${t('sales.decision-map.gaps', { count: gaps.length })}</span> ${gaps.map((deal, index) => html`${index ? ', ' : ''}${this.link('opportunities', { id: deal.id, title: String(deal.name) })}`)}</p>`
        : nothing}
      <table class="table tight">
        <tbody>
          ${meanings.map((meaning) => this.renderMeaning(meaning, people))}
          ${idle.length ? this.renderRow(t('sales.decision-map.idle'), idle.map((person, index) => html`${index ? ', ' : ''}${this.link('contacts', person)}`)) : nothing}
        </tbody>
      </table>`;
  }

  /** Nobody who decides is worth telling; nobody who blocks is not. */
  private renderMeaning(meaning: Meaning, people: Person[]): TemplateResult | typeof nothing {
    const having = people
      .map((person) => ({ person, parts: person.parts.filter((part) => part.meaning === meaning) }))
      .filter(({ parts }) => parts.length);
    if (!having.length && !['DECISION_MAKER', 'INFLUENCER'].includes(meaning)) {
      return nothing;
    }
    const told = having.length
      ? html`<ul style="list-style: none; margin: 0; padding: 0">
          ${having.map(
            ({ person, parts }) => html`<li>
              ${this.link('contacts', person)}
              <small class="muted">${parts.map(({ deal, role }, index) => html`${index ? ', ' : ''}${this.link('opportunities', deal)}${role ? ` (${role.title})` : ''}`)}</small>
            </li>`,
          )}
        </ul>`
      : html`<span class="muted">${t('sales.decision-map.nobody')}</span>`;
    return this.renderRow(t(`sales.contact-role.meaning.${meaning}`), told);
  }

  private renderRow(heading: string, told: unknown): TemplateResult {
    return html`<tr>
      <th scope="row" style="font-weight: normal; white-space: normal; vertical-align: top">${heading}</th>
      <td style="white-space: normal; overflow-wrap: anywhere">${told}</td>
    </tr>`;
  }

  private link(path: string, { id, title }: Reference): TemplateResult {
    return html`<a href=${tenantPage(`${path}/${id}`)}>${title}</a>`;
  }
}

/** The people of the account and whoever else has a part in its deals, by name. */
function peopleOf(contacts: RecordData[], parties: RecordData[], meaningOf: Map<string, Meaning>): Person[] {
  const people = new Map<string, Person>(contacts.map((contact) => [contact.id, { id: contact.id, title: String(contact.name), parts: [] }]));
  parties.forEach((party) => {
    const contact = party.contact as Reference;
    const role = party.contactRole as Reference | null;
    const person = people.get(contact.id) ?? { ...contact, parts: [] };
    person.parts.push({ deal: party.opportunity as Reference, role, meaning: (role && meaningOf.get(role.id)) || 'OTHER' });
    people.set(contact.id, person);
  });
  return [...people.values()].sort((a, b) => a.title.localeCompare(b.title));
}
