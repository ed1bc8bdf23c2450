import type { HttpAnswer, Rejected } from './verdict.ts'

/** A request to a list endpoint. */
export interface ListQuery {
  /** Empty for everything. */
  readonly filter: string
  readonly maxResults: number
  readonly orderBy?: string
  readonly pageToken?: string
  /** Below the project, if the law has the option `path`: `zones/us-east1-b/instances`. */
  readonly path?: string
}

/** A page. Both members are absent when empty. */
export interface ListAnswer {
  readonly items?: readonly { readonly name?: unknown }[] | undefined
  readonly nextPageToken?: string | undefined
}

/** A page of an aggregated list: for each scope its resources in the field of the collection, or a warning. */
export interface AggregatedAnswer {
  readonly items: Readonly<Record<string, object>>
  readonly nextPageToken?: string | undefined
}

/** A page, a rejection, or the response of a server: `{ status, body }`, whose body is the page. */
export type ListReply = ListAnswer | AggregatedAnswer | Rejected | HttpAnswer

export type List = (query: ListQuery) => ListReply | Promise<ListReply>

export type Served =
  | List
  | {
      readonly list: List
      /** Replaces all resources. */
      readonly replace: (resources: readonly object[]) => void | Promise<void>
    }
