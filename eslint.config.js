import tseslint from 'typescript-eslint';

/**
 * The layer rule (docs/architecture.md): arrows only point down this list, and only `src/extension` knows the editor.
 * Each layer names the layers that it may import besides itself.
 */
const LAYERS = {
  scenario: [],
  engine: ['scenario', 'run'],
  run: ['scenario'],
  report: ['scenario', 'run', 'engine'],
  interop: ['scenario', 'run', 'engine'],
  language: ['scenario', 'run', 'engine', 'report', 'interop'],
  extension: ['scenario', 'run', 'engine', 'report', 'interop', 'language'],
  cli: ['scenario', 'run', 'engine', 'report', 'interop', 'language'],
};

const layerRules = Object.entries(LAYERS).map(([layer, allowed]) => {
  const forbidden = Object.keys(LAYERS).filter((other) => other !== layer && !allowed.includes(other));
  // The extension and the results view share the types of their messages.
  const webview = layer === 'extension' ? 'webview-ui(?!/protocol\\.ts$)' : 'webview-ui';
  const patterns = [
    {
      regex: `^(\\.\\./)+(${[...forbidden, webview, 'test', 'examples', 'bench'].join('|')})(/|$)`,
      message: `src/${layer} may import only: ${['itself', ...allowed].join(', ')} (docs/architecture.md).`,
    },
  ];
  if (layer !== 'extension') patterns.push({ regex: '^vscode$', message: 'Only src/extension may import the editor.' });
  return { files: [`src/${layer}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
});

export default tseslint.config(
  { ignores: ['dist', 'out', '.cache', '.vscode-test', 'test-results', 'node_modules', 'src/scenario/generated'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './webview-ui/tsconfig.json'] } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  ...layerRules,
);
