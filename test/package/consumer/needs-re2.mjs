import { compile } from 'compute-filter'

try {
  compile('name eq "debia\\p{Ll}-.*"')
} catch (error) {
  console.log(error.name)
}
