import { styleText } from 'node:util'

/** Adds colors for a terminal, or none. */
export interface Paint {
  /** The head of a table. */
  head(text: string): string
  /** A rendered diagnostic: its code and its carets in red, its help in cyan. */
  diagnostic(text: string): string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Whether to use colors. An option decides, or else FORCE_COLOR and NO_COLOR, with the precedence of Node, or else whether the
 * output is a terminal.
 */
export function hasColors(given: boolean | undefined, environment: Environment, isTerminal: boolean): boolean {
  if (given !== undefined) return given
  const { FORCE_COLOR: forced = '', NO_COLOR: none = '', TERM: terminal } = environment
  if (forced !== '') return forced !== '0' && forced !== 'false'
  return none === '' && terminal !== 'dumb' && isTerminal
}

const none: Paint = { head: (text) => text, diagnostic: (text) => text }

const colors: Paint = {
  head: (text) => style('bold', text),
  diagnostic: (text) => text.split('\n').map(paintLine).join('\n'),
}

export const createPaint = (isOn: boolean): Paint => (isOn ? colors : none)

/** The lines of `String(error)`. */
function paintLine(line: string): string {
  return line
    .replace(/^error\[[\w-]+\]/, (code) => style(['bold', 'red'], code))
    .replace(/^hint\[[\w-]+\]/, (code) => style(['bold', 'yellow'], code))
    .replace(/(?<=^ {4}\| *)\^+$/, (carets) => style('red', carets))
    .replace(/(?<=^ {4}\| *)-+$/, (marks) => style('blue', marks))
    .replace(/(?<=^ {4}= )help: .*$/, (help) => style('cyan', help))
}

/** Does not check the stream, which `hasColors` has done. */
const style = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { validateStream: false })
