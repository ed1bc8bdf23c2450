/* The shapes of pattern in real filters, and the texts that they are matched with. */

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

export const texts = {
  names: ({ name }) => name,
  addresses: ({ name }) => `https://www.googleapis.com/compute/v1/projects/debian-cloud/global/images/${name}`,
  descriptions: ({ description }) =>
    `${description}, with all updates of that day, for machines of any size; see the notes of the release for what has changed`,
}

/**
 * Patterns that are expensive by design, as functions of a size, each with the letters of its worst texts. The largest
 * size within the limits is used.
 */
export const worst = [
  ['RE2: optional copies that match nothing', (n) => `\\C?(|a){${n}}`, 'a'],
  ['RE2: nested optional copies', (n) => `\\C?a{0,${n}}`, 'a'],
  ['RE2: a flood of states', (n) => `\\C?.*a.{${n}}c?`, 'ab'],
  ['RE2: an exploding automaton', (n) => `\\C?(a|b)*a(a|b){${n}}c?`, 'ab'],
  ['sets that RE2 is asked about', (n) => `(?:\\p{Lu}|\\p{Lo}|\\p{Ll}?){${n}}`, 'aéกÄ漢'],
  ['chained assertions', (n) => `(?:a|b|(?:${'\\B\\b'.repeat(n)}c))*a[ab]{18}`, 'ab'],
  ['optional copies that match nothing', (n) => `(?i)(|a){${n}}`, 'a'],
  ['optional copies within optional copies', (n) => `((a){0,9}){0,${n}}`, 'a'],
  ['a flood of states', (n) => `(?i).*(a.{${n}}|b.{${n - 1}}).*c`, 'ab'],
  ['an exploding automaton', (n) => `(?:a|b)*a(?:a|b){${n}}c?`, 'ab'],
  ['an exploding automaton with assertions', (n) => `(?:\\ba|b\\B|a|b)*a(?:a|b){${n}}c?`, 'ab'],
  ['nested stars', (n) => `${'('.repeat(Math.min(n, 90))}a*b?${')*'.repeat(Math.min(n, 90))}c`, 'a'],
  ['many gaps', (n) => `${'.*[a-z]'.repeat(n)}.*-`, 'a'],
  ['many literals between gaps', (n) => `${'.*a[!-`]'.repeat(n)}.*`, 'ab!'],
  ['large classes', (n) => `(?:\\pL?\\d?){${n}}`, 'é1'],
]
