import { clock } from '../format.ts';
import type { Rule } from './rule.ts';

/** The journal stops in the middle of the run. */
export const noEnd: Rule = {
  id: 'no-end',
  find({ run }) {
    if (run.state !== 'interrupted') return [];
    return [
      {
        level: 'info',
        parts: [
          `The run has no end: its engine was killed or lost. All that it measured up to ${clock(run.elapsedMs)} is ` +
            'here; nothing was judged for good.',
        ],
      },
    ];
  },
};
