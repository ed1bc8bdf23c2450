import { describe, expect, it } from 'vitest'
import { compile, type Schema, validate } from '../../src/index.ts'

/*
 * Help has to lead to the filter that the writer meant. Each row has a rejected text, the proposal of its help, the
 * resulting filter, a resource that should match, and one that should not.
 */

/** `proposed` is a text that the help shows; where it is not the whole filter, `filter` is. */
type Row = readonly [rejected: string, proposed: string, meant: object, other: object, filter?: string]

const instanceSchema = {
  resource: 'Instance',
  fields: {
    name: { type: 'string' },
    status: { type: 'enum', values: ['RUNNING', 'STOPPED'] },
    labels: { type: 'map', value: 'string' },
    tags: {
      type: 'message',
      fields: { fingerprint: { type: 'string' }, items: { type: 'string', repeated: true } },
    },
    metadata: {
      type: 'message',
      fields: {
        items: {
          type: 'message',
          repeated: true,
          fields: { key: { type: 'string' }, value: { type: 'string' } },
        },
      },
    },
    disks: { type: 'message', repeated: true, fields: { source: { type: 'string' } } },
    users: { type: 'string', repeated: true },
    ratio: { type: 'double' },
  },
} as const satisfies Schema

const name = (text: string) => ({ name: text })
const label = (env: string) => ({ labels: { env } })
const at = (creationTimestamp: string) => ({ creationTimestamp })

const searches: readonly Row[] = [
  ['name~^web|db', 'name eq ".*(^web|db).*"', name('my-db'), name('my-web')],
  ['name~(?i)^web|^db', 'name eq "(?i).*(^web|^db).*"', name('DB-1'), name('my-db')],
  ['name =~ /^web/i', 'name eq "(?i)web.*"', name('WEB-1'), name('my-web')],
  ['name =~ /web/', 'name eq ".*web.*"', name('my-web'), name('db')],
  ['name^=web', 'name = web*', name('web-1'), name('my-web')],
  ['name*="web"', 'name = *web*', name('my-web-1'), name('db')],
  ['name$=web', 'name = *web', name('my-web'), name('web-1')],
  ['name~f5', 'name eq ".*f5.*"', name('bigip-f5-16'), name('bigip')],
  ['name ~ ^debian', 'name eq "debian.*"', name('debian-12'), name('my-debian')],
  ['name ~ "12$"', 'name eq ".*12"', name('debian-12'), name('debian-12-x')],
  ["name ~ '^debian-12$'", 'name eq "debian-12"', name('debian-12'), name('debian-12-x')],
  ['name ~ "deb|cos"', 'name eq ".*(deb|cos).*"', name('my-cos-1'), name('ubuntu')],
  ['name=~(?i)DEB', 'name eq "(?i).*DEB.*"', name('my-deb-1'), name('cos'), 'name eq "(?i).*DEB.*"'],
  ['name !~ deb', 'name ne ".*deb.*"', name('cos'), name('my-deb-1')],
  ['name=~web-', 'name eq ".*web-.*"', name('a-web-1'), name('web')],
  ['name = ~web', 'name eq ".*web.*"', name('a-web-1'), name('db')],
  ['name ~= web', 'name eq ".*web.*"', name('a-web-1'), name('db')],
  ['selfLink~https://x', 'selfLink eq ".*https://x.*"', { selfLink: 'https://x/y' }, { selfLink: 'http://x' }],
  ['description~a:b', 'description eq ".*a:b.*"', { description: 'is a:b' }, { description: 'ab' }],
  ['description~x=y', 'description eq ".*x=y.*"', { description: 'is x=y' }, { description: 'xy' }],
  [
    'description ~ "say \\"hi\\""',
    'description eq ".*say \\"hi\\".*"',
    { description: 'I say "hi".' },
    { description: 'say hi' },
  ],
  ['licenses ~ a|b', 'licenses:VALUE', { licenses: ['VALUE'] }, {}],
  ['licenses !~ deb', 'NOT licenses:*deb*', { licenses: ['x'] }, { licenses: ['a-deb'] }],
  ['labels ~ x', 'labels:*', label('x'), {}],
  ['deprecated ~ x', 'deprecated:*', { deprecated: {} }, {}],
  ['status ~ READY', 'status eq ".*READY.*"', { status: 'READY' }, {}],
  ['name ~ say"hi"', 'name eq ".*say.*"', name('I say hi'), name('hi')],
  [
    'description ~ \'say "hi"\'',
    'description eq ".*say \\"hi\\".*"',
    { description: 'I say "hi".' },
    { description: 'say hi' },
  ],
  ['labels.env ~ pr', 'labels.env eq ".*pr.*"', label('prod'), label('dev')],
  ['diskSizeGb ~ 10', 'diskSizeGb = 10', { diskSizeGb: '10' }, { diskSizeGb: '100' }],
  ['licenses ~ debian', 'licenses:*debian*', { licenses: ['x', 'a/debian-12'] }, { licenses: ['x'] }],
  [
    'family = a AND name ~ web',
    'name = *web*',
    { family: 'a', name: 'a-web-1' },
    { family: 'a', name: 'db' },
    'family = a AND name = *web*',
  ],
  ['NOT name ~ ^web', 'name = web*', name('db'), name('web-1'), 'NOT name = web*'],
]

const keys: readonly Row[] = [
  ["labels:env='prod'", "labels.env = 'prod'", label('prod'), label('dev')],
  ['labels:env="a b"', 'labels.env = "a b"', label('a b'), label('a')],
  ['labels:env=prod', 'labels.env = prod', label('prod'), label('dev')],
  ['labels:env:prod', 'labels.env = prod', label('prod'), label('dev')],
  ['labels:env=', 'labels.env:*', label(''), {}],
  ['labels:env="', 'labels.env = "\\""', label('"'), label('')],
  [
    'labels:app.kubernetes.io/name=x',
    'labels."app.kubernetes.io/name" = x',
    { labels: { 'app.kubernetes.io/name': 'x' } },
    {},
  ],
  ['labels:"k8s.io/x"="y"', 'labels."k8s.io/x" = "y"', { labels: { 'k8s.io/x': 'y' } }, {}],
  ['labels:é=x', 'labels."é" = x', { labels: { é: 'x' } }, {}],
  ['labels:env = prod', 'labels.env = prod', label('prod'), label('dev')],
  ['labels:{a:b,c:d}', 'labels.a = b AND labels.c = d', { labels: { a: 'b', c: 'd' } }, { labels: { a: 'b' } }],
  ['labels:{env:prod}', 'labels.env = prod', label('prod'), label('dev')],
  ['labels=env=prod', 'labels.env = prod', label('prod'), label('dev')],
  ['labels:env=a<b', 'labels.env = "a<b"', label('a<b'), label('a')],
  [
    'deprecated:state=DEPRECATED',
    'deprecated.state = DEPRECATED',
    { deprecated: { state: 'DEPRECATED' } },
    { deprecated: { state: 'ACTIVE' } },
  ],
  [
    'guestOsFeatures:type=GVNIC',
    'guestOsFeatures.type:GVNIC',
    { guestOsFeatures: [{ type: 'IDPF' }, { type: 'GVNIC' }] },
    { guestOsFeatures: [{ type: 'IDPF' }] },
  ],
  ['labels = env', 'labels:env', label('x'), { labels: { owner: 'x' } }],
  ['labels["env"] = prod', 'labels.env = prod', label('prod'), label('dev')],
  ["labels['a b']:*", 'labels."a b":*', { labels: { 'a b': '' } }, label('x')],
  ['labels.a.b = x', 'labels."a.b"', { labels: { 'a.b': 'x' } }, label('x'), 'labels."a.b" = x'],
]

const presence: readonly Row[] = [
  ['deprecated.state=*', 'deprecated.state:*', { deprecated: { state: 'ACTIVE' } }, { deprecated: {} }],
  ['status=*', 'status:*', { status: 'READY' }, {}],
  ['diskSizeGb=*', 'diskSizeGb:*', { diskSizeGb: '1' }, {}],
  ['diskSizeGb!=*', '-diskSizeGb:*', {}, { diskSizeGb: '1' }],
  ['creationTimestamp=*', 'creationTimestamp:*', at('2024-01-01T00:00:00Z'), {}],
  ['enableConfidentialCompute = "*"', 'enableConfidentialCompute:*', { enableConfidentialCompute: true }, {}],
  ['deprecated=*', 'deprecated:*', { deprecated: {} }, {}],
  ['labels=*', 'labels:*', label('x'), { labels: {} }],
  ['licenses=*', 'licenses:*', { licenses: ['x'] }, { licenses: [] }],
  ['diskSizeGb ne null', 'diskSizeGb:*', { diskSizeGb: '1' }, {}],
  ['diskSizeGb ne .*', '-diskSizeGb:*', {}, { diskSizeGb: '1' }],
  ['licenses = []', 'NOT licenses:*', {}, { licenses: ['x'] }],
  ['labels != {}', 'labels:*', label('x'), {}],
  ['name exists', 'name:*', name('x'), {}],
  ['name not exists', '-name:*', {}, name('x')],
  ['diskSizeGb eq null', '-diskSizeGb:*', {}, { diskSizeGb: '1' }],
  ['diskSizeGb eq .*', 'diskSizeGb:*', { diskSizeGb: '1' }, {}],
  ['deprecated=null', 'NOT deprecated:*', {}, { deprecated: {} }],
  ['deprecated:null', 'NOT deprecated:*', {}, { deprecated: {} }],
  ['deprecated != null', 'deprecated:*', { deprecated: {} }, {}],
  ['status = null', '-status:*', {}, { status: 'READY' }],
  ['diskSizeGb = NULL', '-diskSizeGb:*', {}, { diskSizeGb: '1' }],
  ['creationTimestamp != null', 'creationTimestamp:*', at('2024-01-01T00:00:00Z'), {}],
  ['family', 'family:*', { family: 'x' }, {}],
  ['name is null', '-name:*', {}, name('x')],
  ['name IS NOT NULL', 'name:*', name('x'), {}],
  ['deprecated = true', 'deprecated:*', { deprecated: { state: 'ACTIVE' } }, {}],
  ['deprecated = false', 'NOT deprecated:*', {}, { deprecated: {} }],
]

const lists: readonly Row[] = [
  [
    '(status = READY, family = rhel-8)',
    'AND',
    { status: 'READY', family: 'rhel-8' },
    { status: 'READY' },
    '(status = READY AND family = rhel-8)',
  ],
  ['labels.a=b,labels.c=d', 'AND', { labels: { a: 'b', c: 'd' } }, { labels: { a: 'b' } }, 'labels.a=b AND labels.c=d'],
  ['name=a,b', 'name = (a OR b)', name('b'), name('c')],
  ['name = "a b", "c"', 'name = ("a b" OR "c")', name('a b'), name('b')],
  ['name != a,b', 'NOT name = (a OR b)', name('c'), name('a')],
  ['name=(a,b)', 'name = (a OR b)', name('b'), name('c')],
  ['name != (a, b)', 'NOT name = (a OR b)', name('c'), name('a')],
  ['name != [a, b]', 'NOT name = (a OR b)', name('c'), name('a')],
  ['status != READY OR FAILED', 'NOT status = (READY OR FAILED)', { status: 'PENDING' }, { status: 'READY' }],
  ['name = ("a,b", c)', 'name = ("a,b" OR c)', name('a,b'), name('a')],
  ['name in ("a b", "c,d")', 'name = ("a b" OR "c,d")', name('c,d'), name('c')],
  ['status in ["READY","FAILED"]', 'status = (READY OR FAILED)', { status: 'FAILED' }, {}],
  ['licenses:{a}', 'licenses:a', { licenses: ['a'] }, {}],
  ['a in licenses', 'licenses:a', { licenses: ['a'] }, {}],
  ['env in labels', 'labels:env', label(''), {}],
  ['env not in labels', '-labels:env', {}, label('')],
  ['licenses=(a b)', 'licenses:(a b)', { licenses: ['a', 'b'] }, { licenses: ['b'] }],
  ['licenses in (a b)', 'licenses:(a OR b)', { licenses: ['b'] }, { licenses: ['c'] }],
  ['licenses in (a, b)', 'licenses:(a OR b)', { licenses: ['b'] }, { licenses: ['c'] }],
  ['licenses:(a, b)', 'licenses:(a OR b)', { licenses: ['b'] }, { licenses: ['c'] }],
  ['name=[a,b]', 'name = (a OR b)', name('b'), name('c')],
  ['name in (a, b)', 'name = (a OR b)', name('b'), name('c')],
  ['name in (a b)', 'name = (a OR b)', name('b'), name('c')],
  ['name IN (a OR b)', 'name = (a OR b)', name('b'), name('c')],
  ['name in [a, b]', 'name = (a OR b)', name('b'), name('c')],
  ['name in("a", "b")', 'name = (a OR b)', name('b'), name('c')],
  ['name not in (a, b)', 'NOT name = (a OR b)', name('c'), name('b')],
  ['family = debian-12 OR debian-11', 'family = (debian-12 OR debian-11)', { family: 'debian-11' }, { family: 'cos' }],
  ['diskSizeGb = 1,000', '1000', { diskSizeGb: '1000' }, { diskSizeGb: '1' }, 'diskSizeGb = 1000'],
]

const words: readonly Row[] = [
  ['name LIKE deb%', 'name = deb*', name('debian'), name('my-deb')],
  ["name like '%deb'", 'name = *deb', name('my-deb'), name('debian')],
  ['name contains deb', 'name = *deb*', name('my-debian'), name('cos')],
  [
    'name startsWith deb AND status = READY',
    'name = deb*',
    { name: 'debian', status: 'READY' },
    name('my-deb'),
    'name = deb* AND status = READY',
  ],
  ['name between a and c', 'name >= a AND name <= c', name('b'), name('d')],
  ['diskSizeGb gt 10', 'diskSizeGb > 10', { diskSizeGb: '11' }, { diskSizeGb: '10' }],
  ['diskSizeGb lte 10', 'diskSizeGb <= 10', { diskSizeGb: '10' }, { diskSizeGb: '11' }],
  ['name starts with x', 'name = x*', name('xa'), name('ax')],
  ['–name:x', '-name:x', name('y'), name('x')],
  ['name > = x', '>=', name('y'), name('a'), 'name >= x'],
  ['name ! = x', '!=', name('y'), name('x'), 'name != x'],
  ['NOT(name:x)', 'NOT', name('y'), name('x'), 'NOT (name:x)'],
  ['(name=a)or(name=b)', 'OR', name('b'), name('c'), '(name=a)OR(name=b)'],
  ['name not matches ^deb', 'name ne "deb.*"', name('cos'), name('debian')],
  ['name regexp deb', 'name eq ".*deb.*"', name('my-deb'), name('cos')],
  ['name is a', 'name = a', name('a'), name('b')],
  ['name equals "a b"', 'name = "a b"', name('a b'), name('a')],
  ['name includes x', 'name = *x*', name('axb'), name('ab')],
  ['name ILIKE x%', 'name = x*', name('xa'), name('ax')],
  ['name starts_with x', 'name = x*', name('xa'), name('ax')],
  ['name ends_with x', 'name = *x', name('ax'), name('xa')],
  ['name matches ^deb', 'name eq "deb.*"', name('debian'), name('my-deb')],
  ['name:contains(x)', 'name:*x*', name('axb'), name('ab')],
  ['name = contains("x")', 'name = *x*', name('axb'), name('ab')],
  ['contains(name, x)', 'name = *x*', name('axb'), name('ab')],
  ['name.startsWith("x")', 'name = x*', name('xa'), name('ax')],
  ['endsWith(labels.env, "x")', 'labels.env = *x', label('ax'), label('xa')],
  ['has(labels.env)', 'labels.env:*', label(''), {}],
  ['licenses:contains(x)', 'licenses:*x*', { licenses: ['axb'] }, { licenses: ['a'] }],
  ['prod', 'name = *prod*', name('my-prod-1'), name('dev')],
  ['name = a and status = READY', 'AND', { name: 'a', status: 'READY' }, name('a'), 'name = a AND status = READY'],
  ['name = a && status = READY', 'AND', { name: 'a', status: 'READY' }, name('a'), 'name = a AND status = READY'],
  ['name=a||name=b', 'OR', name('b'), name('c'), 'name=a OR name=b'],
  ['name = a & status = READY', 'AND', { name: 'a', status: 'READY' }, name('a'), 'name = a AND status = READY'],
  ['name = a | name = b', 'OR', name('b'), name('c'), 'name = a OR name = b'],
  ['"name = a"', 'name = a', name('a'), name('b')],
  ["'name eq a.*'", 'name eq a.*', name('ab'), name('b')],
  ["name === 'a'", '=', name('a'), name('b'), "name = 'a'"],
  ["description = 'it''s'", "\\'", { description: "it's" }, {}, "description = 'it\\'s'"],
  ['name == a', '=', name('a'), name('b'), 'name = a'],
  ['name <> a', '!=', name('b'), name('a'), 'name != a'],
  ['!name:a', '-', name('b'), name('a'), '-name:a'],
  ['--name:x', 'NOT (NOT …)', name('x'), name('y'), 'NOT (NOT name:x)'],
]

const values: readonly Row[] = [
  [
    'selfLink = https://x/y?a=b',
    '"https://x/y?a=b"',
    { selfLink: 'https://x/y?a=b' },
    {},
    'selfLink = "https://x/y?a=b"',
  ],
  ['description = C:\\temp', '"C:\\\\temp"', { description: 'C:\\temp' }, {}, 'description = "C:\\\\temp"'],
  ['description = a\\d', '"a\\\\d"', { description: 'a\\d' }, {}, 'description = "a\\\\d"'],
  ["description = it's", '"it\'s"', { description: "it's" }, {}, 'description = "it\'s"'],
  ['description = “a b”', '"a b"', { description: 'a b' }, {}, 'description = "a b"'],
  [
    'description = “a b” AND name = “c d”',
    '"a b"',
    { description: 'a b', name: 'c d' },
    {},
    'description = "a b" AND name = "c d"',
  ],
  [
    'description = hello world',
    '"hello world"',
    { description: 'hello world' },
    { description: 'hello' },
    'description = "hello world"',
  ],
  ['name = debian\\-12', 'debian-12', name('debian-12'), {}, 'name = debian-12'],
  ['description = a\\,b', '"a,b"', { description: 'a,b' }, {}, 'description = "a,b"'],
  ['status = “READY”', 'READY', { status: 'READY' }, {}, 'status = READY'],
  ['“name” = a', 'name', name('a'), {}, 'name = a'],
  ['diskSizeGb = “10”', 'diskSizeGb = 10', { diskSizeGb: '10' }, {}],
  ['diskSizeGb = 10GB', 'diskSizeGb = 10', { diskSizeGb: '10' }, {}],
  ['diskSizeGb > 10.0', 'diskSizeGb > 10', { diskSizeGb: '11' }, { diskSizeGb: '10' }],
  ['diskSizeGb eq 10GB', 'diskSizeGb eq 10', { diskSizeGb: '10' }, {}],
  ['enableConfidentialCompute = yes', 'enableConfidentialCompute = true', { enableConfidentialCompute: true }, {}],
  ['enableConfidentialCompute = 0', 'enableConfidentialCompute = false', {}, { enableConfidentialCompute: true }],
  ['enableConfidentialCompute = “True”', 'enableConfidentialCompute = True', { enableConfidentialCompute: true }, {}],
  ['status = ready', 'READY', { status: 'READY' }, {}, 'status = READY'],
  ['famly = a', 'family', { family: 'a' }, {}, 'family = a'],
  ['licenses = a', 'licenses:a', { licenses: ['b', 'a'] }, { licenses: ['b'] }],
  ['licenses != a', '-licenses:a', { licenses: ['b'] }, { licenses: ['b', 'a'] }],
  ['licenses eq ".*\\bdebian\\b.*"', 'licenses:*debian*', { licenses: ['x/debian-12'] }, { licenses: ['x'] }],
  ['licenses ne debian', '-licenses:debian', { licenses: ['x'] }, { licenses: ['debian'] }],
  ['licenses[0] != a', '-licenses:a', {}, { licenses: ['a'] }],
  ['labels.a[0] = x', 'labels."a[0]"', { labels: { 'a[0]': 'x' } }, label('x'), 'labels."a[0]" = x'],
  ['licenses[0] = a', 'licenses:a', { licenses: ['a'] }, {}],
  ['licenses.0 = a', 'licenses:a', { licenses: ['a'] }, {}],
  ['guestOsFeatures[0].type = GVNIC', 'guestOsFeatures.type:GVNIC', { guestOsFeatures: [{ type: 'GVNIC' }] }, {}],
  [
    'deprecated = DEPRECATED',
    'deprecated.state = DEPRECATED',
    { deprecated: { state: 'DEPRECATED' } },
    { deprecated: {} },
  ],
]

const moments: readonly Row[] = [
  [
    'NOT creationTimestamp = 2024-01-01',
    '(creationTimestamp >= 2024-01-01T00:00:00Z AND creationTimestamp < 2024-01-02T00:00:00Z)',
    at('2024-01-02T12:00:00Z'),
    at('2024-01-01T12:00:00Z'),
    'NOT (creationTimestamp >= 2024-01-01T00:00:00Z AND creationTimestamp < 2024-01-02T00:00:00Z)',
  ],
  [
    'creationTimestamp > 2024-01-01',
    'creationTimestamp >= 2024-01-02T00:00:00Z',
    at('2024-01-02T00:00:00Z'),
    at('2024-01-01T23:59:59Z'),
  ],
  [
    'creationTimestamp >= 2024-01-01',
    'creationTimestamp >= 2024-01-01T00:00:00Z',
    at('2024-01-01T00:00:00Z'),
    at('2023-12-31T23:59:59Z'),
  ],
  [
    'creationTimestamp <= 2024-01-31',
    'creationTimestamp < 2024-02-01T00:00:00Z',
    at('2024-01-31T23:59:59Z'),
    at('2024-02-01T00:00:00Z'),
  ],
  [
    'creationTimestamp < 2024-01-31',
    'creationTimestamp < 2024-01-31T00:00:00Z',
    at('2024-01-30T23:59:59Z'),
    at('2024-01-31T00:00:00Z'),
  ],
  [
    'creationTimestamp = 2024-01-01',
    '(creationTimestamp >= 2024-01-01T00:00:00Z AND creationTimestamp < 2024-01-02T00:00:00Z)',
    at('2024-01-01T12:00:00Z'),
    at('2024-01-02T00:00:00Z'),
  ],
  [
    'creationTimestamp != 2024/02/28',
    'NOT (creationTimestamp >= 2024-02-28T00:00:00Z AND creationTimestamp < 2024-02-29T00:00:00Z)',
    at('2024-02-29T12:00:00Z'),
    at('2024-02-28T12:00:00Z'),
  ],
  [
    'creationTimestamp<2024-01-01T10:00',
    'creationTimestamp < 2024-01-01T10:00:00Z',
    at('2024-01-01T09:00:00Z'),
    at('2024-01-01T11:00:00Z'),
  ],
  [
    'creationTimestamp<"2024-01-01 10:00:00.5"',
    'creationTimestamp < 2024-01-01T10:00:00.5Z',
    at('2024-01-01T09:00:00Z'),
    at('2024-01-01T11:00:00Z'),
  ],
  [
    'creationTimestamp < 2024-01-01 10:00:00',
    '2024-01-01T10:00:00Z',
    at('2024-01-01T09:00:00Z'),
    at('2024-01-01T11:00:00Z'),
    'creationTimestamp < 2024-01-01T10:00:00Z',
  ],
  [
    'creationTimestamp < 2024-01-01T10:00:00+0100',
    'creationTimestamp < 2024-01-01T10:00:00+01:00',
    at('2024-01-01T08:59:59Z'),
    at('2024-01-01T10:00:00Z'),
  ],
  [
    'creationTimestamp < 1704067200',
    'creationTimestamp < 2024-01-01T00:00:00Z',
    at('2023-12-31T00:00:00Z'),
    at('2024-01-01T00:00:00Z'),
  ],
  [
    'creationTimestamp < 1704067200500',
    'creationTimestamp < 2024-01-01T00:00:00.500Z',
    at('2024-01-01T00:00:00Z'),
    at('2024-01-01T00:00:01Z'),
  ],
  [
    'creationTimestamp > -P1D',
    'creationTimestamp > 2025-01-31T12:00:00Z',
    at('2025-02-01T00:00:00Z'),
    at('2025-01-01T00:00:00Z'),
  ],
]

const clauses: readonly Row[] = [
  ['(name eq a.*) OR (name eq b.*)', 'name eq "(a.*|b.*)"', name('b1'), name('c')],
  ['(name eq a.*) AND (name ne ab)', '(name eq a.*) (name ne ab)', name('ac'), name('ab')],
  ['NOT name eq a', 'name ne a', name('b'), name('a')],
  ['-(name ne a)', 'name eq a', name('a'), name('b')],
  ['name eq a.* name ne ab', '(name eq a.*) (name ne ab)', name('ac'), name('ab')],
]

const instances: readonly Row[] = [
  ['tags = web', 'tags.items:web', { tags: { items: ['web'] } }, { tags: { fingerprint: 'web' } }],
  ['tags:http-server', 'tags.items:http-server', { tags: { items: ['http-server'] } }, { tags: {} }],
  ['tags = (a OR b)', 'tags.items:(a OR b)', { tags: { items: ['b'] } }, { tags: {} }],
  ['tags.items ~ web', 'tags.items:*web*', { tags: { items: ['a-web'] } }, { tags: { items: ['db'] } }],
  ['tags.items=["a","b"]', 'tags.items:("a" OR "b")', { tags: { items: ['b'] } }, { tags: { items: ['c'] } }],
  ['tags.items[0] = web', 'tags.items:web', { tags: { items: ['web'] } }, { tags: { items: ['db'] } }],
  ['users=null', '-users:*', { users: [] }, { users: ['x'] }],
  ['users!=null', 'users:*', { users: ['x'] }, {}],
  [
    "metadata.items.key['cluster-name']['value']='c1'",
    'metadata.items.key:cluster-name',
    { metadata: { items: [{ key: 'cluster-name', value: 'c1' }] } },
    { metadata: { items: [{ key: 'x' }] } },
  ],
  [
    'metadata.items:key=x',
    'metadata.items.key:x',
    { metadata: { items: [{ key: 'x' }] } },
    { metadata: { items: [] } },
  ],
  ['disks = a', 'disks.source:a', { disks: [{ source: 'a' }] }, { disks: [] }],
  ['ratio > 0,5', '0.5', { ratio: 1 }, { ratio: 0.4 }, 'ratio > 0.5'],
  ['tags.items=(a,b)', 'tags.items:(a OR b)', { tags: { items: ['b'] } }, {}],
  ['ratio = 1_000.5', 'ratio = 1000.5', { ratio: 1000.5 }, { ratio: 1 }],
]

const proposedIn = (help: string): readonly string[] => [...help.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)

function expectHelp(rows: readonly Row[], schema?: Schema): void {
  const options = schema && { schema }
  const named = rows.map(([rejected, proposed, meant, other, filter = proposed]) => ({
    rejected,
    proposed,
    meant,
    other,
    filter,
  }))
  it.each(named)('$rejected → $proposed', ({ rejected, proposed, meant, other, filter }) => {
    const [first] = validate(rejected, options)
    expect(first, 'it is rejected').toBeDefined()
    expect(proposedIn(first?.help ?? '')).toContain(proposed)
    const matches = compile<object>(filter, options)
    expect(matches(meant)).toBe(true)
    expect(matches(other)).toBe(false)
  })
}

describe('help leads to what is meant', () => {
  const all = { searches, keys, presence, lists, words, values, moments, clauses }
  describe.each(Object.entries(all))('%s', (_, rows) => {
    expectHelp(rows)
  })
  describe('instances', () => {
    expectHelp(instances, instanceSchema)
  })

  it('comes with exactly one diagnostic', () => {
    const rejected = Object.values(all).flatMap((rows) => rows.map(([text]) => text))
    expect(rejected.length + instances.length).toBeGreaterThan(120)
    const isTwice = (text: string) => text.includes('AND name = “')
    expect(rejected.filter((text) => validate(text).length !== (isTwice(text) ? 2 : 1))).toEqual([])
  })
})

describe('help names features that only gcloud has', () => {
  it.each([
    'name ~ a',
    'name !~ a',
    'creationTimestamp > -P1D',
    'creationTimestamp > -PT1H30M',
    'name=(a,b)',
    'licenses[0]:a',
    'prod',
  ])('%s', (filter) => {
    expect(validate(filter)[0]?.help).toMatch(/^only gcloud (?:has|accepts|can)/)
  })
})

describe('help for comments', () => {
  it.each([
    '-- all of them',
    'name = a -- all',
    '# all of them',
    'name = a // all of them',
    'name = a # not b\nAND status = READY',
  ])('%s', (filter) => {
    expect(validate(filter).map(({ help }) => help)).toEqual(['filters cannot contain comments'])
  })
})

/** [filter, help of the first diagnostic] */
const general: readonly (readonly [filter: string, help: string | undefined])[] = [
  ['diskSizeGb = 1TB', 'write a decimal integer'],
  ['archiveSizeBytes > 10GB', 'write a decimal integer'],
  ['diskSizeGb = 10 GB', 'a filter needs field, comparator and value: `name = debian-12`'],
  [
    'creationTimestamp = (2024-01-01 OR 2024-01-02)',
    'write date, time and offset, as in `2025-01-31T12:00:00Z` or `2025-01-31T12:00:00.000-08:00`',
  ],
  ['licenses[0] > a', '`licenses:VALUE` tests all elements'],
  ['name = ${var}', 'a variable has not been replaced by its value'],
  ['diskSizeGb > 10,20', 'write one comparison for each value'],
  ['f(name=a)', 'put white space before a group'],
  ['name eq x) (b eq y)', 'put each clause in parentheses: `(a eq x) (b eq y)`'],
  ['name = a (b = c', 'close the parenthesis with `)`'],
  ['name = "a"b', 'put white space after the closing quote'],
  ['names^=web', 'did you mean `name`?'],
  ['name^ < web', 'did you mean `name`?'],
  ['name = a = b', undefined],
  ['!~a', 'only gcloud has `!~`: write `FIELD ne ".*PATTERN.*"`, since a pattern must match the whole field'],
  ['name = (a, (b OR c))', 'write `OR` between values'],
  ['name = (a, NOT b)', 'write `OR` between values'],
  ['name ~', 'only gcloud has `~`: write `FIELD eq ".*PATTERN.*"`, since a pattern must match the whole field'],
  ['(name eq a), (name ne b)', 'write clauses side by side, each in parentheses: `(a eq x) (b eq y)`'],
  ['guestOsFeatures = f(x)', 'name a field inside it: `guestOsFeatures.type:f(x)`'],
  ['name in()', 'to test whether it is set, write `name:*`'],
  ['deprecated = f(x)', 'use `:`'],
  ['licenses = f(x)', 'use `:`, which tests all elements: `licenses:f(x)`'],
  ['licenses[0] eq a', '`licenses:VALUE` tests all elements'],
  ['guestOsFeatures[0] eq a', '`guestOsFeatures.FIELD:VALUE` tests all elements'],
  ['guestOsFeatures[0] = a', '`guestOsFeatures.FIELD:VALUE` tests all elements'],
  ['labels[0] = a', 'write the key after a dot: `labels.NAME`'],
  ['deprecated[0] = a', 'write the field after a dot: `deprecated.NAME`'],
  ['name[0] = a', undefined],
  ['(name eq "a\\d") OR (name eq b)', 'write alternatives in the pattern: `name eq (a|b)`'],
  ['(name eq a) OR (name ne b)', 'write alternatives in the pattern: `name eq (a|b)`'],
  ['(name ne a) OR (name ne b)', 'write alternatives in the pattern: `name eq (a|b)`'],
  ['NOT ((name eq a) (name ne b))', 'use `ne` for what must not match'],
  ['(name eq a) AND ((name ne b) (name ne c))', 'clauses side by side are ANDed: `(name eq a.*) (name ne .*b)`'],
]

describe('help where the intention is unclear', () => {
  it.each(general)('%s', (filter, help) => {
    expect(validate(filter)[0]?.help).toBe(help)
  })

  it('names the parts of a filter where the schema has no field `name`', () => {
    const schema: Schema = { resource: 'Thing', fields: { count: { type: 'integer' } } }
    const help = 'a filter needs field, comparator and value: `name = debian-12`'
    expect(validate('prod', { schema })[0]?.help).toBe(help)
    expect(validate('a.b')[0]?.help).toBe(help)
  })

  it('proposes presence for a message without fields', () => {
    const schema: Schema = { resource: 'Thing', fields: { empty: { type: 'message', fields: {} } } }
    expect(validate('empty = a', { schema })[0]?.help).toBe('to test whether it is set, write `empty:*`')
  })

  it('shortens very long text', () => {
    const [first] = validate(`selfLink = https://x/${'a'.repeat(2000)}`)
    expect(first?.help).toMatch(/^put it in quotes: `"https:\/\/x\/a{980,}…`$/)
  })
})
