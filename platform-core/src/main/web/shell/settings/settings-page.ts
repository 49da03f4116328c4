import { PwElement } from '@pipewright/ui';
customElements.define('pw-settings-page', class extends PwElement {});
