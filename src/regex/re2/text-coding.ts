import { EngineNotLoadedError } from '../engine.ts'

interface TextCoding {
  readonly TextEncoder: typeof TextEncoder
  readonly TextDecoder: typeof TextDecoder
}

interface Environment extends Partial<TextCoding> {
  readonly process?: { getBuiltinModule?(name: 'util'): TextCoding }
}

/**
 * The classes of the global object, or those of Node: under Jest the global object is that of jsdom, which lacks them.
 */
export function getTextCoding(): TextCoding {
  const { process, TextDecoder, TextEncoder } = globalThis as Environment
  if (TextEncoder !== undefined && TextDecoder !== undefined) return { TextDecoder, TextEncoder }
  const found = process?.getBuiltinModule?.('util')
  if (found === undefined) throw new EngineNotLoadedError({ cause: new Error('there is no TextEncoder') })
  return found
}
