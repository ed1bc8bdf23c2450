import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'src/resources/generated/', 'test/package/consumer/*.ts']),
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'off', // the type-aware one is on
      'no-new-func': 'error',
      'no-extend-native': 'error',
      'object-shorthand': 'error',
      'prefer-arrow-callback': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      // A new member of a union must break the build in every switch: each names all of them, and none has a `default`.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
      ],
      // An index signature names its key, which says what the strings are.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // `method(): …` in an interface is how the standard library writes it; ours take no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // This would ask for the spelling with `!`, which is banned.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A name of its own for a derived type keeps what editors show short.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // A visitor may return `false`, or nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A type parameter that occurs once in a signature may tie types together in the body.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // It forbids spreading a text into its code points, which is what the filter language compares by.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { console: 'readonly', performance: 'readonly', process: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['test/bundlers/*.mjs', 'test/clients/*.mjs', 'bench/load/*.mjs', 'bench/resources/*.mjs'],
    languageOptions: {
      globals: {
        fetch: 'readonly',
        Headers: 'readonly',
        Request: 'readonly',
        clearInterval: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        URLSearchParams: 'readonly',
        WebAssembly: 'readonly',
      },
    },
  },
  {
    files: ['test/browser/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        postMessage: 'readonly',
        setTimeout: 'readonly',
        WebAssembly: 'readonly',
        Worker: 'readonly',
      },
    },
    // What is forbidden there is tried, too.
    rules: { 'no-eval': 'off' },
  },
  {
    files: ['src/**', 'grammar/**'],
    ignores: ['src/cli/**', 'src/resources/generator/main.ts'],
    rules: { 'no-console': 'error' },
  },
)
