import {
  compile,
  type Diagnostic,
  FilterError,
  type Image,
  imageSchema,
  loadRegexEngine,
  type Matcher,
  type Schema,
  validate,
} from 'compute-filter'
import {
  type ComparisonNode,
  conjunction,
  disjunction,
  filter,
  restriction,
  transform,
  value,
} from 'compute-filter/ast'
import { re2jsEngine } from 'compute-filter/re2js'
import { collectionOf, collections, type ResourceName, schemaOf } from 'compute-filter/resources'
import { diskSchema as generatedDiskSchema, type Disk } from 'compute-filter/resources/disk'
import { type Firewall, firewallSchema } from 'compute-filter/resources/firewall'
import { type Instance, instanceSchema } from 'compute-filter/resources/instance'

const images: Image[] = [{ name: 'debian-12', id: '1', labels: { env: 'prod' }, diskSizeGb: 10n }]
const matcher: Matcher = compile('labels.env = prod')
export const found: Image[] = images.filter(matcher)

const diskSchema = {
  resource: 'Disk',
  fields: { name: { type: 'string' }, sizeGb: { type: 'int64' }, zone: { type: 'enum', values: ['a', 'b'] } },
} as const satisfies Schema
export const disks = [{ name: 'd', sizeGb: '10', zone: 'a' }].filter(compile('sizeGb > 5', { schema: diskSchema }))

export const diagnostics: readonly Diagnostic[] = validate('name', { schema: imageSchema })
export const rejected = (error: unknown): string => (error instanceof FilterError ? error.toJSON().error.message : '')
export const engine = loadRegexEngine(new URL('https://example.com/re2.wasm'))

const isProd: ComparisonNode = restriction('labels.env', '=', disjunction(value('prod'), value('staging')))
const tree = transform(filter(conjunction(isProd, restriction('name', 'eq', 'a'))), { enter: { literal: () => null } })
export const matcherOfTree: Matcher = compile(tree)

// @ts-expect-error a disk has no such field
compile('sizeGb > 5', { schema: diskSchema })({ sizeInGb: 5 })

const instances: Instance[] = [
  { name: 'web', status: 'RUNNING', tags: { items: ['a'] }, networkInterfaces: [{ name: 'nic0' }] },
]
export const running: Instance[] = instances.filter(compile('status = RUNNING', { schema: instanceSchema }))
export const large = (disk: Disk): boolean => compile('sizeGb > 500', { schema: generatedDiskSchema })(disk)
export const open = (firewall: Firewall): boolean => compile('-disabled = true', { schema: firewallSchema })(firewall)
export const plural: string | undefined = collectionOf('compute#instance')?.name
export const names: readonly ResourceName[] = collections.map(({ resource }) => resource)
export const known: Schema = schemaOf('Instance')
export const perhaps: Schema | undefined = schemaOf('instances' as string)

// @ts-expect-error an instance has no such field
compile('status = RUNNING', { schema: instanceSchema })({ state: 'RUNNING' })

export const elsewhere: Matcher = compile('name eq debian-.*', { regexEngine: re2jsEngine })
