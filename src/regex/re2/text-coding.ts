import { EngineMissing } from '../engine.ts'

interface TextCoding {
  readonly TextEncoder: typeof TextEncoder
  readonly TextDecoder: typeof TextDecoder
}

interface Surroundings extends Partial<TextCoding> {
  readonly process?: { getBuiltinModule?(name: 'util'): TextCoding }
}

/** The classes of the global object, or those of Node: under Jest, the global object of jsdom lacks them. */
export function getTextCoding(): TextCoding {
  const { process, TextDecoder, TextEncoder } = globalThis as Surroundings
  if (TextEncoder !== undefined && TextDecoder !== undefined) return { TextDecoder, TextEncoder }
  const found = process?.getBuiltinModule?.('util')
  if (found === undefined) throw new EngineMissing({ cause: new Error('there is no TextEncoder') })
  return found
}
