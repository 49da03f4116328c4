/** @pipewright/ui: what pages, panels and widgets of modules may use of the shell. */
export { api, beforeLeaving, call, onSessionEnded, Problem, query } from './api.js';
export type { CallOptions, FieldProblem, Reply } from './api.js';
export { allOf, criteriaToRsql, periods, quote, rsqlToCriteria, toRsql } from './criteria.js';
export type { Condition, Criteria, Operator, Period } from './criteria.js';
export { PwElement, PwPage, PwPanel, PwWidget } from './element.js';
export {
  choiceLabel,
  formatAgo,
  formatCountry,
  formatDate,
  formatInstant,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  formatSize,
  formatTime,
  formatValue,
  rolesOf,
} from './format.js';
export { isPoints } from './model.js';
export type * from './model.js';
export { notify, onNotice } from './notify.js';
export type { Notice } from './notify.js';
export { matchPath, router } from './router.js';
export type { Match } from './router.js';
export { hasText, language, languageFor, languageName, languages, loadTexts, locale, many, numberLocale, one, t, takesValues, useFormats, useTexts } from './texts.js';
export { tenantApi, tenantPage, today, workspace } from './workspace.js';
export { instantOf, wallNow, wallOf } from './zone.js';

/** Version of this contract; the shell refuses elements built for another major one. */
export const apiVersion = 1;
