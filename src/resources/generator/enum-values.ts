import protobuf from 'protobufjs'
import { removedValues } from './exceptions.ts'
import { commentOf } from './read-protos.ts'

const otherValues =
  /Additional supported values which may be not listed in the enum directly due to technical reasons:([^]*?)(?:Check the |$)/

/** The values of an enum in the order of their texts, without the one for "undefined"; nothing for other fields. */
export function enumValuesOf(message: protobuf.Type, field: protobuf.Field): readonly string[] | undefined {
  const found = enumOf(message, field)
  if (found === undefined) return undefined
  const listed = Object.entries(found.values).flatMap(([value, number]) => (number === 0 ? [] : [value]))
  const removed = removedValues[`${message.name}.${field.name}`] ?? []
  const values = new Set([...listed, ...valuesInComments([found.comment, field.comment]), ...removed])
  if (values.size === 0) throw new Error(`${message.name}.${field.name} is an enum without values`)
  return [...values].sort()
}

/** The type of the field, or the enum that its comment names: the API's enums are strings in the descriptors. */
function enumOf(message: protobuf.Type, field: protobuf.Field): protobuf.Enum | undefined {
  const own = message.nested?.[field.type]
  if (own instanceof protobuf.Enum) return own
  const [, named] = /Check the (\w+) enum for the list of possible values/.exec(commentOf(field)) ?? []
  if (named === undefined) return undefined
  const found = message.nested?.[named]
  if (found instanceof protobuf.Enum) return found
  throw new Error(`${message.name}.${field.name} names the enum ${named}, which the message does not have`)
}

/**
 * The values that are only in comments: two enums of one message cannot share a value in the descriptors, and the second
 * one lists it after a sentence, or as a bullet.
 */
function valuesInComments(comments: readonly (string | null)[]): readonly string[] {
  const texts = comments.map((comment) => comment ?? '')
  const listed = texts.flatMap((text) => (otherValues.exec(text)?.[1] ?? '').split(/[\s,]+/))
  const bullets = texts.flatMap((text) => [...text.matchAll(/^\s*-\s+`?([A-Z][A-Z0-9_]{2,})`?(?=[\s:.]|$)/gm)])
  return [...listed, ...bullets.map(([, value = '']) => value)].filter((value) => /^[A-Z][A-Z0-9_.]*$/.test(value))
}
