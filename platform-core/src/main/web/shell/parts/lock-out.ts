import { Problem, t } from '@pipewright/ui';
import { confirm } from './dialog.js';

/** Does what may take a right from the person at work: asks first when the server warns of it. False if it was left. */
export async function mayLockOut(act: (query: string) => Promise<unknown>): Promise<boolean> {
  try {
    await act('');
    return true;
  } catch (problem) {
    if (!(problem instanceof Problem && problem.slug === 'locks-out')) {
      throw problem;
    }
    const sure = await confirm({ heading: problem.title, text: problem.detail, action: t('core.lock-out.action'), danger: true });
    if (sure) {
      await act('?confirm=true');
    }
    return sure;
  }
}
