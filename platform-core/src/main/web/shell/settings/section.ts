import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { PwElement } from '@pipewright/ui';
import { loading, problemState } from '../parts/states.js';

/** A part of the settings that reads what it shows when it appears. */
export abstract class PwSection<T> extends PwElement {
  @state() protected content: T | undefined;
  @state() private problem: unknown;

  protected abstract read(): Promise<T>;

  protected abstract renderContent(content: T): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  protected async refresh(): Promise<void> {
    try {
      this.content = await this.read();
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return problemState(this.problem, () => void this.refresh());
    }
    return html`<div class="page">${this.content === undefined ? loading(8) : this.renderContent(this.content)}</div>`;
  }
}

export const sectionHead = (title: string, text: string, actions: unknown = nothing): TemplateResult =>
  html`<div class="page-head">
    <div class="grow">
      <h1>${title}</h1>
      <p>${text}</p>
    </div>
    <div class="buttons">${actions}</div>
  </div>`;
