import { loadTexts, router } from '@pipewright/ui';
import './app/app.js';

const chosen = document.documentElement.lang === 'de' ? 'de' : 'en';

try {
  await loadTexts(chosen);
} finally {
  router.start();
  document.querySelector('pw-app')!.begin();
}
