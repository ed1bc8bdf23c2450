import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const readme = readFileSync(`${root}README.md`, 'utf8')

/** A fenced block of code. */
export interface Sample {
  /** The word after the fence: `ts`, `console`. */
  readonly kind: string
  /** Where it begins in the README, counted from 1. */
  readonly line: number
  readonly text: string
}

export const samples: readonly Sample[] = [...readme.matchAll(/^```(.*)\n([^]*?)^```$/gm)].map(
  ({ index, 1: kind = '', 2: text = '' }) => ({ kind, line: readme.slice(0, index).split('\n').length, text }),
)

/** The cells of the table below a heading, without its head. */
export function tableBelow(heading: string): readonly (readonly string[])[] {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`)).split(/\n## /)[1] ?? ''
  return [...section.matchAll(/^\|(.*)\|$/gm)].slice(2).map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
}

/** The texts in backticks. */
export const codesIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

export function builtFile(path: string): string {
  const file = `${root}dist/${path}`
  if (!existsSync(file)) throw new Error(`dist/${path} is missing: npm run build`)
  return file
}
