import type { Shell } from './commands.ts'
import { type DescribedCommand, describeCommands, type OptionEntry, type ValueEntry } from './describe-command.ts'

/** A script that completes the program's commands, options and files in a shell. */
export async function printCompletion(shell: Shell): Promise<string> {
  const described = await describeCommands()
  switch (shell) {
    case 'bash':
      return bash(described)
    case 'zsh':
      return zsh(described)
    case 'fish':
      return fish(described)
  }
}

const named = (described: readonly DescribedCommand[]): readonly DescribedCommand[] =>
  described.filter(({ name }) => name !== '')

const flagsOf = ({ options }: DescribedCommand): readonly string[] => options.flatMap(({ flags }) => flags)

const namesOf = (described: readonly DescribedCommand[], separator: string): string =>
  named(described)
    .map(({ name }) => name)
    .join(separator)

/** Also for bash 3.2, which macOS has. */
function bash(described: readonly DescribedCommand[]): string {
  const values = described.flatMap(({ name, options }) =>
    options.flatMap(({ flags, value }) =>
      value === undefined ? [] : flags.map((flag) => `    '${name} ${flag}') ${bashValue(value)}; return ;;`),
    ),
  )
  const options = described.map((one) => `      '${one.name}') ${bashWords(flagsOf(one))} ;;`)
  const operands = named(described).map(({ name, argument }) => `    '${name}') ${bashValue(argument)} ;;`)
  return `# bash completion for compute-filter
_compute_filter() {
  local IFS=$'\\n' cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=
  COMPREPLY=()
  if [[ $cur == '=' ]]; then
    cur=
  elif [[ $prev == '=' ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if [[ $COMP_CWORD -gt 1 ]]; then
    case \${COMP_WORDS[1]} in
      ${namesOf(described, '|')}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $prev" in
${values.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${options.join('\n')}
    esac
    return
  fi
  case $command in
${operands.join('\n')}
    *)
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -f -- "$cur"))
      if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY+=($(compgen -W '${namesOf(described, '\n')}' -- "$cur"))
      fi
      ;;
  esac
}
complete -F _compute_filter compute-filter
`
}

const bashWords = (words: readonly string[]): string => `COMPREPLY=($(compgen -W $'${words.join('\\n')}' -- "$cur"))`

function bashValue(value: ValueEntry | undefined): string {
  if (value === undefined) return ':'
  if (value.isFile) return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur"))'
  return value.choices.length > 0 ? bashWords(value.choices) : ':'
}

function zsh(described: readonly DescribedCommand[]): string {
  const cases = described.map((one) => {
    const operand = one.name === '' ? ["'1: :_compute_filter_first'", "'*:file:_files'"] : zshOperand(one.argument)
    const specs = [...one.options.map(zshOption), ...operand]
    return `    ${one.name === '' ? '*' : one.name}) _arguments -S ${specs.join(' \\\n      ')} ;;`
  })
  const names = named(described).map(({ name, summary }) => zshQuote(`${name}:${summary}`))
  return `#compdef compute-filter
_compute_filter_first() {
  local -a commands=(${names.join(' ')})
  _describe command commands
  _files
}
_compute_filter() {
  local command=$words[2]
  (( CURRENT > 2 )) || command=
  case $command in
    ${namesOf(described, '|')}) shift words; (( CURRENT-- )) ;;
  esac
  case $command in
${[...cases.slice(1), ...cases.slice(0, 1)].join('\n')}
  esac
}
if [[ $funcstack[1] == _compute-filter ]]; then
  _compute_filter "$@"
else
  compdef _compute_filter compute-filter
fi
`
}

function zshOption({ flags, summary, value }: OptionEntry): string {
  const told = `[${summary.replace(/[[\]\\:]/g, '\\$&')}]`
  return flags
    .map((flag) => zshQuote(value === undefined ? flag + told : `${flag}=${told}${zshValue(value)}`))
    .join(' ')
}

const zshValue = ({ name, choices, isFile }: ValueEntry): string =>
  `:${name}:${isFile ? '_files' : choices.length > 0 ? `(${choices.join(' ')})` : ' '}`

const zshOperand = (value: ValueEntry | undefined): readonly string[] =>
  value === undefined ? [] : [zshQuote(`1${zshValue(value)}`)]

const zshQuote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

function fish(described: readonly DescribedCommand[]): string {
  const names = namesOf(described, ' ')
  const seen = (name: string): string =>
    name === '' ? `not __fish_seen_subcommand_from ${names}` : `__fish_seen_subcommand_from ${name}`
  const lines = described.flatMap((one) => {
    const start = `complete -c compute-filter -n ${fishQuote(seen(one.name))}`
    const command =
      one.name === ''
        ? []
        : [`complete -c compute-filter -n __fish_use_subcommand -a ${one.name} -d ${fishQuote(one.summary)}`]
    const choices = one.argument?.choices ?? []
    const offers = choices.length > 0 ? ` -a ${fishQuote(choices.join(' '))}` : ''
    const operand = one.name === '' || one.argument?.isFile === true ? [] : [`${start} -f${offers}`]
    return [...command, ...one.options.map((option) => `${start} ${fishOption(option)}`), ...operand]
  })
  return `# fish completion for compute-filter\n${lines.join('\n')}\n`
}

function fishOption({ flags, summary, value }: OptionEntry): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
  const choices = value?.choices ?? []
  const values = choices.length > 0 ? [`-a ${fishQuote(choices.join(' '))}`] : []
  const takes = value === undefined ? [] : [value.isFile ? '-r -F' : '-x', ...values]
  return [...names, ...takes, `-d ${fishQuote(summary)}`].join(' ')
}

const fishQuote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`
