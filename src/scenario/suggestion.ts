/** The candidate that was probably meant, for "did you mean"; null where none is near. */
export function suggestion(written: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = slipsIn(written) + 1;
  const folded = fold(written);
  for (const candidate of candidates) {
    if (candidate === written) continue;
    const distance = editDistance(folded, fold(candidate), bestDistance);
    if (distance < bestDistance && distance <= slipsIn(candidate)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Longer words may have more slips; a short word with two of them is another word. */
function slipsIn({ length }: string): number {
  return length < 2 ? 0 : length <= 4 ? 1 : length <= 7 ? 2 : 3;
}

/** Case and word breaks are not slips: `base_url` means `baseUrl`. */
export function fold(text: string): string {
  return text
    .slice(0, 60)
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '');
}

/** Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours count 1 each. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}

/** Whether nothing is left but one letter, or two that are swapped, without what both words begin and end with. */
export function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
