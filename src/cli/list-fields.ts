import { Argument, Command, type CommanderError, Option } from 'commander'
import { nearest } from '../diagnostics/index.ts'
import { type Field, type Fields, type Schema, valueFieldOf } from '../schema/index.ts'
import { findResource } from './resource-names.ts'
import { images, subjectNamed } from './subject.ts'
import { UsageError } from './usage-error.ts'
import { describeUsage } from './usage.ts'

export const createFieldsCommand = (write: (text: string) => void): Command =>
  new Command('compute-filter fields')
    .description('Lists the fields of a resource that filters can name, with their types and values.')
    .addArgument(new Argument('[resource]', 'the resource: instances, disks, …; images if none is given'))
    .addArgument(new Argument('[prefix]', 'list only the fields that begin with this'))
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', details)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHelpWidth: () => 100 })

const details = `
Examples:
  compute-filter fields instances
  compute-filter fields disks sourceImage
  compute-filter fields firewalls --format json`

/** A field with everything that a filter needs to know. */
interface ListedField {
  /** As a filter writes it; `KEY` for the keys of a map. */
  readonly path: string
  readonly type: string
  readonly repeated: boolean
  readonly values?: readonly string[]
}

/** The output of `fields`. @throws UsageError */
export function listFields(argv: readonly string[]): string {
  let print = ''
  const command = createFieldsCommand((text) => (print += text))
  try {
    command.parse(argv, { from: 'user' })
  } catch (error) {
    // Commander throws nothing else. It reports help in the same way.
    const told = error as CommanderError
    if (told.exitCode === 0) return print
    throw new UsageError(`${describeUsage(told)} (try compute-filter fields --help)`)
  }
  const [name, prefix = ''] = command.args
  const { schema, several } = name === undefined ? images : subjectNamed(findResource(name, 'fields'))
  const found = fieldsOf(schema).filter(({ path }) => path.startsWith(prefix))
  if (found.length === 0) throw new UsageError(describeNone(prefix, schema))
  const { format } = command.opts<{ readonly format: 'text' | 'json' }>()
  if (format === 'json') return `[\n${found.map((field) => JSON.stringify(field)).join(',\n')}\n]\n`
  const head =
    name === undefined ? `# ${several}; compute-filter fields RESOURCE lists those of instances, disks, …\n` : ''
  return head + describeFields(found)
}

function describeNone(prefix: string, { resource, fields }: Schema): string {
  const [near] = nearest(prefix, Object.keys(fields))
  return `fields: no field of ${resource} begins with '${prefix}'${near === undefined ? '' : `; did you mean ${near}?`}`
}

function describeFields(fields: readonly ListedField[]): string {
  const widest = Math.max(...fields.map(({ path }) => path.length))
  return fields
    .map(({ path, type, repeated, values }) => {
      const told = `${path.padEnd(widest)}  ${type}${repeated ? ', repeated' : ''}`
      return `${told}${values === undefined ? '' : `: ${values.join(' ')}`}\n`
    })
    .join('')
}

const fieldsOf = ({ fields }: Schema): readonly ListedField[] => listIn(fields, '', false)

const listIn = (fields: Fields, before: string, isRepeated: boolean): readonly ListedField[] =>
  Object.entries(fields).flatMap(([name, field]) => listField(before + name, field, isRepeated))

function listField(path: string, field: Field, isRepeated: boolean): readonly ListedField[] {
  const repeated = isRepeated || field.repeated === true
  if (field.type === 'message') return listIn(field.fields, `${path}.`, repeated)
  if (field.type === 'map') return listField(`${path}.KEY`, valueFieldOf(field), repeated)
  return [{ path, type: field.type, repeated, ...(field.type === 'enum' && { values: field.values }) }]
}
