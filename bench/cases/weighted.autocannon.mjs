// Each connection goes through the list in turn.
const WEIGHTS = { a: 20, b: 18, c: 15, d: 12, e: 10, f: 8, g: 7, h: 5, i: 3, j: 2 };

export default Object.entries(WEIGHTS).flatMap(([endpoint, weight]) =>
  Array.from({ length: weight }, () => ({ method: 'GET', path: `/endpoint-${endpoint}` })),
);
