/** One JSON value a line, or one JSON value over all of the text. */
export type InputForm = 'lines' | 'document'

/**
 * Tells from the beginning of the text which form it has; undefined when more is needed.
 *
 * An array is a document. An object that ends with its line is a line. One that goes on is a document when its first
 * line ends, or the next begins, as only an object over several lines does; else that line is just broken.
 */
export function detectForm(head: string, isWhole: boolean): InputForm | undefined {
  const text = head.trimStart()
  if (text.startsWith('[')) return 'document'
  if (text !== '' && !text.startsWith('{')) return 'lines'
  const undecided = isWhole ? 'lines' : undefined
  const end = text.indexOf('\n')
  if (end === -1) return undecided
  const first = text.slice(0, end)
  if (isJson(first)) return 'lines'
  if (/[{[,:]\s*$/.test(first)) return 'document'
  const next = text.slice(end).trimStart()
  if (next === '') return undecided
  return /^[\]},":]/.test(next) ? 'document' : 'lines'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
