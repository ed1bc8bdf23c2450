import type { IToken } from 'chevrotain'
import type { Span } from '../src/ast/index.ts'

/** Where a token ends; chevrotain's own offset is that of its last character. */
export const endOf = ({ startOffset, image }: IToken): number => startOffset + image.length

/** The span of a token, or from one to another; frozen, as all parts of a tree. */
export const spanOf = (first: IToken, last = first): Span =>
  Object.freeze({ start: first.startOffset, end: endOf(last) })
