/** How a run is told from the others wherever it stands: a letter, a colour, and a pattern of its line. */
export interface RunMark {
  readonly letter: string;
  readonly color: (typeof COLORS)[number];
  readonly dash: readonly number[];
  readonly width: number;
}

const COLORS = ['blue', 'orange', 'purple', 'green', 'yellow', 'red'] as const;
const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [14, 4]];

/** Thirty runs have thirty different lines: six colours by five patterns. */
export function runMark(index: number): RunMark {
  const dash = DASHES[index % DASHES.length] ?? [];
  return {
    letter: letterOf(index),
    color: COLORS[index % COLORS.length] ?? 'blue',
    dash,
    // Dots are thinner than they are wide.
    width: dash[0] === 2 ? 2.25 : 1.75,
  };
}

function letterOf(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}
