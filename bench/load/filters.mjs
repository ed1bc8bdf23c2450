// The filters: all-distinct ones, honest ones, and hostile ones, each of which is sent twice.
let number = 0
const distinctFilters = [
  () => `name eq "debian-${number++}.*"`,
  () => `name eq "[a-z]+-${number++}-v\\d{1,8}.*"`,
  () => `name ne "(?i)UBUNTU-${number++}|cos"`,
  () => `family eq "(web|api)-${number++}"`,
]
export const distinct = () => ({ filter: distinctFilters[number % distinctFilters.length](), maxResults: 10 })

const honestFilters = ['family = debian-12', 'labels.env = prod AND diskSizeGb > 50', 'name eq "ubuntu-.*"', '']
let honestTurn = 0
export const honest = () => ({ filter: honestFilters[honestTurn++ % honestFilters.length], maxResults: 20 })

const hostileFilters = [
  // A large program, compiled each time.
  () => `name eq "${'[a-z]{1,20}'.repeat(8)}${number++}"`,
  () => `name eq "(?i)(${'a|'.repeat(200)}${number++})*"`,
  // A large automaton.
  () => `description eq ".*a.{${10 + (number++ % 8)}}c?"`,
  // Many restrictions, none of which matches; one filter short enough to be cached, one too long.
  () => Array.from({ length: 40 }, () => `description:*aa${number++}*`).join(' OR '),
  () => Array.from({ length: 300 }, () => `name = "*${number++}*x"`).join(' OR '),
  // Deep, and long.
  () => `${'('.repeat(60)}name = a${number++}${')'.repeat(60)}`,
  () => `name = "${'x'.repeat(8000)}${number++}"`,
  () => `description:"*${'a*'.repeat(50)}${number++}"`,
  // Everything, pretty.
  () => `name != "${number++}"`,
]
const pending = []
let hostileTurn = 0
/** A repeated filter is answered in another way. */
export function hostile() {
  const again = pending.length > hostileFilters.length ? pending.shift() : undefined
  const filter = again ?? hostileFilters[hostileTurn++ % hostileFilters.length]()
  if (again === undefined) pending.push(filter)
  return { filter }
}
