import { freezeAll } from '../schema/index.ts'
import type { ResourceCollection, CollectionList, ListScope } from './collections.ts'
import type { ResourceName } from './generated/names.ts'

/** Reads the lines of `generator/write-text.ts`: `instances - Instance instance zones:instanceList:items`. */
export const decodeCollections = (text: string): readonly ResourceCollection[] =>
  freezeAll(text.split('\n').map(decodeLine))

function decodeLine(line: string): ResourceCollection {
  const [name = '', parent = '', resource = '', kind = '', ...lists] = line.split(' ')
  return {
    name,
    parent: parent === '-' ? undefined : parent,
    resource: resource as ResourceName,
    kind: kindOf(kind),
    lists: lists.map(decodeList),
  }
}

function decodeList(text: string): CollectionList {
  const [scope, kind = '', field = ''] = text.replace('!', '').split(':')
  return { scope: scope as ListScope, kind: kindOf(kind), field, method: text.startsWith('!') ? 'POST' : 'GET' }
}

const kindOf = (text: string) => (text === '-' ? undefined : `compute#${text}`)
