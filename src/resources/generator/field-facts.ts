import type protobuf from 'protobufjs'
import { inputInAnswers, notTimestamps, notUrls } from './exceptions.ts'
import { commentOf } from './read-protos.ts'

const inputWords = /^\s*(?:\[?Input only\]?\.?\s|\[Input Only\])|write-only|For security, only insert requests/i

/** Whether the field occurs in requests alone, so that no resource of a list has it. */
export const isInputOnly = (message: string, field: protobuf.Field): boolean =>
  inputWords.test(commentOf(field)) && !inputInAnswers.has(`${message}.${field.name}`)

/** An instant, by its name or by its comment. */
export const isTimestamp = (message: string, field: protobuf.Field): boolean =>
  (/(?:Timestamp|Time)$|^timestamp$/.test(field.name) || /RFC ?3339/i.test(commentOf(field))) &&
  !notTimestamps.has(`${message}.${field.name}`)

/** Mentions of URLs in comments of fields that hold none. */
const otherUrls =
  /HTTP request URL|not (?:a full )?URLs?|URL(?:'s)? (?:path|mask|portion|host)|portion of the URL|from (?:a request )?URL|given URL|request URLs|part of a URL|fields from/i

/**
 * A string whose values are whole URLs or the paths of resources: the first sentence of its comment calls it so, or a
 * later one says which forms of URL it takes.
 */
export function isUrl(message: string, field: protobuf.Field): boolean {
  if (notUrls.has(`${message}.${field.name}`)) return false
  if (/^selfLink(?:WithId)?$/.test(field.name)) return true
  const comment = commentOf(field)
  const [first = ''] = comment.replace(/^(?:\[?(?:Output only|Optional|Required)\]?\.? )+/i, '').split(/\. (?=[A-Z])/)
  return (
    (/\bUR[LI]s?\b/i.test(first) && !otherUrls.test(first)) ||
    /\b(?:partial or full|full or partial) URL/i.test(comment) ||
    comment.includes('https://www.googleapis.com/compute/v1/projects') ||
    first.startsWith('Links to')
  )
}
