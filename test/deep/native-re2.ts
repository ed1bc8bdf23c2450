import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The result of native RE2 for a pattern: its message if it rejects it, or a verdict on each text. */
export type NativeResult = { readonly reason: string } | { readonly verdicts: readonly boolean[] }

export interface NativeRe2 {
  /** Lone surrogates are asked as U+FFFD. */
  ask(questions: readonly (readonly [pattern: string, texts: readonly string[]])[]): readonly NativeResult[]
  remove(): void
}

const source = fileURLToPath(new URL('native-re2.cc', import.meta.url))

/**
 * Builds a program from native-re2.cc, with the RE2 that is installed here (Debian: `apt-get install g++ libre2-dev`).
 *
 * @returns a message about the missing tool when it cannot be built
 */
export function buildNativeRe2(): NativeRe2 | string {
  const folder = mkdtempSync(join(tmpdir(), 'native-re2-'))
  const program = join(folder, 'native-re2')
  const remove = (): void => rmSync(folder, { recursive: true })
  const { error, status, stderr } = spawnSync('c++', ['-std=c++17', '-O2', source, '-o', program, '-lre2', '-pthread'])
  if (error !== undefined || status !== 0) {
    remove()
    return error === undefined ? String(stderr).trim() : error.message
  }
  return { ask: (questions) => ask(program, questions), remove }
}

function ask(program: string, questions: Parameters<NativeRe2['ask']>[0]): readonly NativeResult[] {
  const input = writeFrames(questions.flatMap(([pattern, texts]) => [pattern, texts.length, ...texts]))
  const lines = execFileSync(program, { input, maxBuffer: 2 ** 28, encoding: 'utf8' })
    .split('\n')
    .slice(0, -1)
  if (lines.length !== questions.length)
    throw new Error(`${String(lines.length)} of ${String(questions.length)} results`)
  return lines.map((line) =>
    line.startsWith('-')
      ? { reason: line.slice(1) }
      : { verdicts: Array.from(line.slice(1), (verdict) => verdict === '1') },
  )
}

const numberBytes = 4

/** Numbers in 32 bits, and strings with their length before them. */
function writeFrames(frames: readonly (string | number)[]): Buffer {
  const sizeOf = (frame: string | number) => numberBytes + (typeof frame === 'string' ? Buffer.byteLength(frame) : 0)
  const buffer = Buffer.alloc(frames.reduce<number>((sum, frame) => sum + sizeOf(frame), 0))
  let at = 0
  for (const frame of frames) {
    const isText = typeof frame === 'string'
    if (isText) buffer.write(frame, at + numberBytes)
    buffer.writeUInt32LE(isText ? sizeOf(frame) - numberBytes : frame, at)
    at += sizeOf(frame)
  }
  return buffer
}
