import { anyKind, type Entry, type ResourceKind } from '../../src/input/index.ts'
import { readResources } from '../../src/input/read-resources.ts'

/** The entries of a text that arrives in pieces of this length. */
export function readAll(
  text: string,
  length = text.length,
  expected: ResourceKind = anyKind,
  limit = 2 ** 20,
): readonly Entry[] {
  const reader = readResources('f', { value: limit }, expected)
  const entries: Entry[] = []
  for (let at = 0; at < text.length; at += length) entries.push(...reader.push(text.slice(at, at + length)))
  return [...entries, ...reader.end()]
}

/** An entry in one word or line: `compute#disk a zones/z p`, with `-` for what is unknown. */
export function describeEntry(entry: Entry): string {
  if ('problem' in entry) return `${entry.isFatal ? 'fatal ' : ''}${entry.problem}`
  if ('note' in entry) return entry.note
  const { kind, resource, scope, project } = entry
  return [kind, resource.name, scope, project].map((part) => (typeof part === 'string' ? part : '-')).join(' ')
}

/** The entries in every form of the text, which must be the same: on one line, over lines, in pieces. */
export function readForms(value: unknown): readonly (readonly string[])[] {
  const line = JSON.stringify(value)
  const over = JSON.stringify(value, undefined, 1)
  return [readAll(line), readAll(over), readAll(over, 1), readAll(over, 7)].map((entries) => entries.map(describeEntry))
}
