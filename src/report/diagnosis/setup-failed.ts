import { allSteps } from '../../scenario/step-tree.ts';
import { errorTitle } from '../error-titles.ts';
import { firstSentence } from '../words.ts';
import { code, phaseKey, strong } from './finding.ts';
import type { Rule } from './rule.ts';

/** No load was made: which request of setup failed, and how. */
export const setupFailed: Rule = {
  id: 'setup-failed',
  find({ run, plan }) {
    const failed = run.failures.find((sample) => sample.phase === 'setup');
    if (run.loadStarted || !failed || run.end?.outcome !== 'aborted') return [];
    const { reason } = run.end;
    const more = reason.slice(firstSentence(reason).length).trim();
    const step = allSteps(plan.setup).find(({ id }) => id === failed.stepId);
    const title = errorTitle({
      kind: failed.kind,
      status: failed.response?.status ?? 0,
      errorCode: failed.errorCode,
    });
    return [
      {
        level: 'error',
        parts: [
          'Setup failed at ',
          code(failed.name, step?.range.start.line ?? null),
          ': ',
          strong(title),
          `. No load was made. ${more === '' ? '' : `${more} `}`,
          { kind: 'exchange', text: 'Show the failing exchange', key: phaseKey(failed) },
        ],
      },
    ];
  },
};
