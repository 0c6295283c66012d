import { svg } from './dom.ts';
import type { Threshold } from '../src/scenario/plan.ts';
import type { ThresholdResult } from '../src/run/events.ts';

const WIDTH = 104;
const HEIGHT = 16;
const EDGE = 6;
/** The scale ends here, in multiples of the outermost limit. */
const REACH = 1.5;

/**
 * A bullet graph, linear from 0 to 1.5 × the outermost limit: a thick bar where the target is met, a thin one where only the
 * acceptable limit is, a tall tick at the limit, a diamond at the actual value, an arrow where it is off the scale.
 */
export function createBullet({ condition, acceptable }: Threshold): {
  readonly node: SVGSVGElement;
  update(result: ThresholdResult): void;
} {
  const limits = [condition.limit, acceptable?.limit ?? condition.limit];
  const far = (Math.max(...limits) || 1) * REACH;
  const x = (value: number): number => EDGE + Math.min(1, Math.max(0, value / far)) * (WIDTH - 2 * EDGE);
  const bar = (from: number, to: number, height: number, className: string): SVGRectElement =>
    svg('rect', {
      x: x(from),
      y: (HEIGHT - height) / 2,
      width: Math.max(0, x(to) - x(from)),
      height,
      class: className,
    });
  const tick = (value: number, inset: number, className: string): SVGLineElement =>
    svg('line', { x1: x(value), x2: x(value), y1: inset, y2: HEIGHT - inset, class: className });

  const node = svg('svg', {
    class: 'bullet',
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    height: HEIGHT,
    'aria-hidden': 'true',
  });
  node.append(svg('line', { x1: EDGE, x2: WIDTH - EDGE, y1: HEIGHT / 2, y2: HEIGHT / 2, class: 'track' }));
  const upwards = condition.operator === '>' || condition.operator === '>=';
  node.append(upwards ? bar(condition.limit, far, 6, 'allowed') : bar(0, condition.limit, 6, 'allowed'));
  if (acceptable) {
    const [from, to] = upwards ? [acceptable.limit, condition.limit] : [condition.limit, acceptable.limit];
    node.append(bar(from, to, 2, 'acceptable'), tick(acceptable.limit, 5, 'tick minor'));
  }
  node.append(tick(condition.limit, 2, 'tick'));
  const mark = svg('path');
  node.append(mark);
  return {
    node,
    update({ actual, verdict }) {
      mark.setAttribute('class', `mark ${verdict}`);
      mark.setAttribute('d', actual === null ? '' : actual > far ? arrow(WIDTH - EDGE - 1) : diamond(x(actual)));
    },
  };
}

const MIDDLE = HEIGHT / 2;

function diamond(x: number): string {
  return `M${x},${MIDDLE - 5} L${x + 5},${MIDDLE} L${x},${MIDDLE + 5} L${x - 5},${MIDDLE} Z`;
}

function arrow(x: number): string {
  return `M${x - 3},${MIDDLE - 5} L${x + 5},${MIDDLE} L${x - 3},${MIDDLE + 5} Z`;
}
