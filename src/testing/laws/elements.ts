import { showJson } from './disagreement.ts'

/** The first problem with the elements of an array of resources. */
export function problemOfElements(elements: readonly unknown[], at: string): string | undefined {
  for (const [index, element] of elements.entries()) {
    if (!isObject(element)) return `\`${at}[${String(index)}]\` is ${nameOf(element)}, not an object`
    const { name } = element as { readonly name?: unknown }
    if (typeof name !== 'string') return `\`${at}[${String(index)}].name\` is ${nameOf(name)}, not a string`
  }
  return undefined
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value in a few words. */
export function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  switch (typeof value) {
    case 'object':
      return value === null ? 'null' : 'an object'
    case 'function':
      return 'a function'
    case 'string':
      return showJson(value)
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'symbol':
      return String(value)
  }
}
