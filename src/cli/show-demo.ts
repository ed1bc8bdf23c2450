import { Readable } from 'node:stream'
import type { OutputStream } from './output.ts'
import { run } from './run.ts'

interface Scene {
  readonly says: string
  readonly filter: string
}

const scenes: readonly Scene[] = [
  {
    says: 'The AIP-160 dialect: comparisons with any type of field, AND, OR, NOT.',
    filter: 'architecture = ARM64 AND diskSizeGb >= 10 AND NOT deprecated.state = DEPRECATED',
  },
  {
    says: 'The regular-expression dialect: an RE2 pattern matches the whole field.',
    filter: 'name eq "(debian|ubuntu)-.*"',
  },
  {
    says: 'A filter that is rejected: each error is shown in its place.',
    filter: 'famly = debian-12 AND diskSizeGb > large',
  },
]

/** Filters the images of a file with three filters, and shows each command with what it prints. */
export async function showDemo(file: string, stdout: OutputStream): Promise<void> {
  for (const { says, filter } of scenes) {
    stdout.write(`\n# ${says}\n$ node dist/cli.js --format table '${filter}' ${file}\n\n`)
    const argv = ['--format', 'table', filter, file]
    await run({ argv, stdin: Readable.from([]), stdout, stderr: stdout })
  }
}
