import { compile } from 'compute-filter'

try {
  compile('name eq "(?i)debian-.*"')
} catch (error) {
  console.log(error.name)
}
