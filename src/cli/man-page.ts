import manifest from '../../package.json' with { type: 'json' }
import { type DescribedCommand, describeCommands, type OptionEntry } from './describe-command.ts'

/** The manual page in roff, `man/compute-filter.1`, from the contents of `--help`. */
export async function writeManPage(): Promise<string> {
  const described = await describeCommands()
  const others = described.filter(({ name }) => name !== '')
  const main = described.filter(({ name }) => name === '')
  return [
    `.TH COMPUTE\\-FILTER 1 "" "compute\\-filter ${manifest.version}" "User Commands"`,
    '.SH NAME',
    'compute\\-filter \\- apply Compute Engine list filters to resources',
    ...main.flatMap((one) => describeMain(one, others)),
    ...others.flatMap(describeOther),
    '',
  ].join('\n')
}

const describeMain = (main: DescribedCommand, others: readonly DescribedCommand[]): readonly string[] => [
  '.SH SYNOPSIS',
  ...[main, ...others].flatMap(({ usage }, at) => [...(at === 0 ? [] : ['.br']), `.B ${escape(usage)}`]),
  '.SH DESCRIPTION',
  ...main.description.split('\n\n').flatMap((paragraph) => ['.PP', escape(paragraph)]),
  '.SH ARGUMENTS',
  ...main.terms.flatMap(describeOption),
  '.SH OPTIONS',
  ...main.options.flatMap((option, at) => [
    ...(option.group === main.options[at - 1]?.group ? [] : [`.SS ${escape(option.group.replace(/:$/, ''))}`]),
    ...describeOption(option),
  ]),
  ...main.details.split('\n\n').flatMap(describeDetails),
]

/** A paragraph below the options of the help, as a section. */
function describeDetails(paragraph: string): readonly string[] {
  const [start, heading] = headings.find(([start]) => paragraph.startsWith(start)) ?? ['', 'NOTES']
  return [`.SH ${heading}`, ...preformatted(paragraph.slice(start.length).trimStart())]
}

const headings = [
  ['Exit codes:', 'EXIT STATUS'],
  ['Examples:\n', 'EXAMPLES'],
] as const

const describeOther = ({ name, description, terms, options, details }: DescribedCommand): readonly string[] => [
  `.SH COMMAND ${escape(name.toUpperCase())}`,
  escape(description),
  ...[...terms, ...options].flatMap(describeOption),
  ...(details === '' ? [] : ['.PP', ...preformatted(details)]),
]

const describeOption = ({ term, description }: Pick<OptionEntry, 'term' | 'description'>): readonly string[] => [
  '.TP',
  `.B ${escape(term)}`,
  escape(description),
]

const preformatted = (text: string): readonly string[] => ['.nf', ...text.split('\n').map(escape), '.fi']

/** Escapes hyphens, backslashes, and a point or apostrophe at the start of a line, which begins a request. */
const escape = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')
