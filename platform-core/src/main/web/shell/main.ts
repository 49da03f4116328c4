import { languageFor, loadTexts, router } from '@pipewright/ui';
import './app/app.js';

const chosen = languageFor(document.documentElement.lang);
document.documentElement.lang = chosen;

await loadTexts(chosen).catch((problem: unknown) => console.error(problem));
router.start();
document.querySelector('pw-app')!.begin();
