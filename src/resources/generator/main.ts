// npm run resources: fetches the pinned package and writes src/resources/generated/. With --check it writes nothing, and fails
// when a file differs. With a path to the package's tarball it fetches nothing.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from './generate.ts'
import { origin } from './origin.ts'

const folder = 'src/resources/generated'
const protoInPackage = 'package/build/protos/google/cloud/compute/v1/compute.proto'
const [options, [given]] = [process.argv.slice(2), process.argv.slice(2).filter((word) => !word.startsWith('-'))]

const files = generate(readProto())
if (options.includes('--check')) check()
else write()

function readProto(): string {
  const work = mkdtempSync(join(tmpdir(), 'resources-'))
  try {
    const tarball = given ?? fetchPackage(work)
    const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
    if (integrity !== origin.integrity) throw new Error(`${tarball} is not ${origin.name} ${origin.version}`)
    execFileSync('tar', ['-xzf', tarball, '-C', work, protoInPackage])
    return readFileSync(join(work, protoInPackage), 'utf8')
  } finally {
    rmSync(work, { recursive: true })
  }
}

function fetchPackage(work: string): string {
  console.log(`fetching ${origin.name} ${origin.version}`)
  execFileSync('npm', ['pack', '--silent', '--pack-destination', work, `${origin.name}@${origin.version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [name] = readdirSync(work)
  if (name === undefined) throw new Error('npm pack has left no file')
  return join(work, name)
}

function write() {
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name))
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  console.log(`${files.size} files written to ${folder}`)
}

function check() {
  const names = new Set([...files.keys(), ...readdirSync(folder)])
  const different = [...names].filter((name) => {
    const text = files.get(name)
    return (
      text === undefined || !readdirSync(folder).includes(name) || readFileSync(join(folder, name), 'utf8') !== text
    )
  })
  if (different.length > 0) {
    console.error(`not as generated: ${different.join(', ')}`)
    process.exitCode = 1
  } else console.log(`${files.size} files are as generated`)
}
