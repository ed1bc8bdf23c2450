import { imageSchema } from '../index.ts'

/** The kind of resources that an input is expected to have. */
export interface ResourceKind {
  /** One resource in messages, with the article: `an image`. */
  readonly one: string
  /** What the resources are known by; undefined: any object is accepted. */
  readonly known: KnownKind | undefined
}

interface KnownKind {
  /** Whether resources are accepted that have this `kind` of the API. */
  readonly accepts: (kind: string) => boolean
  /** In messages, behind a kind that is not accepted: `not compute#image`. */
  readonly others: string
  /** An object of unknown kind without any of these fields is not a resource. */
  readonly fields: ReadonlySet<string>
}

export const imageKind: ResourceKind = {
  one: 'an image',
  known: {
    accepts: (kind) => kind === 'compute#image',
    others: 'not compute#image',
    fields: new Set(Object.keys(imageSchema.fields)),
  },
}

/** Resources of any kind. */
export const anyKind: ResourceKind = { one: 'a resource', known: undefined }
