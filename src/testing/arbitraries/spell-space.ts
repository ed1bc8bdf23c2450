import type { Choose } from './choose.ts'

/** White space that has to be there: SEMANTICS.md section 2. */
export const space = (choose: Choose): string => choose(' ', '  ', '\n', '\t', '\r', '\f', '\r\n', ' \t')

/** White space that need not be there. */
export const blank = (choose: Choose): string => choose('', '', ' ', '\n', '\t', '\r', '\f')

export const group = (text: string, choose: Choose): string => `(${blank(choose)}${text}${blank(choose)})`
