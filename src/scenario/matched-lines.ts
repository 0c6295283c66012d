/** More lines than this on either side are not compared one by one. */
const LONGEST = 2000;

/**
 * Which line of a text each line of an earlier one is: the longest common subsequence, and between its parts, where as many lines
 * came as went, the lines that took their places. null: deleted.
 */
export function matchedLines(before: readonly string[], after: readonly string[]): (number | null)[] {
  const matched = before.map((): number | null => null);
  for (const [a, b] of commonLines(before, after)) matched[a] = b;
  return replaced(matched, after.length);
}

/** Index pairs of the lines that both texts have, in order: a longest common subsequence. */
export function commonLines(before: readonly string[], after: readonly string[]): [before: number, after: number][] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const between = subsequence(before.slice(start, before.length - tail), after.slice(start, after.length - tail));
  return [
    ...before.slice(0, start).map((_, line): [number, number] => [line, line]),
    ...between.map(([a, b]): [number, number] => [start + a, start + b]),
    ...before
      .slice(before.length - tail)
      .map((_, line): [number, number] => [before.length - tail + line, after.length - tail + line]),
  ];
}

function subsequence(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length > LONGEST || after.length > LONGEST) return [];
  const width = after.length + 1;
  // lengths[a · width + b]: of the longest subsequence that before[a…] and after[b…] share.
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      lengths[a * width + b] = before[a] === after[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < before.length && b < after.length;) {
    if (before[a] === after[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}

/** Between two lines that stayed, as many new lines as are gone are the same lines, edited. */
function replaced(matched: readonly (number | null)[], length: number): (number | null)[] {
  const filled = [...matched];
  for (let from = 0; from < matched.length; from++) {
    if (matched[from] !== null) continue;
    const next = matched.findIndex((line, index) => index > from && line !== null);
    const to = next < 0 ? matched.length : next;
    const first = from === 0 ? 0 : (filled[from - 1] ?? -1) + 1;
    const end = next < 0 ? length : (matched[next] ?? length);
    if (end - first === to - from) for (let line = from; line < to; line++) filled[line] = first + line - from;
    from = to;
  }
  return filled;
}
