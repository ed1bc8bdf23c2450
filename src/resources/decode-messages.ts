import { letters } from './letters.ts'
import type { Field, Fields, MapField } from '../schema/index.ts'

/** A line for each message, and one for each enum; `generator/write-text.ts` has the form. */
export interface MessageTexts {
  readonly messages: string
  readonly enums: string
}

/** Reads the fields of a message by the number of its line. A message is read once. */
export function readMessages({ messages, enums }: MessageTexts): (number: number) => Fields {
  const lines = messages.split('\n')
  const values = enums.split('\n')
  const read: Fields[] = []

  const messageAt = (number: number): Fields =>
    (read[number] ??= Object.fromEntries(
      (lines[number] ?? '').split(' ').flatMap((part) => {
        const [name = '', code = ''] = part.split(':')
        return name === '' ? [] : [[name, fieldOf(code)]]
      }),
    ))

  const fieldOf = (code: string): Field => {
    const rest = code.slice(1)
    switch (code.charAt(0)) {
      case '*':
        return { ...fieldOf(rest), repeated: true } as Field
      case '%':
        return { type: 'map', value: mapValueOf(rest) }
      case '^':
        return { type: 'message', fields: messageAt(Number(rest)) }
      case '=':
        return { type: 'enum', values: (values[Number(rest)] ?? '').split(' ') }
      default:
        return { ...letters[code as keyof typeof letters] }
    }
  }

  const mapValueOf = (code: string): MapField['value'] =>
    code.startsWith('^')
      ? { type: 'message', fields: messageAt(Number(code.slice(1))) }
      : letters[code as keyof typeof letters].type

  return messageAt
}
