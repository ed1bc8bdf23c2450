// The package as users get it: packed, installed into an empty folder, imported, compiled against and run. NODE24 may
// name a second Node binary; the installed package is then run with that one, too.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const root = resolve(import.meta.dirname, '../..')
const tool = (name) => join(root, 'node_modules/.bin', name)
const workplace = mkdtempSync(join(tmpdir(), 'compute-filter-'))
const consumer = join(workplace, 'consumer')
const nodes = [process.execPath, ...(process.env.NODE24 ? [process.env.NODE24] : [])]
const { exports, bin, man, version, scripts, peerDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

let passed = 0
const failures = []

function check(name, run) {
  try {
    run()
    passed++
    console.log(`ok      ${name}`)
  } catch (error) {
    failures.push(name)
    console.log(`FAILED  ${name}\n${String(error.message).replace(/^/gm, '        ')}`)
  }
}

function demand(condition, message) {
  if (!condition) throw new Error(message)
}

/** Runs a program; fails on a status other than the expected one, and for npm on any warning. */
function run(command, args, { cwd = consumer, status = 0, input } = {}) {
  const result = spawnSync(command, args, { cwd, input, encoding: 'utf8' })
  const said = `${command} ${args.join(' ')}\n${result.stdout}${result.stderr}`
  demand(result.status === status, `status ${result.status} of ${said}`)
  // The user may have settings in ~/.npmrc that npm no longer knows. And of a package that is not from a registry npm
  // tells the script `prepare`.
  const warnings = result.stderr
    .split('\n')
    .filter((line) => /npm warn/i.test(line) && !/Unknown user config|install-scripts/.test(line))
  demand(warnings.length === 0, warnings.join('\n'))
  return result.stdout
}

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )

let tarball
let files = []

check('a clean clone is built when it is packed, and when it is installed from a git address', () => {
  const clone = join(workplace, 'clone')
  const listed = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of listed.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    cpSync(join(root, file), join(clone, file))
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  const pack = () => JSON.parse(run('npm', ['pack', '--dry-run', '--json'], { cwd: clone }))[0].files
  demand(!existsSync(join(clone, 'dist')), 'it is built already')
  const built = pack().map(({ path }) => path)
  demand(built.includes('dist/index.js') && built.includes('dist/index.d.ts'), 'dist is missing')
  // The script that npm runs in the clone of a git address.
  rmSync(join(clone, 'dist'), { recursive: true })
  run('npm', ['run', '--silent', 'prepare'], { cwd: clone })
  demand(existsSync(join(clone, 'dist/cli.js')) && existsSync(join(clone, 'dist/index.d.ts')), 'dist is missing')
})

check('npm pack makes at most 1.3 MB', () => {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', workplace], { cwd: root }))
  tarball = join(workplace, packed.filename)
  files = packed.files.map(({ path }) => path)
  // RE2's binary is a quarter of it, the resources a sixth (docs/decisions/resources.md).
  demand(packed.size <= 1_300_000, `it has ${String(packed.size)} bytes`)
})

check('it holds what it should and nothing else', () => {
  for (const file of ['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json', 'dist/THIRD-PARTY-LICENSES.txt']) {
    demand(files.includes(file), `${file} is missing`)
  }
  const places =
    /^(?:LICENSE|README\.md|samples\/images\.ndjson|test\/README\.md|CHANGELOG\.md|package\.json|docs\/[\w/-]+\.md|(?:(?:grammar|src|bench)\/[\w/-]+\.(?:md|ebnf|svg))|dist\/(?:[\w/-]+\.c?js|(?:types\/|resources\/)?[\w-]+\.d\.c?ts|resources\/reference\.json|re2\.wasm(?:\.d\.c?ts)?|conformance\.json|THIRD-PARTY-LICENSES\.txt))$/
  const manual = 'man/compute-filter.1'
  demand(files.includes(manual), `${manual} is missing`)
  // npm links only what an array names.
  demand(JSON.stringify(man) === JSON.stringify([`./${manual}`]), 'package.json names another manual')
  const others = files.filter((file) => file !== manual)
  const strange = others.filter(
    (file) => !places.test(file) || /\bdemo\b|^dist\/.*(?:diagrams|generate-|tool-|\/test\/)/.test(file),
  )
  demand(strange.length === 0, `not expected: ${strange.join(', ')}`)
})

check('it holds what its documents link to', () => {
  const documents = files.filter((file) => file.endsWith('.md'))
  const broken = documents.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8').replace(/^(```+).*?^\1/gms, '')
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].map(
      ([, link, other]) => link ?? other,
    )
    const relative = links.filter((link) => !/^(?:[a-z]+:|#)/.test(link)).map((link) => link.replace(/#.*/, ''))
    const targets = relative.map((link) => join(dirname(file), link).replaceAll('\\', '/'))
    return targets.filter((target) => !files.includes(target)).map((target) => `${file} → ${target}`)
  })
  demand(broken.length === 0, broken.join(', '))
  demand(documents.length > 5, 'there are hardly any documents')
})

check('npm install brings the package and no other, without a warning', () => {
  cpSync(join(import.meta.dirname, 'consumer'), consumer, { recursive: true })
  demand(!['preinstall', 'install', 'postinstall'].some((name) => name in scripts), 'it runs something')
  run('npm', ['install', '--no-audit', '--no-fund', tarball])
  const installed = readdirSync(join(consumer, 'node_modules')).filter((name) => !name.startsWith('.'))
  demand(installed.join() === 'compute-filter', `installed: ${installed.join(', ')}`)
})

check('the optional packages beside it install without a warning', () => {
  const wanted = Object.entries(peerDependencies).map(([name, range]) => `${name}@${range}`)
  run('npm', ['install', '--no-audit', '--no-fund', ...wanted])
})

const installedAt = join(consumer, 'node_modules/compute-filter')

check('the declared types stand by themselves', () => {
  const declarations = filesBelow(join(installedAt, 'dist')).filter((file) => /\.d\.c?ts$/.test(file))
  demand(declarations.length > 14, 'there are hardly any')
  for (const file of declarations) {
    const text = readFileSync(join(installedAt, 'dist', file), 'utf8')
    demand(!/chevrotain/i.test(text), `${file} mentions chevrotain`)
    for (const [, specifier] of text.matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
      if (specifier in peerDependencies) continue
      // Entries for Node may use Node's types.
      if (file.startsWith('node.d.') && specifier.startsWith('node:')) continue
      demand(specifier.startsWith('.'), `${file} needs ${specifier}`)
      const target = join(dirname(file), specifier)
        .replaceAll('\\', '/')
        .replace(/\.(c?)js$/, '.d.$1ts')
      demand(declarations.includes(target), `${file} imports ${specifier}, which is not there`)
    }
  }
})

check('the bundled packages have their licences', () => {
  const licences = readFileSync(join(installedAt, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
  for (const name of ['re2-wasm', 'chevrotain', 'leven', 'commander']) {
    demand(new RegExp(`^${name} \\d`, 'm').test(licences), `${name} is missing`)
  }
  // The binary is made of these; each is with its own text.
  const sections = licences.split(`\n${'-'.repeat(80)}\n`)
  for (const [title, words] of [
    [
      'RE2, in re2.wasm',
      ['Copyright (c) 2009 The RE2 Authors', 'Redistributions in binary form', 'Lucent Technologies'],
    ],
    ['Emscripten, in re2.wasm', ['Emscripten authors', 'Permission is hereby granted']],
    ['musl, in re2.wasm', ['Rich Felker', 'Permission is hereby granted']],
  ]) {
    const section = sections.find((text) => text.trim().startsWith(title))
    const isWhole = section !== undefined && words.every((word) => section.includes(word))
    demand(isWhole, `the licence of ${title} is missing`)
  }
})

for (const node of nodes) {
  const title = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()

  // A pattern stands for one of its files here; the next checks take all of them.
  for (const [path, target] of Object.entries(exports)) {
    const specifier = path.replace('.', 'compute-filter').replace('*', 'instance')
    if (path === './re2.wasm') continue
    check(`${title}: import '${specifier}'`, () => {
      const isJson = typeof target === 'string' && target.endsWith('.json')
      const program = `
        const names = Object.keys(await import('${specifier}', ${isJson ? "{ with: { type: 'json' } }" : '{}'}))
        if (names.length === 0) throw new Error('it exports nothing')`
      run(node, ['--no-warnings', '--input-type=module', '--eval', program])
    })
    check(`${title}: require('${specifier}')`, () => {
      run(node, ['--no-warnings', '--eval', `if (Object.keys(require('${specifier}')).length === 0) process.exit(1)`])
    })
  }

  check(`${title}: every resource has the same schema for import and require`, () => run(node, ['use-resources.mjs']))
  check(`${title}: the library filters`, () => run(node, ['use.mjs']))
  check(`${title}: the server refuses what its sources refuse`, () => run(node, ['ask-server.mjs']))
  check(`${title}: the browser build filters once its engine is loaded`, () => run(node, ['use-in-browser.mjs']))

  const cli = join(installedAt, bin['compute-filter'])
  const images = '{"name":"debian-12","family":"debian"}\n{"name":"ubuntu-24","family":"ubuntu"}\n'
  check(`${title}: the command filters the sample images`, () => {
    const found = run(node, [
      cli,
      'family = debian-12',
      join(installedAt, 'samples/images.ndjson'),
      '--format',
      'ndjson',
    ])
    demand(found.includes('"debian-12-bookworm-'), `it printed ${found}`)
  })

  check(`${title}: the command filters`, () => {
    const found = run(node, [cli, 'family = debian', '--format', 'ndjson'], { input: images })
    demand(found === '{"name":"debian-12","family":"debian"}\n', `it printed ${found}`)
    run(node, [cli, 'famly = debian'], { input: images, status: 1 })
    run(node, [cli, 'family = debian', 'no-such-file.json'], { status: 2 })
    demand(run(node, [cli, '--version']).trim() === version, 'another version')
  })
}

check('npx finds the command', () => run('npx', ['--no-install', 'compute-filter', '--version']))

// A program that uses every entry, as an ES module and as CommonJS.
const pathsOf = (pattern) =>
  pattern.includes('*')
    ? readdirSync(join(installedAt, 'dist/resources'))
        .filter((file) => file.endsWith('.cjs'))
        .map((file) => pattern.replace('*', file.replace('.cjs', '')))
    : [pattern]
const typed = Object.keys(exports)
  // The entry for Node needs Node's own types.
  .filter((path) => !path.endsWith('.json') && path !== './node')
  .flatMap(pathsOf)
const everyPath = typed.map((path, at) => `import * as entry${at} from '${path.replace('.', 'compute-filter')}'\n`)
const used = `export const entries: readonly object[] = [${typed.map((_, at) => `entry${at}`).join(', ')}]\n`
for (const file of ['every-path.ts', 'every-path.cts']) writeFileSync(join(consumer, file), everyPath.join('') + used)

for (const configuration of ['node16', 'nodenext', 'bundler']) {
  check(`the types compile in a consumer (${configuration})`, () =>
    run(tool('tsc'), ['--project', `tsconfig.${configuration}.json`]),
  )
}

check('a bundler makes it run in browsers', () => {
  run(tool('rolldown'), ['--platform', 'browser', '--dir', 'bundle', 'bundle-me.mjs'])
  const bundle = readFileSync(join(consumer, 'bundle/bundle-me.js'), 'utf8')
  demand(!/['"]node:|\brequire\(/.test(bundle), 'the bundle needs Node')
  demand(run(process.execPath, ['bundle/bundle-me.js']) === 'true\n', 'it does not match')
})

// kB, minified and compressed. The README says so, too.
for (const [names, most] of [
  [{ compile: 'compute-filter' }, 62],
  [{ 'compile, loadRegexEngine': 'compute-filter' }, 67],
  [{ 'parse, print': 'compute-filter', walk: 'compute-filter/ast' }, 29],
  [{ 'conjunction, restriction, transform, walk': 'compute-filter/ast' }, 5],
  [{ imageSchema: 'compute-filter' }, 5],
  [{ instanceSchema: 'compute-filter/resources/instance' }, 3.5],
  [{ diskSchema: 'compute-filter/resources/disk' }, 1.5],
  [{ 'collections, schemaOf, collectionOf': 'compute-filter/resources' }, 28],
]) {
  const title = Object.keys(names).join(', ')
  check(`a bundle of ${title} has at most ${String(most)} kB`, () => {
    const entry = `size-of-${title.replace(/\W+/g, '-')}`
    const lines = Object.entries(names).map(([name, path]) => `export { ${name} } from '${path}'\n`)
    writeFileSync(join(consumer, `${entry}.mjs`), lines.join(''))
    run(tool('rolldown'), ['--platform', 'browser', '--minify', '--dir', 'sizes', `${entry}.mjs`])
    const { length } = gzipSync(readFileSync(join(consumer, `sizes/${entry}.js`)))
    demand(length <= most * 1000, `it has ${String(length)} bytes`)
  })
}

check('a bundle for Node finds RE2 beside it, and says when it is not there', () => {
  run(tool('rolldown'), ['--platform', 'node', '--format', 'cjs', '--file', '../for-node.cjs', 'needs-re2.mjs'])
  const runBundle = () => run(process.execPath, ['for-node.cjs'], { cwd: workplace })
  demand(runBundle() === 'EngineNotLoadedError\n', 'it says something else')
  cpSync(join(installedAt, 'dist/re2.wasm'), join(workplace, 're2.wasm'))
  demand(runBundle() === '', 'it is not found')
})

// Its one suggestion, conditions instead of the object `browser`, stays out: the object swaps a single file inside dist, where
// conditions would need a second bundle of every entry point.
check('publint', () => run(tool('publint'), ['run', tarball, '--strict']))
check('attw', () => run(tool('attw'), [tarball, '--no-color']))

rmSync(workplace, { recursive: true, force: true })
if (process.env.REPORT) writeFileSync(process.env.REPORT, JSON.stringify({ passed, failed: failures.length }))
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
