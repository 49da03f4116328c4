import { loadTexts, router } from '@pipewright/ui';
import './app/app.js';

const chosen = document.documentElement.lang === 'de' ? 'de' : 'en';

await loadTexts(chosen).catch((problem: unknown) => console.error(problem));
router.start();
document.querySelector('pw-app')!.begin();
