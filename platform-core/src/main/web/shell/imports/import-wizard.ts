import { PwElement } from '@pipewright/ui';
customElements.define('pw-import-wizard', class extends PwElement {});
