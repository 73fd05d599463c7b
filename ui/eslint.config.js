import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const DOMAINS = ['worklist', 'work', 'clients', 'archive', 'matters', 'problems', 'imports', 'reports', 'policies', 'desk', 'search', 'calls', 'desklist', 'rounds', 'grid', 'paste', 'drafts', 'attachments', 'paper', 'corrections', 'start', 'messages', 'lock', 'help'];
const tauri = { group: ['@tauri-apps/*'], message: 'Only src/platform knows the desktop.' };
const above = {
  group: [...DOMAINS, 'views', 'api'].map((name) => `**/${name}/*`),
  message: 'shared knows no domain.',
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/platform/bindings.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // A warning about a compiler that is not used here.
      'react-hooks/incompatible-library': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-imports': ['error', { patterns: [tauri] }],
      'no-eval': 'error',
      'no-console': 'error',
      'max-lines': ['error', 250],
    },
  },
  { files: ['src/platform/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/shared/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': ['error', { patterns: [tauri, above] }] } },
  { files: ['src/i18n/*.ts', 'src/platform/fake/*.ts'], rules: { 'max-lines': 'off' } },
);
