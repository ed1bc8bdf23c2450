import fc from 'fast-check'
import { pick } from './choose.ts'

/** The place of an invalid restriction in a filter. */
export type FlawContext =
  /** Anywhere in the logic of the AIP-160 dialect. */
  | 'AIP-160'
  /** At the end of it: nothing can follow. */
  | 'end'
  /** In a filter of the regular-expression dialect, alone or in parentheses. */
  | 'clause'
  /** It is a whole filter. */
  | 'whole'

type Embed = (wrong: string, right: string) => string

const contexts: { readonly [C in FlawContext]: readonly Embed[] } = {
  whole: [(wrong) => wrong, (wrong) => ` ${wrong}\n`],
  end: [
    (wrong) => wrong,
    (wrong, right) => `(${right}) ${wrong}`,
    (wrong, right) => `(${right}) AND ${wrong}`,
    (wrong, right) => `(${right}) OR NOT (${wrong}`,
  ],
  clause: [(wrong) => wrong, (wrong) => `(${wrong})`, (wrong) => `( ${wrong}\n)`, (wrong) => `((${wrong}))`],
  'AIP-160': [
    (wrong) => wrong,
    (wrong) => `(${wrong})`,
    (wrong) => `NOT ${wrong}`,
    (wrong) => `-(${wrong})`,
    (wrong, right) => `(${right}) AND ${wrong}`,
    (wrong, right) => `${wrong} OR (${right})`,
    (wrong, right) => `(${right}) ${wrong}`,
    (wrong, right) => `(${right})(${wrong})`,
    (wrong, right) => `(${right}) AND (NOT (${wrong} OR (${right})))`,
  ],
}

/** Texts with something wrong in them, in the given kind of place. The first place is alone. */
export function inContext(
  wrong: fc.Arbitrary<string>,
  context: FlawContext,
  right: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc.tuple(wrong, fc.nat(11), right).map(([text, number, other]) => pick(contexts[context], number)(text, other))
}
