import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A field of a message as gcloud's own code has it. */
export interface GcloudField {
  readonly name: string
  /** `String`, `Integer`, `Float`, `Boolean`, `Enum`, `Message`. */
  readonly type: string
  /** The class of an enum or message. */
  readonly of: string | undefined
  /** `INT32`, `UINT64`, …; absent for the usual one. */
  readonly variant: string | undefined
  readonly isRepeated: boolean
}

export interface GcloudClass {
  readonly fields: readonly GcloudField[]
  /** The values, for an enum. */
  readonly values: readonly string[]
}

const messagesFile = 'lib/googlecloudsdk/generated_clients/apis/compute/v1/compute_v1_messages.py'

/** The text of gcloud's messages; undefined where gcloud is not installed. */
export function readGcloudMessages(): string | undefined {
  try {
    const command = execFileSync('which', ['gcloud'], { encoding: 'utf8' }).trim()
    const file = join(dirname(dirname(realpathSync(command))), messagesFile)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  } catch {
    return undefined
  }
}

/** Every class by its full name: `Instance`, `Instance.StatusValueValuesEnum`, `Disk.LabelsValue.AdditionalProperty`. */
export function parseGcloudMessages(text: string): ReadonlyMap<string, GcloudClass> {
  const classes = new Map<string, { fields: GcloudField[]; values: string[] }>()
  const open: { readonly name: string; readonly indent: number }[] = []
  for (const line of text.split('\n')) {
    const [, spaces = '', words] = /^( *)(\S.*)$/.exec(line) ?? []
    if (words === undefined) continue
    const opened = /^class (\w+)\(/.exec(words)?.[1]
    if (opened !== undefined) {
      while ((open.at(-1)?.indent ?? -1) >= spaces.length) open.pop()
      open.push({ name: opened, indent: spaces.length })
      classes.set(open.map(({ name }) => name).join('.'), { fields: [], values: [] })
      continue
    }
    const within = open.filter(({ indent }) => indent < spaces.length).map(({ name }) => name)
    const owner = classes.get(within.join('.'))
    const field =
      /^(\w+) = _messages\.(\w+)Field\((?:'([\w.]+)', )?\d+(?:, repeated=(True))?(?:, variant=_messages\.Variant\.(\w+))?(?:, repeated=(True))?\)/.exec(
        words,
      )
    if (field !== null) {
      const [, name = '', type = '', of, first, variant, second] = field
      owner?.fields.push({ name: plain(name), type, of, variant, isRepeated: (first ?? second) !== undefined })
      continue
    }
    const value = /^(\w+) = \d+$/.exec(words)?.[1]
    if (value !== undefined) owner?.values.push(plain(value))
  }
  return classes
}

/** Python's own words have an underscore behind them. */
const plain = (name: string) => name.replace(/_$/, '')
