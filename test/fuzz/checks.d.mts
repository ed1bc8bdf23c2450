import type { Options } from '../../src/index.ts'

interface Given {
  readonly filter: string
  readonly resource: unknown
  readonly options?: Options | undefined
}

export type Check = (given: Given) => string | undefined

export function createChecks(library: object): Readonly<Record<string, Check>>
