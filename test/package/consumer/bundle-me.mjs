import { compile } from 'compute-filter'

console.log(compile('name eq debian-.*')({ name: 'debian-12' }))
