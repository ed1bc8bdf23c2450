// npm run resources: fetches the pinned package and writes src/resources/generated/. With --check it writes nothing, and fails
// when a file differs; where the package cannot be fetched, it says so. With a path to the package's tarball, it fetches
// nothing.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generate } from './generate.ts'
import { origin } from './origin.ts'

const folder = 'src/resources/generated'
const protoInPackage = 'package/build/protos/google/cloud/compute/v1/compute.proto'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
})

const work = mkdtempSync(join(tmpdir(), 'resources-'))
try {
  const tarball = positionals[0] ?? fetchPackage()
  if (tarball === undefined && options.check)
    console.log(
      `LEFT OUT: ${origin.name} ${origin.version} cannot be fetched, so that nothing was generated to compare`,
    )
  else if (tarball === undefined) throw new Error(`${origin.name} ${origin.version} cannot be fetched`)
  else if (options.check) check(generate(readProto(tarball)))
  else write(generate(readProto(tarball)))
} finally {
  rmSync(work, { recursive: true })
}

function fetchPackage(): string | undefined {
  try {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', work, `${origin.name}@${origin.version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } catch {
    return undefined
  }
  const [name] = readdirSync(work)
  return name && join(work, name)
}

function readProto(tarball: string): string {
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (integrity !== origin.integrity) throw new Error(`${tarball} is not ${origin.name} ${origin.version}`)
  execFileSync('tar', ['-xzf', tarball, '-C', work, protoInPackage])
  return readFileSync(join(work, protoInPackage), 'utf8')
}

function write(files: ReadonlyMap<string, string>) {
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name))
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  console.log(`${String(files.size)} files written to ${folder}`)
}

function check(files: ReadonlyMap<string, string>) {
  const isSame = (name: string) =>
    existsSync(join(folder, name)) && readFileSync(join(folder, name), 'utf8') === files.get(name)
  const different = [...new Set([...files.keys(), ...readdirSync(folder)])].filter((name) => !isSame(name))
  if (different.length === 0) {
    console.log(`${String(files.size)} files are as generated`)
    return
  }
  console.error(`not as generated: ${different.join(', ')}`)
  process.exitCode = 1
}
