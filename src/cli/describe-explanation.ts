import type { Explanation, Reason } from '../index.ts'
import { escapeJson, escapeText } from './escape.ts'

/**
 * Explains the verdict for one resource:
 *
 *     debian-12 does not match:
 *       `labels.env = prod` is false: labels.env is "dev"
 *
 * @param which distinguishes resources of the same name: `id 123`
 */
export function describeExplanation(name: string, { matches, reasons }: Explanation, which?: string): string {
  const beside = which === undefined ? '' : ` (${escapeText(which)})`
  const verdict = `${escapeText(name)}${beside} ${matches ? 'matches' : 'does not match'}:`
  const lines = reasons.length === 0 ? ['the filter is empty'] : reasons.map(describeReason)
  return [verdict, ...lines.map((line) => `  ${line}`), ''].join('\n')
}

function describeReason({ restriction, holds, field, values, tooLong }: Reason): string {
  const note = tooLong ? '; it is too long for this pattern and counts as unset' : ''
  return `\`${escapeText(restriction)}\` is ${String(holds)}: ${escapeText(field)} is ${describeValues(values)}${note}`
}

const maxValues = 8
const maxValueLength = 200

function describeValues(values: readonly unknown[]): string {
  if (values.length === 0) return 'unset'
  const shown = values.slice(0, maxValues).map(describeValue)
  const others = values.length - shown.length
  return shown.join(', ') + (others > 0 ? ` and ${String(others)} more` : '')
}

function describeValue(value: unknown): string {
  const text = escapeJson(JSON.stringify(value))
  return text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : text
}
