import type { HttpAnswer, Rejected } from './verdict.ts'

/** A request to a list endpoint. */
export interface ListQuery {
  /** Empty for everything. */
  readonly filter: string
  readonly maxResults: number
  readonly orderBy?: string
  readonly pageToken?: string
}

/** A page. Both members are absent when empty. */
export interface ListAnswer {
  readonly items?: readonly { readonly name?: unknown }[] | undefined
  readonly nextPageToken?: string | undefined
}

/** A page, a rejection, or the response of a server: `{ status, body }`, whose body is the page. */
export type ListReply = ListAnswer | Rejected | HttpAnswer

export type List = (query: ListQuery) => ListReply | Promise<ListReply>

export type Served =
  | List
  | {
      readonly list: List
      /** Replaces all resources. */
      readonly replace: (resources: readonly object[]) => void | Promise<void>
    }
