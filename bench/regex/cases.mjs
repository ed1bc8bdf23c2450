/* The shapes of pattern that real filters send, and the texts that they meet. */

export const patterns = [
  ['a name', 'debian-12'],
  ['a word of three', '(debian|ubuntu|rhel)'],
  ['a prefix', 'debian-.*'],
  ['a prefix, anchored', '^debian.*'],
  ['a prefix and a bit', '^debian-12.+'],
  ['a suffix', '.*-12'],
  ['a suffix, anchored', '.*/default$'],
  ['a part', '.*debian.*'],
  ['a whole word', '.*\\bdebian-12\\b.*'],
  ['two parts', '.*debian.*2023.*'],
  ['alternatives and a rest', '(debian|ubuntu|rhel|sles)-.*'],
  ['an optional part', 'debian(-minimal)?-12-v.*'],
  ['optional parts between gaps', '^debian-8-jessie(-.+)*-v.+'],
  ['a date', '.*-v\\d{8}.*'],
  ['a version', '[a-z]+(-[a-z]+)*-\\d{1,2}-v.*'],
  ['a name as Compute wants it', '[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?'],
  ['an address', '.*/projects/[^/]+/global/images/debian-.*'],
  ['sizes and builds', 'fortinet-fgtondemand-arm64-74\\d{1,2}-\\d{8}-\\d{3}-.*'],
  ['many optional digits', '2025-1.*(-\\d)?(\\d)?(\\d)?(-rc)?(\\d)?(\\d)?'],
  ['anything', '.*'],
  ['anything but empty', '.+'],
  ['upper or lower case', '(?i)DEBIAN-.*'],
]

/** RE2 is needed for these, so the bound of 4 × does not hold for them. */
export const needsRe2 = new Set(['upper or lower case'])

export const texts = {
  names: ({ name }) => name,
  addresses: ({ name }) => `https://www.googleapis.com/compute/v1/projects/debian-cloud/global/images/${name}`,
  descriptions: ({ description }) =>
    `${description}, with all updates of that day, for machines of any size; see the notes of the release for what has changed`,
}

/** Patterns that are dear by design, each under the default limits, and the text that makes them so. */
export const worst = [
  ['a flood of states', '.*(a.{50}|b.{49}).*c', 'ab'],
  ['an exploding automaton', '.*a.{20}c?', 'ab'],
  ['nested repetition', '((a{0,10}){0,10}){0,9}', 'a'],
  ['nested stars', '(((a*)*)*)*b', 'a'],
  ['alternatives that overlap', '(a|aa|aaa|aaaa)*b', 'a'],
  ['a large class', '(\\pL|\\pN)*x', 'é'],
  ['upper or lower case', '(?i)(k|s|å)*x', 'kſ'],
  ['many gaps', '.*a.*a.*a.*a.*a.*a.*a.*a.*b', 'a'],
]
