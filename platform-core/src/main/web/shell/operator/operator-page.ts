import { PwElement } from '@pipewright/ui';
customElements.define('pw-operator-page', class extends PwElement {});
