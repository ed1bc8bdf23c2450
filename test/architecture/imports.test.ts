import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import ts from 'typescript'
import { reachableFrom, root, type Source, sourceAt, sources } from './sources.ts'

const core = ['ast', 'diagnostics']
const judging = ['resolve', 'schema', 'types', 'values', 'regex', ...core, 'profiles', 'limits']

/** What each part may import besides itself. The verbs, the files of `src` itself, tie the parts together. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  ast: [],
  diagnostics: ['ast'],
  values: ['ast'],
  records: ['diagnostics'],
  profiles: ['records'],
  limits: ['records'],
  types: ['ast', 'values'],
  schema: [...core, 'records', 'types'],
  regex: [...core, 'limits', 'records'],
  grammar: [...core, 'limits'],
  resolve: ['schema', 'types', 'values', 'regex', 'ast', 'profiles'],
  rules: judging,
  plan: ['resolve', 'schema', 'types', 'regex', 'ast', 'profiles'],
  evaluate: ['plan', 'schema', 'types', 'values'],
  hints: ['plan', 'evaluate', ...judging],
  matcher: ['evaluate', 'plan', 'schema', 'types', 'values'],
  verbs: ['grammar', 'rules', 'hints', 'plan', 'evaluate', 'matcher', 'records', ...judging],
  index: ['verbs', ...judging],
  collection: ['verbs', 'plan', 'evaluate', 'matcher', 'records', ...judging],
  re2js: ['index'],
  scheduling: [],
  resources: ['schema', 'types'],
  list: ['index', 'ast', 'collection', 'values', 'records', 'scheduling'],
  server: ['index', 'list', 'resources', 'values', 'records', 'scheduling'],
  testing: ['index', 'ast', 're2js'],
  input: ['index', 'resources'],
  node: ['index', 'input', 'list', 'resources', 'server', 'values', 'records', 'scheduling'],
  cli: [
    'index',
    'ast',
    'schema',
    'types',
    'values',
    'diagnostics',
    'input',
    'list',
    'resources',
    'server',
    'node',
    'testing',
  ],
}

/** The part that a file belongs to: its folder, or for a file of `src` itself its own name, or `verbs`. */
function partOf(path: string): string {
  const [top, second = ''] = path.split('/')
  if (top !== 'src') return top ?? ''
  const name = second.replace(/\.ts$/, '')
  return name in allowed ? name : second === name ? name : 'verbs'
}

describe('imports', () => {
  test.each(sources)('$path', ({ path, files }) => {
    const part = partOf(path)
    expect(Object.keys(allowed), 'the table knows every part').toContain(part)
    const others = files.filter((file) => file.endsWith('.ts') && partOf(file) !== part)
    const forbidden = others.filter((file) => !allowed[part]?.includes(partOf(file)))
    expect(forbidden).toEqual([])
    expect(files.filter((file) => !existsSync(root + file))).toEqual([])
  })

  test('a folder of src is entered by its index, where it has one', () => {
    const outside = sources.filter(({ path }) => path !== 'src/index.ts')
    const past = outside.flatMap(({ path, files }) =>
      files
        .filter((file) => partOf(file) !== partOf(path) && /^src\/[\w-]+\/./.test(file))
        .filter((file) => sourceAt.has(file.replace(/[^/]+$/, 'index.ts')) && !file.endsWith('/index.ts'))
        .map((file) => `${path} → ${file}`),
    )
    expect(past).toEqual([])
  })

  test('make no cycle', () => {
    const cycles = sources.flatMap(({ path, files }) =>
      files.filter((file) => reachableFrom(file).some((reached) => reached.path === path)),
    )
    expect(cycles).toEqual([])
  })
})

describe('the oracle', () => {
  const files = sources.filter(({ path }) => path.startsWith('src/testing/oracle/'))
  /** The names that a file imports at run time, types aside, with the file that has them. */
  const importedBy = ({ path, text }: Source): readonly (readonly [string, string])[] =>
    ts
      .createSourceFile(path, text, ts.ScriptTarget.Latest)
      .statements.filter((statement) => ts.isImportDeclaration(statement))
      .flatMap(({ moduleSpecifier, importClause }): (readonly [string, string])[] => {
        const from = (moduleSpecifier as ts.StringLiteral).text
        const names = importClause?.namedBindings
        if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return []
        if (names === undefined || ts.isNamespaceImport(names)) return [['everything', from]]
        return names.elements
          .filter((element) => !element.isTypeOnly)
          .map((element): [string, string] => [(element.propertyName ?? element.name).text, from])
      })

  test('evaluates by itself: it imports only the tree and its validation', () => {
    expect(files.length).toBeGreaterThan(3)
    const names = files.flatMap(importedBy).filter(([, from]) => from.includes('../../'))
    const allowed = ['parse', 'validate', 'print', 'FilterError', 'imageSchema', 'documented', 're2jsEngine']
    expect(names.map(([name]) => name).filter((name) => !allowed.includes(name))).toEqual([])
  })

  test('imports nothing else of testing', () => {
    const others = files.flatMap((source) => source.files).filter((path) => /^src\/testing\/(?!oracle\/)/.test(path))
    expect(others).toEqual([])
  })
})

describe('packages', () => {
  const importers = (name: RegExp) => sources.filter(({ packages }) => packages.some((found) => name.test(found)))

  test.each([
    ['chevrotain', /^@?chevrotain/, /^grammar\//],
    ['RE2', /^re2-wasm/, /^src\/regex\//],
    ['re2js', /^re2js/, /^src\/(?:re2js\.ts|testing\/)/],
    ['fast-check', /^fast-check/, /^src\/testing\//],
    ['protobufjs', /^protobufjs/, /^src\/resources\/generator\//],
    ['commander', /^commander/, /^src\/cli\//],
    ['the progress bar', /^cli-progress/, /^src\/cli\//],
  ])('%s stays where it belongs', (_, name, place) => {
    expect(
      importers(name)
        .map(({ path }) => path)
        .filter((path) => !place.test(path)),
    ).toEqual([])
  })

  test('are those of package.json', async () => {
    const { default: manifest } = await import('../../package.json', { with: { type: 'json' } })
    const known = Object.keys(manifest.devDependencies)
    const used = new Set(sources.flatMap(({ packages }) => packages).filter((name) => !name.startsWith('node:')))
    const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name
    expect([...used].map(packageOf).filter((name) => !known.includes(name))).toEqual([])
  })

  test('the library for browsers imports no module of Node', () => {
    const reached = [...reachableFrom('src/index.ts'), ...reachableFrom('src/resources/index.ts')]
    expect(reached.length).toBeGreaterThan(50)
    const forNode = reached.filter(({ packages }) => packages.some((name) => name.startsWith('node:')))
    expect(forNode.map(({ path }) => path)).toEqual([])
  })

  test('the core imports none of the generated schemas', () => {
    const core = ['index', 'ast', 'collection/index', 'list/index', 're2js', 'testing/index']
    const reached = core.flatMap((name) => reachableFrom(`src/${name}.ts`))
    expect(reached.filter(({ path }) => path.startsWith('src/resources/')).map(({ path }) => path)).toEqual([])
  })

  test('nothing is evaluated at run time', () => {
    const evaluating = sources.filter(({ text }) => /\beval\s*\(|\bnew Function\b|\bimport\s*\(\s*[^'"\s]/.test(text))
    expect(evaluating.map(({ path }) => path)).toEqual([])
  })
})
