import type { HttpAnswer, Rejected } from './verdict.ts'

/** What a list endpoint is asked. */
export interface ListQuery {
  /** Empty for everything. */
  readonly filter: string
  readonly maxResults: number
  readonly orderBy?: string
  readonly pageToken?: string
}

/** What it answers: both are left out when empty. */
export interface ListAnswer {
  readonly items?: readonly { readonly name?: unknown }[] | undefined
  readonly nextPageToken?: string | undefined
}

/** A page, that the request is rejected, or the answer of a server: `{ status, body }`, whose body is the page. */
export type ListReply = ListAnswer | Rejected | HttpAnswer

export type List = (query: ListQuery) => ListReply | Promise<ListReply>

export type Served =
  | List
  | {
      readonly list: List
      /** Puts other resources in place of those that it has. */
      readonly replace: (resources: readonly object[]) => void | Promise<void>
    }
